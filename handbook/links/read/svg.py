"""Pictures drawn in SVG: what they show, use and lead to.

https://www.w3.org/TR/SVG2/linking.html
"""

from __future__ import annotations

from lxml import etree

from handbook.links.document import Document, Kind, Reference
from handbook.links.read.css import css_references
from handbook.links.read.xml import line_of, local, parsed

_XLINK = "{http://www.w3.org/1999/xlink}href"
_KINDS: dict[str, Kind] = {"a": "link", "image": "image", "feImage": "image", "script": "script"}


def read_svg(data: bytes, document: Document) -> None:
    """Put what a drawing refers to, and its anchors, into ``document``."""
    if (root := parsed(data, document)) is not None:
        read_drawing(root, document)


def read_drawing(root: etree._Element, document: Document) -> None:
    """Put what a drawing that was parsed refers to into ``document``."""
    document.kind = "svg"
    for element in root.iter():
        if not (name := local(element)):
            continue
        line = line_of(element)
        if (anchor := element.get("id")) in document.ids:
            document.doubled.append((anchor or "", line))
        elif anchor is not None:
            document.ids[anchor] = line
        address = element.get("href", element.get(_XLINK))
        if address is not None:
            words = " ".join("".join(map(str, element.itertext())).split()) if name == "a" else ""
            document.references.append(Reference(_KINDS.get(name, "other"), address, line, f"svg {name}", words))
        if name == "style":
            document.references += css_references(element.text or "", line)
        if style := element.get("style"):
            document.references += css_references(style, line)
