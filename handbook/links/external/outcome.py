"""The whole check of external links: gathered, asked, judged, set apart what is known."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from handbook.links.config import Exempt
from handbook.links.defects import defect_of
from handbook.links.external.answer import Answer
from handbook.links.external.ask import ask
from handbook.links.external.exceptions import Tolerated, judge_exceptions, set_apart
from handbook.links.external.gather import Place, gather_external
from handbook.links.external.judge import judge, reached
from handbook.links.external.lychee import Asking
from handbook.links.external.names import unknown_names
from handbook.links.finding import Finding
from handbook.links.site import Site
from handbook.problems import CouldNotRun

_PROBES = 5


@dataclass(frozen=True)
class Outcome:
    """What came of asking the external addresses of a site.

    ``links`` holds each address with its places, ``findings`` one finding an address (at its first place),
    ``tolerated`` what exceptions cover, ``unasked`` the addresses for which the time did not suffice, ``cached``
    how many held at an earlier run.
    """

    day: date
    links: Mapping[str, tuple[Place, ...]]
    findings: tuple[Finding, ...] = ()
    tolerated: tuple[Tolerated, ...] = ()
    unasked: tuple[str, ...] = ()
    cached: int = 0

    @property
    def status(self) -> int:
        """Return 0 if all is well, 1 if something is to be done, 2 if only a part is known."""
        if self.unasked:
            return 2
        return int(any(defect_of(one.code).severity != "note" for one in self.findings))


def check_external(
    site: Site, asking: Asking, day: date, exceptions: Sequence[Exempt] = (), file: str = "links.yml"
) -> Outcome:
    """Ask every external address of ``site`` and return what came of it; ``file`` is where the exceptions stand.

    Raises `CouldNotRun` if there is no page, lychee cannot run or nothing answers.
    """
    if not site.pages:
        raise CouldNotRun(f"{site.folder.root} holds no page of HTML")
    links = gather_external(site)
    answers = ask(list(links), asking)
    _need_network(answers, asking)
    every = list(_findings(links, answers))
    counted, tolerated = set_apart(every, exceptions, day)
    unasked = tuple(address for address in links if address not in answers)
    if not unasked:
        counted += judge_exceptions(exceptions, every, links, day, file)
    cached = sum(one.cached for one in answers.values())
    return Outcome(day, links, tuple(counted), tuple(tolerated), unasked, cached)


def _findings(links: Mapping[str, tuple[Place, ...]], answers: Mapping[str, Answer]) -> Iterator[Finding]:
    silent = {urlsplit(one.address).hostname or "" for one in answers.values() if not one.code and one.kind == "failed"}
    unknown = unknown_names(sorted(silent))
    for address, places in links.items():
        if address in answers and (judged := judge(answers[address], unknown)) is not None:
            first = places[0]
            yield Finding(judged.code, first.file, first.line, address, first.words, judged.instead, judged.facts)


def _need_network(answers: Mapping[str, Answer], asking: Asking) -> None:
    """Make sure that somebody answered; where nobody did, or nobody was asked, ask a few that held before."""
    asked = [one for one in answers.values() if one.kind != "excluded"]
    if not asked or any(map(reached, asked)):
        return
    with tempfile.TemporaryDirectory(prefix="lychee-") as folder:
        again = ask(_probes(answers.values()), replace(asking, cache=Path(folder)))
    if not any(map(reached, again.values())):
        raise CouldNotRun(f"none of {len(asked)} addresses answered; there is probably no network connection here")


def _probes(answers: Iterable[Answer]) -> list[str]:
    """Return some addresses that held before, of several hosts."""
    by_host = {urlsplit(one.address).netloc: one.address for one in answers if one.cached}
    return list(by_host.values())[:_PROBES]
