"""Parity of meaning: what a translation must say as its original does, whatever the words.

Numbers, dates, times, percentages, amounts, codes, links, calls and the like are read on both sides, each
as its language writes them, and compared. What cannot be read safely is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from babel import Locale

from handbook.translations.finding import Finding, Pair, Severity, found
from handbook.translations.meaning.abbreviations import abbreviations
from handbook.translations.meaning.compare import Difference, differences
from handbook.translations.meaning.facts import FactKind, Reading
from handbook.translations.meaning.language import Language, language
from handbook.translations.meaning.quantities import is_bare_two, quantities
from handbook.translations.meaning.reading import reading
from handbook.translations.meaning.written import written

__all__ = ["KINDS", "Locales", "check_meaning"]

#: What is compared, and how much a difference weighs. Each gives the checks ``…-missing``, ``…-added`` and
#: ``…-different``; besides these there are ``emphasis-different`` and ``question-different``.
KINDS: dict[FactKind, Severity] = {
    "number": "error",
    "date": "error",
    "month": "error",
    "weekday": "error",
    "unit": "error",
    "time": "error",
    "duration": "error",
    "percent": "error",
    "currency": "error",
    "code": "error",
    "address": "error",
    "telephone": "error",
    "link": "error",
    "call": "error",
    "reference": "error",
    "placeholder": "error",
    "footnote": "error",
    "code-span": "warning",
    "abbreviation": "warning",
}
_QUESTIONS = "?؟？"


@dataclass(frozen=True)
class Locales:
    """How the languages of a handbook write: that of the originals, and the others by their code.

    ``short_forms`` holds, by the code of a language, the short forms of the reference language with those
    of that language (``{"fr": {"UN": "ONU"}}``).
    """

    reference: Locale
    translations: Mapping[str, Locale]
    short_forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def languages(self) -> Mapping[str, Language]:
        """Return how each language writes, by its code; that of the originals is called ``""``."""
        return {"": language(self.reference)} | {code: language(one) for code, one in self.translations.items()}


def check_meaning(pair: Pair, locales: Locales) -> Iterator[Finding]:
    """Yield what a translation says otherwise than its original; nothing where one of the two is missing.

    The facts of a finding: ``expected`` as the original says it, ``found`` as the translation does (either
    is empty where nothing is said), ``todo`` what to write, as the language of the translation writes it.
    """
    if pair.original is None or pair.translation is None or pair.original.text == pair.translation.text:
        return
    label, locale = pair.original.kind == "label", locales.translations[pair.code]
    mine, other = locales.languages[""], locales.languages[pair.code]
    original, translation = reading(pair.original.text, mine, label), reading(pair.translation.text, other, label)
    if original.facts or translation.facts:
        for difference in (
            *differences(original, translation, frozenset((locales.reference.language, locale.language))),
            *quantities(original, translation, mine.table is not None and other.table is not None),
            *abbreviations(original, translation, locales.short_forms.get(pair.code, {})),
        ):
            yield _finding(pair, difference, locale)
    yield from _check_signs(pair, original, translation)


def _finding(pair: Pair, difference: Difference, locale: Locale) -> Finding:
    kind, one, other = difference
    ending = "added" if one is None else "missing" if other is None else "different"
    severity: Severity = "note" if other is None and is_bare_two(one) else KINDS[kind]
    return found(
        f"{kind}-{ending}",
        severity,
        pair,
        expected=one.words if one else "",
        found=other.words if other else "",
        todo=written(one, locale) if one else "",
    )


def _check_signs(pair: Pair, original: Reading, translation: Reading) -> Iterator[Finding]:
    """Yield emphasis that differs, and a question that is none in the other language."""
    if original.emphasis != translation.emphasis:
        expected, seen = (f"{strong} × **, {other} × *" for strong, other in (original.emphasis, translation.emphasis))
        yield found("emphasis-different", "note", pair, expected=expected, found=seen, todo=expected)
    one, two = original.last, translation.last
    if (one in _QUESTIONS) != (two in _QUESTIONS) and one and two and two not in ";\u037e":
        severity: Severity = "note" if two in _QUESTIONS else "warning"
        yield found("question-different", severity, pair, expected=one, found=two, todo=one)
