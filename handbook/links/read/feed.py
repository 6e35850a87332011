"""Feeds: RSS (https://www.rssboard.org/rss-specification) and Atom (https://www.rfc-editor.org/rfc/rfc4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from handbook.links.document import Document, Fault, Reference
from handbook.links.read.xml import line_of, local

_ADDRESSES = ("link", "comments", "docs", "url", "icon", "logo")
_WORDS = ("description", "encoded", "content", "summary")
_FULL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_INNER = re.compile(r"""\s(?:href|src)\s*=\s*["'](https?://[^"'<>\s]+)""", re.IGNORECASE)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def read_channel(root: etree._Element, document: Document) -> None:
    """Put what a feed refers to into ``document``. Readers are elsewhere, so an address must be complete."""
    document.kind = "feed"
    document.base = root.get(_BASE) or ""
    for element in root.iter():
        name, line = local(element), line_of(element)
        for address in _addresses(element, name):
            document.references.append(Reference("other", address, line, f"feed {name}"))
            if not _FULL.match(address) and not document.base:
                document.faults.append(Fault("relative-address", line, {"address": address}))
        if name in _WORDS and element.text:
            document.references += (
                Reference("other", one, line, f"feed {name}") for one in _INNER.findall(element.text)
            )


def _addresses(element: etree._Element, name: str) -> Iterator[str]:
    href, text = element.get("href"), (element.text or "").strip()
    if name == "link" and href is not None:
        yield href.strip()
    elif (name == "enclosure" and (url := element.get("url"))) or (name == "content" and (url := element.get("src"))):
        yield url.strip()
    elif text and (name in _ADDRESSES or _permanent(element, name, text)):
        yield text


def _permanent(element: etree._Element, name: str, text: str) -> bool:
    return name == "guid" and element.get("isPermaLink", "true") == "true" and _FULL.match(text) is not None
