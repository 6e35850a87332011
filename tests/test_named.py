"""Facts that name something by its key: every objective, role, body, term, unit, document and statement exists."""

from __future__ import annotations

import pytest
from test_references import data

from handbook.join.named import check_names

FILES: dict[str, str | None] = {
    "documents": "plan: { about: A. }\n",
    "bodies": "board: { about: A. }\ntown: { about: A. }\n",
    "terms": "oil: { about: A. }\n",
    "labels": "for: For\nask: Ask\nunit: Unit\nserves: Serves\ntext: Text\n",
    "strategy": "objectives:\n  peace: { text: Peace. }\n  light: { text: Light. }\nvision: { text: V. }\n",
    "programme": "introduction: { first: { text: F. } }\n",
    "programme/lamps": """\
serves: [peace, light]
means:
  count: { text: Count., for: keeper, parts: { oil: { text: Oil. } } }
  for: { text: Buy., for: [clerk], serves: light }
remember: { all: { text: All., of: means.count } }
""",
    "units": "lamps: { other: NUMBER lamps }\n",
    "figures": "stock: { text: S., unit: lamps }\nunit: { text: U., unit: percent, serves: [light] }\n",
    "reports/town": "document: plan\noutcomes: { one: { text: O., serves: peace } }\n",
    "campaigns/oil": "serves: light\nsteps: { ask: { text: A. } }\n",
    "roles": """\
keeper: { about: K., of: programme.lamps.means.count }
clerk: { about: C., of: [strategy.vision, reports.town.outcomes.one] }
""",
    "questions": """\
dark: { text: D., ask: [board, town], serves: peace, of: [programme.lamps.means.count.parts.oil, figures.stock] }
""",
    "open-questions": "two: { text: T., ask: town, of: campaigns.oil.steps.ask }\n",
    "differences": "dash: { text: D. }\n",
    "forms": "note: { fields: { which: { choices: [oil] }, any: { choices: [] } } }\n",
    "years/1900/programme/lamps": "serves: peace\nmeans: { old: { text: Old., for: keeper } }\n",
}


def said(unsound: tuple[str, ...] = (), **changed: str | None) -> list[str]:
    """What is wrong with the names; ``unsound`` files break their contract."""
    files = data(**{**FILES, **changed})
    sound = {name for name, file in files.items() if file is not None and name not in unsound}
    return [str(problem).removeprefix("docs/data/") for problem in check_names(files, sound)]


def changed(name: str, old: str, new: str, *unsound: str) -> list[str]:
    text = FILES[name]
    assert text is not None
    assert text.count(old) >= 1
    return said(unsound, **{name: text.replace(old, new, 1)})


def test_names_that_exist_are_not_told() -> None:
    assert said() == []


