"""A report of the other side: what it says it did, outcome by outcome. Its voice is its document's."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.record import Key, Named, Record, Short
from handbook.model.statement import Headed
from handbook.model.text import Text


class Paragraph(Headed):
    """What a report says in one place."""

    kind: ClassVar[str] = "report-paragraph"


class FocusArea(Headed):
    """What an outcome concentrates on, with the paragraphs on it."""

    kind: ClassVar[str] = "focus-area"
    number: Short
    paragraphs: Named[Paragraph] = Field(default_factory=dict)


class Outcome(Headed):
    """What a report wants to have brought about."""

    kind: ClassVar[str] = "outcome"
    number: Short
    areas: Named[FocusArea] = Field(default_factory=dict)


class Lesson(Paragraph):
    """What a report says it has learned."""

    kind: ClassVar[str] = "lesson"


class Report(Record):
    """A report, in the order of its paper; ``document`` is its key in ``documents.yml``."""

    title: Text
    short: Text
    document: Key
    introduction: Named[Paragraph] = Field(default_factory=dict)
    outcomes: Named[Outcome] = Field(min_length=1)
    lessons: Named[Lesson] = Field(default_factory=dict)
    decision: Named[Paragraph] = Field(default_factory=dict)
