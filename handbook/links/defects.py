"""The catalogue: each class of defect is a page, which holds its sentences too.

A page of ``handbook/links/defects`` begins with ``severity``, ``wrong`` and ``todo`` (sentences with ``{facts}``);
then, for a person, what it means, an example and the cure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml

from handbook.links.finding import Finding

Severity = Literal["error", "warning", "note"]
_FOLDER = Path(__file__).with_name("defects")


@dataclass(frozen=True)
class Defect:
    """A class of defect: how bad it is, its sentences, and its page.

    An *error* stops a reader; a *warning* costs somebody something; a *note* is good to know.
    """

    code: str
    severity: Severity
    wrong: str
    todo: str
    text: str
    page: str

    def says(self, finding: Finding) -> str:
        """Return what is wrong, for a person."""
        return _filled(self.wrong, finding)

    def asks(self, finding: Finding) -> str:
        """Return what is to be done."""
        meant = f"Did you mean '{finding.instead}'?" if finding.instead else ""
        return " ".join(filter(None, [meant, _filled(self.todo, finding)]))


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"({key} unknown)"


def _filled(sentence: str, finding: Finding) -> str:
    known = {"address": finding.address, "words": finding.words, "instead": finding.instead, "file": finding.file}
    if not finding.words:
        sentence = sentence.replace("the link '{words}'", "a link")
    return sentence.format_map(_Facts({**known, **finding.facts}))


def defects() -> Mapping[str, Defect]:
    """Return every class of defect by its code."""
    return {path.stem: defect_of(path.stem) for path in sorted(_FOLDER.glob("*.md"))}


@cache
def defect_of(code: str) -> Defect:
    """Return the class of defect ``code``, read from its page."""
    path = _FOLDER / f"{code}.md"
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    said = yaml.safe_load(head)
    page = f"handbook/links/defects/{path.name}"
    return Defect(code, cast(Severity, said["severity"]), said["wrong"], said["todo"], text.strip(), page)
