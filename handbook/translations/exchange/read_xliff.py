"""Packs that come back as XLIFF 2, from whatever tool a translator uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from handbook.problems import Problem
from handbook.translations.exchange.segment import FORMAT, Pack, Segment
from handbook.translations.exchange.xliff import SPACE
from handbook.translations.unit import folded

_Element = ElementTree.Element
_NAMES = {"x": SPACE}
_ENTITIES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.I)
_TODO = "Send back the file that scripts/translations.py pack made."
_SEGMENT, _IGNORABLE = f"{{{SPACE}}}segment", f"{{{SPACE}}}ignorable"
_UNIT = re.compile(r"<(?:[\w.-]+:)?unit\s[^<]*?\bid\s*=\s*[\"']([^\"']*)")
_DONE = {"translated", "reviewed", "final"}
#: What a segment is that says nothing; many programs never say anything else, so its words say it.
_INITIAL = "initial"
#: Inline elements that mark words and mean nothing to us.
_MEANINGLESS = ("mrk", "sm", "em")


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
    lines = _lines(text)
    for unit in root.iter(f"{{{SPACE}}}unit"):
        codes, foreign = _Codes(unit), dict[str, None]()
        pieces = [each for each in unit if each.tag in (_SEGMENT, _IGNORABLE)]
        sources = [codes.words(each.find("x:source", _NAMES), foreign) for each in pieces]
        target, whole = _target(pieces, sources, codes, foreign)
        states = {each.get("state", _INITIAL) for each in pieces if each.tag == _SEGMENT}
        notes = {note.get("category"): note.text or "" for note in unit.findall("x:notes/x:note", _NAMES)}
        filled = bool(target.strip()) and whole
        silent = states == {_INITIAL}
        copied = silent and folded(target) == folded("".join(sources))
        done = filled and (states <= _DONE or (silent and not copied))
        yield Segment(
            unit.get("name", ""),
            "",
            "".join(sources),
            target,
            "current",
            sent=notes.get("handbook-sent", ""),
            done=done,
            line=lines.get(unit.get("id", ""), 0),
            foreign=", ".join(foreign),
            silent=silent,
        )


def _lines(text: str) -> dict[str, int]:
    """Return the line of each unit, by its id."""
    lines: dict[str, int] = {}
    line, at = 1, 0
    for match in _UNIT.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        lines.setdefault(match[1], line)
    return lines


def _target(
    pieces: Sequence[_Element], sources: Sequence[str], codes: _Codes, foreign: dict[str, None]
) -> tuple[str, bool]:
    """Return the translation of a unit in its own order, and whether no piece of it lacks one.

    A program may have split the unit; what stands between its segments is as in the source unless it says so.
    """
    targets = [each.find("x:target", _NAMES) for each in pieces]
    said: list[tuple[int, str]] = []
    whole = True
    for number, (piece, source, target) in enumerate(zip(pieces, sources, targets, strict=True), 1):
        words = codes.words(target, foreign)
        if piece.tag == _IGNORABLE and target is None:
            words = source
        elif piece.tag == _SEGMENT and source.strip() and not words.strip():
            whole = False
        order = target.get("order", "") if target is not None else ""
        said.append((int(order) if order.isdecimal() else number, words))
    if not any(target is not None for target in targets):
        return "", False
    return "".join(words for _, words in sorted(said, key=lambda one: one[0])), whole


class _Codes:
    """The inline elements of one unit that stand for words of ours."""

    def __init__(self, unit: _Element) -> None:
        self._data = {each.get("id", ""): each.text or "" for each in unit.findall("x:originalData/x:data", _NAMES)}
        codes = unit.iterfind("x:segment/x:source//x:ph", _NAMES)
        self._ids = {code.get("id", ""): code.get("dataRef", "") for code in codes}

    def words(self, element: _Element | None, foreign: dict[str, None]) -> str:
        """Return the words of a source or target; inline elements that are not ours are named in ``foreign``."""
        words: list[str] = []
        left: list[_Element | str] = [] if element is None else [element]  # what is still to be read, last first
        while left:
            each = left.pop()
            if isinstance(each, str):
                words.append(each)
                continue
            name = each.tag.rpartition("}")[2]
            data = self._data.get(each.get("dataRef") or self._ids.get(each.get("id", ""), ""))
            if name == "ph" and data is not None:
                words.append(data)
            elif each is not element and name not in _MEANINGLESS:
                foreign[f"<{name}>"] = None
            for child in reversed(each):
                left += [child.tail or "", child]
            left.append(each.text or "")
        return "".join(words)
