"""What the handbook itself says to help: roles, questions, open questions, differences, forms.

None of it is a statement of a source. Roles and questions are drawn ``of`` statements, by key path, so that
nobody answers what no source says.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.record import Named, Record, Words
from handbook.model.text import Text


class Drawn(Record):
    """Words of the handbook, drawn ``of`` statements."""

    text: Text
    of: Words = Field(min_length=1)


class Role(Record):
    """What a representative can be; statements name their roles under ``for``."""

    kind: ClassVar[str] = "role"
    name: Text
    about: Text
    of: Words = Field(min_length=1)


class Question(Drawn):
    """What is asked; ``ask`` names the bodies to turn to. ``case``: somebody comes with a problem."""

    kind: ClassVar[str] = "question"
    group: Literal["case", "answer"]
    title: Text
    ask: Words = ()
    serves: Words = ()


class OpenQuestion(Drawn):
    """What the sources leave open, or say in two ways."""

    kind: ClassVar[str] = "open-question"
    title: Text
    ask: Words = ()
    serves: Words = ()


class Difference(Record):
    """Where copies of the same words differ, with the rows of the register in which it shows."""

    kind: ClassVar[str] = "difference"
    group: Literal["titles", "all-staff", "objectives", "course", "pillars", "only-in-one", "programme"]
    title: Text
    text: Text
    source: Words = Field(min_length=1)


class FormField(Record):
    """A place to write: ``lines`` high, or boxes to tick for the terms ``choices``."""

    label: Text
    hint: Text | None = None
    lines: int = Field(default=1, strict=True, ge=1, le=20)
    choices: Words = ()


class Form(Record):
    """A sheet to print and fill in by hand."""

    kind: ClassVar[str] = "form"
    title: Text
    about: Text
    fields: Named[FormField] = Field(min_length=1)
