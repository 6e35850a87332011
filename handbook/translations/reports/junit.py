"""The report as JUnit XML: a suite a language, a case a file, a failure where a file has errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import Entry, entries

#: What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    root = Element("testsuites", name="translations")
    for code, listed in cases.items():
        failed = sum(any(entry.finding.severity == "error" for entry in found) for found in listed.values())
        suite = SubElement(root, "testsuite", {"name": code, "tests": str(len(listed)), "failures": str(failed)})
        for file, found in listed.items():
            _case(suite, code, file, found, catalogue)
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, code: str, file: str, found: Sequence[Entry], catalogue: Catalogue) -> None:
    case = SubElement(suite, "testcase", classname=code, name=file)
    errors = [entry for entry in found if entry.finding.severity == "error"]
    others = [entry for entry in found if entry.finding.severity != "error"]
    if errors:
        message = _legal(errors[0].line(catalogue)) if len(errors) == 1 else catalogue.counted("errors", len(errors))
        SubElement(case, "failure", type=errors[0].finding.check, message=message).text = _said(errors, catalogue)
    if others:
        SubElement(case, "system-out").text = _said(others, catalogue)


def _said(found: Iterable[Entry], catalogue: Catalogue) -> str:
    return _legal("\n".join(f"{entry.place}: {entry.line(catalogue)}. {entry.todo}" for entry in found))


def _legal(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
