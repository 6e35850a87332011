"""The menu of the folder: one page with every page of the handbook, which each page links to or unfolds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from lxml import etree

from handbook.copies.book.contents import Entry, contents
from handbook.copies.edition import Edition
from handbook.copies.folder.links import Links, page_file
from handbook.copies.folder.page import MENU, leaf
from handbook.copies.trees import drop, every, made, said
from handbook.read.addresses import page_url


def menu(edition: Edition, place: Callable[[str], str] = page_file) -> etree._Element:
    """Return every page under the sections of the navigation as a list; ``place`` says where a link to a page leads."""
    return _list(edition, contents(edition.staged.settings, edition.language), 0, place)


def menu_words(start: etree._Element) -> str:
    """Return what the site calls its menu, from a page of it."""
    return said(start, "//nav[@class='chapters']//summary")


def menu_page(edition: Edition, start: etree._Element, home: str, links: Links) -> bytes:
    """Return the menu as a page, made from the home page ``start``."""
    words, address = menu_words(start), edition.address
    article = start.find(".//article")
    title = start.find("head/title")
    assert article is not None
    assert title is not None
    for path in ("//nav[@class='contents']", "//nav[@class='next']", "//link[@rel='canonical']"):
        for element in every(start, path):
            drop(element)
    for element in list(article):
        article.remove(element)
    article.text = None
    article.extend((made("h1", words), menu(edition, page_url)))
    title.text = f"{words} – {edition.language.site_name}"
    return leaf(start, address, home + MENU, links, home)


def _list(edition: Edition, entries: Iterable[Entry], depth: int, place: Callable[[str], str]) -> etree._Element:
    items = []
    for section, group in groupby(entries, lambda entry: entry.sections[depth : depth + 1] or entry.path):
        inside = list(group)
        if isinstance(section, tuple):
            below = _list(edition, inside, depth + 1, place)
            items.append(made("li", made("span", section[0], {"class": "chapter"}), below))
        else:
            items.extend(made("li", _link(edition, entry.path, place(entry.path))) for entry in inside)
    return made("ul", *items)


def _link(edition: Edition, path: str, place: str) -> etree._Element:
    page = edition.staged.site.pages[edition.language.code][path]
    foreign = {"lang": page.language, "dir": "auto"} if page.language != edition.language.code else {}
    return made("a", page.title, {"href": place}, foreign)
