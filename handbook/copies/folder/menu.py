"""The menu of the folder: one page with every page of the handbook, which each page links to or unfolds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from handbook.copies.book.contents import Entry, contents
from handbook.copies.edition import Edition
from handbook.copies.folder.links import Links
from handbook.copies.folder.page import MENU, leaf
from handbook.copies.trees import drop, every, made, said
from handbook.read.addresses import html_file


def menu(edition: Edition) -> etree._Element:
    """Return every page under the sections of the navigation as a list; links start from the language's folder."""
    return _list(edition, contents(edition.staged.settings, edition.language), 0)


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
    article.extend((made("h1", words), menu(edition)))
    title.text = f"{words} – {edition.language.site_name}"
    return leaf(start, address, home + MENU, links, home)


def _list(edition: Edition, entries: Iterable[Entry], depth: int) -> etree._Element:
    items = []
    for section, group in groupby(entries, lambda entry: entry.sections[depth : depth + 1] or entry.path):
        inside = list(group)
        if isinstance(section, tuple):
            items.append(made("li", made("span", section[0], {"class": "chapter"}), _list(edition, inside, depth + 1)))
        else:
            items.extend(made("li", _link(edition, entry.path)) for entry in inside)
    return made("ul", *items)


def _link(edition: Edition, path: str) -> etree._Element:
    page = edition.staged.site.pages[edition.language.code][path]
    foreign = {"lang": page.language, "dir": "auto"} if page.language != edition.language.code else {}
    return made("a", page.title, {"href": html_file(path)}, foreign)
