"""A page of the site as a page of the folder: what a file can do, and nothing that fails there."""

from __future__ import annotations

import re

from lxml import etree

from handbook.copies.folder.links import Links
from handbook.copies.trees import drop, every, made, said, written

#: What needs the network, or a script that is told otherwise here.
_LEFT_OUT = (
    "//script",
    "//template",
    "//button",
    "//p[@class='offer']",
    "//div[@class='offline']",
    "//p[@class='shared']",
    "//p[@class='top']",
    "//p[@class='headerlink']",
    "//p[@class='contents__title']",
    "//nav[@class='chapters']",
    "//nav[@class='next']",
    "//header//*[local-name()='svg']",
)
#: The switch of languages leads out of a folder of one language: its script writes it, and the menu holds it.
LANGUAGES = "//details[@class='languages']"
#: What the head of a page keeps.
_HEAD = ("meta[@charset]", "meta[@name='viewport']", "title")
#: Attributes for scripts and styles that the folder does without: every byte is there once a page.
_NEEDLESS = ("data-offer", "data-close", "data-foot")
_BLANK = re.compile(r"\n\s+(?=<)|(?<=>)\s+\n(?=<)")
_BREAK = "\n"
_BLOCK = "article|body|details|div|footer|h\\d|header|html|li|main|nav|ol|p|summary|table|tbody|td|th|thead|tr|ul"
#: Blanks at the borders of blocks, which no reader sees.
_BORDER = re.compile(rf"(?<=>)\s+(?=</?(?:{_BLOCK})\b)|(?P<block></?(?:{_BLOCK})\b[^<>]*>)\s+(?=<)")
#: What every browser adds by itself: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags.
_ENDS = re.compile(r"</(?:body|html|li|t[dhr]|tbody|thead)>")
MENU, STYLE, SCRIPT = "handbook.menu.html", "handbook.css", "handbook.js"


def leaf(root: etree._Element, address: str, file: str, links: Links, home: str) -> bytes:
    """Return the page ``root`` of the site, which stands at ``address``, as ``file`` of the copy.

    ``home`` is the folder of its language in the copy, with a slash, or nothing.
    """
    words = said(root, "//nav[@class='chapters']//summary")
    for element in every(root, " | ".join(_LEFT_OUT if home or file == MENU else (*_LEFT_OUT, LANGUAGES))):
        drop(element)
    for element in root.iter("a", "img", "source"):
        for name in ("href", "src"):
            if element.get(name) is not None:
                element.set(name, links.to(element.get(name) or "", address, file))
    for element in root.iter("a", "html"):
        for name in _NEEDLESS:
            element.attrib.pop(name, "")
    _head(root, file, home)
    _doors(root, words, f"{_up(file, home)}{MENU}")
    return _packed(root)


def _packed(root: etree._Element) -> bytes:
    """Return a page without the blanks of the templates; inside the words, some may mean something."""
    before, article, words = written(root).partition("<article")
    words, end, after = words.rpartition("</article>")
    whole = f"{_BLANK.sub(_BREAK, before)}{article}{words}{end}{_BLANK.sub(_BREAK, after)}"
    return _ENDS.sub("", _BORDER.sub(lambda found: found["block"] or "", whole)).encode()


def _up(file: str, home: str) -> str:
    """Return the way from a file to the folder of its language."""
    return "../" * file.removeprefix(home).count("/")


def _head(root: etree._Element, file: str, home: str) -> None:
    head = root.find("head")
    assert head is not None, "a page of the site has a head"
    kept = [element for path in _HEAD for element in head.findall(path)]
    head.text = None
    for element in list(head):
        head.remove(element)
    for element in kept:
        element.tail = None
        head.append(element)
    up = _up(file, home)
    head.append(made("link", rel="stylesheet", href=f"{up}{STYLE}"))
    head.append(made("script", src=f"{up}{SCRIPT}"))


def _doors(root: etree._Element, words: str, menu: str) -> None:
    """Put links where the site has what needs a script: to the menu, and in place of the search to the index."""
    for door in every(root, "//div[@class='search-door']"):
        for link in door.findall("a"):
            door.addprevious(link)
        if words:
            door.addnext(made("a", words, {"class": "search-open menu-open", "href": menu}))
        drop(door)
