"""Findings as annotations of a change on GitHub: workflow commands, which the job prints.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import entries

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def report_annotations(judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    """Yield one workflow command for each finding; nothing in the words can end it or begin another."""
    for entry in entries(judged, judged.findings, catalogue):
        finding = entry.finding
        line = f",line={finding.line}" if finding.line else ""
        title = _property(f"{catalogue.word(f'severity-{finding.severity}')} ({finding.check})")
        said = f"{entry.line(catalogue)}. {entry.todo}" + (f"\n{entry.paste}" if entry.paste else "")
        yield f"::{_COMMANDS[finding.severity]} file={_property(finding.file)}{line},title={title}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
