"""What is past, current and to come on the day of the handbook, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.model.dates import span
from handbook.model.facts import Event
from handbook.model.statement import Statement
from handbook.render.dates import order
from handbook.render.views.ground import Ground


@dataclass(frozen=True)
class ByDate(Ground):
    """Views by date."""

    def dated(self, tense: str) -> list[Event]:
        """Return what has a date and is ``past``, ``current``, ``coming``, ``yearly`` or ``undated`` today."""
        events = [each for each in self._all(Event) if self._tense(each) == tense]
        return sorted(events, key=lambda event: order(event.when), reverse=tense == "past")

    def _tense(self, event: Event) -> str:
        if event.when is None or event.when.startswith("--"):
            return "undated" if event.when is None else "yearly"
        first, last = span(event.when, event.until)
        return "past" if last < self.today else "coming" if first > self.today else "current"

    def regular(self) -> tuple[Statement, ...]:
        """Return what comes back, with how often in ``every``."""
        return tuple(each for each in self._all(Statement) if each.every)
