"""What stands around the pages in one file: the head with search and languages, what the file is, the contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urljoin

from lxml import etree

from handbook.copies.book import Book, BookPage
from handbook.copies.edition import Edition
from handbook.copies.imprint import edition_words, publisher
from handbook.copies.trees import drop, every, made

_NEEDLESS = ".//script | .//p[@class='offer'] | .//a[@class='search-open'] | .//svg[..//span]"


def header(start: etree._Element, edition: Edition) -> list[etree._Element]:
    """Return the way past it and the head of the home page, whose links lead to this file or to the site."""
    found = [*every(start, "//a[@class='md-skip']")[:1], *every(start, "//header")[:1]]
    for element in found:
        for needless in every(
            element, ".//script | .//p[@class='offer'] | .//a[@class='search-open'] | .//svg[..//span]"
        ):
            drop(needless)
        for link in element.iter("a"):
            link.set("href", _to(link, edition))
            for name in ("data-offer", "data-close"):
                link.attrib.pop(name, "")
    return found


def _to(link: etree._Element, edition: Edition) -> str:
    href = link.get("href") or ""
    if href.startswith("#"):
        return href
    whole = urljoin(edition.address, href)
    return "#top" if whole == edition.address else whole


def cover(edition: Edition, start: etree._Element) -> Iterator[etree._Element]:
    """Yield title, edition, whose words they are, and where the latest version stands."""
    yield made("h1", edition.language.site_name)
    told = " · ".join(filter(None, (edition_words(edition), publisher(start))))
    yield made("p", told, {"class": "copy-about"})
    link = made("a", edition.address, href=edition.address, dir="ltr")
    yield made("p", f"{edition.labels['copy-newest']} ", link, {"class": "copy-about"})


def contents(edition: Edition, whole: Book) -> etree._Element:
    """Return the table of contents: chapters, the sections in them, and their pages."""
    name = edition.labels["copy-contents"]
    chapters = []
    for chapter in whole.chapters:
        if len(chapter.pages) == 1:
            chapters.append(made("li", _link(chapter.pages[0])))
        else:
            chapters.append(made("li", made("details", made("summary", chapter.title), _list(chapter.pages, 0))))
    title = made("h2", name, {"id": "contents"})
    return made("nav", title, made("ul", *chapters), {"class": "copy-contents", "aria-labelledby": "contents"})


def _list(pages: Sequence[BookPage], depth: int) -> etree._Element:
    items = []
    for group, inside in groupby(pages, lambda page: page.groups[depth : depth + 1] or page.slug):
        listed = list(inside)
        if isinstance(group, tuple):
            items.append(made("li", group[0], _list(listed, depth + 1)))
        else:
            items.extend(made("li", _link(page)) for page in listed)
    return made("ul", *items)


def _link(page: BookPage) -> etree._Element:
    return made("a", page.title, href=f"#{page.slug}")
