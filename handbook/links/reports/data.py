"""The report as data: JSON, with a JSON Schema that it keeps."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from handbook.links.defects import Severity
from handbook.links.reports.report import SEVERITIES, Report
from handbook.links.reports.reported import Reported
from handbook.reports.visible import encodable

FORMAT = 1


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PlaceData(_Data):
    """A line of a file."""

    file: str
    line: int = Field(ge=0, description="From 1; 0 means the whole file")


class FindingData(_Data):
    """One defect at one place of the published files."""

    code: str = Field(description="Class of the defect")
    severity: Severity
    page: str = Field(description="File that explains the class of the defect")
    file: str = Field(description="Published file, relative to the folder of the site")
    line: int = Field(ge=0, description="From 1; 0 means the whole file")
    anchor: str = Field(description="Id at the place or above it in the published page; empty where there is none")
    source: PlaceData | None = Field(description="Where it was written, where that is known")
    address: str = Field(description="The target as it is written")
    words: str = Field(description="Text of the link")
    instead: str = Field(description="What exists and was probably meant; empty where nothing is near")
    wrong: str
    todo: str
    facts: dict[str, str]
    group: int = Field(ge=0, description="The same number for findings with one cure")


class CountData(_Data):
    """How many groups of findings there are of each severity."""

    error: int = Field(ge=0)
    warning: int = Field(ge=0)
    note: int = Field(ge=0)


class ReportData(_Data):
    """The report of one run."""

    format: Literal[1]
    site: str = Field(description="The folder that was checked, as it was named")
    pages: int = Field(ge=0)
    links: int = Field(ge=0)
    failed: bool
    counts: CountData
    findings: list[FindingData]


def report_data(report: Report) -> ReportData:
    """Return the report as data; all of it, notes too."""
    grouped = ((number, one) for number, group in enumerate(report.groups) for one in (group.first, *group.others))
    return ReportData(
        format=FORMAT,
        site=encodable(report.folder.as_posix()),
        pages=report.pages,
        links=report.links,
        failed=report.failed,
        counts=CountData.model_validate({one: report.counts[one] for one in SEVERITIES}),
        findings=[_finding(one, number) for number, one in grouped],
    )


def _finding(one: Reported, group: int) -> FindingData:
    finding = one.finding
    source = PlaceData(file=encodable(one.source.file), line=one.source.line) if one.source else None
    return FindingData(
        code=finding.code,
        severity=one.severity,
        page=one.defect.page,
        file=encodable(finding.file),
        line=finding.line,
        anchor=encodable(one.anchor),
        source=source,
        address=encodable(finding.address),
        words=encodable(finding.words),
        instead=encodable(finding.instead),
        wrong=one.wrong,
        todo=one.todo,
        facts={name: encodable(fact) for name, fact in finding.facts.items()},
        group=group,
    )


def report_json(report: Report) -> str:
    """Return the report as JSON."""
    return report_data(report).model_dump_json(indent=1) + "\n"


def report_schema() -> str:
    """Return the JSON Schema of the report."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **ReportData.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
