"""The strategy of a period: vision, mission, pillars, objectives, course of action."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from handbook.model.record import Key, Named, Record, Words, written_as
from handbook.model.statement import Means, Mission, Note, Objective, Pillar, Vision
from handbook.model.text import Text

PERIOD = r"^[0-9]{4}-[0-9]{4}$"


class StrategicObjective(Record):
    """One objective: a single statement (``text``, ``source``) or a title over several ``parts``.

    ``title`` is the official heading; ``short`` is what navigation and lists show where it is long.
    """

    kind: ClassVar[str] = "objective"
    title: Text
    short: Text | None = None
    text: Text | None = None
    caution: Text | None = None
    source: Words = ()
    notes: Named[Note] = Field(default_factory=dict)
    parts: Named[Objective] = Field(default_factory=dict)


class CourseHeading(Record):
    """The means of action under one pillar."""

    pillar: Key
    means: Named[Means] = Field(min_length=1)


class CourseOfAction(Record):
    """The means of action of the whole period, by pillar."""

    notes: Named[Note] = Field(default_factory=dict)
    headings: Named[CourseHeading] = Field(min_length=1)


class Strategy(Record):
    """The strategy of a ``period`` (``2020-2025``)."""

    title: Text
    period: Annotated[str, Field(pattern=PERIOD), written_as(PERIOD, "two years, YYYY-YYYY")]
    vision: Vision
    mission: Mission
    pillars: Named[Pillar]
    notes: Named[Note] = Field(default_factory=dict)
    objectives: Named[StrategicObjective] = Field(min_length=1)
    course_of_action: CourseOfAction | None = None
