"""Dates as each language writes them, with Babel (CLDR)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from babel import Locale
from babel.dates import format_date, format_skeleton

from handbook.model.dates import PartialDate


def written(when: PartialDate, locale: Locale, label: Callable[[str], str]) -> str:
    """Return a date in words: a day, month, season, year, or a day of every year.

    ``label`` gives the fixed words: ``season-autumn`` (with YEAR in it) and ``first-of-month``
    (``1er`` in French).
    """
    if when.startswith("--"):
        month, day = (int(part) for part in when[2:].split("-"))
        date = datetime.date(2000, month, day)
        return _first(format_skeleton("MMMMd", date, locale=locale), label)
    year, _, rest = when.partition("-")
    if not rest:
        return year
    if rest.isalpha():
        return label(f"season-{rest}").replace("YEAR", year)
    parts = [int(part) for part in when.split("-")]
    if len(parts) == 2:
        return format_skeleton("yMMMM", datetime.date(parts[0], parts[1], 1), locale=locale)
    return _first(format_date(datetime.date(parts[0], parts[1], parts[2]), format="long", locale=locale), label)


def written_day(day: datetime.date, locale: Locale, labels: Mapping[str, object]) -> str:
    """Return a day in words; ``labels`` are the fixed words of the language, which may lack ``first-of-month``."""
    return written(day.isoformat(), locale, lambda name: str(labels.get(name, "1")))


def _first(text: str, label: Callable[[str], str]) -> str:
    return re.sub(r"^1(?=\s)", lambda _one: label("first-of-month"), text)


def order(when: PartialDate | None) -> tuple[str, str]:
    """Return a sort key: the dates of every year and the undated last, a season at its end month."""
    if when is None or when.startswith("--"):
        return ("9998" if when else "9999", when or "")
    months = {"winter": "02", "spring": "05", "summer": "08", "autumn": "11"}
    year, _, rest = when.partition("-")
    return year, months.get(rest, rest)
