"""What surrounds the words of a document: its language and direction, its properties, its running head."""

from __future__ import annotations

import datetime

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from handbook.copies.programme.document import Document, plain
from handbook.copies.programme.docx.xml import w, words


def set_frame(document: Document, word: WordDocument) -> None:
    """Set language, direction, properties and running head of ``word`` as ``document`` says."""
    _set_language(document, word)
    _set_properties(document, word)
    running = document.head.symbol or document.head.title
    word.sections[0].header.paragraphs[0]._p.append(w("r", words(running)))


def _set_language(document: Document, word: WordDocument) -> None:
    """Set the language of every style; right to left, paragraphs and the page run so as well."""
    spoken = document.spoken[document.language]
    right = spoken.direction == "rtl"
    defaults = word.styles.element.find(qn("w:docDefaults"))
    defaults.find(f".//{qn('w:lang')}").set(qn("w:bidi" if right else "w:val"), spoken.tag)
    if right:
        defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}").insert(0, w("bidi"))
        word.element.body[-1].append(w("bidi"))  # the page's properties end with it


def _set_properties(document: Document, word: WordDocument) -> None:
    """Set what file managers and assistive technology are told of the document."""
    head, properties = document.head, word.core_properties
    day = datetime.datetime.fromisoformat(head.day)
    properties.title = head.title
    properties.author = properties.last_modified_by = head.union
    properties.language = document.spoken[document.language].tag
    properties.created = properties.modified = day
    properties.revision = 1
    if head.symbol:
        properties.identifier = head.symbol
    if head.meeting:
        properties.subject = plain(head.meeting)
