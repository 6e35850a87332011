"""What the pages of a folder share: one style sheet, one script, and the search, which is loaded when it is opened."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree
from lxml.builder import E

from handbook.copies.edition import Edition
from handbook.copies.folder.menu import menu, menu_words
from handbook.copies.folder.page import parsed
from handbook.copies.search.index import search_index
from handbook.copies.search.script import plain_script
from handbook.read.addresses import html_file

SEARCH = "search.js"
_HERE = Path(__file__).parent
_REMARK = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_WAYS = ("prev", "next")
_STYLES = ("colours", "words", "frame", "handbook", "search")


def style(edition: Edition) -> bytes:
    """Return the styles of the site in one sheet."""
    folder = edition.folder / "stylesheets"
    sheets = [_read(folder / f"{name}.css") for name in _STYLES]
    return _REMARK.sub("", f"{''.join(sheets)}@media print {{\n{_read(folder / 'print.css')}}}\n").encode()


def modules(edition: Edition, folder: Path) -> tuple[Path, ...]:
    """Return the folders of the scripts that a copy joins: its own, those of all copies, those of the site."""
    return folder, _HERE.parent / "search", edition.folder / "javascripts" / "search"


def page_script(edition: Edition) -> bytes:
    """Return the script of every page, with the parts that the site writes into each one."""
    start = parsed((edition.folder / "index.html").read_bytes())
    words = menu_words(start)
    summary = E.summary(E.span(words))
    fold = E.details(summary, menu(edition), {"class": "fold", "data-wide": "60em"})
    parts = {
        "menu": _html(E.nav(fold, {"class": "chapters", "aria-label": words})) if words else "",
        "search": "".join(map(_html, start.xpath("//button[contains(@class, 'search-open')]")[:1])),
        "languages": _html(_switch(edition, start)),
        "next": _html(ways) if len(ways := _ways(edition)) else "",
        "colours": "".join(map(_html, start.xpath("//*[@id='colours']"))),
        "address": edition.address,
        "foot": (start.get("data-foot") or "").split("\n")[0].partition(" · ")[2],
    }
    folder = edition.folder / "javascripts"
    script = plain_script("page.js", *modules(edition, _HERE))
    later = f"document.addEventListener('DOMContentLoaded', () => {{\n{_read(folder / 'handbook.js')}}});\n"
    return f"window.handbook = {_json(parts)};\n{script}{_read(folder / 'colours.js')}{later}".encode()


def search_script(edition: Edition) -> bytes:
    """Return the search: its index, its dialog, and what searches."""
    told = f"handbook.index = {search_index(edition)};\nhandbook.dialogue = {_json(dialogue(edition))};\n"
    return f"{told}{plain_script('search.js', *modules(edition, _HERE))}".encode()


def dialogue(edition: Edition) -> str:
    """Return the dialog of the site's search as HTML, without what stands around it."""
    root = parsed((edition.folder / "search-dialog.xml").read_bytes())
    found = root.find(".//dialog")
    assert found is not None, "the site has a dialog for its search"
    pages = {
        one.removesuffix("index.html"): one for one in map(html_file, edition.staged.site.pages[edition.language.code])
    }
    for link in found.iter("a"):
        href = (link.get("href") or "").removeprefix("./").removeprefix(edition.address)
        link.set("href", pages.get(href, href))
    return _html(found)


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
        for found in parsed((edition.folder / html_file(path)).read_bytes()).iterfind(".//nav[@class='next']"):
            nav = found
            ways |= {str(link.get("rel")): link for link in found.iterfind("a")}
        if len(ways) == len(_WAYS):
            break
    return E.nav(*(ways[way] for way in _WAYS), dict(nav.attrib)) if len(ways) == len(_WAYS) else E.nav()


def _html(element: etree._Element) -> str:
    return etree.tostring(element, method="html", encoding="unicode", with_tail=False)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
