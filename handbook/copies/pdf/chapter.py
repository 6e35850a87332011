"""A chapter as an HTML document for paper."""

from __future__ import annotations

from html import escape
from pathlib import Path

from lxml import etree

from handbook.copies.book import Book, BookPage, Chapter
from handbook.copies.edition import Edition
from handbook.copies.imprint import edition_words
from handbook.copies.print.document import document, quoted
from handbook.copies.print.files import style
from handbook.copies.print.shape import leveled, shaped

STYLE = Path(__file__).with_name("book.css")


def book_style(book: Book, start: int) -> str:
    """Return the style of a part of the book whose sheets are counted on from ``start``."""
    count = f"@page:first {{ counter-reset: page {start + 1} }}"
    running = f"@page {{ @top-left {{ content: {quoted(book.title)} }} }}"
    return "\n".join((style(STYLE), running, count))


def chapter_html(edition: Edition, book: Book, chapter: Chapter, start: int) -> str:
    """Return a chapter whose sheets are counted on from ``start``; links to other chapters lead to the site."""
    alone, own = stands_alone(chapter), _anchors(chapter)
    links = {name: place for name, place in site_addresses(book).items() if name not in own}
    bodies = [shaped(page.body, links) for page in chapter.pages]
    levels = [1 if alone else level_of(page) for page in chapter.pages]
    leveled(list(zip(bodies, levels, strict=True)), 0 if alone else 1)
    line = f'<p class="edition">{escape(book.title)} · {escape(edition_words(edition))}</p>'
    head = line if alone else f"{line}<h1>{escape(chapter.title)}</h1>"
    words = [
        _groups(chapter, number) + etree.tostring(body, encoding="unicode", method="html", with_tail=False)
        for number, body in enumerate(bodies)
    ]
    title = f"{chapter.title} – {book.title}"
    return document(edition, title, book_style(book, start), f"<header>{head}</header>{''.join(words)}")


def stands_alone(chapter: Chapter) -> bool:
    """Say whether a chapter is a page without a section around it."""
    return len(chapter.pages) == 1 and chapter.pages[0].title == chapter.title


def site_addresses(book: Book) -> dict[str, str]:
    """Return where each id of a book stands on the site."""
    places = {}
    for page in book.pages:
        for name in _ids(page):
            anchor = name.removeprefix(f"{page.slug}--")
            places[name] = page.address if name == page.slug else f"{page.address}#{anchor}"
    return places


def _ids(page: BookPage) -> list[str]:
    return [str(element.get("id")) for element in page.body.iter(etree.Element) if element.get("id")]


def _anchors(chapter: Chapter) -> set[str]:
    return {name for page in chapter.pages for name in _ids(page)}


def level_of(page: BookPage) -> int:
    """Return the level of a page's title, below its chapter and groups; one that has its group's title leads it."""
    return 2 + len(page.groups) - (page.groups[-1:] == (page.title,))


def groups_before(chapter: Chapter, number: int) -> list[tuple[int, str]]:
    """Return level and title of each group that begins with a page, but for one that the page leads."""
    page, before = chapter.pages[number], chapter.pages[number - 1].groups if number else ()
    new = [level for level in range(len(page.groups)) if page.groups[: level + 1] != before[: level + 1]]
    if page.groups[-1:] == (page.title,):
        new = [level for level in new if level < len(page.groups) - 1]
    return [(level + 2, page.groups[level]) for level in new]


def _groups(chapter: Chapter, number: int) -> str:
    return "".join(f"<h{level}>{escape(title)}</h{level}>" for level, title in groups_before(chapter, number))
