"""The PDF files of one language: each chapter is laid out once, and the handbook is put together from them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from handbook.copies.book import Book, BookPage, Chapter, book
from handbook.copies.edition import Edition
from handbook.copies.pdf.chapter import chapter_html, site_addresses
from handbook.copies.pdf.front import front_html
from handbook.copies.pdf.join import Part, joined
from handbook.copies.print import lay_out
from handbook.copies.print.pictures import wrong_pictures
from handbook.problems import Problem, refuse

#: The handbook among the names of chapters.
WHOLE = "handbook"


def press(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield every PDF file by the key of its chapter, and the handbook as `WHOLE` at last.

    Raises `Refused` for what cannot be set, with the file of the page or of the language.
    """
    words = book(edition)
    refuse([problem for page in words.pages for problem in _wrong(edition, page)])
    sheets, parts, start = dict[str, int](), list[Part](), 0
    for chapter in words.chapters:
        with _without_collecting():
            laid = lay_out(chapter_html(edition, words, chapter, start), edition.folder, _about(edition, chapter))
            sheets |= {name: start + place + 1 for name, place in laid.places().items()}
            sheets[f"chapter--{chapter.key}"] = start + 1
            parts.append(Part(laid.pdf(start + 1), start))
            start += laid.sheets
            del laid
        yield chapter.key, parts[-1].content
    yield WHOLE, _whole(edition, words, parts, sheets)


def _wrong(edition: Edition, page: BookPage) -> Iterator[Problem]:
    file = edition.staged.site.pages[edition.language.code][page.path].file
    return wrong_pictures(page.body, edition.folder, file)


def _whole(edition: Edition, words: Book, parts: list[Part], sheets: dict[str, int]) -> bytes:
    front = lay_out(front_html(edition, words, sheets), edition.folder, _about(edition))
    inside = {address: anchor for anchor, address in site_addresses(words).items()}
    return joined([Part(front.pdf(), None), *parts], inside)


def _about(edition: Edition, chapter: Chapter | None = None) -> str:
    """Return the file that a problem names: that of the page, where a chapter is one page, else the language's."""
    if chapter is not None and len(chapter.pages) == 1:
        return edition.staged.site.pages[edition.language.code][chapter.pages[0].path].file
    return edition.language.folder


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let Python look for cycles only beforehand: while sheets are laid out there are many objects and no waste."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
