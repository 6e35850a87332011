"""The report as data: JSON, with a JSON Schema that it keeps."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from handbook.translations.counts import Count, total
from handbook.translations.finding import Severity
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import Entry, entries

FORMAT = 1


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CountData(_Data):
    """How much is translated and current, of how much."""

    units: int = Field(description="Pieces of words of the original")
    words: int
    translated_units: int
    translated_words: int
    current_units: int = Field(description="Translated from the original as it is now")
    current_words: int
    translated: float = Field(ge=0, le=100, description="Per cent of units or words, whichever is less, rounded down")
    current: float = Field(ge=0, le=100)


class LanguageData(_Data):
    """One translation."""

    code: str
    name: str
    asked: float = Field(ge=0, le=100, description="Per cent that must be translated and current")
    count: CountData
    files: dict[str, CountData] = Field(description="By file of the original")


class FindingData(_Data):
    """Something that is to be mended."""

    check: str
    severity: Severity
    language: str = Field(description="Code of the language whose words are to be mended; empty for mkdocs.yml")
    key: str = Field(description="The unit, the same in every language")
    file: str
    line: int = Field(ge=0, description="From 1; 0 means the whole file")
    wrong: str
    expected: str
    found: str
    todo: str
    original: str
    translation: str
    paste: str = Field(description="Text to paste, where it is known")
    facts: dict[str, str]


class ReportData(_Data):
    """The report of one run."""

    format: Literal[1]
    messages: str = Field(description="Language of the messages")
    failed: bool
    languages: list[LanguageData]
    findings: list[FindingData]
    tolerated: int = Field(ge=0, description="Old findings that stand in the record")
    dismissed: int = Field(ge=0, description="Findings that a person dismissed with a reason")


def report_data(judged: Judged, catalogue: Catalogue) -> ReportData:
    """Return the report as data."""
    checked = judged.checked
    return ReportData(
        format=FORMAT,
        messages=catalogue.code,
        failed=judged.failed,
        languages=[
            LanguageData(
                code=language.code,
                name=language.name,
                asked=checked.thresholds.get(language.code, 100),
                count=_count(total(checked.counts.get(language.code, {}))),
                files={file: _count(count) for file, count in checked.counts.get(language.code, {}).items()},
            )
            for language in checked.gathered.translations
        ],
        findings=[_finding(entry) for entry in entries(judged, judged.findings, catalogue)],
        tolerated=len(judged.tolerated),
        dismissed=len(checked.dismissed),
    )


def _count(count: Count) -> CountData:
    return CountData(**vars(count), translated=count.complete, current=count.current)


def _finding(entry: Entry) -> FindingData:
    finding = entry.finding
    return FindingData(
        check=finding.check,
        severity=finding.severity,
        language=finding.code,
        key=finding.key,
        file=finding.file,
        line=finding.line,
        wrong=entry.wrong,
        expected=entry.expected,
        found=entry.found,
        todo=entry.todo,
        original=entry.original,
        translation=entry.translation,
        paste=entry.paste,
        facts=dict(finding.facts),
    )


def report_json(judged: Judged, catalogue: Catalogue) -> str:
    """Return the report as JSON."""
    return report_data(judged, catalogue).model_dump_json(indent=1) + "\n"


def report_schema() -> str:
    """Return the JSON Schema of the report."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **ReportData.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
