"""Whether a translation is its original again: words that were copied and never translated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from handbook.translations.finding import Pair
from handbook.translations.language.tables import table
from handbook.translations.site_units import BOXES
from handbook.translations.unit import digest, same

#: What is the same in every language: references, macro calls, addresses, code.
_SAME = re.compile(r"\[\[[^\]]*\]\]|\{\{.*?\}\}|\]\([^)]*\)|https?://\S+|\S+@\S+|`[^`]*`")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’./+][^\W\d_]+)*")


def box_titles(pairs: Iterable[Pair]) -> frozenset[str]:
    """Return the titles of boxes, in small letters, that ``mkdocs.yml`` gives otherwise in the translation."""
    given = (pair for pair in pairs if f"/{BOXES}/" in pair.key and pair.original and pair.translation)
    sides = ((pair.original.text.lower(), pair.translation.text.lower()) for pair in given)  # type: ignore[union-attr]
    return frozenset(one for one, other in sides if one != other)


def untranslated(pair: Pair, boxes: Collection[str] = ()) -> bool:
    """Return whether a translation repeats its original though it should not.

    A name, an abbreviation, a single word or words in capitals may be the same in two languages: they count
    unless a person accepted them as they are (the memory knows). Nothing counts between two
    forms of one language (``en``, ``en-GB``), which the caller knows.

    The title of a box never counts as right where the language is known to have another word for it: one of
    ``boxes``, or a word that its table says it has not.
    """
    original, translation = pair.original, pair.translation
    if original is None or translation is None or not same(original.text, translation.text):
        return False
    words = _WORD.findall(_SAME.sub(" ", original.text))
    if not words:
        return False
    if original.kind == "admonition" or f"/{BOXES}/" in original.key:
        known = table(pair.code)
        title = original.text.lower().strip(" .:!")
        if title in boxes or (known is not None and title in known.foreign_titles):
            return True
    if original.kind != "name" and _prose(words):
        return True
    return pair.mark is not None and pair.mark != digest(translation.text)


def _prose(words: list[str]) -> bool:
    """Return whether words are a phrase: two or more, not written as a name in capitals."""
    rest = words[1:]
    return bool(rest) and 2 * sum(word[0].islower() for word in rest) >= len(rest)
