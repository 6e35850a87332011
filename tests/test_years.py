"""Earlier years: what is compared, what is shown, and what a folder of a year must be."""

from __future__ import annotations

import pytest
from conftest import Tree
from test_next_year import NEXT, confirm, ready, start

__all__ = ["ready"]  # the fixture

LIGHT = "docs/data/programme/light.yml"


@pytest.fixture
def two(ready: Tree) -> Tree:
    """A tiny handbook in its second year."""
    start(ready, NEXT)
    return ready


def section(tree: Tree, name: str, code: str = "en") -> str:
    page = tree.staged(code, "years/1901/changes.md")
    return page.split(f"{{ #years.1901.changes.{name} }}")[1].split("\n## ")[0].strip()


def test_a_year_that_has_just_begun_changes_nothing_and_is_to_be_confirmed(two: Tree) -> None:
    assert [section(two, name) for name in ("new", "changed", "dropped")] == ["None."] * 3
    assert section(two, "carried").split("\n") == [
        "- [Bright streets](../../light.md#programme.light.objectives.bright-streets) (Light for all)",
        "- [Ask the board](../../light.md#programme.light.means.ask-the-board) (Light for all)",
        "- [Count the lamps](../../light.md#programme.light.means.count-lamps) (Light for all)",
    ]


def test_a_confirmed_statement_is_no_longer_listed(two: Tree) -> None:
    confirm(two)
    assert section(two, "carried") == "None."


def test_changed_words_are_shown_before_and_now_in_the_language_of_the_page(two: Tree) -> None:
    two.replace(LIGHT, "Count the lamps twice a year.", "Count the lamps each month.")
    two.replace("docs_fr/data/programme/light.yml", "deux fois par an", "chaque mois")
    assert section(two, "changed").split("\n")[1:] == [
        "    - Before: Count the lamps twice a year. ([1901](light.md#years.1901.programme.light.means.count-lamps))",
        "    - Now: Count the lamps each month.",
    ]
    assert "Compter les lampes chaque mois." in section(two, "changed", "fr")


def test_a_changed_title_is_shown_too(two: Tree) -> None:
    two.replace(LIGHT, "title: Count the lamps", "title: A census")
    assert "**Count the lamps.** Count the lamps twice" in section(two, "changed")
    assert "**A census.** Count the lamps twice" in section(two, "changed")


def test_a_new_statement_leads_to_its_page_and_a_dropped_one_to_the_old_page(two: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        text = two.read(f"{folder}/data/programme/light.yml")
        two.write(f"{folder}/data/programme/light.yml", text.replace("  count-lamps:", "  weigh-lamps:"))
        page = two.read(f"{folder}/index.md").replace("light.means.count-lamps", "light.means.weigh-lamps")
        two.write(f"{folder}/index.md", page)
    assert "../../light.md#programme.light.means.weigh-lamps" in section(two, "new")
    assert "(light.md#years.1901.programme.light.means.count-lamps)" in section(two, "dropped")


def test_a_link_of_today_to_a_dropped_statement_is_named(two: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        text = two.read(f"{folder}/data/programme/light.yml")
        two.write(f"{folder}/data/programme/light.yml", text[: text.index("  count-lamps:")])
    assert any("docs/index.md:6: " in each and "count-lamps" in each for each in two.problems())


def test_rows_of_the_old_document_keep_their_statement_in_the_old_year(two: Tree) -> None:
    two.append(
        "docs/data/documents.yml",
        "plan-1902:\n  title: Plan for 1902\n  short: Plan 1902\n  about: For 1902.\n  voice: union\n"
        '  status: proposed\n  rows: { I: { objective: "1", means: "1 2" } }\n',
    )
    two.append(
        "docs_fr/data/documents.yml", "plan-1902:\n  title: Plan pour 1902\n  short: Plan 1902\n  about: Pour 1902.\n"
    )
    two.write(LIGHT, two.read(LIGHT).replace("plan-1901", "plan-1902"))
    assert two.problems() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "docs/data/years/1901/programme.yml",
            "year: 1901",
            "year: 1900",
            "docs/data/years/1901/programme.yml:2: the programme is not of the year of its folder, '1901'; "
            "expected year: 1901; found '1900'.",
        ),
        (
            "docs/data/programme.yml",
            "year: 1902",
            "year: 1901",
            "docs/data/years/1901/programme.yml:2: the year 1901 is not earlier than the current programme's (1901). "
            "Correct 'year' in docs/data/programme.yml, or delete the folder of this year.",
        ),
        (
            "docs/data/years/1901/programme.yml",
            "areas: [light]",
            "areas: [light, dark]",
            "docs/data/years/1901/programme.yml:3: the area 'dark' has no file "
            "docs/data/years/1901/programme/dark.yml; expected light. Create the file, or take the area out.",
        ),
        (
            LIGHT,
            "carried-over: 1901\n    source: plan-1901/I/means/2",
            "carried-over: 1902\n    source: plan-1901/I/means/2",
            "docs/data/programme/light.yml:19: the statement is carried over from 1902, and the programme is of 1902; "
            "expected an earlier year. Correct it, or delete the line.",
        ),
    ],
)
def test_a_year_that_is_not_what_it_says_is_refused(two: Tree, file: str, old: str, new: str, said: str) -> None:
    two.replace(file, old, new)
    assert said in two.problems()


def test_a_folder_that_is_called_after_no_year_is_refused(two: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        (two.root / folder / "data/years/1901").rename(two.root / folder / "data/years/old")
    said = "docs/data/years/old/programme.yml: the folder 'old' is not called after a year."
    assert any(each.startswith(said) for each in two.problems())


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('area("1091/light")', "'1091' is not an earlier year"),
        ('area("1901/dark")', "'dark' is not an area of the programme"),
        ('year_changes("1899")', "the handbook keeps no programme of the year '1899'"),
    ],
)
def test_a_call_for_a_year_that_is_not_kept_is_named(two: Tree, call: str, said: str) -> None:
    two.append("docs/index.md", f"\n{{{{ {call} }}}}\n")
    assert any(each.startswith("docs/index.md:15: ") and said in each for each in two.problems())
