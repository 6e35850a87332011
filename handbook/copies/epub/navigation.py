"""The table of contents of an e-book, and its landmarks: https://www.w3.org/TR/epub-33/#sec-nav."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from markupsafe import escape

from handbook.copies.book import Book, BookPage
from handbook.copies.edition import Edition
from handbook.copies.epub.xhtml import document

NAV, COVER = "contents.xhtml", "cover.xhtml"


def navigation(edition: Edition, whole: Book, files: Mapping[str, str]) -> bytes:
    """Return the navigation document; ``files`` are the files of the pages by their names in the book."""
    contents, cover = escape(edition.labels["copy-contents"]), escape(edition.labels["copy-cover"])
    first = next(whole.pages)
    listed = "\n".join(
        _item(chapter.pages[0], files) if len(chapter.pages) == 1 else _group(chapter.title, chapter.pages, 0, files)
        for chapter in whole.chapters
    )
    body = f"""<nav epub:type="toc" role="doc-toc" aria-labelledby="title" id="toc">
<h1 id="title">{contents}</h1>
<ol>
{listed}
</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="{contents}">
<ol>
<li><a epub:type="cover" href="{COVER}">{cover}</a></li>
<li><a epub:type="toc" href="{NAV}">{contents}</a></li>
<li><a epub:type="bodymatter" href="{quote(files[first.slug])}">{escape(first.title)}</a></li>
</ol>
</nav>"""
    return document(edition.language, edition.labels["copy-contents"], body)


def _item(page: BookPage, files: Mapping[str, str]) -> str:
    return f'<li><a href="{quote(files[page.slug])}">{escape(page.title)}</a></li>'


def _group(title: str, pages: Sequence[BookPage], depth: int, files: Mapping[str, str]) -> str:
    """Return the pages under one title, those of the same section in it under theirs."""
    items = []
    for section, inside in groupby(pages, lambda page: page.groups[depth : depth + 1] or page.slug):
        listed = list(inside)
        if isinstance(section, tuple):
            items.append(_group(section[0], listed, depth + 1, files))
        else:
            items.extend(_item(page, files) for page in listed)
    listed_items = "\n".join(items)
    return f"<li><span>{escape(title)}</span>\n<ol>\n{listed_items}\n</ol>\n</li>"
