"""Entries that sentences name: bodies, instruments (texts) and terms."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.record import Codes, Record, Words
from handbook.model.text import Text

BodyKind = Literal["union", "joint", "administration", "united-nations", "federation", "tribunal", "fund"]
InstrumentKind = Literal["agreement", "union-rules", "internal", "plan", "convention", "international", "publication"]
TermKind = Literal["contract", "category", "abbreviation", "idea", "role", "work"]


class Entry(Record):
    """Something that sentences name by ``[[key]]``: the name is kept here and nowhere else.

    ``short`` is what ``[[key]]`` prints (an abbreviation or a short form); without it, ``name``.
    ``attested`` lists the languages whose form was seen in an official or union text; in the others the
    form is still to be confirmed by a person. ``everyday`` marks a name that every reader knows, so that
    it is not spelt out under each sentence.
    """

    name: Text
    short: Text | None = None
    about: Text
    caution: Text | None = None
    source: Words = Field(min_length=1)
    attested: Codes = ()
    everyday: bool = Field(default=False, strict=True)

    @property
    def label(self) -> Text:
        """Return what a sentence prints."""
        return self.short or self.name


class Body(Entry):
    """A committee, office, organization or person in a function."""

    kind: ClassVar[str] = "body"
    group: BodyKind = Field(alias="kind")


class Instrument(Entry):
    """A text that can be invoked: agreement, rule, convention, plan."""

    kind: ClassVar[str] = "instrument"
    group: InstrumentKind = Field(alias="kind")


class Term(Entry):
    """A word or abbreviation that needs an explanation."""

    kind: ClassVar[str] = "term"
    group: TermKind = Field(alias="kind")
