"""Emphasis that has moved to other words: a reader would take another word, or none, for the one that counts.

Languages stress in other places, so only that is compared which can be known on both sides: the numbers,
codes, names, words of the glossary and negations that the emphasised words hold, and a lead-in that begins
the text. How often a text stresses anything is the business of ``emphasis-different``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.translations.finding import Finding, Pair, found
from handbook.translations.meaning.facts import FactKind
from handbook.translations.meaning.language import Language
from handbook.translations.meaning.marks import EMPHASIS
from handbook.translations.meaning.negation_words import negation_table
from handbook.translations.meaning.quantities import all_numbers
from handbook.translations.meaning.reading import reading
from handbook.translations.terminology.read import Terminology
from handbook.translations.terminology.sides import Side

_LEAD_IN = re.compile(r"[*_]{1,3}[^*_]+(?:[.:!?][\u00a0\u202f]?[*_]{1,3}|[*_]{1,3}[\u00a0\u202f]?:)")
_KINDS: tuple[FactKind, ...] = ("code", "reference", "percent", "address", "telephone", "call", "date")
#: So many words beside a negation still stress the negation.
_FEW = 3
#: Between words that do not belong together.
_APART = " ; "


@dataclass(frozen=True)
class _Stressed:
    """The emphasised words of a text, and the words without them."""

    inner: str
    outer: str
    lead_in: bool

    @classmethod
    def of(cls, text: str) -> _Stressed:
        """Return them for a text; spans are put apart by marks over which no wording goes."""
        spans = [match[0].strip("*_") for match in EMPHASIS.finditer(text)]
        return cls(_APART.join(spans), EMPHASIS.sub(_APART, text), _LEAD_IN.match(text) is not None)


def check_emphasis(pair: Pair, terms: Terminology, reference: Language, language: Language) -> Iterator[Finding]:
    """Yield a warning where a translation stresses other words than its original does.

    Both stress something. The facts: ``expected`` and ``found`` are the emphasised words of both sides,
    ``said`` what one of them stresses and the other has outside of its emphasis.
    """
    if pair.original is None or pair.translation is None:
        return
    one, two = pair.original.text, pair.translation.text
    if one == two or not (_marked(one) and _marked(two)):
        return
    mine, own = _Stressed.of(one), _Stressed.of(two)
    if not mine.inner or not own.inner:
        return
    said = _moved(mine, own, terms, reference, language) or _lead_in(mine, own)
    if said:
        yield found("emphasis-moved", "warning", pair, expected=mine.inner, found=own.inner, said=said)


def _marked(text: str) -> bool:
    return "*" in text or "_" in text


def _moved(mine: _Stressed, own: _Stressed, terms: Terminology, reference: Language, language: Language) -> str:
    """Return what one side stresses and the other says without stress; nothing if there is nothing of the kind."""
    inner, theirs = _facts(mine.inner, reference), _facts(own.inner, language)
    outer, beyond = _facts(mine.outer, reference), _facts(own.outer, language)
    for one, other, rest in ((inner, theirs, beyond), (theirs, inner, outer)):
        for fact, words in one.items():
            if fact in rest and fact not in other:
                return words
    return _term(mine, own, terms) or _negation(mine, own, reference, language)


def _facts(text: str, language: Language) -> dict[tuple[FactKind, str], str]:
    """Return what can be compared in a text, with its words."""
    found_there = reading(text, language)
    known = {(kind, value): fact.words for kind in _KINDS for value, fact in found_there.of(kind).items()}
    numbers = all_numbers(found_there).values()
    return known | {("number", fact.value): fact.words for fact in numbers if fact.kind == "number" and fact.firm}


def _term(mine: _Stressed, own: _Stressed, terms: Terminology) -> str:
    """Return a word of the glossary that one side stresses, and the other says elsewhere only."""
    here, outside = Side(terms.english, mine.inner, True), Side(terms.english, mine.outer, True)
    there, beyond = Side(terms.own, own.inner, False), Side(terms.own, own.outer, False)
    for one, rest, other, other_rest in ((here, outside, there, beyond), (there, beyond, here, outside)):
        for hit in one.hits:
            meant = [term for use, term in hit.form.meanings if use == "preferred"]
            if len(meant) != 1 or hit.written.isupper() or rest.says(meant[0]):
                continue
            if other_rest.times(meant[0]) and not other.says(meant[0]):
                return hit.written
    return ""


def _negation(mine: _Stressed, own: _Stressed, reference: Language, language: Language) -> str:
    """Return the negation that one side stresses, and the other only says."""
    one, two = negation_table(reference.locale.language), negation_table(language.locale.language)
    if one is None or two is None:
        return ""
    for said, table, other, others in ((mine, one, own, two), (own, two, mine, one)):
        words, rest = (text.replace(_APART, " ") for text in (said.inner, other.outer))
        alone = len(words.split()) <= _FEW and table.firm.search(words)
        if alone and not others.any.search(other.inner.lower()) and others.firm.search(rest):
            return words
    return ""


def _lead_in(mine: _Stressed, own: _Stressed) -> str:
    """Return the words of a lead-in (**Word.**) that one text begins with, and the other without any emphasis."""
    for one, other in ((mine, own), (own, mine)):
        if one.lead_in and not other.outer.startswith(_APART):
            return one.inner.partition(_APART)[0]
    return ""
