"""Notes at the foot: the part that python-docx does not write."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from handbook.copies.programme.document import Document, Run
from handbook.copies.programme.docx.bookmarks import Bookmark
from handbook.copies.programme.docx.runs import Setter
from handbook.copies.programme.docx.xml import Element, paragraph, w, words


class Notes:
    """The notes of one document in their ``part``, numbered in the order in which they are called."""

    def __init__(self, document: Document, part: Part, bookmarks: Mapping[str, Bookmark]) -> None:
        self._part = part
        self._root: Element = parse_xml(part.blob)
        self._count = 0
        self._bookmarks = bookmarks
        self._setter = Setter(document, part, bookmarks, self.called)

    def called(self, run: Run) -> list[Element]:
        """Add a note; return the run that calls it, in a bookmark where something refers to it."""
        self._count += 1
        inside = paragraph("FootnoteText", _mark(w("footnoteRef")), w("r", words(" ")), *self._setter.all(run.note))
        self._root.append(w("footnote", inside, id=self._count))
        call = _mark(w("footnoteReference", id=self._count))
        return self._bookmarks[run.key].around(call) if run.key else [call]

    def close(self) -> None:
        """Write the notes into their part."""
        self._part._blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _mark(sign: Element) -> Element:
    """Return the run of a note's number."""
    return w("r", w("rPr", w("rStyle", val="FootnoteReference")), sign)
