"""Built pages as trees, and trees as pages."""

from __future__ import annotations

from lxml import etree


def parsed(html: bytes) -> etree._Element:
    """Return a page as a tree; comments are left out."""
    return etree.HTML(html, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))


def written(root: etree._Element) -> str:
    """Return an element as HTML, without what stands after it; a whole page begins by saying that it is one."""
    doctype = "<!doctype html>" if root.tag == "html" else None
    return etree.tostring(root, method="html", encoding="unicode", doctype=doctype, with_tail=False)


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
