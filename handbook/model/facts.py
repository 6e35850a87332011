"""Dated events, and figures with their units."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.model.dates import PartialDate, span
from handbook.model.record import Key, Named, Record
from handbook.model.statement import Headed
from handbook.model.text import Text

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]


class Event(Headed):
    """Something dated; ``until`` ends a period. ``when`` is missing where the source gives no date."""

    kind: ClassVar[str] = "event"
    when: PartialDate | None = None
    until: PartialDate | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Event:
        """Refuse a period that ends before it begins."""
        _check_period(self.when, self.until)
        return self


class Value(Record):
    """One of the values of a figure."""

    label: Text
    value: Number
    when: PartialDate | None = None


class Figure(Headed):
    """A number, or several to be compared, with unit, date and population.

    ``area`` is the area of the programme that shows it; without it, the page of figures does. A chart of
    ``bars`` compares ``values``; a ``share`` is a percentage of a whole.
    """

    kind: ClassVar[str] = "figure"
    area: Key | None = None
    value: Number | None = None
    values: Named[Value] = Field(default_factory=dict)
    unit: Key
    comparison: Literal["exactly", "at-least", "at-most", "more-than", "less-than"] = "exactly"
    when: PartialDate
    until: PartialDate | None = None
    population: Text
    chart: Literal["bars", "share"] | None = None

    @model_validator(mode="after")
    def _sound(self) -> Figure:
        """Refuse a figure that says nothing, or one that a chart cannot show."""
        _check_period(self.when, self.until)
        if (self.value is None) == (not self.values):
            raise _unsound("either one 'value' or several 'values'", "Write one of the two.")
        if len(self.values) == 1:
            raise _unsound("two 'values' or more", "Write 'value: …' for a single number.")
        if self.chart == "bars" and not self.values:
            raise _unsound("two 'values' or more for a chart of bars", "Add values, or delete 'chart'.")
        if self.chart == "share" and (self.unit != "percent" or self.value is None or not 0 <= self.value <= 100):
            raise _unsound("one 'value' from 0 to 100 in percent for a share", "Correct it, or delete 'chart'.")
        if self.chart == "bars" and min(value.value for value in self.values.values()) < 0:
            raise _unsound("no value below 0 in a chart of bars", "Correct it, or delete 'chart'.")
        return self


class Unit(Record):
    """What a figure counts, with a form for each plural of the language (CLDR); ``NUMBER`` stands for the number."""

    own_fields: ClassVar[bool] = True
    zero: Text | None = None
    one: Text | None = None
    two: Text | None = None
    few: Text | None = None
    many: Text | None = None
    other: Text


def _check_period(when: PartialDate | None, until: PartialDate | None) -> None:
    alike = when is not None and until is not None and when.startswith("--") == until.startswith("--")
    if until is not None and not (alike and span(until)[1] >= span(when or until)[0]):
        raise _unsound("'until' after 'when', both with a year or both without", "Correct one of the two dates.")


def _unsound(expected: str, todo: str) -> PydanticCustomError:
    return PydanticCustomError("unsound", "unsound", {"expected": expected, "todo": todo})
