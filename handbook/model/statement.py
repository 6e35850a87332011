"""A statement: what somebody says, with the rows of the documents that it comes from."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.record import Named, Record, Words
from handbook.model.text import Text

#: How often something comes back.
Rhythm = Literal["week", "month", "quarter", "half-year", "year"]


class Sourced(Record):
    """A sentence with its source.

    ``source`` names one or more rows of the register in ``documents.yml``, as
    ``document/part/kind/item``; voice, status and date follow from the document of the first one.
    ``caution`` is the handbook's own remark, where the sources contradict each other or are unclear.
    ``carried-over`` names the year whose statement goes on unseen, until a person confirms it.
    """

    title: Text | None = None
    text: Text
    caution: Text | None = None
    carried_over: int | None = Field(default=None, strict=True, ge=1000, le=9999)
    source: Words = Field(min_length=1)


class Note(Sourced):
    """A remark of the source on a sentence or on a whole part."""

    kind: ClassVar[str] = "note"


class Part(Sourced):
    """A sub-item with the source's ``notes`` on it; it is of its parent's kind."""

    notes: Named[Note] = Field(default_factory=dict)


class Statement(Sourced):
    """A sentence with its source, the source's ``notes`` on it and its ``parts``, in order.

    ``serves`` names objectives of the strategy (without it, those of the area, outcome or campaign that
    holds the statement); ``roles`` (in YAML ``for``) names who can do it; ``every`` says how often.
    """

    serves: Words = ()
    roles: Words = Field(default=(), alias="for")
    every: Rhythm | None = None
    notes: Named[Note] = Field(default_factory=dict)
    parts: Named[Part] = Field(default_factory=dict)


class Headed(Statement):
    """A statement that always has a short title, so that it can be found by it."""

    title: Text


class Objective(Headed):
    """What is wanted."""

    kind: ClassVar[str] = "objective"


class Priority(Headed):
    """What comes first."""

    kind: ClassVar[str] = "priority"


class Means(Headed):
    """A means of action: what is done for an objective."""

    kind: ClassVar[str] = "means"


class Fact(Headed):
    """What a document says of itself or of its time."""

    kind: ClassVar[str] = "fact"


class Contact(Statement):
    """Where to turn: an address of an office or a site, never of a person."""

    kind: ClassVar[str] = "contact"


class Vision(Headed):
    """What the union wants to be."""

    kind: ClassVar[str] = "vision"


class Mission(Headed):
    """What the union is for."""

    kind: ClassVar[str] = "mission"


class Pillar(Headed):
    """One of the ways in which the mission is carried out."""

    kind: ClassVar[str] = "pillar"
