"""New words are put into the files of a handbook, in place; everything else keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from handbook.problems import Problem, refuse
from handbook.read.words import MEMORY
from handbook.translations.gather import Gathered, gather
from handbook.translations.unit import Unit, folded
from handbook.translations.writing.new_files import new_files
from handbook.write.files import write_together

_ATTRIBUTES = re.compile(r"\{:[^}]*|\{ #[^}]*")


def write_back(root: Path, changes: Mapping[Unit, str], gathered: Gathered | None = None) -> list[str]:
    """Write the words of ``changes`` into the handbook in ``root``; return the files that are different now.

    A unit is one that `gather` found, or one that a language lacks (`homes.home`): then it is added at the
    place that the original's order says. ``gathered`` spares reading the handbook anew.

    Raises `Refused` if the words have problems already, or if new words would be read back otherwise than
    they were given (a list where a sentence was, a bracket too few), and `CouldNotRun` if a file cannot be
    written. In both cases nothing is written.
    """
    files = planned(gathered or gather(root), changes)
    write_together({root / file: content for file, content in files.items()})
    return sorted(files)


def planned(gathered: Gathered, changes: Mapping[Unit, str]) -> dict[str, bytes]:
    """Return the files that `write_back` would write; raise `Refused` as it does.

    Words that a unit has already are left alone, layout and all; line breaks in new words count as blanks.
    """
    refuse([one for one in gathered.problems if f"/{MEMORY}/" not in one.file])
    new = {unit: folded(words) for unit, words in changes.items() if folded(words) != unit.text}
    originals = {one.key: one.text for one in gathered.units[gathered.settings.reference.code]}
    known = {unit: (_attributes(unit.text), _attributes(originals.get(unit.key, ""))) for unit in new}
    refuse([_anchor(unit) for unit, words in new.items() if _attributes(words) not in known[unit]])
    files, problems = new_files(gathered, new)
    refuse(problems)
    return files


def _attributes(words: str) -> list[str]:
    return _ATTRIBUTES.findall(words)


def _anchor(unit: Unit) -> Problem:
    todo = "Anchors and attributes stay as they are: write the words only."
    return Problem(unit.file, unit.line, f"the words of '{unit.key}' hold an anchor or attributes", todo=todo)
