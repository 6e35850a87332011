"""Findings as annotations of a change on GitHub."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.reports.annotations import annotation
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import entries


def report_annotations(judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    """Yield one workflow command for each finding."""
    for entry in entries(judged, judged.findings, catalogue):
        finding = entry.finding
        title = f"{catalogue.word(f'severity-{finding.severity}')} ({finding.check})"
        said = f"{entry.line(catalogue)}. {entry.todo}" + (f"\n{entry.paste}" if entry.paste else "")
        yield annotation(finding.severity, finding.file, finding.line, title, said)
