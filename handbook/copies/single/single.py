"""The handbook as one file: its cover, a table of contents, all pages, and a search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree
from markupsafe import escape

from handbook.copies.book import Book, book
from handbook.copies.edition import Edition, Wanted
from handbook.copies.imprint import edition_words
from handbook.copies.search.dialogue import dialogue, script
from handbook.copies.search.index import search_index
from handbook.copies.sheets import style, text
from handbook.copies.single.frame import contents, cover, header
from handbook.copies.single.page import part
from handbook.copies.single.policy import policy
from handbook.copies.trees import every, made, opened, written
from handbook.read.addresses import page_url

_HERE = Path(__file__).parent


def single(edition: Edition) -> Iterator[Wanted]:
    """Yield the handbook of a language as one HTML file, with everything inside."""
    code = edition.language.code
    yield Wanted("html", "whole", f"handbook-{code}.html", edition.labels["copy-as-single"], partial(_file, edition))


def _file(edition: Edition) -> bytes:
    """Return the file."""
    whole, start = book(edition), opened(edition.folder / "index.html")
    first, last = _scripts(edition)
    sheet = style(edition, text(_HERE / "single.css"))
    told = policy(sheet, (first, last))
    language, home, day = edition.language, escape(edition.address), escape(edition_words(edition))
    foot = _plain(f"{escape(language.site_name)} · {day}&#10;{home}")  # before the page says how it is encoded
    parts = (*header(start, edition), _frame(edition, whole, start), _dialogue(edition, whole))
    body = made("body", {"id": "top"}, *parts)
    return f"""<!doctype html>
<html lang="{language.code}" dir="{language.direction}" data-foot="{foot}">
<head>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{told}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(language.site_name)} – {day}</title>
<link rel="canonical" href="{home}">
<style>{sheet}</style>
<script>{first}</script>
</head>
{written(body).removesuffix("</body>")}
<script type="application/json" id="search-index">{_data(edition, whole)}</script>
<script>{last}</script>
</body>
</html>
""".encode()


def _plain(words: str) -> str:
    """Return words in letters of ASCII alone, others by their numbers."""
    return words.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _scripts(edition: Edition) -> tuple[str, str]:
    """Return the script before the page is painted, and the one after it."""
    return text(edition.folder / "javascripts" / "colours.js"), script(edition, "single.js", _HERE)


def _frame(edition: Edition, whole: Book, start: etree._Element) -> etree._Element:
    """Return the words: what the file is, its contents, and every page."""
    parts = []
    for chapter in whole.chapters:
        alone = len(chapter.pages) == 1 and chapter.title == chapter.pages[0].title
        inside = [part(edition, page, 1 if alone else 2) for page in chapter.pages]
        title = () if alone else (made("h2", chapter.title),)
        parts.append(made("section", *title, *inside, {"class": "copy-chapter"}))
    article = made("article", *cover(edition, start), contents(edition, whole), *parts, {"class": "md-typeset"})
    top = [_to_contents(one, edition) for one in every(start, "//p[@class='top']")[:1]]
    return made("div", made("main", article, *top, {"id": "content", "tabindex": "-1"}), {"class": "frame"})


def _to_contents(top: etree._Element, edition: Edition) -> etree._Element:
    """Return the link that stays in sight, which leads to the contents here."""
    for link in top.iter("a"):
        link.set("href", "#contents")
        link.set("aria-label", edition.labels["copy-contents"])
    return top


def _dialogue(edition: Edition, whole: Book) -> etree._Element:
    """Return the dialog of the search; its link leads to the index in this file."""
    found, slugs = dialogue(edition), {page_url(page.path): page.slug for page in whole.pages}
    for link in found.iter("a"):
        link.set("href", f"#{slugs.get(link.get('href') or '', 'contents')}")
    return found


def _data(edition: Edition, whole: Book) -> str:
    """Return what the search knows, as JSON that cannot end the element around it."""
    slugs = {page_url(page.path): page.slug for page in whole.pages}
    told = {"index": json.loads(search_index(edition)), "slugs": slugs}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
