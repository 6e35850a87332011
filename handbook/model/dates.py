"""Dates as the sources give them: a day, a month, a season, a year, or a day of every year."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

_FORM = re.compile(
    r"^(?:([0-9]{4})(?:-(spring|summer|autumn|winter)|-([0-9]{2})(?:-([0-9]{2}))?)?|--([0-9]{2})-([0-9]{2}))$"
)


def _date(value: Any) -> str:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    match = _FORM.fullmatch(text)
    if match is None:
        raise PydanticCustomError("date_form", "the date has another form", {"value": str(value)})
    year, _season, month, day, every_month, every_day = match.groups()
    try:
        datetime.date(int(year or 2000), int(month or every_month or 1), int(day or every_day or 1))
    except ValueError:
        raise PydanticCustomError("date_impossible", "the date is impossible", {"value": text}) from None
    return text


_Input = Annotated[str, Field(pattern=_FORM.pattern)] | Annotated[int, Field(ge=1000, le=9999)]
#: ``2025-02-20``, ``2025-02``, ``2025-autumn``, ``2025``, or ``--05-01`` for every 1 May.
PartialDate = Annotated[str, Field(pattern=_FORM.pattern), BeforeValidator(_date, json_schema_input_type=_Input)]


def span(when: PartialDate, until: PartialDate | None = None) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a date can mean, ``until`` ending it.

    A season is spread over its whole year, since its months depend on the hemisphere. A day of every year
    is returned in the year 2000.
    """
    year, month, day = _parts(when)
    first = datetime.date(year, month or 1, day or 1)
    if until:
        return first, max(first, span(until)[1])
    if day:
        return first, first
    if month:
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    return first, datetime.date(year, 12, 31)


def _parts(when: PartialDate) -> tuple[int, int, int]:
    match = _FORM.fullmatch(when)
    assert match is not None, "the model holds no other date"
    year, _season, month, day, every_month, every_day = match.groups()
    return int(year or 2000), int(month or every_month or 0), int(day or every_day or 0)
