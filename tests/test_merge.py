"""A translation is laid over the reference: facts and order from one, sentences from the other."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.join.merge import Missing, in_reference, laid_over, orphans, without_orphans
from handbook.model.text import Text
from handbook.problems import Problem
from handbook.read.yaml import YamlFile, parse

AREA = "programme/light"
ENGLISH = """\
number: I
title: Light
serves: [peace]
means:
  count:
    title: Count
    text: Count the lamps.
    source: plan/I/means/1
  buy:
    title: Buy
    text: >-
      Buy the
      lamps.
    source: plan/I/means/2
    notes:
      price:
        text: At a price.
        source: plan/I/means/2
"""
FRENCH = """\
title: Lumière
means:
  buy:
    notes:
      price:
        text: À un prix.
    text: Acheter les lampes.
    title: Acheter
  count:
    title: Compter
    text: Compter les lampes.
"""


def file(text: str, folder: str = "docs") -> YamlFile:
    problems: list[Problem] = []
    found = parse(f"{folder}/data/programme/light.yml", text, problems)
    assert found is not None, problems
    return found


def laid(french: str) -> tuple[Any, list[Missing]]:
    """The tree in French, and what it lacks."""
    missing: list[Missing] = []
    translation = YamlFile("docs_fr/data/programme/light.yml", {}) if not french else file(french, "docs_fr")
    return laid_over(AREA, file(ENGLISH), translation, ("en", "fr"), missing), missing


def languages(tree: Any) -> dict[str, str]:
    """The language of every sentence by its words."""
    if isinstance(tree, Text):
        return {str(tree): tree.language}
    children = tree.values() if isinstance(tree, dict) else ()
    return {words: language for child in children for words, language in languages(child).items()}


def test_facts_and_order_come_from_the_reference_and_sentences_from_the_translation() -> None:
    tree, missing = laid(FRENCH)
    assert missing == []
    assert list(tree["means"]) == ["count", "buy"]
    assert tree["number"] == "I"
    assert tree["serves"] == ["peace"]
    assert tree["means"]["buy"] == {
        "title": "Acheter",
        "text": "Acheter les lampes.",
        "source": "plan/I/means/2",
        "notes": {"price": {"text": "À un prix.", "source": "plan/I/means/2"}},
    }
    assert set(languages(tree).values()) == {"fr"}


def test_the_reference_is_marked_as_written_in_its_language() -> None:
    tree = in_reference(file(ENGLISH), "en", AREA)
    assert languages(tree)["Buy the lamps."] == "en"
    assert type(tree["number"]) is str
    assert type(tree["means"]["buy"]["source"]) is str


def test_a_missing_sentence_stays_in_the_reference_language_and_is_named() -> None:
    tree, (missing,) = laid(FRENCH.replace("    text: Compter les lampes.\n", ""))
    assert languages(tree)["Count the lamps."] == "en"
    assert languages(tree)["Compter"] == "fr"
    assert missing.key == "programme.light.means.count.text"
    assert str(missing.problem) == (
        "docs_fr/data/programme/light.yml:9: 'means.count.text' is missing; "
        "expected the translation of docs/data/programme/light.yml:7. Add it here, under the same keys."
    )


def test_the_sentences_of_a_missing_group_share_one_problem() -> None:
    _, missing = laid("title: Lumière\nmeans:\n  count: { title: Compter, text: Compter. }\n")
    assert [each.key.removeprefix("programme.light.means.buy.") for each in missing] == [
        "title",
        "text",
        "notes.price.text",
    ]
    (problem,) = {str(each.problem) for each in missing}
    assert problem.startswith("docs_fr/data/programme/light.yml:2: 'means.buy' is missing; expected the translation")
    assert ":9." in problem


def test_a_missing_file_lacks_every_sentence() -> None:
    tree, missing = laid("")
    assert len(missing) == len(languages(tree)) == 6
    assert set(languages(tree).values()) == {"en"}


@pytest.mark.parametrize("value", ["null", "12", "[a]", "{ a: b }"])
def test_what_is_no_sentence_counts_as_missing(value: str) -> None:
    tree, missing = laid(FRENCH.replace("text: Compter les lampes.", f"text: {value}"))
    assert languages(tree)["Count the lamps."] == "en"
    assert [each.key for each in missing] == ["programme.light.means.count.text"]


ORPHANS = {
    "a misspelt key": ("  count:", "  cuont:", "means.cuont", "means.count"),
    "a key of another group": ("means:\n", "priorities:\n  buy: {title: x}\nmeans:\n", "priorities", ""),
    "a misspelt group of remarks": ("      price:", "      prise:", "means.buy.notes.prise", "means.buy.notes.price"),
    "a key like no other": ("  count:", "  zzz: {title: x}\n  count:", "means.zzz", ""),
    "a remark that the reference lacks": (
        "    title: Compter\n",
        "    title: Compter\n    caution: x\n",
        "means.count.caution",
        "",
    ),
}


@pytest.mark.parametrize(("old", "new", "path", "meant"), ORPHANS.values(), ids=ORPHANS)
def test_a_key_that_the_reference_lacks_is_named_with_what_was_meant(old: str, new: str, path: str, meant: str) -> None:
    reference, translation = file(ENGLISH), file(FRENCH.replace(old, new), "docs_fr")
    (found,) = orphans(AREA, reference, translation)
    assert (".".join(map(str, found.path)), found.meant) == (path, meant)
    place = f"docs_fr/data/programme/light.yml:{translation.line(found.path)}: '{path}' is not in {reference.file}. "
    if meant:
        line = reference.line(tuple(meant.split(".")))
        assert str(found.problem) == f"{place}Did you mean '{meant}' (line {line})?"
    else:
        assert str(found.problem) == f"{place}Delete it here, or add it to {reference.file}."


def test_a_key_that_stands_in_another_group_is_found_there() -> None:
    translation = file("means:\n  buy: { title: a }\n  price: { text: b }\n", "docs_fr")
    (found,) = orphans(AREA, file(ENGLISH), translation)
    assert found.meant == "means.buy.notes.price"


def test_unknown_keys_and_facts_are_left_to_the_contract() -> None:
    text = FRENCH.replace("    title: Compter\n", "    title: Compter\n    source: a\n    colour: red\n")
    assert list(orphans(AREA, file(ENGLISH), file(text, "docs_fr"))) == []


def test_what_is_there_under_a_misspelt_key_is_not_missing_too() -> None:
    text = FRENCH.replace("  count:", "  cuont:").replace("    text: Acheter les lampes.\n", "")
    _, missing = laid(text)
    found = list(orphans(AREA, file(ENGLISH), file(text, "docs_fr")))
    assert [each.key for each in without_orphans(missing, found, AREA)] == ["programme.light.means.buy.text"]


UNITS = "lamps:\n  one: NUMBER lamp\n  other: NUMBER lamps\nrounds:\n  other: NUMBER rounds\n"


def units(text: str) -> tuple[Any, list[Missing], list[str]]:
    """The units in another language, what they lack, and which keys they have too many."""
    problems: list[Problem] = []
    ours, theirs = parse("docs/data/units.yml", UNITS, problems), parse("docs_fr/data/units.yml", text, problems)
    assert ours is not None
    assert theirs is not None, problems
    missing: list[Missing] = []
    tree = laid_over("units", ours, theirs, ("en", "fr"), missing)
    return tree, missing, [".".join(map(str, one.path)) for one in orphans("units", ours, theirs)]


def test_each_language_has_the_plurals_of_its_own() -> None:
    words = "{ zero: a, two: b, few: NUMBER c, many: NUMBER d, other: NUMBER e }"
    tree, missing, extra = units(f"lamps: {words}\nrounds: {{ other: NUMBER f }}\n")
    assert tree["lamps"] == {"zero": "a", "two": "b", "few": "NUMBER c", "many": "NUMBER d", "other": "NUMBER e"}
    assert {each.language for each in tree["lamps"].values()} == {"fr"}
    assert (missing, extra) == ([], [])


def test_the_plural_that_every_language_has_can_be_missed() -> None:
    tree, missing, extra = units("lamps: { one: a, few: b }\nrounds: { other: NUMBER f }\n")
    assert [each.key for each in missing] == ["units.lamps.other"]
    assert tree["lamps"] == {"other": "NUMBER lamps", "one": "a", "few": "b"}
    assert extra == []


def test_a_unit_without_translation_keeps_all_plurals_of_the_original() -> None:
    tree, missing, extra = units("rounds: { other: NUMBER f }\nlmaps: { other: NUMBER g }\n")
    assert tree["lamps"] == {"one": "NUMBER lamp", "other": "NUMBER lamps"}
    assert {each.language for each in tree["lamps"].values()} == {"en"}
    assert {each.problem.line for each in missing} == {1}
    assert extra == ["lmaps"]
