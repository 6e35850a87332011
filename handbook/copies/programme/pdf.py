"""A meeting document as a PDF that assistive technology can read (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from pathlib import Path

from handbook.copies.programme.document import Document
from handbook.copies.programme.html import html_of

#: How a document looks on paper.
STYLE = Path(__file__).with_name("document.css")


def pdf_of(document: Document) -> bytes:
    """Return the document as a tagged PDF.

    Raises `Refused` where a font lacks a letter, `OSError` where a library of the system's is missing.
    """
    # What lays paper out looks for the system's libraries as soon as it is imported; DOCX needs none of them.
    from handbook.copies.print import lay_out
    from handbook.copies.print.files import style

    page = html_of(document, style(STYLE))
    return lay_out(page, STYLE.parent, document.about).pdf()
