"""Earlier years: each is kept in a folder of its year, earlier than the current one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from handbook.join.references import Data
from handbook.problems import Problem
from handbook.read.yaml import Path, YamlFile

YEARS = "years/"
_YEAR = re.compile(r"[1-9]\d{3}")


def past_programmes(data: Data) -> list[str]:
    """Return what the programmes of earlier years are called (``years/1901/programme``), oldest first."""
    return sorted({"/".join([*name.split("/")[:2], "programme"]) for name in data if name.startswith(YEARS)})


def check_years(data: Data, sound: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each earlier year that is in the wrong folder, or that a statement takes for one."""
    current = data.get("programme") if "programme" in sound else None
    for name in past_programmes(data):
        if name in sound and (programme := data[name]) is not None:
            yield from _check_year(programme, name.split("/")[1], current)
    for name in [name for name in data if name.partition("/")[0] == "programme"]:
        file = data.get(name)
        for path in file.lines if file is not None and current is not None else ():
            assert current is not None
            if file is not None and path[-1:] == ("carried-over",):
                yield from _check_mark(file, path, current)


def _check_year(programme: YamlFile, year: str, current: YamlFile | None) -> Iterator[Problem]:
    line = programme.line(("year",))
    if not _YEAR.fullmatch(year):
        wrong = f"the folder '{year}' is not called after a year"
        yield Problem(programme.file, 0, wrong, todo="Call it by the year of the programme that it holds.")
    elif programme.tree["year"] != int(year):
        wrong = f"the programme is not of the year of its folder, '{year}'"
        yield Problem(programme.file, line, wrong, f"year: {year}", f"'{programme.tree['year']}'")
    elif current is not None and int(year) >= current.tree["year"]:
        wrong = f"the year {year} is not earlier than the current programme's ({current.tree['year']})"
        todo = f"Correct 'year' in {current.file}, or delete the folder of this year."
        yield Problem(programme.file, line, wrong, todo=todo)


def _check_mark(file: YamlFile, path: Path, current: YamlFile) -> Iterator[Problem]:
    value: Any = file.tree
    for part in path:
        value = value[part]
    if isinstance(value, int) and value >= current.tree["year"]:
        wrong = f"the statement is carried over from {value}, and the programme is of {current.tree['year']}"
        yield Problem(file.file, file.line(path), wrong, "an earlier year", todo="Correct it, or delete the line.")
