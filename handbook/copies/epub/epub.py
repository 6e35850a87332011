"""The files of an e-book, packed: the type first and as it is, so that any program sees it at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from handbook.copies.archive import archive
from handbook.copies.book import Book, BookPage, book
from handbook.copies.edition import Edition, Wanted
from handbook.copies.epub.cover import cover
from handbook.copies.epub.navigation import COVER, NAV, navigation
from handbook.copies.epub.package import File, package
from handbook.copies.epub.xhtml import document, has_drawing, xhtml
from handbook.copies.imprint import publisher
from handbook.copies.pictures import picture
from handbook.copies.trees import opened, said

_TYPE, _FOLDER, _PACKAGE = "mimetype", "EPUB", "package.opf"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{_FOLDER}/{_PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = Path(__file__).with_name("style.css")
_PICTURES = "pictures"


def epub(edition: Edition) -> Iterator[Wanted]:
    """Yield the handbook of a language as an e-book."""
    name = f"handbook-{edition.language.code}.epub"
    yield Wanted("epub", "whole", name, edition.labels["copy-as-epub"], partial(_packed, edition))


def _packed(edition: Edition) -> bytes:
    start = opened(edition.folder / "index.html")
    whose, about = publisher(start), said(start, "//meta[@name='description']/@content")
    files = list(_files(edition, book(edition), whose))
    own = {f"{_FOLDER}/{one.name}": one.content for one in files}
    head = {_TYPE: b"application/epub+zip", "META-INF/container.xml": _CONTAINER.encode()}
    listed = {f"{_FOLDER}/{_PACKAGE}": package(edition, files, whose, about)}
    return archive(head | listed | own, edition.staged.settings.date, stored=(_TYPE,))


def _files(edition: Edition, whole: Book, whose: str) -> Iterator[File]:
    """Yield every file in the order of reading; pictures and style come last."""
    files = {page.slug: f"{page.slug}.xhtml" for page in whole.pages}
    anchors = {
        str(element.get("id")): files[page.slug]
        for page in whole.pages
        for element in page.body.iter()
        if element.get("id")
    }
    yield File(COVER, cover(edition, whose), read=True)
    yield File(NAV, navigation(edition, whole, files), "nav", read=True)
    pictures = dict[str, bytes]()
    for page in whole.pages:
        pictures |= _pictures(edition, page)
        drawn = "svg" if has_drawing(page.body) else ""
        words = xhtml(page.body, files[page.slug], anchors)
        yield File(files[page.slug], document(edition.language, page.title, words), drawn, read=True)
    yield File("style.css", _STYLE.read_bytes())
    for name in sorted(pictures):
        yield File(name, pictures[name])


def _pictures(edition: Edition, page: BookPage) -> dict[str, bytes]:
    """Return the pictures that a page shows, and let it show those of the book."""
    found = {}
    for shown in page.body.iter("img"):
        path = shown.get("src") or ""
        if path and "://" not in path and not path.startswith("data:"):
            found[f"{_PICTURES}/{path}"] = picture(edition, page.path, path)
            shown.set("src", f"{_PICTURES}/{path}")
    return found
