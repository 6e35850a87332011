"""A page of a book in the form in which it stands on paper: the order of headings, sources in one line, addresses."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping

from lxml import etree

from handbook.copies.print.files import address
from handbook.copies.print.notes import noted
from handbook.copies.print.tables import fitted

_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
#: What style sheets say of drawings on the site; those of a document do not reach into a drawing in a PDF.
_INK = {
    "bar": {"fill": "#1a5a96"},
    "whole": {"fill": "none", "stroke": "#1f2328"},
    "": {"font-family": "Copy, CopyMore, sans-serif", "font-size": "14", "fill": "#1f2328"},
}


def headings(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the headings of a page in order."""
    yield from (element for element in body.iter(*_HEADINGS))


def shaped(body: etree._Element, links: Mapping[str, str]) -> etree._Element:
    """Return a page for paper. ``links`` says where ids lead that are not in the same file: id -> address."""
    body = copy.deepcopy(body)
    noted(body)
    for source in list(_with_class(body, "source")):
        _run_in(source)
    for drawing in body.iter("svg"):
        _drawn(drawing)
    for picture in body.iter("img"):
        if not (picture.get("src") or "").startswith("data:"):
            picture.set("src", address(picture.get("src") or ""))
    for link in body.iter("a"):
        _led(link, links)
    for table in body.iter("table"):
        fitted(table)
    if next(_with_class(body, "field"), None) is not None:
        body.set("class", "form")
    else:
        body.attrib.pop("class", "")
    return body


def leveled(bodies: list[tuple[etree._Element, int]], above: int) -> None:
    """Move the headings of pages to their levels, so that none is skipped.

    Each page comes with the level of its title; ``above`` is the level of the heading before the first.
    """
    last = above
    for body, top in bodies:
        for heading in list(headings(body)):
            last = min(int(str(heading.tag)[1]) - 1 + top, last + 1, 6)
            heading.tag = f"h{last}"


def _with_class(body: etree._Element, name: str) -> Iterator[etree._Element]:
    yield from (element for element in body.iter(etree.Element) if name in (element.get("class") or "").split())


def _run_in(source: etree._Element) -> None:
    """Say where a statement comes from in one paragraph, as the site itself does on paper (``print.css``).

    What leads to other statements is left out there too: it is the site's index, which the book has as a page.
    """
    title, items = source.find("p"), list(source.iter("li"))
    if title is None or not items:
        return
    for other in [one for one in source.iter("p") if one is not title and one.getparent() is source]:
        source.remove(other)
    words = etree.Element("strong")
    words.text = " ".join("".join(str(part) for part in title.itertext()).split())
    words.tail = " – "
    for number, item in enumerate(items):
        item.tag = "item"
        item.tail = " · " if number < len(items) - 1 else None
    source[:] = [words, *items]
    etree.strip_tags(source, "item")
    source.text = None
    source.tag = "p"


def _drawn(drawing: etree._Element) -> None:
    """Give a drawing its ink, and its name as a title, which is what stands for it in a PDF."""
    name = drawing.get("aria-label")
    if name and drawing.find("title") is None:
        title = etree.Element("title")
        title.text = name
        drawing.insert(0, title)
    for shape in drawing.iter("rect", "text", "path", "circle", "line"):
        for attribute, value in _INK.get(shape.get("class") or "", {}).items():
            shape.set(attribute, shape.get(attribute) or value)


def _led(link: etree._Element, links: Mapping[str, str]) -> None:
    """Lead a link out of the file where its target is elsewhere; print the address where it is not in the words."""
    href = link.get("href") or ""
    if href.startswith("#"):
        if href[1:] in links:
            link.set("href", links[href[1:]])
        return
    words = "".join(str(part) for part in link.itertext())
    if href.startswith(("http://", "https://")) and _bare(href) not in _bare(words):
        link.set("class", "outside")


def _bare(words: str) -> str:
    return words.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/").lower()
