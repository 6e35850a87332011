"""What in a page holds an address, by element.

https://html.spec.whatwg.org/multipage/indices.html#attributes-3 and the obsolete ones that browsers still follow;
https://svgwg.org/svg2-draft/linking.html. A `Reference.tag` beside the name of the element says ``a hidden`` (for
nobody to use), ``a script`` (a button made of a link), ``a without href``, ``img srcset``, ``img alone`` (with an
empty alternative, and nothing beside it), ``link`` and ``meta`` with
their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from handbook.links.document import Kind, Reference
from handbook.links.read.css import css_references
from handbook.links.read.meta import read_link, read_meta
from handbook.links.read.wording import is_hidden, link_words, picture_words, text_of


class Element(NamedTuple):
    """An element with its name, its attributes and its line; ``menu`` tells that it stands in one."""

    node: etree._Element
    tag: str
    told: dict[str, str]
    line: int
    menu: bool


_SOURCES: Mapping[str, tuple[tuple[str, Kind], ...]] = {
    "img": (("src", "image"),),
    "script": (("src", "script"), ("href", "script"), ("xlink:href", "script")),
    "iframe": (("src", "frame"),),
    "frame": (("src", "frame"),),
    "audio": (("src", "media"),),
    "video": (("src", "media"), ("poster", "image")),
    "source": (("src", "media"),),
    "track": (("src", "media"),),
    "embed": (("src", "media"),),
    "object": (("data", "media"),),
    "form": (("action", "link"),),
    "base": (),
    "button": (("formaction", "link"),),
    "input": (("src", "image"), ("formaction", "link")),
    "image": (("href", "image"), ("xlink:href", "image")),
    "feimage": (("href", "image"), ("xlink:href", "image")),
    "use": (("href", "other"), ("xlink:href", "other")),
}
_BLANKS = " \t\n\f\r"
_SEPARATORS = f"{_BLANKS},"
#: Attributes of a link that a script waits for.
_SCRIPTED = frozenset(("onclick", "data-toggle", "data-bs-toggle", "aria-controls", "aria-expanded"))
_BUTTONS = frozenset(("button", "tab", "menuitem", "switch", "checkbox"))
#: A link without address that has one of these is an anchor, or where the reader is.
_PLACES = ("id", "name", "aria-current", "aria-disabled")


def _anchor(one: Element) -> Iterator[Reference]:
    told, tag = one.told, one.tag
    address = told.get("href", told.get("xlink:href"))
    words = link_words(one.node, told) if tag == "a" else picture_words(told) or ""
    language = told.get("hreflang", "")
    area = "" if not one.menu else "switch" if language else "nav"
    scripted = told.get("role") in _BUTTONS or not _SCRIPTED.isdisjoint(told)
    if address is not None:
        tag = f"{tag} hidden" if is_hidden(told) else "a script" if scripted else tag
        yield Reference("link", address, one.line, tag, words, language, area)
    elif tag == "a" and not (scripted or is_hidden(told) or any(name in told for name in _PLACES)):
        yield Reference("link", "", one.line, "a without href", words, language, area)


def _sources(one: Element) -> Iterator[Reference]:
    told, tag, line = one.told, one.tag, one.line
    for name, kind in _SOURCES[tag]:
        if name in told and (tag != "input" or name != "src" or told.get("type", "").lower() == "image"):
            words = picture_words(told) if name == "src" and kind == "image" else ""
            # Data within the page is not kept: it is long, and holds.
            address = told[name] if told[name][:5].lower() != "data:" else "data:"
            alone = tag == "img" and address and words is not None and not words.strip() and _stands_alone(one.node)
            yield Reference(kind, address, line, "img alone" if alone else tag, words)
    for each in candidates(told.get("srcset", "")):
        if each[:5].lower() != "data:":
            yield Reference("image", each, line, f"{tag} srcset")


def _stands_alone(node: etree._Element) -> bool:
    """Tell whether a picture is all there is in its paragraph or figure: then it hardly is decoration."""
    around = node.getparent()
    return around is not None and around.tag in ("p", "figure") and not text_of(around).strip()


def _link(one: Element) -> Iterator[Reference]:
    yield from read_link(one.told, one.line)
    for each in candidates(one.told.get("imagesrcset", "")):
        yield Reference("image", each, one.line, "link srcset")


def common_references(one: Element) -> Iterator[Reference]:
    """Yield what attributes that many elements have refer to: ``style``, ``background`` and ``cite``."""
    if style := one.told.get("style"):
        yield from css_references(style, one.line)
    if background := one.told.get("background"):
        yield Reference("image", background, one.line, one.tag)
    # What is no address here is the name of a book.
    if re.match(r"[a-z]+:\S|[./#]\S|\S+\.html?(?:[?#]|$)", cite := one.told.get("cite", ""), re.IGNORECASE):
        yield Reference("other", cite, one.line, f"{one.tag} cite")


def candidates(srcset: str) -> Iterator[str]:
    """Yield the addresses of a list of pictures.

    A comma ends an address only before a blank, or after a size; ``data:`` addresses hold commas.
    """
    at, end = 0, len(srcset)
    while at < end:
        if srcset[at] in _SEPARATORS:
            at += 1
            continue
        start = at
        while at < end and srcset[at] not in _BLANKS:
            at += 1
        address = srcset[start:at]
        yield address.rstrip(",")
        depth = 0
        while not address.endswith(",") and at < end and (depth > 0 or srcset[at] != ","):
            depth += (srcset[at] == "(") - (srcset[at] == ")")
            at += 1


#: What reads an element of this name.
READ: Mapping[str, Callable[[Element], Iterator[Reference]]] = {
    **dict.fromkeys(_SOURCES, _sources),
    "a": _anchor,
    "area": _anchor,
    "link": _link,
    "meta": lambda one: read_meta(one.told, one.line),
    "style": lambda one: css_references(one.node.text or "", one.line),
}
