"""Parity of meaning on the real handbook: silent on it as it is, and loud on copies with seeded defects."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
from conftest import ROOT

from handbook.translations.finding import Finding, Pair
from handbook.translations.gather import gather
from handbook.translations.meaning import Locales, check_meaning

Break = Callable[[str], str]


@cache
def real() -> tuple[tuple[Pair, ...], Locales]:
    """Return all pairs of this project's handbook, and its languages."""
    book = gather(ROOT)
    pairs = tuple(pair for each in book.pairs.values() for pair in each if pair.original and pair.translation)
    forms: dict[str, dict[str, str]] = {}
    for pair in pairs:
        if pair.key.endswith(".short") and pair.original and pair.translation:
            forms.setdefault(pair.code, {})[pair.original.text] = pair.translation.text
    locales = {language.code: language.locale for language in book.translations}
    return pairs, Locales(book.settings.reference.locale, locales, forms)


def findings(pair: Pair) -> list[Finding]:
    return [finding for finding in check_meaning(pair, real()[1]) if finding.severity != "note"]


def test_the_handbook_as_it_is_raises_no_error_and_no_warning() -> None:
    pairs, _ = real()
    assert len(pairs) > 4000
    assert [finding for pair in pairs for finding in findings(pair)] == []


def _year(text: str) -> str:
    return re.sub(r"(?<![\d.-])20(\d)(\d)(?![\d.-])", lambda m: f"20{m[1]}{(int(m[2]) + 3) % 10}", text, count=1)


def _swapped(text: str) -> str:
    return re.sub(r"(?<![\d\w.])([1-9])([1-9])(?![\d\w.])", lambda m: f"{m[2]}{m[1]}", text, count=1)


def _replaced(*words: str) -> Break:
    """Return a break that puts the second word in the place of the first, and so on."""

    def broken(text: str) -> str:
        for one, other in zip(words[::2], words[1::2], strict=True):
            pattern = rf"(?<![\w’]){one}(?!\w)"
            if re.search(pattern, text):
                return re.sub(pattern, other, text, count=1)
        return text

    return broken


#: Each kind of defect, with the checks that may find it.
BREAKS: dict[str, tuple[Break, str]] = {
    "a year": (_year, r"number|date|month"),
    "two digits swapped": (_swapped, r"number|date|percent|duration|reference|call|code|link"),
    "a day": (lambda text: re.sub(r"\b20 (de )?(février|febrero)", r"21 \1\2", text, count=1), "date"),
    "a month": (
        _replaced("février", "janvier", "mars", "mai", "octobre", "novembre", "febrero", "enero", "marzo", "mayo"),
        "date|month",
    ),
    "a time": (lambda text: text.replace("13 h 30", "14 h 30").replace("13.30", "13.00"), "time"),
    "a word for a number": (
        _replaced("trois", "deux", "huit", "sept", "cinq", "quatre", "tres", "dos", "ocho", "siete"),
        "number|duration",
    ),
    "a unit of time": (_replaced(*["semaines", "mois", "semanas", "meses"]), "duration|unit"),
    "an ordinal": (lambda text: re.sub(r"\b35(3e|3\.ª)", r"34\1", text, count=1), "number"),
    "a code": (lambda text: re.sub(r"\b(GB\.\d+/PFA)/\d+", r"\1/99", text, count=1), "code"),
    "a grade": (_replaced("P4", "P3", "D1", "D2", "P5", "P4"), "code"),
    "a circular": (lambda text: re.sub(r"(IGDS (?:n°|núm\.)\s)\d+", r"\g<1>999", text, count=1), "number"),
    "a reference": (lambda text: re.sub(r"\[\[([a-z-]+)", r"[[\1-x", text, count=1), "reference"),
    "a link": (lambda text: re.sub(r"\]\((?!http)", "](wrong-", text, count=1), "link"),
    "an address": (lambda text: re.sub(r"https?://", "https://wrong.", text, count=1), "link"),
    "a call": (lambda text: re.sub(r"\{\{ (\w+)\(", r"{{ \1_x(", text, count=1), "call"),
    "a Roman numeral": (lambda text: re.sub(r"\b(domaine|ámbito) V(?=I)", r"\1 X", text, count=1), "number"),
    "a placeholder": (
        lambda text: re.sub(r"\b(NUMBER|YEAR|VALUE)\b", "X", text, count=1),
        "placeholder",
    ),
    "a percent sign": (lambda text: re.sub(r"(\d+)\s?%", r"\1", text, count=1), "percent"),
    "a question": (lambda text: re.sub(r"\s?\?$", ".", text), "question"),
    "a number that is dropped": (
        lambda text: re.sub(r"(?<![\d\w.–-])\d{2,4}(?![\d\w]|[.,–-]\d|\s?(?:h|%|de [a-z]+o\b|[a-zéû]+ 20))", "", text),
        "number|date|month|duration|code",
    ),
}


def _seeded(kind: str) -> Iterator[tuple[Pair, Pair]]:
    """Yield pairs with the same pair in which a defect of this kind was seeded into the translation."""
    broken = BREAKS[kind][0]
    for pair in real()[0]:
        assert pair.translation is not None
        text = broken(pair.translation.text)
        if text != pair.translation.text:
            yield pair, replace(pair, translation=replace(pair.translation, text=text))


@pytest.mark.parametrize("kind", BREAKS)
def test_seeded_defects_are_found_at_their_place(kind: str) -> None:
    seeded = list(_seeded(kind))
    if not seeded:
        pytest.skip("the handbook holds nothing of this kind")
    seeded = random.Random(4).sample(seeded, min(60, len(seeded)))
    missed = []
    for pair, broken in seeded:
        assert pair.translation is not None
        hits = [each for each in findings(broken) if re.match(BREAKS[kind][1], each.check)]
        if not any((each.file, each.line) == (pair.translation.file, pair.translation.line) for each in hits):
            missed.append((pair.key, broken.translation and broken.translation.text))
    assert len(missed) <= len(seeded) * 0.1, f"{len(missed)} of {len(seeded)} missed: {missed[:8]}"


def test_edits_of_layout_are_no_defects() -> None:
    for pair in real()[0]:
        assert pair.translation is not None
        text = pair.translation.text
        if pair.translation.kind == "label" or "{{" in text or "](" in text:
            continue
        edited = re.sub(r"(\d)-(\d)", r"\1–\2", text).replace("’", "'").replace("\u00a0", "\u202f").replace("(", " (")
        assert findings(replace(pair, translation=replace(pair.translation, text=edited))) == [], edited
