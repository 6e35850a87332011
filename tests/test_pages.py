"""Pages become plain Markdown with titles, permanent anchors and a place for every statement."""

from __future__ import annotations

import shutil

import pytest
import yaml
from conftest import ROOT, Tree


def front(tree: Tree, language: str, page: str) -> dict[str, object]:
    """The front matter of a staged page."""
    found: dict[str, object] = yaml.safe_load(tree.staged(language, page).split("---\n")[1])
    return found


def test_macro_calls_become_markdown_and_links_by_key_become_paths(tiny: Tree) -> None:
    english, french = tiny.staged("en", "index.md"), tiny.staged("fr", "index.md")
    assert "and [Count the lamps](light.md#programme.light.means.count-lamps)." in english
    assert "et [Compter les lampes](light.md#programme.light.means.count-lamps)." in french
    assert "{{" not in english + french


def test_the_words_of_a_macro_stand_where_the_page_calls_it(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        tiny.append(f"{folder}/index.md", '\nBefore {{ term("lamp-board") }} after.\n')
    assert "Before [Joint Lamp Board](#bodies.lamp-board) (JLB) after." in tiny.staged("en", "index.md")


TITLES = {
    "the heading of the page": ("# Lamps of the *town* { #home }", "Lamps of the town"),
    "a heading with a class": ("# Lamps { #home .wide }", "Lamps"),
    "signs that HTML escapes": ('# 5 < 6 > 4 & "lamps" { #home }', '5 < 6 > 4 & "lamps"'),
    "a number": ("# 1901. A year { #home }", "1901. A year"),
    "a link": ("# On [lamps](light.md) { #home }", "On lamps"),
    "underscores": ("# lamp_board_1 { #home }", "lamp_board_1"),
}


@pytest.mark.parametrize(("heading", "expected"), TITLES.values(), ids=TITLES)
def test_a_page_is_called_by_the_plain_words_of_its_heading(tiny: Tree, heading: str, expected: str) -> None:
    tiny.replace("docs/index.md", "# Welcome { #home }", heading)
    assert front(tiny, "en", "index.md")["title"] == expected


def test_the_front_matter_may_give_another_title(tiny: Tree) -> None:
    tiny.replace("docs/index.md", "---\ndescription", "---\ntitle: 'Home: *lamps*'\ndescription")
    assert front(tiny, "en", "index.md")["title"] == "Home: *lamps*"


def test_a_long_title_of_an_area_is_replaced_by_its_short_form(tiny: Tree) -> None:
    tiny.append("docs/data/programme/light.yml", "short: Light & [[lamp-board]]\n")
    tiny.append("docs_fr/data/programme/light.yml", "short: Lumière & [[lamp-board]]\n")
    assert front(tiny, "en", "light.md")["title"] == "Light & JLB"
    assert front(tiny, "fr", "light.md")["title"] == "Lumière & CPL"
    assert "# Light for all { #programme.light }" in tiny.staged("en", "light.md")


REFUSED = {
    "a macro that does not exist": (
        ("[light](light.md)", "{{ ment('x') }}"),
        ["docs/index.md:6: 'ment' is not a macro. "],
    ),
    "a key that does not exist": (
        ("programme.light.means.count-lamps", "programme.light.means.count-lamp"),
        [
            "docs/index.md:6: 'programme.light.means.count-lamp' does not exist in data/. "
            "Did you mean 'programme.light.means.count-lamps'?"
        ],
    ),
    "a macro call without its key": (
        ('mention("programme.light.means.count-lamps")', "mention()"),
        ["docs/index.md:6: the macro 'mention' lacks its 'key'; expected {{ mention(\"key\") }}; found "],
    ),
    "a macro without brackets": (
        ("[light](light.md)", "{{ vision }}"),
        ["docs/index.md:6: the macro 'vision' is named without brackets. Write {{ vision(…) }}."],
    ),
    "a question of the macros": (
        ("[light](light.md)", '{{ find("programme.light") }}'),
        ["docs/index.md:6: 'find' is not a macro. Pages can call a_to_z, area, "],
    ),
    "a key of another kind": (
        ("programme.light.means.count-lamps", "bodies"),
        ["docs/index.md:6: what is called here has no 'name'. Name the key of something that has one."],
    ),
    "a file instead of a statement": (
        ("programme.light.means.count-lamps", "programme"),
        ["docs/index.md:6: the link '@programme' leads to nothing. Did you mean '@programme.light'?"],
    ),
    "a number instead of a key": (
        ("[light](light.md)", "{{ area(5) }}"),
        ["docs/index.md:6: the 'key' of the macro 'area' is of the wrong kind; expected words in quotes; found '5'."],
    ),
    "a bracket that is not closed": (
        ('count-lamps") }}', 'count-lamps" }}'),
        ['docs/index.md:6: pages only call macros, by name and with brackets; expected {{ name("key") }}; found '],
    ),
    "a block that is not closed": (
        ("## Bodies", "{% if true %}\n\n## Bodies"),
        ["docs/index.md:11: '{%' is not used on pages, which only call macros; "],
    ),
    "a way into Python": (
        ("[light](light.md)", "{{ ''.__class__.__mro__ }}"),
        ["docs/index.md:6: pages only call macros, by name and with brackets; "],
    ),
    "work without end": (
        ("[light](light.md)", "{% for each in range(10000000) %}{% endfor %}"),
        ["docs/index.md:6: '{%' is not used on pages, which only call macros; "],
    ),
    "a file of the disk": (
        ("[light](light.md)", "{% include '/etc/hostname' %}"),
        ["docs/index.md:6: '{%' is not used on pages, which only call macros; "],
    ),
    "a register that does not exist": (
        ('entries("bodies", 3)', 'entries("bodys", 3)'),
        ["docs/index.md:13: there is no register 'bodys'. Did you mean 'bodies'?"],
    ),
    "a kind of entries that does not exist": (
        ('entries("bodies", 3)', 'entries("bodies", 3, "jont")'),
        ["docs/index.md:13: 'bodies' has no kind 'jont'. Did you mean 'joint'?"],
    ),
    "an area that does not exist": (
        ("[light](light.md)", '{{ area("ligth") }}'),
        ["docs/index.md:6: 'ligth' is not an area of the programme. Did you mean 'light'?"],
    ),
    "a section that does not exist": (
        ("[light](light.md)", '{{ means_of_action("light.a") }}'),
        ["docs/index.md:6: 'a' is not a section of the area 'light'. Its sections: none."],
    ),
    "an entry that does not exist": (
        ("[light](light.md)", '{{ term("lamp-bord") }}'),
        ["docs/index.md:6: the entry 'lamp-bord' does not exist. Did you mean 'lamp-board'?"],
    ),
    "a statement on two pages": (
        ("## Bodies", '{{ statement("programme.light.means.count-lamps") }}\n\n## Bodies'),
        ["docs/light.md: 'programme.light.means.count-lamps' is shown in full here and on index.md; expected one"],
    ),
    "an anchor twice": (
        ("## Bodies { #bodies }", "## Bodies { #documents }"),
        ["docs/index.md:11: the anchor 'documents' is used twice on the page (first on line 8)."],
    ),
}


@pytest.mark.parametrize(("change", "expected"), REFUSED.values(), ids=REFUSED)
def test_a_mistake_on_a_page_is_refused_at_its_line(tiny: Tree, change: tuple[str, str], expected: list[str]) -> None:
    tiny.replace("docs/index.md", *change)
    problems = tiny.problems()
    assert [one for one in expected if not any(said.startswith(one) for said in problems)] == [], problems


def test_all_pages_with_mistakes_are_named_in_one_run(tiny: Tree) -> None:
    tiny.append("docs/index.md", "\n{{ nothing() }}\n{{ nowhere() }}\n")
    tiny.append("docs_fr/light.md", "\n{{ rien() }}\n")
    places = [problem.split(": ")[0] for problem in tiny.problems()]
    assert places == ["docs/index.md:15", "docs/index.md:16", "docs_fr/light.md:8"]


def test_a_statement_on_no_page_is_named_at_its_line(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        tiny.replace(f"{folder}/light.md", '{{ area("light") }}', "{{ objectives('light') }}")
        tiny.replace(f"{folder}/index.md", '{{ mention("programme.light.means.count-lamps") }}', "so")
    said = "is on no page. Call the macro that shows it on a page."
    assert [problem for problem in tiny.problems() if "on no page" in problem] == [
        f"docs/data/programme/light.yml:9: the statement 'programme.light.means.ask-the-board' {said}",
        f"docs/data/programme/light.yml:14: the statement 'programme.light.means.count-lamps' {said}",
    ]


ANCHORS = {
    "missing": (
        "## Instances { #bodies }\n",
        "",
        ": the heading '#bodies' is missing; expected the translation of docs/index.md:11.",
    ),
    "too much": ("## Instances", "## Plus { #more }\n\n## Instances", ":11: docs/index.md has no heading '#more'."),
    "renamed": (
        "{ #bodies }",
        "{ #instances }",
        ":11: the heading has another anchor than docs/index.md:11; expected #bodies; found #instances.",
    ),
    "in another order": (
        "## Documents { #documents }\n\n{{ documents(3) }}\n## Instances { #bodies }\n",
        "## Instances { #bodies }\n\n## Documents { #documents }\n\n{{ documents(3) }}\n",
        ":8: the headings stand in another order than in docs/index.md; expected #documents; found #bodies.",
    ),
    "of a macro that is not called": (
        "{{ documents(3) }}\n",
        "",
        ": the anchors are not those of docs/index.md; expected the same, in the same order; "
        "found #documents.plan-1901 missing.",
    ),
}


@pytest.mark.parametrize(("old", "new", "found"), ANCHORS.values(), ids=ANCHORS)
def test_a_translation_has_the_anchors_of_its_twin(tiny: Tree, old: str, new: str, found: str) -> None:
    tiny.replace("docs_fr/index.md", old, new)
    (problem,) = tiny.problems()
    assert problem.startswith(f"docs_fr/index.md{found}")


def test_what_a_broken_page_would_have_shown_is_not_missed_elsewhere(tiny: Tree) -> None:
    tiny.append("docs/light.md", "\n{{ nothing() }}\n")
    assert [problem.split(": ")[0] for problem in tiny.problems()] == ["docs/light.md:8"]


MACROS = {
    "not well formed": ("{% macro area(key) %}\n{% if %}\n{% endmacro %}\n", "macros/area.jinja:2: "),
    "without its macro": (
        "{% macro other(key) %}{% endmacro %}\n",
        "macros/area.jinja:1: a macro or a Jinja mark is not well formed: it defines no macro 'area'.",
    ),
    "with a comment that is not closed": ("{# A comment.\n\n", "macros/area.jinja:1: "),
    "importing what is not there": (
        "{# Imports. #}\n{% from 'statment.jinja' import statement %}\n{% macro area(key) %}{% endmacro %}\n",
        "macros/area.jinja:2: there is no file macros/statment.jinja.",
    ),
    "asking for a missing label": (
        "{% macro area(key) %}\n{{ label('what') }}\n{% endmacro %}\n",
        "macros/area.jinja:2: the label 'what' is not in data/labels.yml.",
    ),
    "asking for a missing field": (
        "{% macro area(key) %}\n\n{{ programme_part(key).colour }}\n{% endmacro %}\n",
        "macros/area.jinja:3: ",
    ),
}


@pytest.mark.parametrize(("source", "expected"), MACROS.values(), ids=MACROS)
def test_a_mistake_in_a_macro_is_named_at_the_line_of_the_macro(tiny: Tree, source: str, expected: str) -> None:
    shutil.copytree(ROOT / "macros", tiny.root / "macros")
    tiny.write("macros/area.jinja", source)
    problems = tiny.problems()
    assert problems
    assert all(problem.startswith(expected) for problem in problems), problems
