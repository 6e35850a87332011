"""What a person means by a word on the command line: a unit, a record, a section, a page, a file, or everything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from handbook.problems import Problem, near, refuse
from handbook.translations.finding import Pair


def selected(pairs: Iterable[Pair], names: Collection[str]) -> list[Pair]:
    """Return the pairs that ``names`` mean: keys, beginnings of keys, pages and files of any language.

    Raises `Refused` for a name that means nothing.
    """
    every = list(pairs)
    meant = {name: [pair for pair in every if name in _names(pair)] for name in names}
    refuse([_nothing(name, every) for name, found in meant.items() if not found])
    chosen = {id(pair) for found in meant.values() for pair in found}
    return [pair for pair in every if id(pair) in chosen]


def _names(pair: Pair) -> set[str]:
    """Return everything that a pair can be called by."""
    names: set[str] = set()
    for unit in (pair.original, pair.translation):
        if unit is not None:
            inner = unit.file.partition("/")[2]
            names.update(start for name in (unit.file, inner, unit.key) for start in _starts(name))
    return names


def _starts(name: str) -> list[str]:
    return [name, *(name[:place] for place, mark in enumerate(name) if mark in "./#")]


def _nothing(name: str, pairs: Sequence[Pair]) -> Problem:
    known = {each for pair in pairs for each in _names(pair)}
    todo = near(name, known) or "Name a page, a file of words, or a key as 'status' shows it."
    return Problem(name, 0, "there is nothing of this name to translate", todo=todo)
