"""Which language a text is in, judged by the words that the handbook itself uses in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from handbook.translations.exchange.protected import parts
from handbook.translations.unit import Unit

_WORD = re.compile(r"[^\W\d_]+")
#: Fewer words say too little; so much must be known of another language, and so much less of the own.
_ENOUGH, _KNOWN, _LESS = 6, 0.6, 0.3
Vocabulary = Mapping[str, frozenset[str]]


def vocabulary(units: Mapping[str, Iterable[Unit]]) -> Vocabulary:
    """Return the words that a handbook uses, by language code."""
    return {code: frozenset(word for one in group for word in _words(one.text)) for code, group in units.items()}


def spoken(text: str, code: str, known: Vocabulary) -> str:
    """Return the code of the language that ``text`` seems to be in; ``code`` if that may be it."""
    words = _words(text)
    if len(words) < _ENOUGH:
        return code
    shares = {each: sum(word in own for word in words) / len(words) for each, own in known.items()}
    best = max(shares, key=lambda each: shares[each])
    return best if shares[best] >= _KNOWN and shares[best] - shares.get(code, 0.0) >= _LESS else code


def _words(text: str) -> list[str]:
    return [word for words, kept in parts(text) if not kept for word in _WORD.findall(words.lower())]
