"""The words of all languages become one immutable handbook a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.join.files import check_names_of_files, keeps
from handbook.join.laying import Laying
from handbook.join.merge import Missing
from handbook.join.references import Names, check_register_keys, check_sentences
from handbook.join.registers import check_registers
from handbook.join.units import check_units
from handbook.kept import Shelf, mark_of
from handbook.model.handbook import Handbook
from handbook.problems import Problem
from handbook.read.words import Words


@dataclass(frozen=True)
class Joined:
    """The handbooks by language code, and what translations lack."""

    handbooks: dict[str, Handbook]
    missing: dict[str, tuple[Missing, ...]]


def join(words: Sequence[Words], problems: list[Problem], shelf: Shelf | None = None) -> Joined | None:
    """Return the handbook of every language, or None if the reference language has problems; add them all.

    Sentences that a translation lacks are not problems yet: whether they are depends on what the build
    was told, so they are returned. A translation with problems is joined from the reference's sentences,
    so that its pages can be checked all the same. What is on the ``shelf``, file by file, is not joined again.
    """
    shelf = shelf if shelf is not None else Shelf({})
    mark = _mark_of_all(words)
    if mark in shelf:
        shelf.keep_all()
        whole: Joined = shelf.known(mark)
        return whole
    found: list[Problem] = []
    joined = _joined(words, found, shelf)
    problems.extend(found)
    if joined is not None and not found:
        shelf.put(mark, joined)
    return joined


def _mark_of_all(words: Sequence[Words]) -> str:
    """Return a mark of the data of all languages, those included that have none."""
    marks = ((one.language, sorted((name, file and file.mark) for name, file in one.data.items())) for one in words)
    return mark_of("all", *marks)


def _joined(words: Sequence[Words], problems: list[Problem], shelf: Shelf) -> Joined | None:
    reference = next(one for one in words if one.language.reference)
    translations = [one for one in words if not one.language.reference]
    found: list[Problem] = []
    check_names_of_files(reference, translations, found)
    kept = {name for name, file in reference.data.items() if keeps(name, file, found, shelf)}
    names = Names.of(reference.data)
    found.extend(check_register_keys(reference.data))
    found.extend(check_sentences(reference.data, names, shelf))
    found.extend(check_units(reference.data))
    found.extend(check_registers(reference.data, kept))
    problems.extend(found)
    joined = Laying(reference, sorted(kept), names, problems, shelf)
    for one in translations:
        joined.translate(one)
    whole = not found and bool(kept) and kept == set(reference.data)
    return Joined(joined.handbooks(), joined.missing) if whole else None
