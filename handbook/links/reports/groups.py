"""The same defect on many pages is one thing to mend: it is told once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from handbook.links.defects import Severity
from handbook.links.reports.reported import Reported

_RELATIVE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:|[/\\#?])")
_UP = re.compile(r"(?:\.{1,2}/)+")


@dataclass(frozen=True)
class Group:
    """Findings with one cure, of which the first stands for all."""

    first: Reported
    others: tuple[Reported, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return self.first.severity

    @property
    def elsewhere(self) -> tuple[Reported, ...]:
        """Return the findings on further pages, one a page."""
        pages = {one.finding.file: one for one in reversed(self.others)}
        pages.pop(self.first.finding.file, None)
        return tuple(pages[file] for file in sorted(pages))

    @property
    def here(self) -> tuple[Reported, ...]:
        """Return the further findings on the same page."""
        return tuple(one for one in self.others if one.finding.file == self.first.finding.file)


def groups(told: Iterable[Reported]) -> tuple[Group, ...]:
    """Return findings gathered by what mends them, in the order of the first of each.

    With a source, these are findings of one class, words and address on one line of it; without one, of one
    class, words and target (a menu stands on many pages). What has neither words nor address stays alone.
    """
    gathered: dict[Hashable, list[Reported]] = {}
    for number, one in enumerate(told):
        gathered.setdefault(_cure(one, number), []).append(one)
    return tuple(Group(first, tuple(others)) for first, *others in gathered.values())


def _cure(one: Reported, number: int) -> Hashable:
    finding = one.finding
    if one.source is not None:
        return finding.code, one.source, finding.words, _UP.sub("", finding.address, count=1), finding.facts.get("id")
    if finding.address or finding.words:
        return finding.code, finding.words, _target(finding.file, finding.address)
    return number


def _target(file: str, address: str) -> str:
    """Return an address as it would be written at the root of the site."""
    if not address or not _RELATIVE.match(address):
        return address
    end = next((at for at, mark in enumerate(address) if mark in "?#"), len(address))
    path = posixpath.join("/", posixpath.dirname(file), address[:end])
    return posixpath.normpath(path) + ("/" if path.endswith("/") else "") + address[end:]
