"""Elements of WordprocessingML (ISO/IEC 29500-1), made from their names and attributes."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

#: An element of a part.
Element = Any


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return the element ``w:name`` with attributes of the same name space, holding ``children``."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(children)
    return element


def words(text: str, name: str = "t") -> Element:
    """Return an element that holds text (``t``, ``instrText``), with its blanks."""
    element = w(name)
    element.set(qn("xml:space"), "preserve")
    element.text = text
    return element


def field(code: str, *shown: Element) -> list[Element]:
    """Return the runs of a field: what is to be worked out, and what is ``shown`` until it is worked out anew."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", words(f" {code} ", "instrText")),
        w("r", w("fldChar", fldCharType="separate")),
        *shown,
        w("r", w("fldChar", fldCharType="end")),
    ]


def paragraph(style: str, *inside: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph of a style, with further ``properties`` in the order of the standard."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *inside)
