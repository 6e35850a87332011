"""The order of a book: the sections of the navigation, with their words in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from handbook.problems import Problem, refuse
from handbook.read.languages import Language, language_entries
from handbook.read.settings import Settings
from handbook.read.text import read_text
from handbook.read.yaml import parse


@dataclass(frozen=True)
class Entry:
    """A page in its place: its path, and the titles of the sections around it, the outermost first."""

    path: str
    sections: tuple[str, ...]


def contents(settings: Settings, language: Language) -> tuple[Entry, ...]:
    """Return every page of the navigation in order; raise `Refused` if ``mkdocs.yml`` cannot be read any more."""
    problems: list[Problem] = []
    text = read_text(settings.root, settings.config, problems)
    file = parse(settings.config, text, problems, engine_tags=True) if text is not None else None
    refuse(problems)
    assert file is not None
    entries = [one.values for one in language_entries(file, problems)]
    said = next(values for values in entries if values.get("locale") == language.code).get("nav_translations")
    return tuple(_entries(file.tree["nav"], (), said or {}))


def chapters(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the pages of each section at the top of the navigation; a page that stands there is alone."""
    return [list(group) for _, group in groupby(entries, lambda one: one.sections[:1] or one.path)]


def _entries(node: Any, sections: tuple[str, ...], said: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the pages below a node of the navigation; ``said`` are titles in the language of the book."""
    if isinstance(node, str):
        yield Entry(node, sections)
    elif isinstance(node, list):
        for child in node:
            yield from _entries(child, sections, said)
    else:
        for title, child in node.items():
            inner = sections if isinstance(child, str) else (*sections, said.get(title) or title)
            yield from _entries(child, inner, said)
