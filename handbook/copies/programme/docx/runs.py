"""Runs of words as a word processor has them: looks, languages, links, references and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn

from handbook.copies.programme.document import BREAK, Document, Run, Runs
from handbook.copies.programme.docx.bookmarks import Bookmark
from handbook.copies.programme.docx.xml import Element, field, w, words


@dataclass(frozen=True)
class Setter:
    """Sets runs inside one ``part``, to which the addresses of its links belong.

    ``bookmarks`` holds the place of each key that can be referred to; ``note`` takes the words of a note and returns
    the runs that call it.
    """

    document: Document
    part: Part
    bookmarks: Mapping[str, Bookmark]
    note: Callable[[Run], list[Element]]

    def all(self, runs: Runs) -> list[Element]:
        """Return what stands in a paragraph."""
        return [element for run in runs for element in self.one(run)]

    def one(self, run: Run) -> list[Element]:
        """Return the elements of one run."""
        if run.words == BREAK:
            return [w("r", w("br"))]
        if run.note:
            return self.note(run)
        if run.link.startswith("#"):
            return self._reference(run)
        if not run.link:
            return [self._plain(run)]
        link = w("hyperlink", self._plain(run, "Hyperlink"))
        link.set(qn("r:id"), self.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return [link]

    def _reference(self, run: Run) -> list[Element]:
        """Return a field that follows the number of a paragraph or a note when others come before it."""
        place = self.bookmarks[run.link[1:]]
        code = f"NOTEREF {place.name} \\h" if place.note else f"REF {place.name} \\n \\h"
        return field(code, self._plain(run))

    def _plain(self, run: Run, style: str = "") -> Element:
        spoken = self.document.spoken[run.language or self.document.language]
        right = spoken.direction == "rtl" and not run.is_address
        style = style or ("Code" if run.code else "")
        looks = [w("rStyle", val=style)] if style else []
        looks += [w("b"), w("bCs")] if run.bold else []
        looks += [w("i"), w("iCs")] if run.italic else []
        looks += [w("rtl")] if right else []
        looks.append(w("lang", **({"bidi": spoken.tag} if right else {"val": spoken.tag})))
        return w("r", w("rPr", *looks), words(run.words))
