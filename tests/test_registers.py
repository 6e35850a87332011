"""Facts that refer to another file: source rows, areas, objectives, pillars, statements."""

from __future__ import annotations

import pytest
from test_references import data

from handbook.join.registers import check_registers

FILES: dict[str, str | None] = {
    "documents": "plan:\n  rows:\n    I:\n      means: '1 2'\n      note: '1'\n",
    "bodies": "board: { source: plan/I/means/1 }\n",
    "strategy": """\
pillars: { oil: { source: plan/I/note/1 }, light: { source: plan/I/note/1 } }
objectives:
  peace: { text: Peace., source: plan/I/means/1 }
  order:
    parts:
      first: { text: Order., source: plan/I/means/1 }
course-of-action:
  headings:
    one: { pillar: oil, means: { buy: { text: Buy., source: plan/I/means/2 } } }
""",
    "programme": "areas: [light]\nfield-areas: [field]\n",
    "programme/light": """\
serves: [peace, order]
means:
  count: { text: Count., source: [plan/I/means/1, plan/I/means/2] }
sections:
  east: { means: { go: { text: Go., source: plan/I/means/1, notes: { n: { text: N., source: plan/I/note/1 } } } } }
remember:
  first: { text: Count., of: [means.count, sections.east.means.go, sections.east.means.go.notes.n] }
""",
    "programme/field": "serves: peace\n",
    "figures": "lamps:\n  area: light\n  source: plan/I/means/1\n",
}


def said(unsound: tuple[str, ...] = (), **changed: str | None) -> list[str]:
    """What is wrong with the facts; ``unsound`` files break their contract."""
    files = data(**{**FILES, **changed})
    sound = {name for name, file in files.items() if file is not None and name not in unsound}
    return [str(problem) for problem in check_registers(files, sound)]


def changed(name: str, old: str, new: str, *unsound: str) -> list[str]:
    text = FILES[name]
    assert text is not None
    assert text.count(old) >= 1
    return said(unsound, **{name: text.replace(old, new, 1)})


def test_facts_that_exist_are_not_named() -> None:
    assert said() == []


