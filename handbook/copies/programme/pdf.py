"""A meeting document as a PDF that assistive technology can read (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from handbook.copies.programme.document import Document
from handbook.copies.programme.html import html_of


def pdf_of(document: Document) -> bytes:
    """Return the document as a tagged PDF; raise `OSError` where a library of WeasyPrint's is missing."""
    import weasyprint  # type: ignore[import-untyped]  # it looks for the system's libraries as soon as it is imported

    page = weasyprint.HTML(string=html_of(document))
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return made
