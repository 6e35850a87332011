"""The elements of a published page, looked at again to find where a defect was written."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from handbook.links.read.xml import line_of

_ADDRESSES = ("href", "src", "poster", "data", "action", "id", "name", "content", "alt", "title", "srcset")
_NEAREST = etree.XPath("ancestor-or-self::*[@id] | preceding::*[@id]")
_MENU = etree.XPath("boolean(ancestor::nav | ancestor::header | ancestor::footer[not(ancestor::article)])")


class Elements:
    """One page as a tree of elements."""

    def __init__(self, data: bytes) -> None:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        self._root = etree.HTML(data or b"<html/>", parser)

    def at(self, line: int, address: str) -> etree._Element | None:
        """Return the element on ``line`` that holds ``address``; else the last one that begins there."""
        if self._root is None:
            return None
        there = [one for one in _elements(self._root.xpath("//*")) if line_of(one) == line]
        wanted = address.removeprefix("#")
        holding = [one for one in there if address and {address, wanted} & {one.get(name) for name in _ADDRESSES}]
        return next(iter(holding or there[-1:]), None)

    def in_menu(self, element: etree._Element) -> bool:
        """Return whether an element stands in a menu, or the head or foot of the page."""
        return bool(_MENU(element))

    def in_head(self, element: etree._Element) -> bool:
        """Return whether an element is told to programs, not to readers."""
        return any(one.tag == "head" for one in element.iterancestors())

    def anchors(self, element: etree._Element) -> Iterator[str]:
        """Yield the anchors around and before an element, the nearest first."""
        for one in reversed(_elements(_NEAREST(element))):
            yield str(one.get("id"))


def _elements(found: object) -> list[etree._Element]:
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []
