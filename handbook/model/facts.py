"""Dated events and figures."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.dates import PartialDate
from handbook.model.documents import Voice
from handbook.model.record import Key, Short
from handbook.model.statement import Headed
from handbook.model.text import Text


class Event(Headed):
    """Something dated; ``until`` ends a period. ``when`` is missing where the source gives no date."""

    kind: ClassVar[str] = "event"
    when: PartialDate | None = None
    until: PartialDate | None = None


class Figure(Headed):
    """A number with its unit, date, population and owner, shown with an ``area`` of the programme."""

    kind: ClassVar[str] = "figure"
    area: Key
    value: float = Field(strict=True, allow_inf_nan=False)
    unit: Short
    comparison: Literal["exactly", "at-least", "at-most", "more-than", "less-than"] = "exactly"
    when: PartialDate
    population: Text
    owner: Voice
