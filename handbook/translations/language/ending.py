"""The mark with which a text ends, compared with that of its original."""

from __future__ import annotations

import re

_SAME = str.maketrans(
    {
        "。": ".",
        "．": ".",
        "।": ".",
        "۔": ".",
        "።": ".",
        "։": ".",
        "：": ":",
        "؟": "?",
        "？": "?",
        "\u037e": "?",
        "！": "!",
    }
)
_END = '.:?!;…»”"’)*_ \t\n\u00a0\u202f'
#: A full stop belongs to these; a text that ends with one has no end mark of its own.
_SHORTENED = re.compile(
    r"(?:\b(?:etc|e\.g|i\.e|p\. ?ex|p\. ?ej|cf|no|núm|art|par|paragr|párr|vol|inc|ltd)|\b[A-Z])\.\Z", re.IGNORECASE
)
_MARKS = ("?", "!", "…", ":", ".", ";")


def ending(words: str) -> str:
    """Return the end mark of a text: one of ``? ! … : . ;``, or nothing; closing marks around it do not count."""
    tail = _tail(words)
    return next((mark for mark in _MARKS if mark in tail), "")


def _tail(words: str) -> str:
    """Return the marks at the end of a text, as far as its language's marks have a counterpart here."""
    last = words[-12:].replace("...", "…").translate(_SAME)
    return last[len(last.rstrip(_END)) :]


def differs(words: str, original: str) -> bool:
    """Tell whether a text ends with another mark than its original; abbreviations at the end are left alone."""
    if (words[-1:] == original[-1:] and words[-1:] in ".?…") or (words[-1:].isalnum() and original[-1:].isalnum()):
        return False
    mine, theirs = ending(words), ending(original)
    if mine == theirs:
        return False
    return not ({mine, theirs} == {"", "."} and (_SHORTENED.search(words) or _SHORTENED.search(original)))


def ended(words: str, original: str) -> str | None:
    """Return a text with the end mark of its original, or None where a person must decide."""
    mine, theirs = ending(words), ending(original)
    tail = _tail(words).rstrip()
    if not {mine, theirs} <= {"", ".", ":"} or len(tail.strip(" \u00a0\u202f")) > 1 or (tail and not mine):
        return None
    return words.rstrip(_END) + theirs
