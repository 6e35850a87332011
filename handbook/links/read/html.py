"""HTML pages, however broken: parsed as browsers do, by libxml2, and read in one pass.

What holds an address stands in `read.attributes`, what a link is called in `read.wording`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import cast

from lxml import etree

from handbook.links.document import Document, Fault, Reference
from handbook.links.read.attributes import READ, Element, common_references
from handbook.links.read.content_language import content_language
from handbook.links.read.leftovers import find_leftovers
from handbook.links.read.text import decoded
from handbook.links.read.wording import text_of
from handbook.links.read.xml import line_of

_MENUS = frozenset(("nav", "header", "footer"))
#: In these, `header` and `footer` are not those of the page. https://www.w3.org/TR/html-aam-1.0/#el-header
_PARTS = frozenset(("main", "article", "section", "aside"))
_XML = "{http://www.w3.org/XML/1998/namespace}"
_XLINK = "{http://www.w3.org/1999/xlink}"
#: Attributes that refer to something in every element.
_TOLD = frozenset(("style", "background", "cite", "srcdoc"))
_attributes = cast(Callable[[etree._Element], list[tuple[str, str]]], etree._Element.items)
_LINE = attrgetter("line")
#: Enough of a page to tell its language.
_SAMPLE = 3000


def read_html(data: bytes, document: Document) -> None:
    """Put what a page says into ``document``; what stands in a `template` is no part of the page."""
    text = decoded(data, document)
    root = _xml(text) if document.name.lower().endswith((".xhtml", ".xht")) else None
    if root is None:
        root = _html(text, document)
    if root is None:
        return
    document.language = (root.get("lang") or root.get("xml:lang") or "").strip()
    document.language_line = line_of(root)
    document.title = " ".join((root.findtext("head/title") or "").split())
    document.content_language = content_language(root)
    document.text = _beginning(root, document.language)
    _read(root, document)
    document.faults += find_leftovers(text, root)


def _html(text: str, document: Document) -> etree._Element | None:
    # A parser is made for each page, since libxml2 keeps what it learned of the last one.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.HTML(text.encode("utf-8", "replace") or b"<html/>", parser)
    last = parser.error_log.last_error
    if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        document.faults.append(Fault("damaged", 0, {"found": "elements within elements, more than 2,000 deep"}))
    return root


def _xml(text: str) -> etree._Element | None:
    """Return an XHTML page with plain names, as an HTML parser gives them, or None if it is none."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.XML(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if root is None or etree.QName(root).localname != "html":
        return None
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
        for name, value in _attributes(element):
            if name.startswith("{"):
                plain = name.replace(_XML, "xml:").replace(_XLINK, "xlink:")
                element.set(plain.rpartition("}")[2].replace("xml:", "").replace("xlink:", ""), value)
    return root


def _beginning(root: etree._Element, language: str) -> str:
    """Return the first words of the page that are in its own language."""
    main = next((found for name in ("article", "main", "body") for found in root.iter(name)), None)
    if main is None:
        return ""
    foreign: set[etree._Element] = set()
    for marked in main.iterfind(".//*[@lang]"):
        if marked.get("lang") != language:
            foreign.update(marked.iter("p", "li", "td", "dd"))
    kept: list[str] = []
    size = 0
    for element in main.iter("p", "li", "td", "dd"):
        if element not in foreign and (len(element) == 0 or element[0].tag != "p"):
            words = text_of(element) if len(element) else element.text or ""
            kept.append(words := " ".join(words.split()))
            size += len(words)
            if size > _SAMPLE:
                break
    return " ".join(kept)


def _read(root: etree._Element, document: Document) -> None:
    """Put anchors and references into ``document``. Sets hold elements, so that they stay the same objects."""
    inert = {each for template in root.iter("template") for each in template.iter("*")}
    menus: set[etree._Element] = set()
    parts: set[etree._Element] = set()
    for node in root.iter("*"):
        if inert and node in inert:
            continue
        tag, told = str(node.tag), dict(_attributes(node))
        if (tag in _MENUS and node not in parts) or told.get("role") == "navigation":
            menus.update(node.iter("a", "area"))
        elif tag in _PARTS:
            parts.update(node.iter("header", "footer"))
        elif tag in READ:
            one = Element(node, tag, told, line_of(node), node in menus)
            document.references += READ[tag](one)
            _note_head(one, document)
        if "id" in told or (tag == "a" and "name" in told):
            for anchor in {told.get("id", ""): 0, told.get("name", "") if tag == "a" else "": 0}:
                _note_anchor(anchor, line_of(node), document)
        if not _TOLD.isdisjoint(told):
            one = Element(node, tag, told, line_of(node), False)
            document.references += common_references(one)
            document.references += _inner(told.get("srcdoc", ""), one.line)
    document.references.sort(key=_LINE)


def _note_head(one: Element, document: Document) -> None:
    told = one.told
    if one.tag == "base":
        document.base = document.base or told.get("href", "").strip()  # the first one that has an address counts
    elif (
        one.tag == "meta" and told.get("name", "").lower() == "robots" and "noindex" in told.get("content", "").lower()
    ):
        document.hidden = True


def _inner(page: str, line: int) -> list[Reference]:
    """Return what the page within an attribute refers to, but for its own anchors."""
    if not page:
        return []
    inner = Document("", "html")
    read_html(page.encode("utf-8", "replace"), inner)
    return [one._replace(line=line) for one in inner.references if one.address[:1] != "#"]


def _note_anchor(anchor: str, line: int, document: Document) -> None:
    if anchor in document.ids:
        document.doubled.append((anchor, line))
    elif anchor:
        document.ids[anchor] = line
