"""What is drawn from each row of the documents, what is unsure, and how much there is."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.model.documents import Document
from handbook.model.entries import Entry
from handbook.model.guidance import Difference
from handbook.model.record import Record
from handbook.model.statement import Sourced
from handbook.model.strategy import StrategicObjective
from handbook.render.rows import Row, row_of
from handbook.render.views.ground import Ground


@dataclass(frozen=True)
class ByRow(Ground):
    """Views by source."""

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

    def differences(self) -> dict[str, list[Difference]]:
        """Return the differences between copies, by what they concern."""
        groups: dict[str, list[Difference]] = {}
        for each in self._all(Difference):
            groups.setdefault(each.group, []).append(each)
        return groups

    def cautions(self) -> tuple[Sourced, ...]:
        """Return the statements on which the handbook has a caution."""
        return tuple(each for each in self._all(Sourced) if each.caution)

    def counts(self) -> dict[str, int]:
        """Return how many statements of each kind there are, and how many entries."""
        found: dict[str, int] = {}
        for record in self.handbook.current().values():
            if isinstance(record, Sourced | StrategicObjective | Entry) and (record.own_kind):
                found[record.own_kind] = found.get(record.own_kind, 0) + 1
        return found
