"""A file is held against its kind: the reference holds everything, a translation sentences and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from handbook.join.contract import check, reference_contract, translation_contract
from handbook.model.handbook import FILES, content, pattern
from handbook.model.shape import shape
from handbook.problems import Problem
from handbook.read.yaml import parse

STATEMENT = "{ title: Light, text: Light., caution: Ask., source: [plan/I/means/1] }"
PARTS = f"{STATEMENT[:-1]}, notes: {{ a: {{ text: b, source: c }} }}, parts: {{ d: {{ text: e, source: f }} }} }}"
WHOLE = {
    "documents": """\
plan: { title: Plan, short: P, about: A plan., caution: Ask., symbol: P.1, date: 1901, period: "1901", voice: union,
        status: proposed, parts: { i: First }, rows: { I: { means: "1 2" } } }
""",
    "labels": "see: 'see:'\n",
    "bodies": "board: { kind: joint, name: Board, short: B, about: A., source: a, attested: [en], everyday: yes }\n",
    "instruments": "rule: { kind: plan, name: Rule, about: A rule., source: [a, b] }\n",
    "terms": "lamp: { kind: idea, name: Lamp, about: A lamp., source: a, attested: pt-BR }\n",
    "strategy": f"""\
title: Strategy
period: 1900-1905
vision: {STATEMENT}
mission: {STATEMENT}
pillars: {{ oil: {STATEMENT} }}
notes: {{ all: {{ text: All., source: a }} }}
objectives: {{ peace: {{ title: Peace, parts: {{ a: {STATEMENT} }} }} }}
course-of-action:
  notes: {{ open: {{ text: Open., source: a }} }}
  headings: {{ first: {{ pillar: oil, means: {{ buy: {STATEMENT} }} }} }}
""",
    "programme": f"""\
title: Programme
year: 1901
areas: [light]
field-areas: [oil]
introduction: {{ first: {STATEMENT} }}
priorities: {{ first: {STATEMENT} }}
contacts: {{ first: {{ text: Ask., source: a }} }}
""",
    "programme/light": f"""\
number: I
title: Light
short: L
serves: peace
objectives: {{ one: {STATEMENT} }}
priorities: {{ one: {PARTS} }}
means: {{ one: {STATEMENT[:-1]}, carried-over: 1900, serves: [peace], for: keeper, every: half-year }} }}
notes: {{ one: {{ text: One., source: a }} }}
contacts: {{ one: {{ text: One., source: a }} }}
sections: {{ east: {{ letter: A, title: East, means: {{ one: {STATEMENT} }} }} }}
remember: {{ one: {{ text: One., of: means.one }} }}
""",
    "events": f"night: {STATEMENT[:-1]}, when: 1901-03-04, until: 1901-spring }}\n",
    "units": "lamps: { zero: no lamp, one: NUMBER l, two: two, few: NUMBER l, many: NUMBER l, other: NUMBER l }\n",
    "figures": f"""\
lamps: {STATEMENT[:-1]}, area: light, value: 4, unit: lamps, comparison: at-least, when: 1901, population: A }}
nights: {STATEMENT[:-1]}, serves: [peace], unit: days, chart: bars, when: 1901, until: 1902, population: A,
          values: {{ then: {{ label: Then, value: 1, when: 1901 }}, now: {{ label: Now, value: 2.5 }} }} }}
""",
    "reports/town": f"""\
title: Report
short: R
document: plan
introduction: {{ first: {STATEMENT} }}
outcomes:
  one: {{ number: "1", {STATEMENT[2:-1]}, areas: {{ a: {{ number: "1.1", {STATEMENT[2:-1]},
          paragraphs: {{ p: {PARTS} }} }} }} }}
lessons: {{ first: {STATEMENT} }}
decision: {{ first: {STATEMENT} }}
""",
    "campaigns/oil": f"""\
title: Oil
short: O
serves: [peace]
introduction: {{ first: {STATEMENT} }}
steps: {{ ask: {STATEMENT[:-1]}, when: 1901-spring }} }}
results: {{ oil: {STATEMENT} }}
left-open: {{ wicks: {STATEMENT} }}
contacts: {{ first: {{ text: Ask., source: a }} }}
""",
    "roles": "keeper: { name: Keeper, about: A keeper., of: programme.light.means.one }\n",
    "questions": """\
oil: { group: case, title: Oil, text: Ask., of: [strategy.vision], ask: board, serves: peace }
""",
    "open-questions": "two: { title: Two, text: Or three., of: strategy.vision, ask: [board], serves: [peace] }\n",
    "differences": "dash: { group: titles, title: Dash, text: A dash., source: [a, b] }\n",
    "forms": """\
lamps: { title: Lamps, about: For rounds., fields: { where: { label: Where, hint: Street., lines: 3 },
         which: { label: Which, choices: [lamp] } } }
