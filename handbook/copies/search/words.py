"""The words of a section as a copy's search compares them; overrides/javascripts/search/words.js reads questions so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.finish.found_by import letters_apart

_WORD = re.compile(r"[^\W_]+(?:[.&+\-/][^\W_]+)*\+?")
_SIGNS = re.compile(r"[.&+\-/]+")


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in small letters: a joined one (``TC+5``, ``well-being``) whole and in its parts."""
    composed = letters_apart(text.lower())
    plain = "".join(letter for letter in composed if not unicodedata.combining(letter))
    for word in _WORD.findall(plain):
        yield word.replace(".", "")
        if _SIGNS.search(word):
            yield from filter(None, _SIGNS.split(word))
            yield word.replace("-", "")


def folded(word: str) -> str:
    """Return a word without its accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
