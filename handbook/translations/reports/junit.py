"""The report as JUnit XML: a suite a language, a case a file, a failure where a file has errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handbook.reports.junit import Case, Failure, junit
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import Entry, entries


def report_junit(judged: Judged, catalogue: Catalogue) -> str:
    """Return the report as JUnit XML; files without errors are cases that pass."""
    cases: dict[str, dict[str, list[Entry]]] = {}
    folders = {language.code: language.folder for language in judged.checked.gathered.settings.languages}
    start = f"{judged.checked.gathered.settings.reference.folder}/"
    for code, files in judged.checked.counts.items():
        names = (f"{folders[code]}/{file.removeprefix(start)}" if file.startswith(start) else file for file in files)
        cases[code] = {name: [] for name in names}
    for entry in entries(judged, judged.findings, catalogue):
        cases.setdefault(entry.finding.code or "-", {}).setdefault(entry.finding.file, []).append(entry)
    suites = {code: [_case(file, found, catalogue) for file, found in listed.items()] for code, listed in cases.items()}
    return junit("translations", suites)


def _case(file: str, found: Sequence[Entry], catalogue: Catalogue) -> Case:
    errors = [entry for entry in found if entry.finding.severity == "error"]
    others = [entry for entry in found if entry.finding.severity != "error"]
    return Case(file, _failure(errors, catalogue) if errors else None, _said(others, catalogue))


def _failure(errors: Sequence[Entry], catalogue: Catalogue) -> Failure:
    message = errors[0].line(catalogue) if len(errors) == 1 else catalogue.counted("errors", len(errors))
    return Failure(errors[0].finding.check, message, _said(errors, catalogue))


def _said(found: Iterable[Entry], catalogue: Catalogue) -> str:
    return "\n".join(f"{entry.place}: {entry.line(catalogue)}. {entry.todo}" for entry in found)
