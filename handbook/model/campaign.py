"""A campaign: what was done, step by step, what was won and what remained open."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.dates import PartialDate
from handbook.model.record import Named, Record, Words
from handbook.model.statement import Contact, Fact, Headed
from handbook.model.text import Text


class Step(Headed):
    """Something that was done; ``when`` is its date, if the source gives it."""

    kind: ClassVar[str] = "step"
    when: PartialDate | None = None


class Result(Headed):
    """Something that was won."""

    kind: ClassVar[str] = "result"


class LeftOpen(Headed):
    """Something that remained to be done."""

    kind: ClassVar[str] = "left-open"


class Campaign(Record):
    """A campaign, in the order in which it can be told; ``serves`` names objectives of the strategy."""

    title: Text
    short: Text | None = None
    serves: Words = ()
    introduction: Named[Fact] = Field(default_factory=dict)
    steps: Named[Step] = Field(min_length=1)
    results: Named[Result] = Field(min_length=1)
    left_open: Named[LeftOpen] = Field(default_factory=dict)
    contacts: Named[Contact] = Field(default_factory=dict)
