"""Packs that come back as XLIFF 2, from whatever tool a translator uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from handbook.problems import Problem
from handbook.translations.exchange.segment import FORMAT, Pack, Segment
from handbook.translations.exchange.xliff import SPACE

_Element = ElementTree.Element
_NAMES = {"x": SPACE}
_ENTITIES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.I)
_TODO = "Send back the file that scripts/translations.py pack made."
#: Inline elements that hold words and mean nothing to us.
_OPEN = ("mrk",)
_EMPTY = ("sm", "em")


def read_xliff(name: str, text: str, problems: list[Problem]) -> Pack | None:
    """Return the pack in ``text``; None after adding a problem. Document types, which XLIFF has not, are refused."""
    if _ENTITIES.search(text):
        problems.append(Problem(name, 0, "the file has a document type of its own", todo=_TODO))
        return None
    try:
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))  # noqa: S314
    except ElementTree.ParseError as error:
        problems.append(Problem(name, error.position[0], "this is not XML, or it is damaged", todo=_TODO))
        return None
    notes = {note.get("category"): note.text or "" for note in root.findall("x:file/x:notes/x:note", _NAMES)}
    if root.tag != f"{{{SPACE}}}xliff" or notes.get("handbook-format") != FORMAT:
        found = notes.get("handbook-format") or "none"
        problems.append(Problem(name, 1, "this is not a pack of this program", f"format {FORMAT}", found, _TODO))
        return None
    segments = list(_segments(root, text))
    ids = tuple(notes.get("handbook-units", "").split())
    return Pack(root.get("srcLang", ""), root.get("trgLang", ""), "", segments, ids)


def _segments(root: _Element, text: str) -> Iterator[Segment]:
    for unit in root.iter(f"{{{SPACE}}}unit"):
        data = {each.get("id", ""): each.text or "" for each in unit.findall("x:originalData/x:data", _NAMES)}
        pieces = [each for each in unit if each.tag in (f"{{{SPACE}}}segment", f"{{{SPACE}}}ignorable")]
        foreign: list[str] = []
        source = "".join(_words(each.find("x:source", _NAMES), data, foreign) for each in pieces)
        target = "".join(_words(each.find("x:target", _NAMES), data, foreign) for each in pieces)
        states = {each.get("state", "initial") for each in pieces if each.tag == f"{{{SPACE}}}segment"}
        notes = {note.get("category"): note.text or "" for note in unit.findall("x:notes/x:note", _NAMES)}
        at = text.find(f'"{unit.get("id", "")}"')
        line = text.count("\n", 0, at) + 1 if at >= 0 else 0
        done = bool(target) and "initial" not in states
        sent = notes.get("handbook-sent", "")
        key, wrong = unit.get("name", ""), ", ".join(dict.fromkeys(foreign))
        yield Segment(key, "", source, target, "current", sent=sent, done=done, line=line, foreign=wrong)


def _words(element: _Element | None, data: dict[str, str], foreign: list[str]) -> str:
    """Return the words of a source or target; inline elements that are not ours are named in ``foreign``."""
    if element is None:
        return ""
    words = element.text or ""
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "ph" and child.get("dataRef", "") in data:
            words += data[child.get("dataRef", "")]
        elif name in _OPEN:
            words += _words(child, data, foreign)
        elif name not in _EMPTY:
            foreign.append(f"<{name}>")
        words += child.tail or ""
    return words
