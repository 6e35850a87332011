"""The ground of all views: which objectives a record serves, and what there is of a kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.record import Record
from handbook.problems import listed, near
from handbook.render.queries import Unknown
from handbook.render.sentences import Sentences

_OBJECTIVES = "strategy.objectives."


@dataclass(frozen=True)
class Ground:
    """One handbook on the day ``today``. Earlier years are in no view: they have their own pages."""

    handbook: Handbook
    sentences: Sentences
    today: datetime.date

    def objectives_of(self, record: Record) -> tuple[str, ...]:
        """Return the keys of the objectives that a record serves."""
        return self._serving.get(record.key, ())

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

    def _all(self, kind: type[Any], objective: str = "") -> Iterator[Any]:
        strategy = self.handbook.strategy
        must_be(objective, ["", *(strategy.objectives if strategy else ())], "an objective of the strategy")
        for key, record in self.handbook.current().items():
            if isinstance(record, kind) and (not objective or objective in self._serving[key]):
                yield record


def must_be(name: str, known: Iterable[str], what: str) -> None:
    """Raise `Unknown` if ``name`` is not one of the ``known`` ones."""
    if name not in known:
        names = [each for each in known if each]
        raise Unknown(f"'{name}' is not {what}", near(name, names) or f"There are {listed(names)}.")
