"""When a new year cannot be started, and what must be mended first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.next_year.data import MARK, programme_files
from handbook.problems import CouldNotRun, Problem
from handbook.read.words import Words
from handbook.stage import Staged

_YEAR = re.compile(r"[1-9]\d{3}")
#: Fixed words that the pages of an earlier year need.
_LABELS = (
    *("carried-over", "earlier-years", "past-year", "past-year-changes", "year-changes", "year-changes-about"),
    *("year-new", "year-changed", "year-dropped", "year-carried", "year-before", "year-now", "year-none"),
)


def year_from(written: str) -> int:
    """Return a year as a person wrote it; raise `CouldNotRun` if it is none."""
    if not _YEAR.fullmatch(written):
        raise CouldNotRun(f"'{written}' is not a year: write four digits")
    return int(written)


def old_year(staged: Staged, new: int) -> int:
    """Return the year that ends; raise `CouldNotRun` if ``new`` cannot follow it."""
    handbook = staged.site.handbooks[staged.settings.reference.code]
    if handbook.programme is None:
        raise CouldNotRun("the handbook has no programme (data/programme.yml)")
    old = handbook.programme.year
    if new == old:
        raise CouldNotRun(f"the programme is that of {new} already")
    if new < old:
        kept = f"the handbook keeps the programme of {new} already" if str(new) in handbook.years else ""
        raise CouldNotRun(kept or f"{new} is not later than {old}, the year of the programme")
    for language in staged.settings.languages:
        for folder in (f"{language.folder}/data/years/{old}", f"{language.folder}/years/{old}"):
            if (staged.settings.root / folder).exists():
                raise CouldNotRun(f"{folder} exists already, and the year {old} would be kept there")
    return old


def unconfirmed(reference: Words) -> Iterator[Problem]:
    """Yield a problem for each statement that was never confirmed: it would be kept as if it had been."""
    for _, file in programme_files(reference):
        for path, line in file.lines.items():
            if path[-1:] == (MARK,):
                wrong = f"'{'.'.join(map(str, path[:-1]))}' is still to be confirmed for the year that ends"
                yield Problem(file.file, line, wrong, todo="Confirm it and delete this line, or delete the statement.")


def lacking(reference: Words) -> Iterator[Problem]:
    """Yield a problem for each fixed word that the pages of an earlier year print and the handbook lacks."""
    labels = reference.data["labels"]
    for name in _LABELS:
        if labels is not None and name not in labels.tree:
            wrong = f"the label '{name}' is missing"
            yield Problem(labels.file, 0, wrong, todo="Add it: pages of earlier years print it.")
