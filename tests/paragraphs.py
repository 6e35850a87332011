"""Paragraphs of pages and of tagged PDF files, without blanks, to be held against each other.

Those of a PDF are read as its tags say, as assistive technology does: one that goes on on the next sheet is whole;
running heads and the numbers of sheets, which are artifacts, are none. A drawing says its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
from lxml import etree

#: Parts of a line in HTML; everything else begins a paragraph of its own.
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong"),
    *("sub", "sup", "time", "u", "var", "wbr"),
}
_UNREAD = {"script", "style", "template", "noscript"}
#: Parts of a line in a PDF, and labels of lists and notes, which a style sheet writes.
_RUNS, _LABELS = {"/Span", "/Link", "/Em", "/Strong", "/Code", "/NonStruct"}, {"/Lbl"}


def pressed(words: str) -> str:
    """Words without blanks, soft hyphens and marks without width."""
    return re.sub(r"[\s\u00ad\u200b\u2060\u200e\u200f\u2066-\u2069]+", "", words)


def of_html(page: bytes, path: str = "/html") -> list[str]:
    """The paragraphs of the parts of a page that an XPath leads to."""
    root = etree.HTML(page, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    return [words for part in root.xpath(path) for words in of_element(part)]


def of_element(root: etree._Element) -> list[str]:
    """The paragraphs below an element, in order."""
    found, said = list[str](), list[str]()

    def walk(element: etree._Element) -> None:
        name = etree.QName(element).localname
        if name not in _INLINE:
            _close(found, said)
        if name == "svg":
            said.append(element.get("aria-label") or "")
        elif name not in _UNREAD:
            said.append(element.text or "")
            for child in element.iterchildren(etree.Element):
                walk(child)
                said.append(child.tail or "")
        if name not in _INLINE:
            _close(found, said)

    walk(root)
    _close(found, said)
    return found


def of_pdf(pdf: pikepdf.Pdf) -> list[str]:
    """The paragraphs of a PDF in the order of its tags."""
    sheets = {page.obj.objgen: _marked(page) for page in pdf.pages}
    found, said = list[str](), list[str]()
    _walk(pdf.Root.StructTreeRoot, None, sheets, found, said)
    _close(found, said)
    return found


def _close(found: list[str], said: list[str]) -> None:
    """End a paragraph."""
    words = pressed("".join(said))
    said.clear()
    if words:
        found.append(words)


def _walk(element: Any, sheet: Any, sheets: dict[Any, dict[int, str]], found: list[str], said: list[str]) -> None:
    """Read what is below a tag; ``sheet`` is that of the tag around it."""
    kind, sheet = str(element.get("/S", "")), element.get("/Pg", sheet)
    if kind in _LABELS:
        return
    if kind not in _RUNS:
        _close(found, said)
    kids = element.get("/K", [])
    if kind == "/Figure":
        said.append(str(element.get("/Alt", "")))
        kids = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            said.append(sheets[sheet.objgen].get(kid, ""))
        elif "/MCID" in kid:
            said.append(sheets[kid.get("/Pg", sheet).objgen].get(int(kid.MCID), ""))
        elif "/S" in kid:
            _walk(kid, sheet, sheets, found, said)
    if kind not in _RUNS:
        _close(found, said)


def _marked(page: Any) -> dict[int, str]:
    """The words of a sheet by the numbers that tags name."""
    letters = cache(lambda name: _letters(page.obj.Resources.Font[name]))
    words, inside, font = dict[int, str](), list[int | None](), ""
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
        name = str(operator)
        if name in ("BDC", "BMC"):
            inside.append(int(operands[1].MCID) if name == "BDC" and "/MCID" in operands[1] else None)
        elif name == "EMC":
            inside.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif inside and inside[-1] is not None:
            words[inside[-1]] = words.get(inside[-1], "") + "".join(_read(operands[0], letters(font)))
    return words


def _letters(font: Any) -> dict[int, str]:
    """The letters of a font by the numbers of its signs."""
    told = font.ToUnicode.read_bytes().decode("ascii").partition("beginbfchar")[2]
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", told)
    return {int(sign, 16): bytes.fromhex(said).decode("utf-16-be") for sign, said in pairs}


def _read(shown: Any, letters: dict[int, str]) -> Iterator[str]:
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            signs = bytes(part)
            yield from (letters.get(int.from_bytes(signs[at : at + 2]), "") for at in range(0, len(signs), 2))
