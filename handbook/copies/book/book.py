"""A book of one language: what its pages say, in the order of the navigation, without the frame of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from handbook.copies.book.clean import article
from handbook.copies.book.contents import Entry, contents
from handbook.copies.book.contents import chapters as grouped
from handbook.copies.book.links import linked, marked, pictured, slugs
from handbook.copies.edition import Edition
from handbook.read.addresses import html_file, page_url
from handbook.read.settings import Language


@dataclass(frozen=True)
class BookPage:
    """A page of a book.

    ``groups`` are the titles of the sections around it, inside its chapter. ``body`` is a ``section`` whose id is
    ``slug``; every other id in it is ``slug--anchor``. Its links lead to ids of the book (``#…``) or are absolute;
    ``src`` of a picture is a path in the language's folder, or absolute. Whoever changes a body changes a copy.
    """

    path: str
    slug: str
    title: str
    address: str
    groups: tuple[str, ...]
    body: etree._Element


@dataclass(frozen=True)
class Chapter:
    """A top-level section of the navigation, or a page that stands alone there.

    ``key`` is the name of its first page (``BookPage.slug``), the same in all languages.
    """

    title: str
    key: str
    pages: tuple[BookPage, ...]


@dataclass(frozen=True)
class Book:
    """The pages of one language under the title of its site."""

    language: Language
    title: str
    chapters: tuple[Chapter, ...]

    @property
    def pages(self) -> Iterator[BookPage]:
        """Yield every page in order."""
        for chapter in self.chapters:
            yield from chapter.pages


def book(edition: Edition) -> Book:
    """Return the finished pages of an edition as a book.

    Raises `CouldNotRun` if a page was not built, `Refused` if ``mkdocs.yml`` cannot be read.
    """
    entries = contents(edition.staged.settings, edition.language)
    names = slugs(entry.path for entry in entries)
    pages = [_page(edition, entry, names[entry.path]) for entry in entries]
    anchors = {str(element.get("id")) for page in pages for element in page.body.iter(etree.Element)}
    addresses = {page.address: page.slug for page in pages}
    for page in pages:
        linked(page.body, page.address, addresses, anchors)
        pictured(page.body, page.address, edition.address)
    by_path = {page.path: page for page in pages}
    chapters = [_chapter(group, [by_path[one.path] for one in group]) for group in grouped(entries)]
    return Book(edition.language, edition.language.site_name, tuple(chapters))


def _chapter(entries: Sequence[Entry], pages: Sequence[BookPage]) -> Chapter:
    """Return a chapter; a page alone, which has no section around it, gives its own title."""
    title = entries[0].sections[0] if entries[0].sections else pages[0].title
    return Chapter(title, pages[0].slug, tuple(pages))


def _page(edition: Edition, entry: Entry, slug: str) -> BookPage:
    body = article(edition.folder / html_file(entry.path))
    marked(body, slug)
    title = edition.staged.site.pages[edition.language.code][entry.path].title
    address = edition.address + page_url(entry.path)
    return BookPage(entry.path, slug, title, address, entry.sections[1:], body)
