"""Calls on pages are held against what macros take, and headings against those of the twin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Tree

from handbook.problems import Problem
from handbook.read.settings import read_settings
from handbook.read.words import read_words
from handbook.render.calls import check_calls

MACRO = """\
{% from "other.jinja" import other %}
{% macro _inner(a, b, c) %}{{ a }}{% endmacro %}
{% macro lamp(key, level=2, second=false, word="x", any=none) %}{{ _inner(key) }}{% endmacro %}
"""


@pytest.fixture
def lamps(tiny: Tree) -> Tree:
    """A handbook whose pages call one macro of their own."""
    tiny.write("macros/lamp.jinja", MACRO)
    tiny.write("macros/_hidden.jinja", "{% macro _hidden() %}{% endmacro %}")
    tiny.write("macros/broken.jinja", "{% macro broken(key) %}{% if %}{% endmacro %}")
    tiny.write("macros/nameless.jinja", "{% macro another(key) %}{% endmacro %}")
    for folder in ("docs", "docs_fr"):
        for page in ("index.md", "light.md"):
            tiny.write(f"{folder}/{page}", "---\ndescription: Lamps.\n---\n# Lamps { #home }\n")
    return tiny


def said(tree: Tree) -> list[str]:
    """What is wrong with the calls and headings of the pages."""

    def found() -> Iterator[Problem]:
        problems: list[Problem] = []
        words = read_words(read_settings(tree.root), problems)
        yield from check_calls(Path(tree.root), words)

    return [str(problem) for problem in found()]


FIT = [
    'lamp("a")',
    'lamp("a", 6)',
    'lamp("a", 1, true, "y", 12)',
    'lamp(key="a", second=True)',
    'lamp("a", any="b")',
    "lamp('')",
    "broken()",
    "nameless(1, 2)",
]


@pytest.mark.parametrize("call", FIT)
def test_a_call_that_fits_is_not_named(lamps: Tree, call: str) -> None:
    lamps.append("docs/light.md", f"\n{{{{ {call} }}}}\n")
    assert said(lamps) == []


MISFIT = {
    "lamp()": "the macro 'lamp' lacks its 'key'; expected {{ lamp(\"key\") }}; found '{{ lamp() }}'.",
    "lamp(level=2)": "the macro 'lamp' lacks its 'key'; ",
    'lamp("a", 2, true, "y", 1, 2)': "the macro 'lamp' is given too much; ",
    'lamp("a", colour="red")': "the macro 'lamp' takes no 'colour'; ",
    "lamp(12)": "the 'key' of the macro 'lamp' is of the wrong kind; expected words in quotes; found '12'.",
    "lamp(none)": "the 'key' of the macro 'lamp' is of the wrong kind; expected words in quotes; found nothing.",
    'lamp("a", "2")': "the 'level' of the macro 'lamp' is of the wrong kind; expected a number from 1 to 6; found '2'.",
    'lamp("a", true)': "the 'level' of the macro 'lamp' is of the wrong kind; expected a number from 1 to 6; ",
    'lamp("a", 7)': "the 'level' of the macro 'lamp' is of the wrong kind; expected a number from 1 to 6; ",
    'lamp("a", second=1)': "the 'second' of the macro 'lamp' is of the wrong kind; expected true or false; found '1'.",
    'lamp("a", word=1)': "the 'word' of the macro 'lamp' is of the wrong kind; expected words in quotes; found '1'.",
    'lmap("a")': "'lmap' is not a macro. Did you mean 'lamp'?",
    "_inner(1, 2, 3)": "'_inner' is not a macro. Pages can call broken, lamp or nameless.",
    "_hidden()": "'_hidden' is not a macro. ",
    "range(9)": "'range' is not a macro. ",
}


@pytest.mark.parametrize(("call", "expected"), MISFIT.items())
def test_a_call_that_does_not_fit_is_named_at_its_line(lamps: Tree, call: str, expected: str) -> None:
    lamps.append("docs/light.md", f"\nWords {{{{ {call} }}}}\n")
    (problem,) = said(lamps)
    assert problem.startswith(f"docs/light.md:6: {expected}")


def test_every_call_of_every_page_is_looked_at(lamps: Tree) -> None:
    lamps.append("docs/light.md", "\n{{ one() }} {{ two() }}\n{{ lamp(1, 2, 3) }}\n")
    lamps.append("docs_fr/index.md", "\n## Sans ancre\n{{ trois() }}\n")
    assert [problem.partition(": ")[0] for problem in said(lamps)] == [
        "docs/light.md:6",
        "docs/light.md:6",
        "docs/light.md:7",
        "docs/light.md:7",
        "docs_fr/index.md:7",
    ]


def test_a_page_with_a_wrong_call_is_not_rendered(lamps: Tree) -> None:
    lamps.append("docs/light.md", "\n{{ one() }}\n")
    words = read_words(read_settings(lamps.root), [])
    assert len(list(check_calls(Path(lamps.root), words))) == 1
    assert words[0].pages["light.md"] is None
    assert words[1].pages["light.md"] is not None


def test_every_heading_that_differs_from_its_twin_is_named(lamps: Tree) -> None:
    lamps.append("docs/light.md", "\n## One { #one }\n\n## Two { #two }\n")
    lamps.append("docs_fr/light.md", "\n## Un { #un }\n")
    assert said(lamps) == [
        "docs_fr/light.md:6: the heading has another anchor than docs/light.md:6; expected #one; found #un. "
        "Anchors are the same in every language.",
        "docs_fr/light.md: the heading '#two' is missing; expected the translation of docs/light.md:8. Add it.",
    ]
