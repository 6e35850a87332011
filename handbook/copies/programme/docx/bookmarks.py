"""Places of a document that fields refer to: headings, numbered paragraphs and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.copies.programme.document import Document, Table
from handbook.copies.programme.docx.xml import Element, w


@dataclass(frozen=True)
class Bookmark:
    """A place: its ``number`` in the document, its ``name``, and whether it is the call of a note."""

    number: int
    name: str
    note: bool

    def around(self, *inside: Element) -> list[Element]:
        """Return elements between the ends of the bookmark."""
        start = w("bookmarkStart", id=self.number, name=self.name)
        return [start, *inside, w("bookmarkEnd", id=self.number)]


def bookmarks(document: Document) -> dict[str, Bookmark]:
    """Return the bookmark of each key; a word processor allows letters, digits and ``_`` in names."""
    return {
        key: Bookmark(number, f"{'note' if note else 'place'}_{number}", note)
        for number, (key, note) in enumerate(_places(document), 1)
    }


def _places(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield each key and whether it is a note's."""
    for block in document.blocks:
        if not isinstance(block, Table):
            yield block.key, False
            yield from ((run.key, True) for run in block.runs if run.key)
