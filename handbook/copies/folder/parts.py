"""What the pages of a folder share: a script, and the search, which is loaded when it is opened."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree

from handbook.copies.edition import Edition
from handbook.copies.folder.links import page_file
from handbook.copies.folder.menu import menu, menu_words
from handbook.copies.folder.page import MENU
from handbook.copies.search.dialogue import dialogue, script
from handbook.copies.search.index import search_index
from handbook.copies.sheets import text
from handbook.copies.trees import every, made, opened, written
from handbook.read.addresses import html_file, page_url

SEARCH = "search.js"
_HERE = Path(__file__).parent
_WAYS = ("prev", "next")


def page_script(edition: Edition) -> bytes:
    """Return the script of every page, with the parts that the site writes into each one."""
    start = opened(edition.folder / "index.html")
    words = menu_words(start)
    summary = made("summary", made("span", words))
    fold = made("details", summary, menu(edition), {"class": "fold", "data-wide": "60em"})
    parts = {
        "menu": written(made("nav", fold, {"class": "chapters", "aria-label": words})) if words else "",
        "search": "".join(map(written, every(start, "//button[contains(@class, 'search-open')]")[:1])),
        "languages": written(_switch(edition, start)),
        "next": written(ways) if len(ways := _ways(edition)) else "",
        "colours": "".join(map(written, every(start, "//*[@id='colours']"))),
        "address": edition.address,
        "foot": (start.get("data-foot") or "").split("\n")[0].partition(" · ")[2],
    }
    folder = edition.folder / "javascripts"
    later = f"document.addEventListener('DOMContentLoaded', () => {{\n{text(folder / 'handbook.js')}}});\n"
    own = f"window.handbook = {_json(parts)};\n{script(edition, 'page.js', _HERE)}"
    return f"{own}{text(folder / 'colours.js')}{later}".encode()


def search_script(edition: Edition) -> bytes:
    """Return the search: its index, its dialog, and what searches."""
    pages = {page_url(path): page_file(path) for path in edition.staged.site.pages[edition.language.code]}
    found = dialogue(edition)
    for link in found.iter("a"):
        link.set("href", pages.get(link.get("href") or "", MENU))
    told = f"handbook.index = {search_index(edition)};\nhandbook.dialogue = {_json(written(found))};\n"
    return f"{told}{script(edition, 'search.js', _HERE)}".encode()


def _switch(edition: Edition, start: etree._Element) -> etree._Element:
    """Return the switch of languages of the home page, which leads to the site."""
    found = start.find(".//details[@class='languages']")
    assert found is not None, "every page has a switch of languages"
    for link in found.iter("a"):
        link.set("href", urljoin(edition.address, link.get("href")))
    return found


def _ways(edition: Edition) -> etree._Element:
    """Return the links to the pages before and after one, as the site writes them."""
    ways = dict[str, etree._Element]()
    for path in edition.staged.site.pages[edition.language.code]:
        for found in opened(edition.folder / html_file(path)).iterfind(".//nav[@class='next']"):
            nav = found
            ways |= {str(link.get("rel")): link for link in found.iterfind("a")}
        if len(ways) == len(_WAYS):
            break
    if len(ways) < len(_WAYS):
        return made("nav")
    return made("nav", *(ways[way] for way in _WAYS), {str(name): str(words) for name, words in nav.attrib.items()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
