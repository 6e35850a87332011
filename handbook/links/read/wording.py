"""What a link or a picture is called, nearly as https://www.w3.org/TR/accname-1.2/ tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

#: What is never spoken.
_MUTE = frozenset(("script", "style", "template"))
_PICTURES = frozenset(("img", "input", "area"))


def link_words(element: etree._Element, told: dict[str, str]) -> str:
    """Return what a screen reader says of a link with the attributes ``told``, without blanks around."""
    label = told.get("aria-label") or (_elsewhere(element, told) if "aria-labelledby" in told else "")
    words = label or (element.text or "" if len(element) == 0 else _spoken(element))
    words = words if words.strip() else told.get("title", "")
    return " ".join(words.split())


def picture_words(told: dict[str, str]) -> str | None:
    """Return the alternative of a picture with the attributes ``told``; None where it needs one and has none."""
    if told.get("aria-hidden") == "true" or told.get("role") in ("none", "presentation"):
        return told.get("alt", "")
    for name in ("aria-label", "alt", "title", "aria-labelledby"):
        if name in told:
            return told[name]
    return None


def is_hidden(told: dict[str, str]) -> bool:
    """Tell whether an element with the attributes ``told`` is kept from screen readers."""
    return told.get("aria-hidden") == "true" or "hidden" in told


def _elsewhere(element: etree._Element, told: dict[str, str]) -> str:
    """Return the words of the elements that name this one."""
    names = told["aria-labelledby"].split()
    named = (element.getroottree().xpath("//*[@id=$name]", name=name) for name in names)
    return " ".join(text_of(one) for found in named for one in cast(list[etree._Element], found)[:1])


def text_of(element: etree._Element) -> str:
    """Return all words in an element."""
    return "".join(cast(Iterator[str], element.itertext()))


def _spoken(element: etree._Element) -> str:
    said = [element.text or ""]
    waiting: list[etree._Element | str] = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if isinstance(child, str):
            said.append(child)
            continue
        waiting.append(child.tail or "")
        told = cast(dict[str, str], dict(child.items()))
        if is_hidden(told) or child.tag in _MUTE:
            continue
        named = told.get("aria-label") or (told.get("alt") if child.tag in _PICTURES else None)
        if named is None and child.tag in _PICTURES:
            named = told.get("title")
        if named is not None:
            said.append(named)
        else:
            said.append(child.text or "")
            waiting += reversed(child)
    return "".join(said)
