"""Built pages as trees, and trees as pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from handbook.problems import CouldNotRun


def opened(file: Path) -> etree._Element:
    """Return the page in ``file`` as a tree, without its comments. Raises `CouldNotRun` where it cannot be read."""
    try:
        html = file.read_bytes()
    except OSError as error:
        raise CouldNotRun(f"{file} cannot be read: {error.strerror}") from None
    return etree.HTML(html, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))


def written(root: etree._Element) -> str:
    """Return an element as HTML, without what stands after it; a whole page begins by saying that it is one."""
    html = str(etree.tostring(root, method="html", encoding="unicode", with_tail=False))
    return f"<!doctype html>\n{html}" if root.tag == "html" else html


def drop(element: etree._Element) -> None:
    """Take out an element, and leave the words after it where they are."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def every(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that an XPath leads to."""
    there = root.xpath(path)
    assert isinstance(there, list), f"{path} leads to elements"
    return [one for one in there if isinstance(one, etree._Element)]


def said(root: etree._Element, path: str) -> str:
    """Return what the first element or attribute says that an XPath leads to, in one line; nothing if there is none."""
    return " ".join(str(root.xpath(f"string(({path})[1])")).split())


def made(tag: str, *parts: str | etree._Element | Mapping[str, str], **attributes: str) -> etree._Element:
    """Return a new element that holds ``parts`` in order; parts that are mappings are attributes."""
    element = etree.Element(tag, attributes)
    for part in parts:
        if isinstance(part, Mapping):
            for name, words in part.items():
                element.set(name, words)
        elif isinstance(part, etree._Element):
            element.append(part)
        elif len(element):
            element[-1].tail = f"{element[-1].tail or ''}{part}"
        else:
            element.text = f"{element.text or ''}{part}"
    return element
