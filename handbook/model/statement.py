"""A statement: what somebody says, with the rows of the documents that it comes from."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.record import Named, Record, Words
from handbook.model.text import Text


class Sourced(Record):
    """A sentence with its source.

    ``source`` names one or more rows of the register in ``documents.yml``, as
    ``document/part/kind/item``; voice, status and date follow from the document of the first one.
    ``caution`` is the handbook's own remark, where the sources contradict each other or are unclear.
    """

    title: Text | None = None
    text: Text
    caution: Text | None = None
    source: Words = Field(min_length=1)


class Part(Sourced):
    """A sub-item; it is of its parent's kind."""


class Note(Sourced):
    """A remark of the source on a sentence or on a whole part."""

    kind: ClassVar[str] = "note"


class Statement(Sourced):
    """A sentence with its source, the source's ``notes`` on it and its ``parts``, in order."""

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
