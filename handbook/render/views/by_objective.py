"""What the handbook holds on an objective of the strategy, voice by voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from handbook.model.campaign import LeftOpen, Result
from handbook.model.facts import Figure
from handbook.model.guidance import OpenQuestion, Question
from handbook.model.record import Record
from handbook.model.report import Paragraph
from handbook.model.statement import Means, Objective
from handbook.render.views.ground import Ground, must_be


@dataclass(frozen=True)
class ByObjective(Ground):
    """Views by objective; without one, of the whole handbook."""

    def means_for(self, objective: str) -> tuple[Means, ...]:
        """Return the means of action of the programme that serve an objective."""
        return tuple(each for each in self._all(Means, objective) if each.key.startswith("programme."))

    def course_for(self, objective: str) -> tuple[Means, ...]:
        """Return the means of the strategy's course of action that serve an objective."""
        return tuple(each for each in self._all(Means, objective) if each.key.startswith("strategy."))

    def wanted_for(self, objective: str) -> tuple[Objective, ...]:
        """Return what the programme wants for an objective."""
        return tuple(each for each in self._all(Objective, objective) if each.key.startswith("programme."))

    def reported(self, objective: str = "") -> tuple[Paragraph, ...]:
        """Return what reports say on an objective."""
        return tuple(self._all(Paragraph, objective))

    def won(self, objective: str = "") -> tuple[Result, ...]:
        """Return what campaigns won for an objective."""
        return tuple(self._all(Result, objective))

    def left_open(self, objective: str = "") -> tuple[LeftOpen, ...]:
        """Return what campaigns left open."""
        return tuple(self._all(LeftOpen, objective))

    def open_questions(self, objective: str = "") -> tuple[OpenQuestion, ...]:
        """Return what the sources leave open."""
        return tuple(self._all(OpenQuestion, objective))

    def questions(self, group: str, objective: str = "", first: str = "") -> tuple[Question, ...]:
        """Return the questions of a group (``case``, ``answer``); raise `Unknown` for another group.

        With ``first``, those whose first objective is one of these: so each question stands on one page.
        """
        must_be(group, get_args(Question.model_fields["group"].annotation), "a group of questions")
        chosen = self._objectives(first)
        found = tuple(each for each in self._all(Question, objective) if each.group == group)
        return tuple(each for each in found if not chosen or (*self.objectives_of(each), "")[0] in chosen)

    def figures_for(self, objective: str) -> tuple[Figure, ...]:
        """Return the figures that speak to an objective, by themselves or with the area that shows them."""
        strategy = self.handbook.strategy
        must_be(objective, strategy.objectives if strategy else (), "an objective of the strategy")
        figures = self._all(Figure)
        return tuple(each for each in figures if objective in (self.objectives_of(each) or self._of_area(each)))

    def figures_by_objective(self, only: str = "") -> list[tuple[Record | None, list[Figure]]]:
        """Return every figure once, under the first objective that it speaks to (None: under none).

        ``only`` names some of the objectives.
        """
        chosen = self._objectives(only)
        groups: dict[str, list[Figure]] = {}
        for figure in self._all(Figure):
            served = self.objectives_of(figure) or self._of_area(figure)
            groups.setdefault(served[0] if served else "", []).append(figure)
        strategy = self.handbook.strategy
        objectives = strategy.objectives if strategy is not None else {}
        found: list[tuple[Record | None, list[Figure]]] = [
            (record, groups[key]) for key, record in objectives.items() if key in groups and (key in chosen or not only)
        ]
        return found + ([(None, groups[""])] if "" in groups and not only else [])

    def _objectives(self, names: str) -> list[str]:
        """Return the objectives that are named; raise `Unknown` for one that does not exist."""
        strategy = self.handbook.strategy
        for name in names.split():
            must_be(name, strategy.objectives if strategy else (), "an objective of the strategy")
        return names.split()

    def _of_area(self, figure: Figure) -> tuple[str, ...]:
        areas = self.handbook.areas
        return areas[figure.area].serves if figure.area is not None and figure.area in areas else ()
