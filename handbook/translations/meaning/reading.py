"""Everything that a text says which its translation must say too, read once."""

from __future__ import annotations

import re
from functools import lru_cache

from handbook.translations.meaning.codes import read_codes
from handbook.translations.meaning.dates import read_dates
from handbook.translations.meaning.facts import Fact, Reading, gathered
from handbook.translations.meaning.language import Language
from handbook.translations.meaning.marks import last_sign, marks
from handbook.translations.meaning.number_words import read_words
from handbook.translations.meaning.numbers import read_digits

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=50_000)
def reading(text: str, spoken: Language, label: bool = False) -> Reading:
    """Return the facts of a text in a language; ``label`` says that NUMBER and the like stand for other words."""
    facts, words, emphasis = marks(text, label)
    _read(words, spoken, facts)
    return gathered(facts, emphasis, last_sign(text))


def _read(text: str, spoken: Language, facts: list[Fact]) -> None:
    """Read what is longest first, and take each out of the words: codes, dates, digits, words.

    The set of the words comes first: in most texts none of them is the name of a month or a number.
    """
    words = frozenset(_WORD.findall(text.casefold()))
    digits = _DIGIT.search(text) is not None
    text = read_codes(text, facts)
    text = read_dates(text, spoken, facts, words, digits)
    if digits:
        text = read_digits(text, spoken, facts)
    read_words(text, spoken, facts, words)
    if not spoken.spans.isdisjoint(words):
        facts.extend(Fact("unit", spoken.units[word], word, False) for word in spoken.spans & words)
