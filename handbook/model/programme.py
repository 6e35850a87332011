"""The programme of a year, area by area."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from handbook.model.record import Key, Named, Record, Short, Words
from handbook.model.statement import Contact, Fact, Means, Note, Objective, Priority
from handbook.model.text import Text


class Collections(Record):
    """What an area or a section holds."""

    objectives: Named[Objective] = Field(default_factory=dict)
    priorities: Named[Priority] = Field(default_factory=dict)
    means: Named[Means] = Field(default_factory=dict)
    notes: Named[Note] = Field(default_factory=dict)
    contacts: Named[Contact] = Field(default_factory=dict)


class Section(Collections):
    """A part of an area, with its letter."""

    letter: Short
    title: Text


class Reminder(Record):
    """Something to keep in mind, drawn from statements of the same area (key paths inside it)."""

    text: Text
    of: Words = Field(min_length=1)


class Area(Collections):
    """One area of the programme; ``serves`` names the objectives of the strategy.

    ``title`` is the official heading; ``short`` is what navigation and lists show where it is long.
    """

    number: Short
    title: Text
    short: Text | None = None
    serves: Words = ()
    sections: Named[Section] = Field(default_factory=dict)
    remember: Named[Reminder] = Field(default_factory=dict)

    def groups(self) -> tuple[Any, ...]:
        """Return the area and its sections, all of which hold statements."""
        return (self, *self.sections.values())


class Programme(Record):
    """What the programme of a ``year`` says of itself, and its areas in order."""

    title: Text
    year: int = Field(strict=True, ge=1000, le=9999)
    areas: tuple[Key, ...] = Field(min_length=1)
    field_areas: tuple[Key, ...] = ()
    introduction: Named[Fact] = Field(default_factory=dict)
    priorities: Named[Priority] = Field(default_factory=dict)
    contacts: Named[Contact] = Field(default_factory=dict)
