"""JUnit XML, which CI hosts show as a list of tests.

https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

#: What XML 1.0 cannot hold. https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Failure(NamedTuple):
    """Why a case failed: its kind, one line, and the whole."""

    kind: str
    message: str
    text: str


class Case(NamedTuple):
    """One thing that was tested, often a file; ``output`` is what is told whether or not it failed."""

    name: str
    failure: Failure | None = None
    output: str = ""


def junit(name: str, suites: Mapping[str, Sequence[Case]]) -> str:
    """Return a report called ``name`` of suites of cases, as XML; what XML cannot hold becomes U+FFFD."""
    root = Element("testsuites", name=_legal(name))
    for title, cases in suites.items():
        failures = sum(case.failure is not None for case in cases)
        counted = {"name": _legal(title), "tests": str(len(cases)), "failures": str(failures)}
        suite = SubElement(root, "testsuite", counted)
        for case in cases:
            _add(suite, title, case)
    for count in ("tests", "failures"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add(suite: Element, title: str, case: Case) -> None:
    element = SubElement(suite, "testcase", classname=_legal(title), name=_legal(case.name))
    if case.failure is not None:
        said = {"type": _legal(case.failure.kind), "message": _legal(case.failure.message)}
        SubElement(element, "failure", said).text = _legal(case.failure.text)
    if case.output:
        SubElement(element, "system-out").text = _legal(case.output)


def _legal(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
