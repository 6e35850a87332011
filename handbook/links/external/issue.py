"""What came of asking as Markdown: the text of one issue on the host of the project, which each run replaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote

from handbook.links.defects import Defect, defect_of
from handbook.links.external.outcome import Outcome
from handbook.links.external.report import by_severity, places_of, shown_places, summary
from handbook.links.finding import Finding
from handbook.reports.markdown import plain
from handbook.reports.visible import visible

#: An issue of GitHub holds 65,536 characters; what is longer is refused.
LIMIT = 60_000
#: What ends an address in ``<…>``, or is not for an address at all.
_UNSAFE = re.compile(r"[<>`\s]")
_MARKS = {"error": "🛑", "warning": "⚠️", "note": "💬"}


def report_issue(outcome: Outcome) -> str:
    """Return the report of an outcome."""
    lines = [plain(visible(line)) for line in summary(outcome)]
    for code, findings in groupby(by_severity(outcome), key=lambda one: one.code):
        lines += _class(outcome, defect_of(code), list(findings))
    return _cut("\n\n".join(lines))


def report_failure(reason: str) -> str:
    """Return the report of a check that could not run: nothing is known then, neither good nor bad."""
    return f"**The check of external links could not run.** {plain(visible(reason))}\n\nNothing is known of them.\n"


def _class(outcome: Outcome, defect: Defect, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the paragraphs on one class of defect: its title, a line for each address, its page."""
    title, _, meaning = defect.text.removeprefix("# ").partition("\n")
    every = [f"- {_finding(outcome, defect, one)}" for one in findings]
    yield f"## {_MARKS[defect.severity]} {title} ({len(every)})"
    yield "\n".join(every)
    yield f"<details><summary>What this means</summary>\n\n{meaning.strip()}\n</details>"


def _finding(outcome: Outcome, defect: Defect, finding: Finding) -> str:
    found = finding.facts.get("found", "")
    said = [_address(finding.address)]
    said += [f"({plain(visible(found))})"] if found else []
    said += [f"→ {_address(finding.instead)}"] if finding.instead else []
    said += [f"[copy?]({_safe(finding.facts['archive'])})"] if "{archive}" in defect.todo else []
    words = f"“{plain(visible(finding.words))}” " if finding.words else ""
    return f"{' '.join(said)}<br>{words}in {plain(visible(shown_places(places_of(outcome, finding))))}"


def _address(address: str) -> str:
    return f"<{_safe(address)}>"


def _safe(address: str) -> str:
    """Return an address in which nothing ends a link of Markdown."""
    return _UNSAFE.sub(lambda found: quote(found[0]), visible(address)).replace("(", "%28").replace(")", "%29")


def _cut(text: str) -> str:
    """Return text that an issue can hold; a line is never cut in two."""
    if len(text) <= LIMIT:
        return f"{text}\n"
    return f"{text[:LIMIT].rpartition(chr(10))[0]}\n\n… and more. The log of the job holds everything.\n"
