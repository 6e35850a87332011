"""A meeting document as DOCX, block by block."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from docx.document import Document as WordDocument

from handbook.copies.programme.document import Block, Document, Head, Heading, Item, Run, Table
from handbook.copies.programme.docx.bookmarks import bookmarks
from handbook.copies.programme.docx.frame import set_frame
from handbook.copies.programme.docx.notes import Notes
from handbook.copies.programme.docx.numbering import HeadingNumbers
from handbook.copies.programme.docx.package import empty_document, notes_part, packed
from handbook.copies.programme.docx.runs import Setter
from handbook.copies.programme.docx.tables import table_of
from handbook.copies.programme.docx.xml import Element, paragraph, w, words

#: The list of contents: headings of the first level, then numbered ones of the second, as links. Nobody knows their
#: pages before a word processor lays the document out: it adds them as soon as a person has it make the list anew.
_CONTENTS = 'TOC \\o "1-2" \\h \\z'


def docx_of(document: Document) -> bytes:
    """Return the document as the bytes of a DOCX file."""
    word = empty_document()
    writer = _Writer(document, word)
    page = word.element.body[-1]
    for element in writer.written():
        page.addprevious(element)
    writer.notes.close()
    set_frame(document, word)
    return packed(word, datetime.date.fromisoformat(document.head.day))


class _Writer:
    """Writes the blocks of one document as paragraphs and tables."""

    def __init__(self, document: Document, word: WordDocument) -> None:
        self.document = document
        self._places = bookmarks(document)
        self.notes = Notes(document, notes_part(word), self._places)
        self._set = Setter(document, word.part, self._places, self.notes.called).all
        self._numbers = HeadingNumbers(word.part.numbering_part.element)

    def written(self) -> Iterator[Element]:
        """Yield everything between the beginning and the page's own properties."""
        yield from self._head(self.document.head)
        yield from self._contents()
        first, *others = self.document.blocks
        yield _on_a_new_page(self._block(first))
        yield from map(self._block, others)

    def _head(self, head: Head) -> Iterator[Element]:
        lines = (
            ("Organization", (Run(head.union),)),
            ("DocumentSymbol", (Run(head.symbol),)),
            ("DocumentDate", (Run(head.date),)),
            ("Meeting", head.meeting),
            ("Title", head.title_runs),
            *(("Remark", remark) for remark in head.remarks),
        )
        for style, runs in lines:
            if any(run.words for run in runs):
                yield paragraph(style, *self._set(runs))

    def _contents(self) -> Iterator[Element]:
        """Yield the list of contents: a field over all its lines, which the word processor can make anew."""
        yield paragraph("TOCHeading", *self._set((Run(self.document.contents_title),)))
        lines = [self._line(heading) for heading in self.document.contents()]
        if lines:
            begin = [w("r", w("fldChar", fldCharType="begin")), w("r", words(f" {_CONTENTS} ", "instrText"))]
            for element in reversed([*begin, w("r", w("fldChar", fldCharType="separate"))]):
                lines[0].insert(1, element)
            lines[-1].append(w("r", w("fldChar", fldCharType="end")))
        yield from lines

    def _line(self, heading: Heading) -> Element:
        number = (Run(f"{heading.number} – "),) if heading.number else ()
        runs = (*number, *(run for run in heading.runs if not run.note))
        link = w("hyperlink", *self._set(runs), anchor=self._places[heading.key].name, history=1)
        return paragraph(f"TOC{heading.level}", link)

    def _block(self, block: Block) -> Element:
        if isinstance(block, Table):
            return table_of(block, self.document, self._set)
        if isinstance(block, Heading):
            return self._heading(block)
        return self._placed("ListNumber2" if block.level else "ListNumber", block)

    def _heading(self, heading: Heading) -> Element:
        if heading.number:
            number = self._list(self._numbers.instance(heading), heading.level - 1)
            return self._placed(f"Heading{heading.level}", heading, number)
        if heading.level == 2:
            return self._placed("Heading2Group", heading)
        return self._placed(f"Heading{heading.level}", heading, *([self._list(0, 0)] if heading.level == 1 else []))

    def _list(self, instance: int, level: int) -> Element:
        return w("numPr", w("ilvl", val=level), w("numId", val=instance))

    def _placed(self, style: str, block: Heading | Item, *properties: Element) -> Element:
        """Return a paragraph with its bookmark."""
        return paragraph(style, *self._places[block.key].around(*self._set(block.runs)), properties=properties)


def _on_a_new_page(block: Element) -> Element:
    """Return a heading that begins a page."""
    block[0][0].addnext(w("pageBreakBefore"))  # behind its style
    return block
