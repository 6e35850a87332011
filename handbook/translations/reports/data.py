"""The report as data: JSON, with the JSON Schema that it keeps (``report.schema.json``, beside this file)."""

from __future__ import annotations

import json
from pathlib import Path

from handbook.read.settings import Language
from handbook.translations.counts import Count, total
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import Entry, entries

FORMAT = 1


def report_json(judged: Judged, catalogue: Catalogue) -> str:
    """Return the report as JSON."""
    data = {
        "format": FORMAT,
        "messages": catalogue.code,
        "failed": judged.failed,
        "languages": [_language(judged, language) for language in judged.checked.gathered.translations],
        "findings": [_finding(entry) for entry in entries(judged, judged.findings, catalogue)],
        "tolerated": len(judged.tolerated),
        "dismissed": len(judged.checked.dismissed),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _language(judged: Judged, language: Language) -> dict[str, object]:
    counts = judged.checked.counts.get(language.code, {})
    return {
        "code": language.code,
        "name": language.name,
        "asked": judged.checked.thresholds.get(language.code, 100),
        "count": _count(total(counts)),
        "files": {file: _count(count) for file, count in counts.items()},
    }


def _count(count: Count) -> dict[str, object]:
    return {**vars(count), "translated": count.complete, "current": count.current}


def _finding(entry: Entry) -> dict[str, object]:
    finding = entry.finding
    return {
        "check": finding.check,
        "severity": finding.severity,
        "language": finding.code,
        "key": finding.key,
        "file": finding.file,
        "line": finding.line,
        "wrong": entry.wrong,
        "expected": entry.expected,
        "found": entry.found,
        "todo": entry.todo,
        "original": entry.original,
        "translation": entry.translation,
        "paste": entry.paste,
        "facts": dict(finding.facts),
    }


def report_schema() -> str:
    """Return the JSON Schema of the report."""
    return Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8")
