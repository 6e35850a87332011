"""The words of a section as the search compares them; overrides/javascripts/search/words.js reads questions so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import snowballstemmer  # type: ignore[import-untyped]
from babel import Locale

#: Letters that are written as two on keyboards that lack them; Unicode does not take them apart.
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "ĳ": "ij"})
LIGATURE = re.compile(f"[{''.join(map(chr, _LIGATURES))}]")
_WORD = re.compile(r"[^\W_]+(?:[.&+\-/][^\W_]+)*\+?")
_SIGNS = re.compile(r"[.&+\-/]+")
#: What says nothing: letters before an apostrophe (l’, d’, qu’), and a single one after it (the Union’s).
_ELIDED = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}['’ʼ](?=[^\W\d_]{2})|['’ʼ][^\W\d_]?(?![^\W_])")


def letters_apart(words: str) -> str:
    """Return words with every ligature taken apart: ``cœur`` -> ``coeur``."""
    return unicodedata.normalize("NFC", words).translate(_LIGATURES)


def terms(text: str) -> Iterator[str]:
    """Yield the words of a text in small letters: one like ``TC+5`` or ``well-being`` in its parts as well."""
    small = letters_apart(text.lower())
    if signs := set(filter(unicodedata.combining, set(small))):  # rare, once letters have been put together
        small = "".join(letter for letter in small if letter not in signs)
    for word in _WORD.findall(_ELIDED.sub(" ", small)):
        yield word.replace(".", "")
        if not word.isalnum():
            yield from filter(None, _SIGNS.split(word))


@cache
def folded(word: str) -> str:
    """Return a word without its accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def stemmer(code: str) -> Callable[[str], str]:
    """Return what takes the endings off the words of a language; nothing is taken off where no rules are known.

    The rules are those of Snowball (https://snowballstem.org), by the English name of the language.
    """
    name = (Locale(code.partition("-")[0]).english_name or "").lower()
    if name not in snowballstemmer.algorithms():
        return lambda word: word
    stem = cache(snowballstemmer.stemmer(name).stemWord)
    return lambda word: stem(word) if word.isalpha() else word
