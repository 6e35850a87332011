"""Packs as XLIFF 2 (https://docs.oasis-open.org/xliff/xliff-core/v2.0), written with the standard library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree

from handbook.translations.exchange.comments import comments_in, state, where
from handbook.translations.exchange.protected import parts
from handbook.translations.exchange.segment import FORMAT, Pack, Segment
from handbook.translations.messages import Catalogue
from handbook.translations.work.word_changes import word_changes

SPACE = "urn:oasis:names:tc:xliff:document:2.0"
XML = "http://www.w3.org/XML/1998/namespace"
#: Prefix of our values of ``subState``.
OWN = "handbook"
_Element = ElementTree.Element


def xliff(pack: Pack, words: Catalogue | None = None) -> bytes:
    """Return a pack as an XLIFF 2.0 file: a ``file`` for each file of words, references and calls as ``ph``.

    Its notes are ``words``: those of the language that is translated into, unless others are given.
    """
    words = words or comments_in(pack.code)
    root = ElementTree.Element(
        "xliff", {"xmlns": SPACE, "version": "2.0", "srcLang": pack.source, "trgLang": pack.code}
    )
    filled: list[tuple[_Element, _Codes, str]] = []
    for number, (name, group) in enumerate(groupby(pack.segments, key=lambda one: one.file), 1):
        file = ElementTree.SubElement(root, "file", {"id": f"f{number}", "original": name})
        if number == 1:
            notes = ElementTree.SubElement(file, "notes")
            _note(notes, "handbook-format", FORMAT)
            _note(notes, "handbook-units", " ".join(pack.ids))
        for one in group:
            filled += _unit(file, one, words)
    ElementTree.indent(root)
    for element, codes, text in filled:  # after the layout, since every blank counts inside
        codes.fill(element, text)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode").encode() + b"\n"


def _note(notes: _Element, category: str, text: str) -> None:
    ElementTree.SubElement(notes, "note", {"category": category}).text = text


def _unit(file: _Element, one: Segment, words: Catalogue) -> Iterator[tuple[_Element, _Codes, str]]:
    """Add a unit; yield its source and target, which are still empty, with their words."""
    space = {f"{{{XML}}}space": "preserve"}
    unit = ElementTree.SubElement(file, "unit", {"id": one.id, "name": one.key, "canResegment": "no"} | space)
    notes = ElementTree.SubElement(unit, "notes")
    for category, text in _notes(one, words):
        _note(notes, category, text)
    codes = _Codes(one.source, one.target)
    if codes.data:
        kept = ElementTree.SubElement(unit, "originalData")
        for part, name in codes.data.items():
            ElementTree.SubElement(kept, "data", {"id": name}).text = part
    state = {"state": "final" if one.done else "initial", "subState": f"{OWN}:{one.state}"}
    segment = ElementTree.SubElement(unit, "segment", {"id": "s1"} | state)
    yield ElementTree.SubElement(segment, "source"), codes, one.source
    if one.target:
        yield ElementTree.SubElement(segment, "target"), codes, one.target


def _notes(one: Segment, words: Catalogue) -> list[tuple[str, str]]:
    said = [("where", where(one, words)), ("state", state(one, words)), ("english-before", one.before)]
    said.append(("english-changes", word_changes(one.before, one.source) if one.before else ""))
    hinted = [("term", hint) for hint in one.hints]
    return [*((category, text) for category, text in said if text), *hinted, ("handbook-sent", one.sent)]


class _Codes:
    """The protected words of one unit: names of their ``data``, and ids, the same in source and target."""

    def __init__(self, *texts: str) -> None:
        self.data: dict[str, str] = {}
        self._ids: dict[tuple[str, int], str] = {}
        counts = [Counter(words for words, kept in parts(text) if kept) for text in texts if text]
        self._times = {words: min(each[words] for each in counts) for words in set().union(*counts)}
        for text in texts:
            for words, kept in parts(text):
                if kept:
                    self.data.setdefault(words, f"d{len(self.data) + 1}")

    def fill(self, element: _Element, text: str) -> None:
        """Put ``text`` into a source or target."""
        seen: dict[str, int] = {}
        last: _Element | None = None
        for words, kept in parts(text):
            if kept:
                seen[words] = seen.get(words, 0) + 1
                code = self._ids.setdefault((words, seen[words]), str(len(self._ids) + 1))
                shown = {"dataRef": self.data[words], "disp": words}
                last = ElementTree.SubElement(element, "ph", {"id": code} | shown | self._may(words, seen[words]))
            elif last is None:
                element.text = words
            else:
                last.tail = words

    def _may(self, words: str, time: int) -> dict[str, str]:
        """Return whether a code may be deleted and copied: an entry may be named once or often, as it reads well."""
        often = words.startswith("[[")
        return {"canDelete": "no" if time <= self._times[words] else "yes", "canCopy": "yes" if often else "no"}
