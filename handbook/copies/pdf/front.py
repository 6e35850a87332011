"""What stands before the chapters of the handbook: cover and table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from handbook.copies.book import Book, Chapter
from handbook.copies.edition import Edition
from handbook.copies.imprint import edition_words, sources, union
from handbook.copies.pdf.chapter import book_style, groups_before, level_of, site_addresses, stands_alone
from handbook.copies.print.document import document


def front_html(edition: Edition, book: Book, sheets: Mapping[str, int]) -> str:
    """Return cover and table of contents; ``sheets`` says on which sheet each id stands."""
    cover, contents = "".join(_cover(edition, book)), "".join(_contents(edition, book, sheets))
    body = f'<section class="cover">{cover}</section>{contents}'
    return document(edition, book.title, f"{book_style(book, 0)}\n@page {{ @bottom-right {{ content: none }} }}", body)


def _cover(edition: Edition, book: Book) -> Iterator[str]:
    """Yield title, union, edition, and what the sources are and may be called."""
    labels, date = edition.labels, edition.staged.settings.date
    yield f'<p class="union-name">{escape(union(edition))}</p>'
    yield f'<h1 class="book-title">{escape(book.title)}</h1>'
    yield f'<p class="about">{escape(labels["copy-version"].replace("VALUE", date.strftime("%Y.%m.%d")))} · '
    yield f"{escape(edition_words(edition))}</p>"
    for label, value in _periods(edition):
        yield f"<p>{escape(label)} {escape(value)}</p>"
    yield f'<p class="sources">{escape(labels["state-documents"])}</p><ul>'
    for title, standing in sources(edition):
        yield f"<li>{escape(title)} ({escape(standing)})</li>"
    yield f'</ul><p class="address"><a href="{edition.address}" dir="ltr">{escape(edition.address)}</a></p>'


def _periods(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the period of the strategy and the year of the programme."""
    handbook, labels = edition.handbook, edition.labels
    if handbook.strategy:
        yield str(labels["state-strategy"]), handbook.strategy.period
    if handbook.programme:
        yield str(labels["state-programme"]), str(handbook.programme.year)


def _contents(edition: Edition, book: Book, sheets: Mapping[str, int]) -> Iterator[str]:
    yield f'<nav class="contents"><h2>{escape(edition.labels["copy-contents"])}</h2><ul>'
    places = site_addresses(book)
    for chapter in book.chapters:
        first = chapter.pages[0].slug
        yield f'<li class="chapter">{_line(chapter.title, places[first], sheets[f"chapter--{first}"])}'
        if not stands_alone(chapter):
            yield f"<ul>{''.join(_pages(chapter, places, sheets))}</ul>"
        yield "</li>"
    yield "</ul></nav>"


def _pages(chapter: Chapter, places: Mapping[str, str], sheets: Mapping[str, int]) -> Iterator[str]:
    """Yield the lines of a chapter's pages and groups, each as deep as its heading."""
    for number, page in enumerate(chapter.pages):
        lines = [*groups_before(chapter, number), (level_of(page), page.title)]
        for level, title in lines:
            yield f'<li class="depth-{level - 2}">{_line(title, places[page.slug], sheets[page.slug])}</li>'


def _line(title: str, address: str, sheet: int) -> str:
    return f'<a href="{escape(address)}" data-sheet="{sheet}">{escape(title)}</a>'