""",
}
WHOLE |= {f"years/1900/{name}": WHOLE[name] for name in ("programme", "programme/light")}


def said(name: str, text: str, reference: str = "") -> list[str]:
    """What breaks the contract of the file."""
    problems: list[Problem] = []
    file = parse(f"{'docs_fr' if reference else 'docs'}/data/{name}.yml", text, problems)
    assert file is not None, problems
    contract = (translation_contract if reference else reference_contract)(content(name))
    assert check(file, contract, problems, reference) is (problems == [])
    return [str(problem) for problem in problems]


def tree(name: str) -> Any:
    """The values of the whole file."""
    file = parse(f"docs/data/{name}.yml", WHOLE[name], [])
    assert file is not None
    return file.tree


def test_every_kind_of_file_is_tried_here() -> None:
    assert {pattern(name) for name in WHOLE} == set(FILES)


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_keeps_its_contract(name: str) -> None:
    assert said(name, WHOLE[name]) == []


def is_fact(key: str, value: Any) -> bool:
    """A group of records may have the name of a fact."""
    return key in _ALL_FACTS and (key == "rows" or not isinstance(value, dict))


def sentences(value: Any) -> Any:
    """A tree without its facts."""
    if not isinstance(value, dict):
        return value
    return {key: sentences(child) for key, child in value.items() if not is_fact(key, child)}


_ALL_FACTS = {
    *{"source", "kind", "number", "letter", "serves", "year", "areas", "field-areas", "period", "pillar", "of", "when"},
    *{"until", "area", "value", "unit", "comparison", "chart", "symbol", "date", "voice", "status", "rows"},
    *{"attested", "everyday", "carried-over", "for", "every", "document", "group", "ask", "lines", "choices"},
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_translation_of_all_sentences_keeps_its_contract(name: str) -> None:
    translation_contract(content(name)).validate_python(sentences(tree(name)))


def facts(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all facts in a tree."""
    if not isinstance(value, dict):
        return []
    found = [(*path, key) for key, child in value.items() if is_fact(key, child)]
    return found + [
        place for key, child in value.items() if not is_fact(key, child) for place in facts(child, (*path, key))
    ]


@pytest.mark.parametrize("name", WHOLE)
def test_a_translation_with_a_fact_is_refused_at_the_fact(name: str) -> None:
    with_facts = tree(name)
    if not facts(with_facts):
        return
    with pytest.raises(ValidationError) as refused:
        translation_contract(content(name)).validate_python(with_facts)
    assert sorted(error["loc"] for error in refused.value.errors()) == sorted(facts(with_facts))


@pytest.mark.parametrize("name", WHOLE)
def test_a_translation_may_lack_anything(name: str) -> None:
    assert translation_contract(content(name)).validate_python({}) is not None


@pytest.mark.parametrize("name", WHOLE)
def test_no_file_may_hold_an_unknown_key(name: str) -> None:
    known = tree(name)
    named = shape(content(name)).form == "named" and name != "labels"
    (known[next(iter(known))] if named else known)["colour" if name != "labels" else "Colour"] = "red"
    with pytest.raises(ValidationError):
        reference_contract(content(name)).validate_python(known)


def test_what_is_read_cannot_be_changed() -> None:
    area = reference_contract(content("programme/light")).validate_python(tree("programme/light"))
    with pytest.raises(ValidationError):
        area.title = "x"
    with pytest.raises(TypeError):
        area.means["two"] = area.means["one"]


def test_a_fact_in_a_translation_is_told_from_an_unknown_key() -> None:
    text = "board:\n  name: Comité\n  kind: joint\n  nmae: Comité\n"
    assert said("bodies", text, "docs/data/bodies.yml") == [
        "docs_fr/data/bodies.yml:3: 'kind' in 'board' is a fact, and facts are written once, in docs/data/bodies.yml. "
        "Delete the line; a translation holds sentences only.",
        "docs_fr/data/bodies.yml:4: the key 'nmae' in 'board' is unknown; expected name, short, about or caution. "
        "Did you mean 'name'?",
    ]


def test_a_misspelt_key_is_not_a_missing_key_too() -> None:
    (problem,) = said("bodies", WHOLE["bodies"].replace("about", "abuot"))
    assert problem.endswith("Did you mean 'about'?")
    missing, unknown = said("bodies", WHOLE["bodies"].replace("about", "colour"))
    assert "'board.about' is missing" in missing
    assert "'colour' in 'board' is unknown" in unknown


def test_lines_that_lost_the_key_of_their_group_are_one_mistake() -> None:
    (problem,) = said("bodies", "kind: joint\nname: Board\nabout: A board.\n")
    assert problem == (
        "docs/data/bodies.yml:1: 'kind' is of the wrong type; expected a group of keys; found 'joint'. "
        "Put back the key of the group above this line, or write keys below it."
    )


def test_places_in_a_list_are_counted_as_people_do() -> None:
    (problem,) = said("programme", "title: P\nyear: 1901\nareas:\n  - light\n  - Oil\n")
    assert problem == (
        "docs/data/programme.yml:5: 'areas', entry 2 has another form; "
        "expected small English letters, digits and hyphens (new-colleagues); found 'Oil'."
    )


def test_what_is_known_already_is_not_said_again() -> None:
    problems: list[Problem] = []
    file = parse("docs_fr/data/bodies.yml", "board: Comité\nother: { nmae: Autre }\n", problems)
    assert file is not None
    assert not check(file, translation_contract(content("bodies")), problems, "docs/data/bodies.yml", [("board",)])
    assert [problem.line for problem in problems] == [2]
