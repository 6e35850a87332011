"""Findings that a person dismissed with a reason, and dismissals that are wrong."""

from __future__ import annotations

import pytest
from conftest import Tree
from remembered import remember, said

from handbook.translations.counts import total
from handbook.translations.gate import check_handbook

FILE = "docs_fr/review/dismissals.yml"
KEY = "programme.light.objectives.bright-streets.title"


@pytest.fixture
def copied(tiny: Tree) -> Tree:
    """A handbook in which one title is still English."""
    tiny.replace("docs_fr/data/programme/light.yml", "title: Des rues claires", "title: Bright streets")
    remember(tiny.root)
    assert [check for check, _ in said(tiny.root)] == ["untranslated"]
    return tiny


def test_a_dismissal_with_a_reason_settles_a_finding(copied: Tree) -> None:
    copied.write(FILE, f"{KEY}:\n  untranslated: It is the name of a play.\n")
    checked = check_handbook(copied.root)
    assert said(copied.root) == []
    assert [one.key for one in checked.dismissed] == [KEY]
    assert total(checked.counts["fr"]).current == 100


def test_a_dismissal_that_no_longer_applies_is_told(copied: Tree) -> None:
    copied.write(FILE, f"# Reasons.\n{KEY}:\n  untranslated: It is the name of a play.\n  spelling: It is a name.\n")
    assert said(copied.root) == [("dismissal-unused", f"{FILE}:4")]
    copied.replace("docs_fr/data/programme/light.yml", "title: Bright streets", "title: Des rues claires")
    assert said(copied.root) == [("dismissal-unused", f"{FILE}:3"), ("dismissal-unused", f"{FILE}:4")]


@pytest.mark.parametrize(
    ("text", "check", "line"),
    [
        (f"{KEY}:\n  untranslated:\n", "dismissal-reason", 2),
        (f"{KEY}:\n  untranslated: ' '\n", "dismissal-reason", 2),
        (f"{KEY}: because\n", "dismissal-reason", 1),
        (f"{KEY}:\n  untranslatd: A name.\n", "dismissal-check", 2),
        (f"{KEY}:\n  outdated: Later.\n", "dismissal-check", 2),
        (f"{KEY}x:\n  untranslated: A name.\n", "dismissal-unit", 1),
    ],
)
def test_a_dismissal_that_is_not_well_formed_is_told_and_settles_nothing(
    copied: Tree, text: str, check: str, line: int
) -> None:
    copied.write(FILE, text)
    found = said(copied.root)
    assert (check, f"{FILE}:{line}") in found
    assert "untranslated" in [one for one, _ in found]


def test_what_was_meant_is_proposed(copied: Tree) -> None:
    copied.write(FILE, f"{KEY}:\n  untranslatd: A name.\n")
    (found,) = [one for one in check_handbook(copied.root).findings if one.check == "dismissal-check"]
    assert found.facts["nearest"] == "untranslated"


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n"])
def test_a_file_without_dismissals_says_nothing(copied: Tree, text: str) -> None:
    copied.write(FILE, text)
    assert [check for check, _ in said(copied.root)] == ["untranslated"]


def test_a_damaged_file_is_told(copied: Tree) -> None:
    copied.write(FILE, "a: [\n")
    assert "unreadable" in [check for check, _ in said(copied.root)]
