"""A meeting document as a DOCX that people amend: real styles, numbering, footnotes and languages."""

from handbook.copies.programme.docx.writer import docx_of

__all__ = ["docx_of"]
