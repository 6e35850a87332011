"""The report as data: JSON, with the JSON Schema that it keeps (``report.schema.json``, beside this file)."""

from __future__ import annotations

import json
from pathlib import Path

from handbook.links.reports.report import SEVERITIES, Report
from handbook.links.reports.reported import Reported
from handbook.reports.visible import encodable

FORMAT = 1


def report_json(report: Report) -> str:
    """Return the report as JSON; all of it, notes too."""
    grouped = ((number, one) for number, group in enumerate(report.groups) for one in (group.first, *group.others))
    data = {
        "format": FORMAT,
        "site": encodable(report.folder.as_posix()),
        "pages": report.pages,
        "links": report.links,
        "failed": report.failed,
        "counts": {one: report.counts[one] for one in SEVERITIES},
        "findings": [_finding(one, number) for number, one in grouped],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _finding(one: Reported, group: int) -> dict[str, object]:
    finding = one.finding
    return {
        "code": finding.code,
        "severity": one.severity,
        "page": one.defect.page,
        "file": encodable(finding.file),
        "line": finding.line,
        "anchor": encodable(one.anchor),
        "source": {"file": encodable(one.source.file), "line": one.source.line} if one.source else None,
        "address": encodable(finding.address),
        "words": encodable(finding.words),
        "instead": encodable(finding.instead),
        "wrong": one.wrong,
        "todo": one.todo,
        "facts": {name: encodable(fact) for name, fact in finding.facts.items()},
        "group": group,
    }


def report_schema() -> str:
    """Return the JSON Schema of the report."""
    return Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8")
