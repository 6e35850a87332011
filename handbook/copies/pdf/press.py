"""The PDF files of one language: each chapter is laid out once, and the handbook is put together from them.

A chapter whose words, pictures and first sheet are those of an earlier run is not laid out again.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from handbook.copies.book import Book, BookPage, Chapter, book
from handbook.copies.edition import Edition
from handbook.copies.needs import surroundings
from handbook.copies.pdf.chapter import chapter_html, site_addresses
from handbook.copies.pdf.front import front_html
from handbook.copies.pdf.join import Part, joined
from handbook.copies.print import lay_out
from handbook.copies.print.files import SCHEME
from handbook.copies.print.pictures import wrong_pictures
from handbook.kept import mark_of
from handbook.problems import Problem, refuse

#: The handbook among the names of chapters.
WHOLE = "handbook"
#: What a document says of a file that it loads.
_LOADED = re.compile(rf"{SCHEME}:///([^\"'#?)]+)")


def press(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield every PDF file by the key of its chapter, and the handbook as `WHOLE` at last.

    Raises `Refused` for what cannot be set, with the file of the page or of the language.
    """
    words, same = book(edition), mark_of(*surroundings())
    refuse([problem for page in words.pages for problem in _wrong(edition, page)])
    sheets, parts, start = dict[str, int](), list[Part](), 0
    with edition.staged.kept.shelf(f"chapters.{edition.language.code}") as shelf:
        for chapter in words.chapters:
            html, about = chapter_html(edition, words, chapter, start), _about(edition, chapter)
            work = partial(_set, html, edition.folder, about, start)
            made: _Set = shelf.result(mark_of(same, about, start, html, *_shown(html, edition.folder)), work)
            sheets |= {name: start + place + 1 for name, place in made.places.items()}
            sheets[f"chapter--{chapter.key}"] = start + 1
            parts.append(Part(made.content, start))
            start += made.sheets
            yield chapter.key, made.content
    yield WHOLE, _whole(edition, words, parts, sheets)


class _Set(NamedTuple):
    """A chapter as PDF: its file, its number of sheets, and the sheet, from 0, on which each anchor stands."""

    content: bytes
    sheets: int
    places: dict[str, int]


def _set(html: str, folder: Path, about: str, start: int) -> _Set:
    laid = lay_out(html, folder, about)
    made = _Set(laid.pdf(start + 1), laid.sheets, laid.places())
    del laid
    gc.collect()  # its sheets hold each other, and the next chapter needs their memory
    return made


def _shown(html: str, folder: Path) -> Iterator[bytes]:
    """Yield the content of every file that a document loads from the folder of its language."""
    for path in map(unquote, _LOADED.findall(html)):
        if (folder / path).is_file():
            yield (folder / path).read_bytes()


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
