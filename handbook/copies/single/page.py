"""Pages of a book as parts of one long page: their headings lower, their sources folded, their pictures inside."""

from __future__ import annotations

import mimetypes
from base64 import b64encode

from lxml import etree

from handbook.copies.book import BookPage
from handbook.copies.edition import Edition
from handbook.copies.pictures import picture

_LOWEST = 6


def part(edition: Edition, page: BookPage, lower: int) -> etree._Element:
    """Return a page of a book as a part of one file, its headings ``lower`` by so many steps."""
    for element in page.body.iter(etree.Element):
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            element.tag = f"h{min(int(element.tag[1]) + lower, _LOWEST)}"
        elif element.tag == "img" and "://" not in (element.get("src") or "://"):
            element.set("src", _inside(edition, page.path, element.get("src") or ""))
        elif element.tag == "div" and "source" in (element.get("class") or "").split():
            _fold(element)
    page.body.set("class", "copy-page")
    return page.body


def _fold(box: etree._Element) -> None:
    """Fold where a statement comes from, as on the site: it needs no script."""
    title = box.find("p[@class='summary']")
    if title is not None:
        box.tag, title.tag = "details", "summary"


def _inside(edition: Edition, page: str, path: str) -> str:
    """Return a picture as an address that holds it."""
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(picture(edition, page, path)).decode('ascii')}"
