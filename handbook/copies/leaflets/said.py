"""What a leaflet says, from the model: the same views as the page of its objective, nothing of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handbook.copies.edition import Edition
from handbook.model.documents import Document
from handbook.model.entries import Entry
from handbook.model.statement import Contact, Headed, Sourced, Statement
from handbook.model.strategy import StrategicObjective
from handbook.read.addresses import page_url
from handbook.render.queries import Queries
from handbook.render.sentences import Sentences
from handbook.render.views import Views


@dataclass(frozen=True)
class Said:
    """An objective of the strategy, with what the handbook holds on it; ``key`` is its name in the data."""

    edition: Edition
    key: str
    objective: StrategicObjective

    @cached_property
    def sentences(self) -> Sentences:
        """Return the printer of sentences in this language."""
        directions = {one.code: one.direction for one in self.edition.staged.settings.languages}
        return Sentences(self.edition.handbook, directions, self.edition.language.locale)

    @cached_property
    def views(self) -> Views:
        """Return the views over the handbook."""
        return Views(self.edition.handbook, self.sentences, self.edition.staged.settings.date)

    @cached_property
    def queries(self) -> Queries:
        """Return the questions to the handbook."""
        return Queries(self.edition.handbook, self.sentences)

    @property
    def page(self) -> str:
        """Return the path of the page that shows the objective."""
        return self.edition.staged.site.homes[self.edition.language.code][self.objective.key]

    @property
    def address(self) -> str:
        """Return the address of that page, with an anchor where it shows other objectives as well."""
        homes = self.edition.staged.site.homes[self.edition.language.code]
        others = [key for key in self.edition.handbook.strategy.objectives if key != self.key]  # type: ignore[union-attr]
        shared = any(homes.get(f"strategy.objectives.{key}") == self.page for key in others)
        return f"{self.edition.address}{page_url(self.page)}{f'#{self.objective.key}' if shared else ''}"

    @property
    def wanted(self) -> Sequence[Sourced | StrategicObjective]:
        """Return what the strategy wants: the objective itself, or its parts."""
        return (self.objective,) if self.objective.text else tuple(self.objective.parts.values())

    @cached_property
    def to_do(self) -> Sequence[Statement]:
        """Return what a representative can do."""
        return tuple(self.views.for_role("", self.key))

    def ways(self, full: bool = True) -> Sequence[Headed]:
        """Return how the Union goes about it: the course of the period, then what of the year no reader can do.

        Where only titles are printed (not ``full``), what a reader can do has its title in that list alone.
        """
        mine, course = {one.key for one in self.to_do}, self.views.course_for(self.key)
        year = self.views.means_for(self.key)
        others = tuple(one for one in (*course, *year) if one.key not in mine)
        if not full:
            return others or course or year
        return (*course, *(one for one in others if one not in course)) or year

    @cached_property
    def contacts(self) -> Sequence[Contact]:
        """Return where the sources say to turn: in the areas that serve the objective, else in the programme."""
        areas = [group for area in self.queries.serving(self.key) for group in area.groups()]
        found = tuple(contact for group in areas for contact in group.contacts.values())
        programme = self.edition.handbook.programme
        return found or tuple(programme.contacts.values() if programme else ())

    @cached_property
    def bodies(self) -> Sequence[Entry]:
        """Return the bodies that objective, aims and means name."""
        return self.queries.bodies_of([self.objective, self.views.wanted_for(self.key), self.views.means_for(self.key)])

    def documents(self) -> Iterator[Document]:
        """Yield the documents behind the leaflet, each once, in the order of the register."""
        named = [*self.wanted, *self.ways(), *self.to_do, *self.contacts]
        used = {ref.partition("/")[0] for one in named for ref in one.source}
        yield from (one for name, one in self.edition.handbook.named("documents").items() if name in used)
