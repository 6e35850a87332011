"""The report as JUnit XML: a case for each file with findings and one for the rest, failed where there are errors."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.links.reports.report import Report, counted
from handbook.links.reports.reported import Reported, shown
from handbook.reports.junit import Case, Failure, junit
from handbook.reports.visible import visible


def report_junit(report: Report) -> str:
    """Return the report as JUnit XML."""
    files: dict[str, list[Reported]] = {}
    for group in report.groups:
        files.setdefault(group.first.place.file, []).append(group.first)
    failing = ("error", "warning") if report.strict else ("error",)
    cases = [_case(file, found, failing) for file, found in sorted(files.items())]
    rest = Case(f"{counted(report.pages, 'page')}, {counted(report.links, 'link')}")
    return junit("links", {"links": [*cases, rest]})


def _case(file: str, found: Sequence[Reported], failing: Sequence[str]) -> Case:
    failed = [one for one in found if one.severity in failing]
    others = [one for one in found if one.severity not in failing]
    message = failed[0].wrong if len(failed) == 1 else counted(len(failed), "broken link")
    failure = Failure(failed[0].defect.code, message, _said(failed)) if failed else None
    return Case(visible(file), failure, _said(others))


def _said(found: Sequence[Reported]) -> str:
    return "\n".join(f"{shown(one.place)}: {one.severity}: {one.said} ({one.defect.page})" for one in found)
