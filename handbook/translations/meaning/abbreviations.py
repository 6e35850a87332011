"""Abbreviations of two readings held against each other, by the short forms that each language gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from handbook.translations.meaning.compare import Difference
from handbook.translations.meaning.facts import Reading


def abbreviations(original: Reading, translation: Reading, forms: Mapping[str, str]) -> Iterator[Difference]:
    """Yield an abbreviation that the translation has in the place of another.

    ``forms`` are the short forms of the reference language with those of the translation (``UN``: ``ONU``).
    One that is spelt out, or that a translation gives beside its words, is no difference.
    """
    mine, other = original.of("abbreviation"), translation.of("abbreviation")
    if not mine or not other or mine.keys() == other.keys():
        return
    known = {_form(word, forms) for word in mine} | mine.keys()
    added = [fact for word, fact in other.items() if not _is_one_of(word, known)]
    missing = [fact for word, fact in mine.items() if word not in other and _form(word, forms) not in other]
    missing = [fact for fact in missing if not _is_one_of(fact.words, other)]
    for one, two in zip(missing, added, strict=False):
        yield Difference("abbreviation", one._replace(value=_form(one.words, forms)), two)


def _is_one_of(word: str, words: Iterable[str]) -> bool:
    """Return whether a word is among others, or one that has all letters of the other (``HIV``: ``VIH``)."""
    return any(word == each or not (Counter(word) - Counter(each) and Counter(each) - Counter(word)) for each in words)


def _form(word: str, forms: Mapping[str, str]) -> str:
    """Return the short form in the other language; ``SDG`` may be listed as ``SDGs``."""
    return forms.get(word) or forms.get(f"{word}s") or word
