"""A chart shows every value in true length, in words and as a table, without script or style."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from small import ENGLISH, FRENCH, golden_labels, handbook, sentences, settings

from handbook.model.facts import Figure
from handbook.read.settings import Language
from handbook.render.charts import LONGEST, Bar, Charts
from handbook.render.environment import page_environment
from handbook.render.queries import Unknown

HEAD = "title: Oil & gas, source: plan/I/indicator/1, text: T., when: 1900, until: 1901, population: all “oil” > 5"
FILES = {
    "documents": """\
plan: { title: Plan, short: P, about: A., voice: union, status: proposed, rows: { I: { indicator: "1" } } }
""",
    "figures": f"""\
nights: {{ {HEAD}, unit: days, chart: bars, values: {{ then: {{ label: then, value: 12, when: 1898 }},
           now: {{ label: "now & here", value: 3 }}, one: {{ label: one, value: 1 }} }} }}
share: {{ {HEAD}, unit: percent, chart: share, value: 62.5 }}
none: {{ {HEAD}, unit: days, chart: bars, values: {{ a: {{ label: a, value: 0 }}, b: {{ label: b, value: 0 }} }} }}
zero: {{ {HEAD}, unit: percent, chart: share, value: 0 }}
stock: {{ {HEAD}, unit: days, value: 7 }}
least: {{ {HEAD}, unit: percent, chart: share, value: 40, comparison: at-least }}
long: {{ {HEAD}, unit: days, chart: bars, values: {{ a: {{ label: {"nights of the winter " * 6}, value: 12 }},
         b: {{ label: {"x" * 30}, value: 3 }} }} }}
""",
    "labels": golden_labels(),
}


def bars(name: str, language: Language = ENGLISH) -> tuple[Bar, ...]:
    book = handbook(FILES, language)
    figure = book.named("figures")[name]
    assert isinstance(figure, Figure)
    return Charts(sentences(book, language)).bars(figure)


def test_bars_are_as_long_as_their_values_and_in_their_order() -> None:
    assert [(bar.label, bar.words, bar.when) for bar in bars("nights")] == [
        ("then", "12 days", "1898"),
        ("now & here", "3 days", None),
        ("one", "1 day", None),
    ]
    assert [bar.width for bar in bars("nights")] == [LONGEST, LONGEST / 4, LONGEST / 12]


def test_a_share_is_measured_against_the_whole() -> None:
    (bar,) = bars("share")
    assert (bar.label, bar.words, bar.width) == ("all “oil” > 5", "62.5%", 198.8)


def test_nothing_has_no_length() -> None:
    assert [bar.width for bar in (*bars("none"), *bars("zero"))] == [0, 0, 0]


def test_a_figure_that_asks_for_no_chart_gets_none() -> None:
    with pytest.raises(Unknown, match=r"'figures\.stock' has no chart"):
        bars("stock")


def test_a_value_that_is_a_bound_says_so() -> None:
    (bar,) = bars("least")
    assert bar.words == "at least 40%"
    assert drawn("least").findtext("svg/text") == "at least 40%"


def test_long_words_go_over_several_lines_and_no_line_over_a_bar() -> None:
    first, second = bars("long")
    words = " ".join(line for line, _ in first.lines)
    assert words == f"12 days – {'nights of the winter ' * 6}".strip()
    assert len(first.lines) > 1
    assert all(len(line) <= 40 for line, _ in (*first.lines, *second.lines))
    places = [place for bar in (first, second) for place in (*(at for _, at in bar.lines), bar.top)]
    assert places == sorted(set(places))


def test_the_words_of_a_chart_are_in_the_language_of_the_page() -> None:
    assert [bar.words for bar in bars("nights", FRENCH)] == ["12\u00a0jours", "3\u00a0jours", "1\u00a0jour"]
    assert bars("share", FRENCH)[0].words.startswith("62,5")


def drawn(name: str) -> ElementTree.Element:
    """The figure as a page holds it."""
    environment = page_environment(settings(), {"en": handbook(FILES)}, ENGLISH)
    markdown = environment.template(f'{{{{ chart("{name}") }}}}', "page.md").render()
    return ElementTree.fromstring(markdown[markdown.index("<figure") : markdown.index("</figure>") + 9])


@pytest.mark.parametrize("name", ["nights", "share", "none", "zero", "least", "long"])
def test_a_drawing_is_well_formed_and_nothing_leaves_its_frame(name: str) -> None:
    svg = drawn(name).find("svg")
    assert svg is not None
    width, height = (float(svg.get(side, "0")) for side in ("width", "height"))
    assert svg.get("viewBox") == f"0 0 {width:g} {height:g}"
    for rect in svg.findall("rect"):
        x, y, wide, high = (float(rect.get(side, "-1")) for side in ("x", "y", "width", "height"))
        assert 0 <= x <= x + wide <= width
        assert 0 <= y <= y + high <= height
    tops = [float(text.get("y", "0")) for text in svg.findall("text")]
    assert tops == sorted(set(tops))


@pytest.mark.parametrize("name", ["nights", "share"])
def test_a_drawing_needs_no_style_no_script_and_no_colour(name: str) -> None:
    tree = drawn(name)
    assert {each.tag for each in tree.iter()} <= {
        *{"figure", "svg", "text", "rect", "figcaption", "table", "thead", "tbody", "tr", "th", "td"},
    }
    names = {attribute for each in tree.iter() for attribute in each.attrib}
    assert not [name for name in names if name in ("style", "fill", "stroke", "color") or name.startswith("on")]


def test_everything_that_is_drawn_is_said_in_words_and_in_the_table() -> None:
    tree = drawn("nights")
    svg = tree.find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert svg.get("aria-label", "").endswith("then 12 days; now & here 3 days; one 1 day")
    rows = [[(cell.tag, cell.text) for cell in row] for row in tree.findall("table/tbody/tr")]
    assert rows == [
        [("th", "then"), ("td", "12 days"), ("td", "1898")],
        [("th", "now & here"), ("td", "3 days"), ("td", "1900 – 1901")],
        [("th", "one"), ("td", "1 day"), ("td", "1900 – 1901")],
    ]
    assert "all “oil” > 5" in (tree.findtext("figcaption") or "")


def test_a_share_is_drawn_within_the_whole() -> None:
    rects = drawn("share").findall("svg/rect")
    assert [rect.get("class") for rect in rects] == ["whole", "bar"]
    assert [float(rect.get("width", "0")) for rect in rects] == [LONGEST, 198.8]
    assert [rect.get("class") for rect in drawn("nights").findall("svg/rect")] == ["bar"] * 3


def test_whose_number_it_is_stands_below_the_drawing() -> None:
    environment = page_environment(settings(), {"en": handbook(FILES)}, ENGLISH)
    after = environment.template('{{ chart("nights") }}', "page.md").render().rpartition("</figure>")[2]
    assert re.search(r"\bP \(.*[Uu]nion", after)