WRONG = {
    "a row of a list": (
        "programme/light",
        "plan/I/means/2]",
        "plan/I/means/9]",
        "programme/light.yml:3: the source row 'plan/I/means/9' does not exist; expected document/part/kind/item. "
        "Did you mean 'plan/I/means/2'?",
    ),
    "a row of a remark": (
        "programme/light",
        "source: plan/I/note/1",
        "source: plan/I/note/2",
        "programme/light.yml:5: the source row 'plan/I/note/2' does not exist; expected document/part/kind/item. "
        "Did you mean 'plan/I/note/1'?",
    ),
    "a row of a pillar": (
        "strategy",
        "plan/I/note/1 }, light",
        "plan/II/note/1 }, light",
        "strategy.yml:1: the source row 'plan/II/note/1' does not exist; expected document/part/kind/item. "
        "Did you mean 'plan/I/note/1'?",
    ),
    "a row of an entry": (
        "bodies",
        "means/1",
        "maens/1",
        "bodies.yml:1: the source row 'plan/I/maens/1' does not exist; expected document/part/kind/item. "
        "Did you mean 'plan/I/means/1'?",
    ),
    "a document": (
        "figures",
        "plan/",
        "plain/",
        "figures.yml:3: the document 'plain' of the source row 'plain/I/means/1' does not exist; "
        "expected document/part/kind/item. Did you mean 'plan'?",
    ),
    "half a row": (
        "figures",
        "plan/I/means/1",
        "somewhere",
        "figures.yml:3: 'somewhere' is not a source row; expected document/part/kind/item. "
        "See the rows in docs/data/documents.yml.",
    ),
    "an area of a figure": (
        "figures",
        "area: light",
        "area: ligth",
        "figures.yml:2: 'ligth' is not an area of the programme; expected field or light. Did you mean 'light'?",
    ),
    "an objective": (
        "programme/light",
        "[peace, order]",
        "[peace, ordre]",
        "programme/light.yml:1: 'ordre' is not an objective of the strategy; expected peace or order. "
        "Did you mean 'order'?",
    ),
    "an objective that is one word": (
        "programme/field",
        "peace",
        "piece",
        "programme/field.yml:1: 'piece' is not an objective of the strategy; expected peace or order. "
        "Did you mean 'peace'?",
    ),
    "a pillar": (
        "strategy",
        "pillar: oil",
        "pillar: gas",
        "strategy.yml:9: 'gas' is not a pillar; expected oil or light. Correct it, or delete it.",
    ),
    "an area twice": (
        "programme",
        "field-areas: [field]",
        "field-areas: [field, light]",
        "programme.yml:2: the area 'light' is listed twice. Delete one of the two.",
    ),
    "an area without a file": (
        "programme",
        "[light]",
        "[light, oil]",
        "programme.yml:1: the area 'oil' has no file docs/data/programme/oil.yml; expected field or light. "
        "Create the file, or take the area out.",
    ),
    "an area under another name": (
        "programme",
        "[light]",
        "[lights]",
        "programme.yml:1: the area 'lights' has no file docs/data/programme/lights.yml; expected field or light. "
        "Did you mean 'light'?",
    ),
    "an area that is not listed": (
        "programme",
        "field-areas: [field]\n",
        "",
        "programme/field.yml: the area 'field' is not listed in docs/data/programme.yml. "
        "Add 'field' there under 'areas'.",
    ),
    "a reminder of a group": (
        "programme/light",
        "of: [means.count,",
        "of: [means,",
        "programme/light.yml:7: 'means' is not a statement of this file; expected means.count, sections.east.means.go "
        "or sections.east.means.go.notes.n. Did you mean 'means.count'?",
    ),
    "a reminder of itself": (
        "programme/light",
        "of: [means.count,",
        "of: [remember.first,",
        "programme/light.yml:7: 'remember.first' is not a statement of this file; expected means.count, "
        "sections.east.means.go or sections.east.means.go.notes.n. Correct it, or delete it.",
    ),
    "an objective with text and parts": (
        "strategy",
        "  order:\n",
        "  order:\n    text: Order.\n    source: plan/I/means/1\n",
        "strategy.yml:4: the objective 'order' has both 'text' and 'parts'; "
        "expected a text with its source, or parts that have theirs.",
    ),
    "an objective with a source and no text": (
        "strategy",
        "  order:\n",
        "  order:\n    source: plan/I/means/1\n",
        "strategy.yml:4: the objective 'order' has a text without a source, or a source without a text; "
        "expected a text with its source, or parts that have theirs.",
    ),
    "a row of nothing": (
        "documents",
        "note: '1'",
        "note: '1 2'",
        "documents.yml:5: the row 'plan/I/note/2' is the source of no statement. "
        "Write the statement, or take the row out of the register.",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_a_fact_that_refers_to_nothing_is_named_once(name: str, old: str, new: str, expected: str) -> None:
    assert changed(name, old, new) == [f"docs/data/{expected}"]


def test_a_row_of_an_entry_alone_is_not_said_yet() -> None:
    assert len(changed("documents", "means: '1 2'", "means: '1 2 3'")) == 1
    (problem,) = said(
        bodies="board: { source: [plan/I/means/1, plan/I/means/3] }\n",
        documents="""\
plan: { rows: { I: { means: "1 2 3", note: "1" } } }
""",
    )
    assert "the row 'plan/I/means/3' is the source of no statement" in problem


def test_a_row_is_not_missed_while_anything_else_is_wrong() -> None:
    assert len(changed("figures", "plan/I/means/1", "plan/I/means/7")) == 1
    rows = "plan: { rows: { I: { means: '1 2 3', note: '1' } } }\n"
    assert said(("bodies",), documents=rows) == []
    assert said(documents=rows, events=None) == []


@pytest.mark.parametrize("name", ["documents", "programme", "strategy"])
def test_what_a_broken_file_should_define_is_not_judged_by_it(name: str) -> None:
    assert said((name,), **{name: "broken: yes\n"}) == []
    assert said(**{name: None}) == []


def test_a_handbook_needs_no_strategy_and_no_programme() -> None:
    files = {
        "documents": "plan: { rows: { I: { means: '1' } } }\n",
        "events": "night: { text: a, source: plan/I/means/1 }\n",
    }
    found = data(**files)
    assert list(check_registers(found, set(files))) == []


def test_what_differs_between_copies_says_nothing_and_frees_no_row() -> None:
    rows = "plan: { rows: { I: { means: '1 2 3', note: '1' } } }\n"
    (problem,) = said(documents=rows, differences="dash: { text: D., source: [plan/I/means/3] }\n")
    assert "the row 'plan/I/means/3' is the source of no statement" in problem
    (problem,) = said(differences="dash: { text: D., source: [plan/I/means/3] }\n")
    assert "differences.yml:1: the source row 'plan/I/means/3' does not exist" in problem


@pytest.mark.parametrize("name", ["reports/town", "campaigns/oil", "events"])
def test_a_row_of_a_report_a_campaign_or_an_event_is_said(name: str) -> None:
    rows = "plan: { rows: { I: { means: '1 2 3', note: '1' } } }\n"
    text = "document: plan\nsteps: { ask: { text: A., source: plan/I/means/3 } }\n"
    assert said(**{"documents": rows, name: text}) == []
    (problem,) = said(**{name: text})
    assert problem.startswith(f"docs/data/{name}.yml:2: the source row 'plan/I/means/3' does not exist")
