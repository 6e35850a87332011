"""The front matter of a page held against the original's: what is no words is the same in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.read.pages import Page
from handbook.translations.finding import Finding
from handbook.translations.structure import Twins

#: What is words, and is translated as such.
_WORDS = ("title", "description")


def check_front(twins: Twins) -> Iterator[Finding]:
    """Yield a finding for each key of the front matter that one side lacks, or that says something else."""
    ours, theirs = twins.original.front, twins.translation.front
    for key in dict.fromkeys((*ours, *theirs)):
        if key not in _WORDS and _same(ours.get(key)) != _same(theirs.get(key)):
            line = twins.translation.front_lines.get(key, 1)
            facts = {"expected": _shown(key, twins.original), "found": _shown(key, twins.translation)}
            more = {"name": key, "paste": facts["expected"]}
            page = twins.translation
            yield Finding("front-matter", "error", twins.code, page.path, page.file, line, {**facts, **more})


def _same(value: Any) -> Any:
    """Return what is compared of a value: the order of a list and a list of one do not matter."""
    return sorted(map(str, value)) if isinstance(value, list) else [] if value is None else [str(value)]


def _shown(key: str, page: Page) -> str:
    value = page.front.get(key)
    if value is None:
        return ""
    return f"{key}: [{', '.join(map(str, value))}]" if isinstance(value, list) else f"{key}: {value}"
