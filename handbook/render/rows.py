"""Rows of source documents, taken apart for people to read."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.model.documents import Document
from handbook.model.handbook import Handbook


@dataclass(frozen=True)
class Row:
    """A row of a source document: the document, its part, the kind of row and the item's number."""

    ref: str
    document: Document
    part: str
    kind: str
    item: str


def row_of(handbook: Handbook, ref: str) -> Row:
    """Return the row that ``document/part/kind/item`` names."""
    name, part, kind, item = ref.split("/", 3)
    return Row(ref, handbook.named("documents")[name], part, kind, item)
