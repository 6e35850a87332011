"""Blocks of a page stay paired when one language has a block more or less; sentences are paired by key."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from handbook.translations.finding import Pair
from handbook.translations.memory import Remembered
from handbook.translations.pairs import pairs
from handbook.translations.state import state
from handbook.translations.unit import Unit, digest

ENGLISH = ["Count the lamps.", "Buy the oil in autumn.", "Light every street.", "Ask the board for more."]
FRENCH = ["Compter les lampes.", "Acheter l’huile en automne.", "Éclairer chaque rue.", "Demander plus au comité."]


def units(folder: str, texts: Sequence[str], kind: str = "paragraph") -> list[Unit]:
    return [
        Unit(f"light.md#top/{kind}-{number}", f"{folder}/light.md", number, text, "paragraph")
        for number, text in enumerate(texts, 1)
    ]


def remembered(english: Sequence[str] = ENGLISH, french: Sequence[str] = FRENCH) -> dict[str, Remembered]:
    return {
        f"light.md#top/paragraph-{number}": Remembered(ours, digest(theirs), "1901-03-04")
        for number, (ours, theirs) in enumerate(zip(english, french, strict=True), 1)
    }


def states(english: Sequence[str], french: Sequence[str]) -> list[tuple[str, str | None, str | None]]:
    found = pairs("fr", units("docs", english), units("docs_fr", french), remembered())
    return [(state(pair), words(pair.original), words(pair.translation)) for pair in found]


def words(unit: Unit | None) -> str | None:
    return unit.text if unit else None


def test_what_was_accepted_is_current() -> None:
    assert [each for each, _, _ in states(ENGLISH, FRENCH)] == ["current"] * 4


def test_without_memory_blocks_are_paired_in_order_and_unrecorded() -> None:
    found = list(pairs("fr", units("docs", ENGLISH), units("docs_fr", FRENCH), {}))
    assert [(words(pair.original), words(pair.translation)) for pair in found] == list(
        zip(ENGLISH, FRENCH, strict=True)
    )
    assert {state(pair) for pair in found} == {"unrecorded"}


@pytest.mark.parametrize("place", range(5))
def test_a_block_added_to_the_original_is_missing_and_no_other(place: int) -> None:
    english = [*ENGLISH[:place], "Paint the posts green.", *ENGLISH[place:]]
    found = states(english, FRENCH)
    assert [one for one in found if one[0] != "current"] == [("missing", "Paint the posts green.", None)]


@pytest.mark.parametrize("place", range(4))
def test_a_block_taken_out_of_the_original_leaves_an_orphan_and_no_other(place: int) -> None:
    english = [*ENGLISH[:place], *ENGLISH[place + 1 :]]
    found = states(english, FRENCH)
    assert [one for one in found if one[0] != "current"] == [("orphaned", None, FRENCH[place])]


@pytest.mark.parametrize("place", range(4))
def test_a_block_that_the_translation_lost_is_missing(place: int) -> None:
    french = [*FRENCH[:place], *FRENCH[place + 1 :]]
    found = states(ENGLISH, french)
    assert [one for one in found if one[0] != "current"] == [("missing", ENGLISH[place], None)]


@pytest.mark.parametrize("place", range(4))
def test_a_block_that_changed_in_the_original_is_outdated(place: int) -> None:
    english = [*ENGLISH[:place], "Something else altogether.", *ENGLISH[place + 1 :]]
    found = states(english, FRENCH)
    assert [one for one in found if one[0] != "current"] == [("outdated", "Something else altogether.", FRENCH[place])]


def test_one_added_and_one_changed_are_told_apart() -> None:
    english = [ENGLISH[0], "Paint the posts green.", "Buy the oil in early autumn.", *ENGLISH[2:]]
    assert [one for one in states(english, FRENCH) if one[0] != "current"] == [
        ("missing", "Paint the posts green.", None),
        ("outdated", "Buy the oil in early autumn.", FRENCH[1]),
    ]


def test_what_changed_on_both_sides_is_touched() -> None:
    english = ["Count all the lamps.", *ENGLISH[1:]]
    french = ["Compter toutes les lampes.", *FRENCH[1:]]
    assert [each for each, _, _ in states(english, french)] == ["touched", "current", "current", "current"]


def test_a_translation_reworded_alone_stays_current() -> None:
    french = ["Faire le compte des lampes.", *FRENCH[1:]]
    assert [each for each, _, _ in states(ENGLISH, french)] == ["current"] * 4


def test_layout_and_typography_are_no_change() -> None:
    english = ["Count  the\nlamps.", "Buy the oil in autumn.", "Light every street.", "Ask the board for more…"]
    kept = remembered([*ENGLISH[:3], "Ask the board for more..."])
    found = pairs("fr", units("docs", english), units("docs_fr", FRENCH), kept)
    assert {state(pair) for pair in found} == {"current"}


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("the “lamps” — all of them", "the ‘lamps’—all of them"),
        ('the "lamps" - all', "the 'lamps' – all"),
        ("2020-2025, well-being", "2020\u20112025, well\u2010being"),
        ("**Count.** Don't ask...", "__Count.__\u00a0Don’t ask…"),
    ],
)
def test_typographic_repair_of_the_original_is_no_change(then: str, now: str) -> None:
    kept = remembered([then, *ENGLISH[1:]])
    found = pairs("fr", units("docs", [now, *ENGLISH[1:]]), units("docs_fr", FRENCH), kept)
    assert {state(pair) for pair in found} == {"current"}


def test_a_section_that_moved_to_another_page_is_remembered() -> None:
    kept = {f"old-{key}": one for key, one in remembered().items()}
    found = pairs("fr", units("docs", ENGLISH), units("docs_fr", FRENCH), kept)
    assert {state(pair) for pair in found} == {"current"}
    twice = kept | {f"other-{key}": one for key, one in remembered().items()}
    found = pairs("fr", units("docs", ENGLISH), units("docs_fr", FRENCH), twice)
    assert {state(pair) for pair in found} == {"unrecorded"}


def test_every_unit_is_in_exactly_one_pair_whatever_was_done() -> None:
    chance = random.Random(1901)
    for _round in range(300):
        english, french = (edited(chance, side) for side in (ENGLISH, FRENCH))
        found = list(pairs("fr", units("docs", english), units("docs_fr", french), remembered()))
        assert [pair.original.text for pair in found if pair.original] == english
        assert sorted(pair.translation.text for pair in found if pair.translation) == sorted(french)
        places = [french.index(pair.translation.text) for pair in found if pair.original and pair.translation]
        assert places == sorted(places)


def edited(chance: random.Random, texts: Sequence[str]) -> list[str]:
    kept = [text for text in texts if chance.random() > 0.2]
    for _ in range(chance.randrange(3)):
        kept.insert(chance.randrange(len(kept) + 1), f"New {chance.random()}.")
    return kept


def test_sentences_are_paired_by_key_in_both_directions() -> None:
    ours = [
        Unit("programme.light.title", "docs/a.yml", 1, "Light", "heading"),
        Unit("x.text", "docs/a.yml", 2, "X", "sentence"),
    ]
    theirs = [
        Unit("programme.light.title", "docs_fr/a.yml", 1, "Lumière", "heading"),
        Unit("y.text", "docs_fr/a.yml", 2, "Y", "sentence"),
    ]
    found = {pair.key: pair for pair in pairs("fr", ours, theirs, {})}
    assert state(found["x.text"]) == "missing"
    assert state(found["y.text"]) == "orphaned"
    assert found["programme.light.title"] == Pair("fr", ours[0], theirs[0])
