"""Pages of a book as XHTML, each a file of its own whose links lead to the others."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from lxml import etree
from markupsafe import escape

from handbook.read.settings import Language

XHTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"
#: What only a script or a form can use; a reader of e-books has neither.
_TOOLS = ("input", "select", "textarea", "form", "label")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def document(language: Language, title: str, body: str, kind: str = "") -> bytes:
    """Return a whole file around a ``body``; ``kind`` says what it is in terms of EPUB."""
    typed = f' epub:type="{kind}"' if kind else ""
    code, way = language.code, language.direction
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="{XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" lang="{code}" xml:lang="{code}" dir="{way}">
<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body{typed}>
{body}
</body>
</html>
""".encode()


def xhtml(body: etree._Element, file: str, anchors: Mapping[str, str]) -> str:
    """Return the words of a page; ``anchors`` say in which file each id stands, ``file`` is its own."""
    etree.strip_tags(body, *_TOOLS)
    for element in body.iter(etree.Element):
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            element.set("href", _link((element.get("href") or "")[1:], file, anchors))
        _named(element)
    return etree.tostring(_spaced(body, XHTML), encoding="unicode", with_tail=False)


def has_drawing(body: etree._Element) -> bool:
    """Return whether a page holds a drawing, which the list of files must say."""
    return next(body.iter("svg"), None) is not None


def _link(anchor: str, file: str, anchors: Mapping[str, str]) -> str:
    target = anchors[anchor]
    return f"#{anchor}" if target == file else f"{quote(target)}#{anchor}"


def _named(element: etree._Element) -> None:
    """Say the language as XML says it too, and leave out what only HTML calls an attribute."""
    if element.get("lang"):
        element.set(_LANG, element.get("lang") or "")
    for name in [one for one in element.attrib if ":" in str(one).partition("}")[2] or str(one).startswith("xmlns")]:
        del element.attrib[name]


def _spaced(element: etree._Element, space: str) -> etree._Element:
    """Return a copy of an element in the name space of its language; a drawing has its own."""
    space = SVG if element.tag == "svg" else space
    made = etree.Element(f"{{{space}}}{element.tag}", nsmap={None: space})  # type: ignore[dict-item]
    for name, words in element.attrib.items():
        made.set(name, words)
    made.text, made.tail = element.text, element.tail
    for child in element.iterchildren(etree.Element):
        made.append(_spaced(child, space))
    return made
