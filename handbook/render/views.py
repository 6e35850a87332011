"""Views across the handbook: by objective, role, contract, date and row. Each is a question, never a copy."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from handbook.model.campaign import LeftOpen, Result
from handbook.model.dates import span
from handbook.model.documents import Document
from handbook.model.entries import Entry, TermKind
from handbook.model.facts import Event, Figure
from handbook.model.guidance import Difference, OpenQuestion, Question, Role
from handbook.model.handbook import Handbook
from handbook.model.record import Record
from handbook.model.report import Paragraph
from handbook.model.statement import Contact, Means, Objective, Sourced, Statement
from handbook.model.strategy import StrategicObjective
from handbook.problems import listed, near
from handbook.render.dates import order
from handbook.render.queries import Unknown
from handbook.render.rows import Row, row_of
from handbook.render.sentences import Sentences

_OBJECTIVES = "strategy.objectives."


@dataclass(frozen=True)
class Views:
    """Views over one handbook on the day ``today``. Earlier years are in none of them: they have their own pages."""

    handbook: Handbook
    sentences: Sentences
    today: datetime.date

    @cached_property
    def _serving(self) -> Mapping[str, tuple[str, ...]]:
        """Return the objectives that each record serves: its own, else those of what holds it."""
        served: dict[str, tuple[str, ...]] = {}
        for key, record in self.handbook.current().items():
            parents = (key.rsplit(".", level)[0] for level in range(1, key.count(".") + 1))
            inherited: tuple[str, ...] = next((served[parent] for parent in parents if served.get(parent)), ())
            if key.startswith(_OBJECTIVES):
                inherited = (key.removeprefix(_OBJECTIVES).partition(".")[0],)
            served[key] = getattr(record, "serves", ()) or inherited
        return served

    def objectives_of(self, record: Record) -> tuple[str, ...]:
        """Return the keys of the objectives that a record serves."""
        return self._serving.get(record.key, ())

    def _all(self, kind: type[Any], objective: str = "") -> Iterator[Any]:
        strategy = self.handbook.strategy
        _must_be(objective, ["", *(strategy.objectives if strategy else ())], "an objective of the strategy")
        for key, record in self.handbook.current().items():
            if isinstance(record, kind) and (not objective or objective in self._serving[key]):
                yield record

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

    def questions(self, group: str, objective: str = "") -> tuple[Question, ...]:
        """Return the questions of a group (``case``, ``answer``); raise `Unknown` for another group."""
        _must_be(group, get_args(Question.model_fields["group"].annotation), "a group of questions")
        return tuple(each for each in self._all(Question, objective) if each.group == group)

    def figures_for(self, objective: str) -> tuple[Figure, ...]:
        """Return the figures that speak to an objective, by themselves or with the area that shows them."""
        figures = self._all(Figure)
        return tuple(each for each in figures if objective in (self.objectives_of(each) or self._of_area(each)))

    def figures_by_objective(self) -> list[tuple[Record | None, list[Figure]]]:
        """Return every figure once, under the first objective that it speaks to (None: under none)."""
        groups: dict[str, list[Figure]] = {}
        for figure in self._all(Figure):
            served = self.objectives_of(figure) or self._of_area(figure)
            groups.setdefault(served[0] if served else "", []).append(figure)
        strategy = self.handbook.strategy
        objectives = strategy.objectives if strategy is not None else {}
        found: list[tuple[Record | None, list[Figure]]] = [
            (record, groups[key]) for key, record in objectives.items() if key in groups
        ]
        return found + ([(None, groups[""])] if "" in groups else [])

    def _of_area(self, figure: Figure) -> tuple[str, ...]:
        areas = self.handbook.areas
        return areas[figure.area].serves if figure.area is not None and figure.area in areas else ()

    def differences(self) -> dict[str, list[Difference]]:
        """Return the differences between copies, by what they concern."""
        groups: dict[str, list[Difference]] = {}
        for each in self._all(Difference):
            groups.setdefault(each.group, []).append(each)
        return groups

    def roles(self) -> tuple[Role, ...]:
        """Return the roles that a representative can have."""
        return tuple(self._all(Role))

    def for_role(self, role: str, objective: str = "") -> tuple[Statement, ...]:
        """Return what somebody in a role can do (``""``: in any); raise `Unknown` for a role that does not exist."""
        _must_be(role, ["", *self.handbook.named("roles")], "a role (see roles.yml)")
        found = self._all(Statement, objective)
        return tuple(each for each in found if (role in each.roles if role else each.roles))

    def contacts(self) -> tuple[Contact, ...]:
        """Return every place to turn to."""
        return tuple(self._all(Contact))

    def regular(self) -> tuple[Statement, ...]:
        """Return what comes back, with how often in ``every``."""
        return tuple(each for each in self._all(Statement) if each.every)

    def cautions(self) -> tuple[Sourced, ...]:
        """Return the statements on which the handbook has a caution."""
        return tuple(each for each in self._all(Sourced) if each.caution)

    def terms_named(self, group: str) -> list[tuple[Entry, list[Record]]]:
        """Return the terms of a group (``contract``), each with the statements that name it."""
        _must_be(group, get_args(TermKind), "a group of terms")
        terms = [term for term in self.handbook.named("terms").values() if term.group == group]
        return [(term, self.statements_naming(term)) for term in terms]

    def statements_naming(self, entry: Entry) -> list[Record]:
        """Return the statements that name an entry."""
        return self._naming.get(entry.key, [])

    @cached_property
    def _naming(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self._all(Statement):
            parts = record.parts.values()
            texts = [record.title, record.text, record.caution]
            texts += [text for part in parts for text in (part.title, part.text, part.caution)]
            for entry in self.sentences.entries(*texts):
                found.setdefault(entry.key, []).append(record)
        return found

    def dated(self, tense: str) -> list[Event]:
        """Return what has a date and is ``past``, ``current``, ``coming``, ``yearly`` or ``undated`` today."""
        events = [each for each in self._all(Event) if self._tense(each) == tense]
        return sorted(events, key=lambda event: order(event.when), reverse=tense == "past")

    def _tense(self, event: Event) -> str:
        if event.when is None or event.when.startswith("--"):
            return "undated" if event.when is None else "yearly"
        first, last = span(event.when, event.until)
        return "past" if last < self.today else "coming" if first > self.today else "current"

    def counts(self) -> dict[str, int]:
        """Return how many statements of each kind there are, and how many entries."""
        found: dict[str, int] = {}
        for record in self.handbook.current().values():
            if isinstance(record, Sourced | StrategicObjective | Entry) and (record.own_kind):
                found[record.own_kind] = found.get(record.own_kind, 0) + 1
        return found

    def by_row(self) -> list[tuple[Document, list[tuple[Row, list[Record]]]]]:
        """Return every document with its rows and what is drawn from each."""
        drawn: dict[str, list[Record]] = {}
        for key, record in self.handbook.records.items():
            for ref in () if isinstance(record, Entry | Difference) else getattr(record, "source", ()):
                if not (key.startswith("years.") and ref in drawn):  # an earlier year, where there is nothing else
                    drawn.setdefault(ref, []).append(record)
        return [
            (document, [(row_of(self.handbook, ref), drawn.get(ref, [])) for ref in document.refs(name)])
            for name, document in self.handbook.named("documents").items()
        ]


def _must_be(name: str, known: Iterable[str], what: str) -> None:
    """Raise `Unknown` if ``name`` is not one of the ``known`` ones."""
    if name not in known:
        names = [each for each in known if each]
        raise Unknown(f"'{name}' is not {what}", near(name, names) or f"There are {listed(names)}.")
