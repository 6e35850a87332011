"""Anchors and links of a book: one name space for all pages, links between them inside the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree

#: Attributes that name other elements of the same page.
_NAMING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


def slugs(paths: Iterable[str]) -> dict[str, str]:
    """Return a name for each page, the same in all languages: ``programme/field.md`` -> ``programme-field``."""
    names: dict[str, str] = {}
    for path in paths:
        plain = path.removesuffix(".md")
        plain = plain.removesuffix("/index").removesuffix("/README").replace("/", "-").replace(" ", "-")
        name, number = plain, 1
        while name in names.values():
            number += 1
            name = f"{plain}-{number}"
        names[path] = name
    return names


def marked(body: etree._Element, slug: str) -> None:
    """Put the page's name before every anchor on it, and make it the anchor of the page itself."""
    for element in body.iter(etree.Element):
        if element.get("id"):
            element.set("id", f"{slug}--{element.get('id')}")
        for name in _NAMING:
            if element.get(name):
                element.set(name, " ".join(f"{slug}--{one}" for one in (element.get(name) or "").split()))
    body.set("id", slug)


def linked(body: etree._Element, address: str, slugs: Mapping[str, str], anchors: set[str]) -> None:
    """Turn links to pages of the book into ``#…``, and all others into absolute ones.

    ``slugs`` are the names of the book's pages by their absolute addresses, ``anchors`` all anchors of the book.
    """
    for link in body.iter("a"):
        href = link.get("href")
        if href is None:
            continue
        whole = urljoin(address, href)
        page, anchor = urldefrag(whole)
        slug = slugs.get(page) or slugs.get(page.removesuffix("index.html"))
        if slug is None:
            link.set("href", whole)
            continue
        inner = f"{slug}--{unquote(anchor)}"
        link.set("href", f"#{inner}" if inner in anchors else f"#{slug}")


def pictured(body: etree._Element, address: str, home: str) -> None:
    """Name pictures by their path in the language's folder, where they are files of the site."""
    for picture in body.iter("img", "source", "audio", "video"):
        for name in ("src", "poster"):
            if picture.get(name) and not (picture.get(name) or "").startswith("data:"):
                whole = urldefrag(urljoin(address, picture.get(name)))[0]
                inside = whole.startswith(home)
                picture.set(name, unquote(whole.removeprefix(home)) if inside else whole)
        picture.attrib.pop("srcset", "")
