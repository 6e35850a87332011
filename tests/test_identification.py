"""Texts in another language: none in the real handbook; whole units and single sentences that are swapped are found."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from conftest import ROOT

from handbook.translations.finding import Finding, Pair
from handbook.translations.gather import Gathered, gather
from handbook.translations.language.identification import check_language, check_untranslated
from handbook.translations.language.prose import prose
from handbook.translations.unit import Kind, Unit


@cache
def real() -> Gathered:
    return gather(ROOT)


def unit(text: str, kind: Kind = "sentence") -> Unit:
    return Unit("a.text", "data/a.yml", 1, text, kind)


def pair(code: str, text: str, original: str = "Something else.", kind: Kind = "sentence") -> Pair:
    return Pair(code, unit(original, kind), unit(text, kind))


def both(one: Pair) -> list[Finding]:
    return [*check_language(one), *check_untranslated(one)]


def long(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]+", prose(text).words)) >= 9


@pytest.mark.parametrize("code", ["fr", "es"])
def test_the_real_handbook_raises_nothing(code: str) -> None:
    assert [finding for one in real().pairs[code] for finding in both(one)] == []


def test_the_real_original_is_in_its_language() -> None:
    assert [finding for one in real().units["en"] for finding in check_language(Pair("en", None, one))] == []


@pytest.mark.parametrize(
    ("code", "other", "share"), [("fr", "en", 0.98), ("es", "en", 0.98), ("fr", "es", 0.94), ("es", "fr", 0.94)]
)
def test_a_unit_in_another_language_is_found(code: str, other: str, share: float) -> None:
    texts = {one.key: one.text for one in real().units[other]}
    swapped = [
        replace(one, translation=replace(one.translation, text=texts[one.key]))
        for one in real().pairs[code]
        if one.translation and one.key in texts and long(texts[one.key])
    ]
    found = [one for one in swapped if both(one)]
    assert len(swapped) > 500
    assert len(found) >= share * len(swapped)


@pytest.mark.parametrize("code", ["fr", "es"])
def test_one_sentence_left_in_english_is_found_and_named(code: str) -> None:
    tried = found = 0
    for one in real().pairs[code]:
        assert one.original is not None
        assert one.translation is not None
        mine, theirs = (re.split(r"(?<=\.) ", side.text) for side in (one.translation, one.original))
        if len(mine) != len(theirs) or len(mine) < 2 or not long(theirs[-1]):
            continue
        tried += 1
        text = " ".join([*mine[:-1], theirs[-1]])
        findings = list(check_language(replace(one, translation=replace(one.translation, text=text))))
        found += bool(findings)
        assert all(finding.facts["found"] == "en" for finding in findings)
    assert tried > 100
    assert found >= 0.95 * tried


@pytest.mark.parametrize(
    "text",
    [
        "Vision", "Introduction", "IGDS", "RB-DC", "TC+5", "One HR", "ILO Jobs", "ACT/EMP", "2025", ":", "NUMBER",
        "ONE ILO – Ticking the Boxes: Physical Security for All", "Communauté genevoise d’action syndicale",
        "{{ mention('programme.field') }}", "[[jnc]]", "https://www.example.org/of-the-and",
    ],
)  # fmt: skip
def test_what_may_be_the_same_in_both_languages_is_left_alone(text: str) -> None:
    assert both(pair("fr", text, text)) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Regular calls with the regions", "error"),
        ("Ask the committee for 40 lamps.", "error"),
        ("The “view” of the Union", "error"),
        ("Grade reviews", "warning"),
    ],
)
def test_what_is_still_english_is_found(text: str, severity: str) -> None:
    assert [(finding.check, finding.severity) for finding in both(pair("fr", text, text, "heading"))] == [
        ("untranslated", severity)
    ]


def test_typography_alone_is_no_translation() -> None:
    assert [one.check for one in both(pair("fr", "The Union's view of it", "The Union’s view of it"))] == [
        "untranslated"
    ]


def test_a_name_may_stay_but_for_frequent_words() -> None:
    assert both(pair("fr", "Grade reviews", "Grade reviews", "name")) == []
    assert both(pair("fr", "review of the grades", "review of the grades", "name")) != []


def test_quoted_english_is_left_alone() -> None:
    text = "Le titre est «\u00a0What we want and what we will do about it this year\u00a0», dans le rapport de 2025."
    assert both(pair("fr", text)) == []


def test_the_sentence_is_named() -> None:
    text = "Le comité se réunit. La comisión se reúne todos los meses con el personal. Il publie un compte rendu."
    (finding,) = check_language(pair("fr", text))
    assert finding.facts == {
        "expected": "fr", "found": "es", "sentence": "La comisión se reúne todos los meses con el personal.",
    }  # fmt: skip


def test_a_language_without_a_table_is_told_only_from_what_is_clear() -> None:
    german = (
        "Der Ausschuss tagt in der Regel so, wie es die Satzung vorsieht, und die Protokolle sind am Ende öffentlich."
    )
    assert both(pair("de", german)) == []
    assert both(pair("de", "We ask all the members of the Union what they want and which of these they would change."))


def test_absence_is_no_matter_of_language() -> None:
    assert both(Pair("fr", unit("A text."), None)) == []
    assert both(Pair("fr", None, unit("Un texte."))) == []
