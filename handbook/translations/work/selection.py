"""What a person means by a word on the command line: a unit, a record, a section, a page, a file, or everything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from handbook.problems import Problem, near, refuse
from handbook.translations.finding import Pair


def selected(pairs: Iterable[Pair], names: Collection[str], folders: Collection[str] = ()) -> list[Pair]:
    """Return the pairs that ``names`` mean: keys, beginnings of keys, pages, files and folders.

    ``folders`` are those of the two languages: a file in one means the same file in the other too, since it
    may be missing there. A file may be named without its folders. Raises `Refused` for a name that means nothing.
    """
    every = list(pairs)
    meant = {name: _meant(name.rstrip("/"), every, folders) for name in names}
    refuse([_nothing(name, every) for name, found in meant.items() if not found])
    chosen = {id(pair) for found in meant.values() for pair in found}
    return [pair for pair in every if id(pair) in chosen]


def _meant(name: str, pairs: Sequence[Pair], folders: Collection[str]) -> list[Pair]:
    if name in folders:
        return [pair for pair in pairs if any(file.partition("/")[0] in folders for file in _files(pair))]
    folder, _, inner = name.partition("/")
    looked = inner if folder in folders else name
    exact = [pair for pair in pairs if looked in _names(pair)]
    ending = f"/{looked}"
    return exact or [pair for pair in pairs if looked and any(file.endswith(ending) for file in _files(pair))]


def _files(pair: Pair) -> list[str]:
    return [unit.file for unit in (pair.original, pair.translation) if unit is not None]


def _names(pair: Pair) -> set[str]:
    """Return everything that a pair can be called by."""
    names: set[str] = set()
    for unit in (pair.original, pair.translation):
        if unit is not None:
            inner = unit.file.partition("/")[2]
            names.update(start for name in (unit.file, inner, unit.key) for start in _starts(name))
    return names - {""}


def _starts(name: str) -> list[str]:
    return [name, *(name[:place] for place, mark in enumerate(name) if mark in "./#")]


def _nothing(name: str, pairs: Sequence[Pair]) -> Problem:
    known = {each for pair in pairs for each in (*_names(pair), *(file.rpartition("/")[2] for file in _files(pair)))}
    todo = near(name, known) or "Name a page, a file, a folder or a text as 'status' shows them."
    return Problem(name, 0, "there is nothing of this name to translate", todo=todo)
