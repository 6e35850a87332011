"""What was translated: for each unit, the original that a translation renders, kept beside the translation.

One file for each file of words (``docs_fr/translated-from/data/programme/field.yml``), so that people who
work on different pages never meet in it. Written by program, in the order of the words, and read back
without any history of changes.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from handbook.problems import Problem
from handbook.read.text import read_text
from handbook.read.words import MEMORY
from handbook.read.yaml import YamlFile, parse
from handbook.translations.memory_text import FORMAT, memory_text, read_at_a_glance

_FIELDS = {"english": str, "translation": str, "on": str}


@dataclass(frozen=True)
class Remembered:
    """A translated unit: the ``original`` then, a mark of the ``translation`` (`unit.digest`), and the day.

    ``file`` is where that is remembered.
    """

    original: str
    translation: str
    on: str
    file: str = field(default="", compare=False)


Memory = Mapping[str, Remembered]


def place(file: str, folder: str) -> str:
    """Return where the memory of a file of words stands: ``data/roles.yml`` for ``docs_fr/data/roles.yml``."""
    inside = file.removeprefix(f"{folder}/")
    return f"site/{file}" if inside == file else inside.removesuffix(".md") + (".yml" if inside.endswith(".md") else "")


def read_memory(root: Path, folder: str, problems: list[Problem]) -> dict[str, Remembered]:
    """Return what is remembered of the language in ``folder``; add a problem for each file that is damaged."""
    kept: dict[str, Remembered] = {}
    base = root / folder / MEMORY
    for path in sorted(base.rglob("*.yml")) if base.is_dir() else ():
        file = path.relative_to(root).as_posix()
        text = read_text(root, file, problems)
        units = read_at_a_glance(text) if text is not None else None
        if units is not None and kept.keys().isdisjoint(units) and all(_is_day(one[2]) for one in units.values()):
            kept.update((key, Remembered(*fields, file)) for key, fields in units.items())
            continue
        parsed = parse(file, text, problems) if text is not None else None
        if parsed is not None and _of_this_format(parsed, problems):
            kept.update(_entries(parsed, kept, problems))
    return kept


def damaged_memory(problems: Iterable[Problem], folder: str) -> Callable[[str], bool] | None:
    """Return what tells whether the memory of a file of words is damaged; None if no memory in ``folder`` is.

    What such a memory knew is not told unit by unit: its own problem says it.
    """
    start = f"{folder}/{MEMORY}/"
    files = {problem.file.removeprefix(start) for problem in problems if problem.file.startswith(start)}
    return (lambda file: place(file, folder) in files) if files else None


def _of_this_format(file: YamlFile, problems: list[Problem]) -> bool:
    found = file.tree.get("format")
    if found == FORMAT and isinstance(file.tree.get("units"), dict):
        return True
    later = isinstance(found, int) and found > FORMAT
    todo = "Use the newer program that wrote it." if later else "Run scripts/translations.py accept for this page."
    wrong = "the memory was written by a newer program" if later else "the memory is damaged"
    problems.append(Problem(file.file, 1, wrong, f"format: {FORMAT} and units", file.shown(("format",), found), todo))
    return False


def _entries(file: YamlFile, kept: Memory, problems: list[Problem]) -> Iterator[tuple[str, Remembered]]:
    days: list[str] = []
    for key, value in file.tree["units"].items():
        path = ("units", key)
        if not _well_formed(value):
            todo = "Run scripts/translations.py accept for this unit."
            expected = "english, translation and on"
            problems.append(Problem(file.file, file.line(path), f"'{key}' is damaged", expected, todo=todo))
        elif key in kept:
            todo = "Delete one of the two."
            problems.append(
                Problem(file.file, file.line(path), f"'{key}' is remembered in another file too", todo=todo)
            )
        else:
            day = str(value["on"])
            if not _is_day(day):
                days.append(key)
                day = ""
            yield key, Remembered(value["english"], value["translation"], day, file.file)
    if days:
        problems.append(_no_days(file, days))


def _well_formed(value: Any) -> bool:
    if not isinstance(value, dict) or value.keys() != _FIELDS.keys():
        return False
    return all(isinstance(value[name], kind) for name, kind in _FIELDS.items() if name != "on")


@cache
def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _no_days(file: YamlFile, keys: list[str]) -> Problem:
    """Return the problem of all days of a file that are none."""
    path = ("units", keys[0], "on")
    more = f", and of {len(keys) - 1} more" if len(keys) > 1 else ""
    wrong = f"the day of '{keys[0]}' is damaged{more}"
    expected, said = "a day such as YYYY-MM-DD", file.shown(path, file.tree["units"][keys[0]]["on"])
    return Problem(
        file.file, file.line(path), wrong, expected, said, "Run scripts/translations.py accept for this page."
    )


def memory_file(entries: Iterable[tuple[str, Remembered]]) -> str:
    """Return the text of a memory file with ``entries`` in their order."""
    return memory_text({key: (one.original, one.translation, one.on) for key, one in entries})
