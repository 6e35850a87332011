"""What is drawn from each row of the documents, what is unsure, and how much there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.model.documents import Document
from handbook.model.entries import Entry
from handbook.model.guidance import Difference
from handbook.model.record import Record
from handbook.model.statement import Sourced
from handbook.model.strategy import StrategicObjective
from handbook.render.rows import Row, row_of
from handbook.render.views.ground import Ground, must_be


@dataclass(frozen=True)
class ByRow(Ground):
    """Views by source."""

    def by_row(self, document: str = "", parts: str = "") -> list[tuple[Document, list[tuple[Row, list[Record]]]]]:
        """Return every document, or one, with its rows and what is drawn from each; of all its parts, or of some.

        ``parts`` are the codes of parts: ``II`` stands for ``II.A`` and ``II.B``. Raise `Unknown` for others.
        """
        documents = self.handbook.named("documents")
        must_be(document, ["", *documents], "a document")
        found = self._drawn({document: documents[document]} if document else documents)
        known = dict.fromkeys(_part(row) for _, rows in found for row, _ in rows)
        for part in parts.split():
            must_be(part, known, "a part of the document")
        return [(each, [one for one in rows if not parts or _part(one[0]) in parts.split()]) for each, rows in found]

    def _drawn(self, documents: Mapping[str, Document]) -> list[tuple[Document, list[tuple[Row, list[Record]]]]]:
        drawn: dict[str, list[Record]] = {}
        for key, record in self.handbook.records.items():
            for ref in () if isinstance(record, Entry | Difference) else getattr(record, "source", ()):
                if not (key.startswith("years.") and ref in drawn):  # an earlier year, where there is nothing else
                    drawn.setdefault(ref, []).append(record)
        return [
            (document, [(row_of(self.handbook, ref), drawn.get(ref, [])) for ref in document.refs(name)])
            for name, document in documents.items()
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


def _part(row: Row) -> str:
    """Return the part of its document in which a row stands, without the sections: ``II`` for ``II.A``."""
    return row.part.partition(".")[0]
