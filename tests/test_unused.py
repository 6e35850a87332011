"""Entries that nothing names are no mistake; they are told after the build."""

from __future__ import annotations

import pytest
from conftest import Tree
from small import ENGLISH
from test_references import data

import build
from handbook.join.unused import unused_entries
from handbook.problems import Problem
from handbook.read.pages import parse_page
from handbook.read.words import Words

FILES = {
    "bodies": "board: { name: Board, about: A. }\ntown: { name: Town, about: A. }\n",
    "instruments": "rule: { name: Rule, about: A. }\n",
    "terms": "lamp: { name: Lamp, about: A. }\noil: { name: Oil, about: A. }\n",
}
#: Names everything but the town.
EVENTS = "night: { text: 'The [[board]], the [[rule:name]], the [[lamp]], the [[oil]].' }\n"


def said(page: str = "", events: str = EVENTS, **changed: str) -> list[str]:
    problems: list[Problem] = []
    text = f"---\ndescription: A page.\n---\n# Page {{ #page }}\n\n{page}\n"
    pages = {"page.md": parse_page("page.md", "docs/page.md", text, problems), "broken.md": None}
    assert problems == []
    files = {**data(**{**FILES, "events": events, **changed}), "figures": None}
    return [str(problem) for problem in unused_entries(Words(ENGLISH, files, pages, []))]


TOWN = "docs/data/bodies.yml:2: nothing names the entry 'town'. Name it as [[town]] in a sentence, or delete it."


def test_an_entry_that_nothing_names_is_told_at_its_line() -> None:
    assert said() == [TOWN]


def test_entries_of_every_register_are_told_in_order() -> None:
    assert [problem.partition(". ")[0] for problem in said(events="night: { text: Words. }\n")] == [
        "docs/data/bodies.yml:1: nothing names the entry 'board'",
        "docs/data/bodies.yml:2: nothing names the entry 'town'",
        "docs/data/instruments.yml:1: nothing names the entry 'rule'",
        "docs/data/terms.yml:1: nothing names the entry 'lamp'",
        "docs/data/terms.yml:2: nothing names the entry 'oil'",
    ]


NAMED = {
    "a sentence": {"programme/lamps": "means: { count: { text: 'Ask the [[town]].' } }\n"},
    "its long form": {"programme/lamps": "means: { count: { caution: 'Ask the [[town:name]].' } }\n"},
    "another entry": {"terms": FILES["terms"].replace("A. }\noil", "'Of the [[town]].' }\noil")},
    "a question": {"questions": "dark: { text: D., ask: town }\n"},
    "one of those to ask": {"open-questions": "dark: { text: D., ask: [board, town] }\n"},
    "a label": {"labels": "see: 'The [[town]]'\n"},
    "a call": {"page": '{{ mention("bodies.town") }}'},
    "a call by name": {"page": '{{ mention(key="bodies.town") }}'},
    "a call of the entry alone": {"page": '{{ entry("town") }}'},
}


@pytest.mark.parametrize("by", NAMED)
def test_an_entry_is_used_if_anything_names_it(by: str) -> None:
    assert said(**NAMED[by]) == []


NOT_NAMED = {
    "itself": {"bodies": FILES["bodies"].replace("Town, about: A.", "Town, about: 'The [[town]].'")},
    "plain words": {"programme/lamps": "means: { count: { text: Ask the town. } }\n"},
    "a fact of another kind": {"programme/lamps": "serves: [town]\n"},
    "words of a page": {"page": "Ask the town."},
    "a longer key": {"page": '{{ mention("bodies.old-town") }}'},
}


@pytest.mark.parametrize("by", NOT_NAMED)
def test_an_entry_is_not_used_by(by: str) -> None:
    assert said(**NOT_NAMED[by]) == [TOWN]


def test_a_choice_of_a_form_names_a_term() -> None:
    events = EVENTS.replace(", the [[oil]]", "").replace("board]]", "board]] of the [[town]]")
    assert len(said(events=events)) == 1
    assert said(events=events, forms="note: { fields: { which: { choices: [oil] } } }\n") == []


def test_an_unused_entry_is_told_and_the_site_is_built(
    tiny: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    board = tiny.read("docs/data/bodies.yml")
    tiny.append("docs/data/bodies.yml", board.replace("lamp-board", "oil-board"))
    tiny.append("docs_fr/data/bodies.yml", tiny.read("docs_fr/data/bodies.yml").replace("lamp-board", "oil-board"))
    monkeypatch.setattr(build, "enter", lambda *requirements: None)
    monkeypatch.setattr("sys.argv", ["build.py", "--handbook", str(tiny.root)])
    assert build.main() == 0
    said = capsys.readouterr().out
    assert "To know (the site is built all the same):\ndocs/data/bodies.yml:8: nothing names the entry 'oil-bo" in said
    assert said.count("nothing names the entry") == 1
    assert 'id="bodies.oil-board"' in tiny.read("site/fr/index.html")


def test_a_handbook_whose_entries_are_all_used_has_nothing_to_tell(
    tiny: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "enter", lambda *requirements: None)
    monkeypatch.setattr("sys.argv", ["build.py", "--handbook", str(tiny.root)])
    assert build.main() == 0
    assert "To know" not in capsys.readouterr().out
