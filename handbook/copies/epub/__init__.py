"""The handbook of a language as an e-book: EPUB 3, https://www.w3.org/TR/epub-33/."""

from handbook.copies.epub.epub import epub

__all__ = ["epub"]
