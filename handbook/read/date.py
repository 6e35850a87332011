"""The day for which a handbook is built; never the clock's, if anybody gives one."""

from __future__ import annotations

import datetime
import os

from handbook.problems import CouldNotRun, Problem
from handbook.read.yaml import YamlFile

#: What a command line or a publishing workflow sets (``2026-11-22``).
VARIABLE = "HANDBOOK_DATE"
#: The same in seconds, as tools for reproducible builds set it (reproducible-builds.org).
EPOCH = "SOURCE_DATE_EPOCH"


def given_date(file: YamlFile, problems: list[Problem]) -> datetime.date:
    """Return the date from the environment, else ``extra: date:`` of mkdocs.yml, else today's.

    Raises `CouldNotRun` for a date of the environment that is none; adds a problem for one of the file.
    """
    if given := os.environ.get(VARIABLE):
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            raise CouldNotRun(f"{VARIABLE} is not a date: expected YYYY-MM-DD, found '{given}'") from None
    if given := os.environ.get(EPOCH):
        try:
            return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise CouldNotRun(f"{EPOCH} is not a number of seconds: found '{given}'") from None
    extra = file.tree.get("extra")
    written = extra.get("date") if isinstance(extra, dict) else None
    if written is None:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.date.fromisoformat(str(written))
    except ValueError:
        path = ("extra", "date")
        wrong = "the date of the handbook is not a date"
        problems.append(Problem(file.file, file.line(path), wrong, "YYYY-MM-DD", file.shown(path, written)))
        return datetime.date.min
