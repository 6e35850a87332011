"""Findings as annotations of a change on GitHub, at the source of each."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.reports.groups import Group
from handbook.links.reports.report import SEVERITIES, Report, counted
from handbook.reports.annotations import annotation
from handbook.reports.visible import visible


def report_annotations(report: Report) -> Iterator[str]:
    """Yield one workflow command for each group, errors first: the host shows few of each kind."""
    for group in sorted(report.groups, key=lambda one: SEVERITIES.index(one.severity)):
        first = group.first
        file = first.place.file if first.source else (report.folder / first.finding.file).as_posix()
        title = f"{first.severity} ({first.defect.code})"
        yield annotation(first.severity, visible(file), first.place.line, title, _said(group))


def _said(group: Group) -> str:
    more = f"\nAlso on {counted(len(group.elsewhere), 'more page')}." if group.elsewhere else ""
    return f"{group.first.said}{more}\n{group.first.defect.page}"
