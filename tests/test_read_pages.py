"""A page becomes front matter, headings with anchors, macro calls and a body, each with its line."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.problems import Problem
from handbook.read.marks import Call
from handbook.read.pages import Page, parse_page

FRONT = "---\ndescription: Light for all.\n---\n"


def read(text: str) -> tuple[Page | None, list[str]]:
    """The page and what is said of it."""
    problems: list[Problem] = []
    page = parse_page("light.md", "docs/light.md", text, problems)
    return page, [str(problem) for problem in problems]


def page_of(body: str) -> Page:
    """A page without problems."""
    page, said = read(FRONT + body)
    assert said == []
    assert page is not None
    assert page.sound
    return page


def test_front_matter_and_body_are_told_apart() -> None:
    page, said = read(
        "---\ntitle: 'Light: all'\ndescription: >-\n  Light\n  for all.\nhide: [toc]\n---\nWords\n\n---\nmore\n"
    )
    assert said == []
    assert page is not None
    assert page.front == {"title": "Light: all", "description": "Light for all.", "hide": ["toc"]}
    assert (page.body, page.body_line) == ("Words\n\n---\nmore\n", 8)


def test_headings_have_level_text_anchor_and_line() -> None:
    page = page_of("# Light { #home }\n\nWords\n\n## More *light* {: #more.light .wide }\n###### Least { #least-1 }\n")
    assert [(each.level, each.text, each.anchor, each.line) for each in page.headings] == [
        (1, "Light", "home", 4),
        (2, "More *light*", "more.light", 8),
        (6, "Least", "least-1", 9),
    ]


NO_HEADING = {
    "in a block of code": "```\n# a comment\nWords\n-----\n```\n",
    "in another block of code": "~~~ sh\n```\n# a comment\n~~~\n",
    "in an indented block": "    # a comment\n",
    "a rule": "Words\n\n---\n\nMore\n",
    "a table": "| a | b |\n|---|---|\n| c | d |\n",
    "a sign inside": "Lamp #4 is C#\n",
}


@pytest.mark.parametrize("body", NO_HEADING.values(), ids=NO_HEADING)
def test_what_is_no_heading_needs_no_anchor(body: str) -> None:
    assert page_of(body).headings == ()


NO_HTML = {
    "an address": "See <https://lamps.example/> and <mailto:lamps@lamps.example>.\n",
    "a sign of less": "Lamps < 40 and a <5.\n",
    "a span of code": "Write `<b>` and ``[[lamp]] <i>``.\n",
    "a block of code": "```html\n<b>[[lamp]]</b>\n```\n",
    "a list of attributes": "Words\n{: .note }\n",
}


@pytest.mark.parametrize("body", NO_HTML.values(), ids=NO_HTML)
def test_what_is_no_html_is_kept(body: str) -> None:
    assert page_of(body).body == body


CALLS: dict[str, tuple[str, tuple[Any, ...], dict[str, Any]]] = {
    "{{ area() }}": ("area", (), {}),
    '{{area("light")}}': ("area", ("light",), {}),
    "{{- area( 'light', 3 ) -}}": ("area", ("light", 3), {}),
    '{{ area("light", level=3) }}': ("area", ("light",), {"level": 3}),
    '{{ area("a, (b) }", level=1, ) }}': ("area", ("a, (b) }",), {"level": 1}),
    "{{ area(true, False, none) }}": ("area", (True, False, None), {}),
    '{{ area(\n  "light",\n  3\n) }}': ("area", ("light", 3), {}),
}


@pytest.mark.parametrize(("written", "expected"), CALLS.items())
def test_a_call_has_a_name_and_plain_arguments(written: str, expected: tuple[str, Any, Any]) -> None:
    (call,) = page_of(f"Before {written} after.\n").calls
    assert (call.name, call.arguments, call.named) == expected


def test_calls_know_their_lines() -> None:
    page = page_of("{{ one() }} and {{ two() }}\n\n{{ three(\n1) }}\n{{ four() }}\n")
    assert [(call.name, call.line) for call in page.calls] == [("one", 4), ("two", 4), ("three", 6), ("four", 8)]
    assert page.calls[0] == Call("one", 4, "{{ one() }}")


NOT_CALLED = {
    "{{ area }}": "the macro 'area' is named without brackets",
    "{{ area.key }}": "pages only call macros",
    "{{ area() | upper }}": "pages only call macros",
    "{{ area()() }}": "the call of 'area' is not well formed",
    "{{ area(light) }}": "the call of 'area' is not well formed",
    '{{ area("a" ~ "b") }}': "the call of 'area' is not well formed",
    "{{ area([1]) }}": "the call of 'area' is not well formed",
    "{{ area(*key) }}": "the call of 'area' is not well formed",
    "{{ area(1.5) }}": "the call of 'area' is not well formed",
    "{{ area(2 ** 9999999) }}": "the call of 'area' is not well formed",
    "{{ area(b'light') }}": "the call of 'area' is not well formed",
    "{{ area(f'{light}') }}": "the call of 'area' is not well formed",
    "{{ area('light' }}": "pages only call macros",
    f"{{{{ area({'(' * 500}1{')' * 500}) }}}}": "the call of 'area' is not well formed",
    "{{ '' * 9999999999 }}": "pages only call macros",
    "{{}}": "pages only call macros",
    "{{ area(": "a macro call is opened and not closed",
    "{{ area() }": "a macro call is opened and not closed",
    "area() }}": "a macro call is closed and was not opened",
    "{ area() }": "a macro call stands in single braces",
    "{% if a %}": "'{%' is not used on pages",
    "a %}": "'%}' is not used on pages",
    "{# a #}": "'{#' is a mark of Jinja's comments",
    "a #}": "'#}' is a mark of Jinja's comments",
}


@pytest.mark.parametrize(("written", "wrong"), NOT_CALLED.items(), ids=[key[:30] for key in NOT_CALLED])
def test_anything_else_between_braces_is_refused_at_its_line(written: str, wrong: str) -> None:
    page, said = read(f"{FRONT}Words.\n\nBefore {written}\n\nAfter {{{{ area() }}}}.\n")
    assert [problem.startswith(f"docs/light.md:6: {wrong}") for problem in said] == [True], said
    assert page is not None
    assert not page.sound
    assert [call.line for call in page.calls] == [8]


def test_all_mistakes_of_a_page_are_named() -> None:
    _, said = read(
        "---\ntitel: a\nhide: [tok]\n---\n## One\n\n<b>two</b> [[three]]\n{{ four }}\n## Five { #a }\n## Six { #a }\n"
    )
    assert [problem.partition(": ")[0] for problem in sorted(said)] == [
        "docs/light.md:10",
        "docs/light.md:1",
        "docs/light.md:2",
        "docs/light.md:3",
        "docs/light.md:5",
        "docs/light.md:7",
        "docs/light.md:7",
        "docs/light.md:8",
    ]


SUGGESTED = {
    "## More light": "'## More light { #more-light }'",
    "## L’été à Évian": "'## L’été à Évian { #l-t-vian }'",
    "### 灯": "'### 灯 { #name }'",
    "## Light { light }": "'## Light { #light }'",
}


@pytest.mark.parametrize(("heading", "expected"), SUGGESTED.items())
def test_an_anchor_is_proposed(heading: str, expected: str) -> None:
    _, (said,) = read(f"{FRONT}{heading}\n")
    assert f"; expected {expected}; found '{heading}'." in said
