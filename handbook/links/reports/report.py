"""A whole run, as it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handbook.links.defects import Defect, Severity
from handbook.links.reports.groups import Group, groups
from handbook.links.reports.reported import Reported

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Report:
    """What was checked (``folder``, so many ``pages`` and ``links``), and what was found.

    With ``strict``, warnings are not tolerated either.
    """

    folder: Path
    pages: int
    links: int
    findings: tuple[Reported, ...]
    strict: bool = False

    @property
    def failed(self) -> bool:
        """Return whether something was found that must be mended."""
        return any(one.severity in (("error", "warning") if self.strict else ("error",)) for one in self.findings)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return the findings, the same defect on many pages once."""
        return groups(self.findings)

    @cached_property
    def counts(self) -> Counter[Severity]:
        """Return how many groups there are of each severity."""
        return Counter(group.severity for group in self.groups)

    @cached_property
    def classes(self) -> tuple[tuple[Defect, int], ...]:
        """Return each class of defect that was found, the worst first, and its number of groups."""
        counts = Counter(group.first.defect.code for group in self.groups)
        found = {group.first.defect.code: group.first.defect for group in self.groups}
        ordered = sorted(found.values(), key=lambda one: (SEVERITIES.index(one.severity), one.code))
        return tuple((defect, counts[defect.code]) for defect in ordered)

    def without_notes(self) -> Report:
        """Return the report without what is only good to know."""
        return replace(self, findings=tuple(one for one in self.findings if one.severity != "note"))


def counted(count: int, name: str) -> str:
    """Return a number and its noun: ``1 error``, ``2 errors``."""
    return f"{count:,} {name if count == 1 else f'{name}s'}"


def summed(report: Report, severities: Iterable[Severity] = SEVERITIES) -> str:
    """Return how many of each severity there are: ``2 errors, 1 warning``; ``""`` if there are none."""
    return ", ".join(counted(report.counts[one], one) for one in severities if report.counts[one])