OBJECTIVE = "an objective of the strategy; expected peace or light."
DRAWN = "is not the key path of a statement; expected its file and its keys, with dots."
WRONG = {
    "an objective of an area": (
        "programme/lamps",
        "[peace, light]",
        "[peace, ligth]",
        f"programme/lamps.yml:1: 'ligth' is not {OBJECTIVE} Did you mean 'light'?",
    ),
    "an objective of a statement": (
        "programme/lamps",
        "serves: light }",
        "serves: rest }",
        f"programme/lamps.yml:4: 'rest' is not {OBJECTIVE} Correct it, or delete it.",
    ),
    "an objective of a figure": (
        "figures",
        "serves: [light]",
        "serves: [light, rest]",
        f"figures.yml:2: 'rest' is not {OBJECTIVE} Correct it, or delete it.",
    ),
    "an objective of a report": (
        "reports/town",
        "peace",
        "piece",
        f"reports/town.yml:2: 'piece' is not {OBJECTIVE} Did you mean 'peace'?",
    ),
    "an objective of a campaign": (
        "campaigns/oil",
        "light",
        "strategy.objectives.light",
        f"campaigns/oil.yml:1: 'strategy.objectives.light' is not {OBJECTIVE} Correct it, or delete it.",
    ),
    "a role": (
        "programme/lamps",
        "for: keeper",
        "for: [keeper, keepers]",
        "programme/lamps.yml:3: 'keepers' is not a role (see roles.yml); expected keeper or clerk. "
        "Did you mean 'keeper'?",
    ),
    "the only one of a role, which is told once": (
        "programme/lamps",
        "[clerk]",
        "[clark]",
        "programme/lamps.yml:4: 'clark' is not a role (see roles.yml); expected keeper or clerk. Did you mean 'clerk'?",
    ),
    "a body to ask": (
        "questions",
        "[board, town]",
        "[bord, town]",
        "questions.yml:1: 'bord' is not a body (see bodies.yml); expected board or town. Did you mean 'board'?",
    ),
    "a term to ask, which is no body": (
        "open-questions",
        "ask: town",
        "ask: oil",
        "open-questions.yml:1: 'oil' is not a body (see bodies.yml); expected board or town. Correct it, or delete it.",
    ),
    "a choice": (
        "forms",
        "[oil]",
        "[oil, gas]",
        "forms.yml:1: 'gas' is not a term (see terms.yml); expected oil. Correct it, or delete it.",
    ),
    "a unit": (
        "figures",
        "unit: lamps",
        "unit: lamp",
        "figures.yml:1: 'lamp' is not a unit (see units.yml); expected percent, days, weeks, months, years or lamps. "
        "Did you mean 'lamps'?",
    ),
    "a document": (
        "reports/town",
        "document: plan",
        "document: plans",
        "reports/town.yml:1: 'plans' is not a document (see documents.yml); expected plan. Did you mean 'plan'?",
    ),
    "what a role is drawn from": (
        "roles",
        "means.count",
        "means.cuont",
        f"roles.yml:1: 'programme.lamps.means.cuont' {DRAWN} Did you mean 'programme.lamps.means.count'?",
    ),
    "what a question is drawn from": (
        "questions",
        "figures.stock",
        "figures.stocks",
        f"questions.yml:1: 'figures.stocks' {DRAWN} Did you mean 'figures.stock'?",
    ),
    "a group of statements": (
        "questions",
        "figures.stock",
        "campaigns.oil.steps",
        f"questions.yml:1: 'campaigns.oil.steps' {DRAWN} Did you mean 'campaigns.oil.steps.ask'?",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_a_name_of_nothing_is_told_once_with_what_was_meant(name: str, old: str, new: str, expected: str) -> None:
    assert changed(name, old, new) == [expected]


UNSAID = ["roles.keeper", "questions.dark", "open-questions.two", "differences.dash", "documents.plan", "labels"]
UNSAID += ["programme.lamps.remember.all"]


@pytest.mark.parametrize("key", UNSAID)
def test_nothing_is_drawn_from_what_no_source_says(key: str) -> None:
    (problem,) = changed("open-questions", "campaigns.oil.steps.ask", key)
    assert problem.startswith(f"open-questions.yml:1: '{key}' {DRAWN}")


def test_a_role_that_no_statement_is_for_is_told() -> None:
    wrong = "roles.yml:2: no statement is for the role 'clerk'. Write 'for: clerk' in statements, or delete it."
    assert changed("programme/lamps", "for: [clerk], ", "") == [wrong]


def test_a_role_of_an_earlier_year_alone_is_told_too() -> None:
    (problem,) = changed("programme/lamps", "for: keeper, ", "")
    assert problem.startswith("roles.yml:1: no statement is for the role 'keeper'.")


def test_a_role_is_not_missed_while_anything_else_is_wrong() -> None:
    lamps = "serves: rest\nmeans: { count: { text: Count., for: clerk, parts: { oil: { text: Oil. } } } }\n"
    (problem,) = said(**{"programme/lamps": lamps})
    assert "'rest' is not an objective" in problem
    assert changed("programme/lamps", "for: [clerk], ", "", "bodies") == []
    assert said(**{"programme/lamps": None}) == []


@pytest.mark.parametrize("name", ["strategy", "roles", "bodies", "terms", "units", "documents"])
def test_what_a_broken_file_should_define_is_not_judged_by_it(name: str) -> None:
    assert said((name,), **{name: "broken: yes\n"}) == []
    assert said(**{name: None}) == []


def test_a_fact_that_a_label_or_a_key_is_called_is_none() -> None:
    assert changed("labels", "for: For", "for: Nobody at all") == []
    assert changed("programme/lamps", "for: { text: Buy.", "serves: { text: Buy.") == []


def test_where_nothing_is_defined_nothing_can_be_named() -> None:
    files = {"figures": "stock: { unit: lamps }\n", "forms": "note: { fields: { a: { choices: oil } } }\n"}
    found = [str(problem) for problem in check_names(data(**files), set(files))]
    assert found == [
        "docs/data/forms.yml:1: 'oil' is not a term (see terms.yml). Correct it, or delete it.",
        "docs/data/figures.yml:1: 'lamps' is not a unit (see units.yml); "
        "expected percent, days, weeks, months or years. Correct it, or delete it.",
    ]
