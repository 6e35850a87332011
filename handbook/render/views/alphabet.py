"""Everything with a name, from A to Z: the way to a word for whoever has no search."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from handbook.model.entries import Entry
from handbook.model.guidance import Question
from handbook.model.programme import Area
from handbook.model.record import Record
from handbook.model.text import Text
from handbook.render.sentences import plain_words
from handbook.render.views.ground import Ground

_TWO_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


@dataclass(frozen=True)
class Named:
    """A line of the index: the ``words`` under which it stands, what they stand for, and the record they lead to."""

    words: Text
    stands_for: Text | None
    record: Record


@dataclass(frozen=True)
class Alphabet(Ground):
    """The index from A to Z."""

    def alphabet(self) -> list[tuple[str, list[Named]]]:
        """Return names, abbreviations, subjects and questions by their first letter; what has none comes first."""
        lines = sorted(self._lines(), key=lambda line: (_first(line.words), folded(line.words), line.record.key))
        return [(letter, list(group)) for letter, group in groupby(lines, lambda line: _first(line.words))]

    def _lines(self) -> Iterator[Named]:
        for entry in self._all(Entry):
            yield Named(entry.name, None, entry)
            if entry.short and folded(entry.short) != folded(entry.name):
                yield Named(entry.short, entry.name, entry)
        for kind in (Area, Question):
            for record in self._all(kind):
                yield Named(getattr(record, "short", None) or record.title, None, record)


def folded(words: str) -> str:
    """Return words as they are sorted: small letters without accents, marks and blanks of any kind alike."""
    small = unicodedata.normalize("NFD", plain_words(words).casefold().translate(_TWO_LETTERS))
    return " ".join("".join(one if one.isalnum() else " " for one in small if not unicodedata.combining(one)).split())


def _first(words: str) -> str:
    """Return the letter under which words stand; nothing for what begins with a number."""
    first = folded(words)[:1].upper()
    return first if first.isalpha() else ""
