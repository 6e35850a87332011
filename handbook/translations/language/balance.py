"""Brackets and marks that open without closing, close without opening, or ask without the opening mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_BRACKETS = {")": "(", "]": "[", "}": "{"}
_MARKS = re.compile(r"[()\[\]{}«»“”]")
_ITEM = re.compile(r"(?:^|[\s(])(?:[^\W_]|\d\d|[ivxIVX]{2,4})\Z")
_START = re.compile(r"[\s«“(*_\[–—-]*")


def lone_marks(words: str, opens: Mapping[str, str]) -> tuple[str, ...]:
    """Return the brackets and quotation marks of a text that have no counterpart.

    ``opens`` maps closing to opening quotation marks of the language. ``a)`` of a list is no bracket.
    """
    waiting: list[str] = []
    lone: list[str] = []
    pairs = {**_BRACKETS, **opens}
    for match in _MARKS.finditer(words):
        mark = match[0]
        if mark in pairs.values():
            waiting.append(mark)
        elif mark in pairs:
            if waiting and waiting[-1] == pairs[mark]:
                waiting.pop()
            elif not (mark == ")" and "(" not in waiting and _ITEM.search(words[: match.start()])):
                lone.append(mark)
    if opens and words.count('"') % 2 and not re.search(r'\d"', words):
        lone.append('"')
    return (*lone, *waiting)


def without_opening(words: str, asks: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield where an opening mark is missing (or -1 where only a person can tell), and the mark."""
    start = 0
    for match in re.finditer(r"[?!]+(?!\w)|[…:.](?=[ »”)*]+[A-ZÀ-Þ¿¡])", words):
        mark = match[0][0]
        if mark in asks:
            sentence = words[start : match.start()]
            if not any(opening in sentence for opening in asks.values()) and sentence.strip(" (*_"):
                begin = _START.match(sentence)
                assert begin is not None, "the pattern may be empty"
                yield (start + begin.end() if not re.search(r"[,;«»“”()]", sentence[begin.end() :]) else -1), asks[mark]
        start = match.end()


def without_closing(words: str, asks: Mapping[str, str]) -> str:
    """Return the opening mark that no closing mark answers, or nothing."""
    for closing, opening in asks.items():
        if words.count(opening) > words.count(closing):
            return opening
    return ""
