"""Roles, questions, open questions, differences and forms: what the handbook itself says, and how it is shown."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError
from small import ENGLISH, golden_labels, handbook, settings

from handbook.join.contract import reference_contract
from handbook.model.guidance import FormField
from handbook.model.handbook import content
from handbook.read.yaml import parse
from handbook.render.environment import page_environment

S = "source: plan/I/means/1"
FILES = {
    "documents": """\
plan: { title: Plan, short: P, about: A., voice: union, status: proposed, rows: { I: { means: "1" } } }
""",
    "labels": golden_labels(),
    "bodies": f"""\
board: {{ kind: joint, name: Lamp Board, short: LB, about: A., {S} }}
town: {{ kind: administration, name: the town, about: A., {S} }}
""",
    "instruments": f"rule: {{ kind: internal, name: Rule on oil, about: R., {S} }}\n",
    "terms": f"oil: {{ kind: work, name: Oil lamps, short: oil, about: O., {S} }}\n",
    "strategy": f"""\
title: Strategy
period: 1900-1902
vision: {{ title: Vision, text: 'As the [[rule]] says.', {S} }}
mission: {{ title: Mission, text: M., {S} }}
pillars: {{ one: {{ title: One, text: O., {S} }} }}
objectives: {{ light: {{ title: Light, text: L., {S} }} }}
""",
    "roles": "keeper: { name: Keeper, about: 'You keep [[oil]].', of: strategy.vision }\n",
    "questions": """\
dark: { group: case, title: It is dark, text: 'Ask the [[board]] and the [[town]].',
        of: [strategy.vision, bodies.town], ask: town, serves: light }
""",
    "open-questions": "two: { title: Two or three, text: T., of: strategy.mission, ask: [board, town] }\n",
    "differences": """\
dash: { group: titles, title: Dash, text: D., source: [plan/I/means/1] }
""",
    "forms": """\
note:
  title: Note
  about: One a night.
  fields:
    where: { label: Where, hint: The street }
    what: { label: What, lines: 4 }
    kind: { label: Kind, choices: [oil] }
""",
}


def shown(call: str) -> str:
    """What a call on a page writes, on one line."""
    book = handbook(FILES)
    environment = page_environment(settings(), {"en": book}, ENGLISH)
    return " ".join(environment.template(call, "page.md").render().split())


def refused(name: str, text: str) -> set[tuple[str, ...]]:
    """Where the content of a file breaks its contract."""
    file = parse(f"docs/data/{name}.yml", text, [])
    assert file is not None
    with pytest.raises(ValidationError) as error:
        reference_contract(content(name)).validate_python(file.tree)
    return {(*(str(part) for part in each["loc"]), each["type"]) for each in error.value.errors()}


LACKING = {
    "a role": ("roles", "a: { name: A }\n", {("a", "about", "missing"), ("a", "of", "missing")}),
    "a question": (
        "questions",
        "a: { title: A, text: A. }\n",
        {("a", "group", "missing"), ("a", "of", "missing")},
    ),
    "a question drawn from nothing": (
        "questions",
        "a: { group: case, title: A, text: A., of: [] }\n",
        {("a", "of", "too_short")},
    ),
    "a question of another group": (
        "questions",
        "a: { group: riddle, title: A, text: A., of: b }\n",
        {("a", "group", "literal_error")},
    ),
    "an open question": ("open-questions", "a: { text: A., of: b }\n", {("a", "title", "missing")}),
    "an open question of a group": (
        "open-questions",
        "a: { group: case, title: A, text: A., of: b }\n",
        {("a", "group", "extra_forbidden")},
    ),
    "a difference": ("differences", "a: { group: titles, title: A, text: A. }\n", {("a", "source", "missing")}),
    "a form": ("forms", "a: { title: A, about: A., fields: {} }\n", {("a", "fields", "too_short")}),
    "a field": ("forms", "a: { title: A, about: A., fields: { b: {} } }\n", {("a", "fields", "b", "label", "missing")}),
    "lines in words": (
        "forms",
        "a: { title: A, about: A., fields: { b: { label: B, lines: '3' } } }\n",
        {("a", "fields", "b", "lines", "int_type")},
    ),
}


@pytest.mark.parametrize(("name", "text", "where"), LACKING.values(), ids=LACKING)
def test_what_lacks_its_parts_is_refused(name: str, text: str, where: set[tuple[str, ...]]) -> None:
    assert refused(name, text) == where


def test_a_field_is_one_line_high_and_has_no_boxes_unless_it_says_so() -> None:
    field = FormField.model_validate({"label": "Where"})
    assert (field.lines, field.choices, field.hint) == (1, (), None)


def test_what_the_handbook_says_is_no_statement_of_a_source() -> None:
    book = handbook(FILES)
    kinds = {book.records[f"{name}"].own_kind for name in ("roles.keeper", "questions.dark", "forms.note")}
    assert kinds == {"role", "question", "form"}
    names = {key.partition(".")[0] for key in (record.key for record in book.statements())}
    assert not names & {"roles", "questions", "open-questions", "differences", "forms"}


def test_a_question_leads_to_texts_bodies_and_statements() -> None:
    page = shown('{{ question_list("case") }}')
    assert "## It is dark { #questions.dark }" in page
    assert "Ask the LB and the the town." in page
    assert "[Rule on oil](@instruments.rule)" in page
    bodies, _, rest = page.partition("(@bodies.board)")
    assert bodies.endswith("[Lamp Board]")
    assert "[The town](@bodies.town)" in rest
    assert "[Vision](@strategy.vision) · [the town](@bodies.town)" in page
    assert shown('{{ question_list("answer") }}') == ""


def test_a_form_has_lines_to_write_on_and_boxes_to_tick() -> None:
    page = shown('{{ form("note") }}')
    assert re.search(r"\*\*Where\*\* \*The street\* \{: \.field \.lines-1 \}", page)
    assert re.search(r"\*\*What\*\* \{: \.field \.lines-4 \}", page)
    kind = page.partition("**Kind**")[2]
    assert kind.startswith(" {: .field } - oil {: .box } - ")
    assert kind.count("{: .box }") == 2  # the last is for anything else
    assert page.startswith("One a night.")


def test_open_questions_and_differences_are_shown_with_their_way_on() -> None:
    questions = shown("{{ open_question_list() }}")
    assert "{ #open-questions.two }" in questions
    assert questions.index("@bodies.board") < questions.index("@bodies.town")
    differences = shown("{{ difference_list() }}")
    assert "{ #differences.dash }" in differences
    assert "- P, part I, means of action 1" in differences
