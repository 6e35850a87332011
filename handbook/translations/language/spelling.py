"""Spelling, by a dictionary of the language and the handbook's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from handbook.translations.finding import Finding, Pair
from handbook.translations.language.prose import prose
from handbook.translations.language.table import Table
from handbook.translations.language.tables import table
from handbook.translations.unit import Unit

_WORDS = re.compile(r"(?<!\w)[^\W\d_]+(?:[’'·‑-][^\W\d_]+)*(?!\w)")
_WHOLE = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[-‑’'·]")
_NEVER = r"(?!)"
_NONE = Table()


def own_words(text: str) -> tuple[str, ...]:
    """Return the words of a list of own words: one a line; ``#`` begins a remark."""
    return tuple(word for line in text.splitlines() if (word := line.partition("#")[0].strip()))


class Dictionary(Protocol):
    """Knows the words of a language."""

    def __call__(self, word: str) -> bool:
        """Tell whether a word is right."""
        ...

    def near(self, word: str) -> str:
        """Return the right word that resembles a wrong one most, or nothing."""
        ...


class Spelling:
    """The spelling of one language.

    ``own`` are words that are right besides those of the dictionary: names and abbreviations of the
    glossary, and the lines of the language's own list.
    """

    def __init__(self, code: str, dictionary: Dictionary, own: Iterable[str] = ()) -> None:
        self.code = code
        self._dictionary = dictionary
        self._table = table(code) or _NONE
        self._before = re.compile(self._table.before or _NEVER)
        self._after = re.compile(self._table.after or _NEVER)
        self._own = {word.lower() for text in own for word in _pieces(text)}
        self._right: dict[str, bool] = {}

    def check_pair(self, pair: Pair) -> Iterator[Finding]:
        """Yield the misspelt words of a translation; words of the original (names, titles) may be quoted."""
        if pair.translation is not None and not (pair.original and pair.original.text == pair.translation.text):
            yield from self._check(pair.translation, pair.original.text if pair.original else "")

    def right(self, word: str) -> bool:
        """Tell whether a word is rightly spelt; abbreviations and names with inner capitals are left alone."""
        if word not in self._right:
            self._right[word] = self._is_right(word)
        return self._right[word]

    def _check(self, unit: Unit, original: str) -> Iterator[Finding]:
        """Yield one finding for each word that is wrong."""
        words = prose(unit.text, original).words
        quoted: set[str] | None = None
        for match in _WORDS.finditer(words):
            word = match[0]
            if self.right(word) or (word[0].isupper() and not _begins(words, match.start())):
                continue
            quoted = {one.lower() for one in _pieces(original)} if quoted is None else quoted
            if not {one.lower() for one in _pieces(word)} <= quoted | self._own:
                yield self._finding(unit, word)

    def _finding(self, unit: Unit, word: str) -> Finding:
        """Return the finding of a wrong word."""
        near = self._dictionary.near(word.replace("’", "'")).replace("'", "’")
        facts = {"found": word, "expected": near}
        return Finding("spelling", "warning", self.code, unit.key, unit.file, unit.line, facts)

    def _is_right(self, word: str) -> bool:
        """Tell whether a word is right, whole or in its parts."""
        if len(word) == 1 or word[1:] != word[1:].lower() or word.lower() in self._own:
            return True
        start = self._before.match(word)
        # Asked first: the dictionary takes long over words that are written as one with an article.
        if start and (start.end() == len(word) or self.right(word[start.end() :])):
            return True
        if self._has(word):
            return True
        if start:
            return False
        if any(self._after.fullmatch(word, end) and self._stem(word[:end]) for end in range(3, len(word))):
            return True
        parts = _JOINED.split(word)
        return len(parts) > 1 and all(map(self.right, parts))

    def _has(self, word: str) -> bool:
        """Tell whether the dictionary has a word, with either apostrophe."""
        return self._dictionary(word) or ("’" in word and self._dictionary(word.replace("’", "'")))

    def _stem(self, word: str) -> bool:
        """Tell whether a word without its ending is right, with or without its accents."""
        bare = unicodedata.normalize("NFC", re.sub("\u0301", "", unicodedata.normalize("NFD", word)))
        return self._has(word) or self._has(bare)


def _pieces(text: str) -> Iterator[str]:
    """Yield the words of a text, joined ones also in their parts."""
    for match in _WORDS.finditer(text):
        yield match[0]
        if _JOINED.search(match[0]):
            yield from _WHOLE.findall(match[0])


def _begins(words: str, place: int) -> bool:
    """Tell whether a place begins a sentence, where every word has a capital."""
    before = words[:place].rstrip(" \u00a0\u202f«“¿¡(*_\"'")
    return not before or before[-1] in ".!?…:"
