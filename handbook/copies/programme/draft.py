"""A document as it is drafted: headings, and statements as numbered paragraphs with their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from handbook.copies.programme.document import Block, Heading, Item, Run, Runs, Table, plain
from handbook.copies.programme.runs import joined
from handbook.copies.programme.wording import Wording, styled
from handbook.model.statement import Note
from handbook.model.text import Text

_ENDS = (".", "?", "!", "…", "؟")
_BLANK = Run(" ")
_BETWEEN = Run("\N{NARROW NO-BREAK SPACE}")


@dataclass
class Draft:
    """Blocks in order. ``told`` holds each statement beside the number of its paragraph or note, for the annexes."""

    wording: Wording
    blocks: list[Block] = field(default_factory=list)
    told: list[tuple[Runs, Any]] = field(default_factory=list)
    _items: int = 0
    _notes: int = 0

    def heading(
        self,
        level: int,
        words: Runs,
        key: str,
        number: str = "",
        siblings: Sequence[str] = (),
        notes: Iterable[Note] = (),
    ) -> None:
        """Add a heading, with the ``notes`` of the source on it."""
        self.blocks.append(
            Heading(level, (*words, *map(self._note, notes)), key, number, tuple(siblings) if number else ())
        )

    def labelled(self, level: int, label: str, key: str) -> None:
        """Add a heading of fixed words."""
        self.heading(level, self.wording.words(label), key)

    def statements(self, records: Iterable[Any]) -> None:
        """Add statements, one after the other."""
        for record in records:
            self.statement(record)

    def statement(self, record: Any, titled: bool = True, before: str = "", notes: Iterable[Note] = ()) -> None:
        """Add a statement as a numbered paragraph and its parts below it, each with its notes at the foot.

        Its title begins it, ``before`` the title, unless a heading above has said it (``titled`` is false).
        ``notes`` are further ones of the source.
        """
        self._items += 1
        self._item(0, str(self._items), record, self._title(record, before) if titled else (), notes)
        for count, part in enumerate(getattr(record, "parts", {}).values(), 1):
            seen = getattr(record, "carried_over", None)
            self._item(1, f"{self._items}.{count}", part, self._title(part), carried=not seen)

    def table(self, head: Iterable[Runs], rows: Iterable[tuple[Runs, ...]], widths: tuple[int, ...]) -> None:
        """Add a table whose columns have these shares of the width."""
        self.blocks.append(Table(tuple(head), tuple(rows), widths))

    def _item(
        self, level: int, number: str, record: Any, title: Runs, notes: Iterable[Note] = (), carried: bool = True
    ) -> None:
        """Add a paragraph; that it is ``carried`` over from another year is said unless the one above it says so."""
        self.told.append(((Run(number, link=f"#{record.key}"),), record))
        text, mark = self.wording.sentence(record.text), self._carried(record) if carried else ()
        notes = (*getattr(record, "notes", {}).values(), *notes)
        called = _apart((*self._caution(record), *map(self._note, notes)))
        runs = (*title, *text, *called, *mark)
        self.blocks.append(Item(level, joined(runs), record.key, number))

    def _title(self, record: Any, before: str = "") -> Runs:
        """Return the title that begins a paragraph, with the stop and the blank that follow it."""
        if not record.title:
            return ()
        words = self.wording.sentence(record.title)
        if before:
            words = (Run(before), *self.wording.words("colon"), _BLANK, *words)
        stop = "" if plain(words).endswith(_ENDS) else "."
        return (*styled((*words, Run(stop)), bold=True), _BLANK)

    def _caution(self, record: Any) -> Runs:
        if not record.caution:
            return ()
        self._notes += 1
        return (Run(note=self._doubt(record.caution)),)

    def _note(self, note: Note) -> Run:
        self._notes += 1
        number = Run(str(self._notes), link=f"#{note.key}")
        self.told.append(((*self.wording.words("row-footnote"), _BLANK, number), note))
        doubt = (_BLANK, *self._doubt(note.caution)) if note.caution else ()
        words = (*self._title(note), *self.wording.sentence(note.text), *doubt, *self._carried(note))
        return Run(note=words, key=note.key)

    def _doubt(self, caution: Text) -> Runs:
        """Return the handbook's own remark, named as such."""
        mark = styled(self.wording.words("caution", "colon"), italic=True)
        return (*mark, _BLANK, *self.wording.sentence(caution))

    def _carried(self, record: Any) -> Runs:
        """Return the mark of what goes on from an earlier year unseen."""
        year = getattr(record, "carried_over", None)
        if not year:
            return ()
        words = self.wording.label("carried-over")
        mark = Text(words.replace("YEAR", str(year)), words.language)
        return (_BLANK, *styled(self.wording.sentence(mark), italic=True))


def _apart(notes: Runs) -> Runs:
    """Return notes whose calls can be told apart: the numbers of two would read as one."""
    return tuple(run for note in notes for run in (_BETWEEN, note))[1:]
