"""Whether a translation is its original again: words that were copied and never translated."""

from __future__ import annotations

import re

from handbook.translations.finding import Pair
from handbook.translations.unit import digest, plain

#: What is the same in every language: references, macro calls, addresses, code.
_SAME = re.compile(r"\[\[[^\]]*\]\]|\{\{.*?\}\}|\]\([^)]*\)|https?://\S+|\S+@\S+|`[^`]*`")
#: So many characters typography may add or take.
_TYPOGRAPHY = 8
_WORD = re.compile(r"[^\W\d_]+(?:[-'’./+][^\W\d_]+)*")


def untranslated(pair: Pair) -> bool:
    """Return whether a translation repeats its original though it should not.

    A name, an abbreviation, a single word or words in capitals may be the same in two languages: they count
    unless a person accepted them as they are (the memory knows). Nothing counts between two
    forms of one language (``en``, ``en-GB``), which the caller knows.
    """
    original, translation = pair.original, pair.translation
    if original is None or translation is None or not _same(original.text, translation.text):
        return False
    words = _WORD.findall(_SAME.sub(" ", original.text))
    if not words:
        return False
    if original.kind != "name" and _prose(words):
        return True
    return pair.mark is not None and pair.mark != digest(translation.text)


def _same(one: str, other: str) -> bool:
    """Return whether two texts differ in typography only; most are told apart by their length."""
    return one == other or (abs(len(one) - len(other)) <= _TYPOGRAPHY and plain(one) == plain(other))


def _prose(words: list[str]) -> bool:
    """Return whether words are a phrase: two or more, not written as a name in capitals."""
    rest = words[1:]
    return bool(rest) and 2 * sum(word[0].islower() for word in rest) >= len(rest)
