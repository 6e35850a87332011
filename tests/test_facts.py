"""Events and figures hold together: a period goes forward, a figure says something, a chart can show it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from test_references import data

from handbook.join.units import check_units
from handbook.model.facts import Event, Figure

SAID = {"title": "Lamps", "text": "There are lamps.", "source": "plan/I/means/1"}
FIGURE: dict[str, Any] = {**SAID, "unit": "days", "when": 1901, "population": "All."}

PERIODS = [
    ("1901-03-04", "1901-03-04", True),
    ("1901-03-04", "1901-03-05", True),
    ("1901-03-04", "1901-03-03", False),
    ("1901-03", "1901-03-04", True),
    ("1901-03-04", "1901-03", True),
    ("1901-03-04", "1901-02", False),
    ("1901", "1901-winter", True),
    ("1901-autumn", "1900", False),
    ("--05-01", "--05-01", True),
    ("--05-01", "--05-03", True),
    ("--05-01", "--04-30", False),
    ("--05-01", "2001-05-02", False),
    ("1901-05-01", "--05-02", False),
    (None, "1901-05-02", False),
]


@pytest.mark.parametrize(("when", "until", "sound"), PERIODS)
def test_a_period_ends_after_it_begins(when: str | None, until: str, sound: bool) -> None:
    fields = {**SAID, "until": until} | ({"when": when} if when else {})
    if sound:
        assert Event.model_validate(fields).until == until
        assert Figure.model_validate({**FIGURE, "value": 1, "when": when, "until": until}).until == until
        return
    with pytest.raises(ValidationError) as refused:
        Event.model_validate(fields)
    assert [error["type"] for error in refused.value.errors()] == ["unsound"]


def test_an_event_may_have_no_date() -> None:
    assert Event.model_validate(SAID).when is None


TWO = {"then": {"label": "Then", "value": 12}, "now": {"label": "Now", "value": 0}}
FIGURES = {
    "a number": ({"value": 40}, True),
    "nothing": ({"value": 0}, True),
    "less than nothing": ({"value": -4.5}, True),
    "several": ({"values": TWO}, True),
    "several below nothing without a chart": ({"values": {**TWO, "new": {"label": "New", "value": -1}}}, True),
    "bars": ({"values": TWO, "chart": "bars"}, True),
    "no share at all": ({"value": 0, "unit": "percent", "chart": "share"}, True),
    "the whole share": ({"value": 100, "unit": "percent", "chart": "share"}, True),
    "more than the whole without a chart": ({"value": 120, "unit": "percent"}, True),
    "no value": ({}, False),
    "both": ({"value": 1, "values": TWO}, False),
    "one of several": ({"values": {"now": TWO["now"]}}, False),
    "bars of one": ({"value": 1, "chart": "bars"}, False),
    "a share of more than the whole": ({"value": 100.1, "unit": "percent", "chart": "share"}, False),
    "a share of less than nothing": ({"value": -0.1, "unit": "percent", "chart": "share"}, False),
    "a share of days": ({"value": 1, "chart": "share"}, False),
}


@pytest.mark.parametrize(("fields", "sound"), FIGURES.values(), ids=FIGURES)
def test_a_figure_says_something_that_its_chart_can_show(fields: dict[str, Any], sound: bool) -> None:
    if sound:
        assert Figure.model_validate(FIGURE | fields).comparison == "exactly"
        return
    with pytest.raises(ValidationError) as refused:
        Figure.model_validate(FIGURE | fields)
    assert [error["type"] for error in refused.value.errors()] == ["unsound"]


def said(units: str | None) -> list[str]:
    return [str(problem) for problem in check_units(data("docs_ar", units=units))]


def test_a_unit_says_where_its_number_stands_except_for_one_or_two() -> None:
    assert said("lamps: { one: a lamp, two: two lamps, few: NUMBER lamps, other: NUMBER lamps }\n") == []
    assert said("lamps: { one: NUMBER lamp, other: lamps }\n") == [
        "docs_ar/data/units.yml:1: 'lamps.other' does not say where the number stands. Write NUMBER in its place."
    ]
    assert said(None) == []


def test_a_unit_names_no_entry() -> None:
    assert said("lamps:\n  one: NUMBER [[lamp]]\n  other: NUMBER lamps\n") == [
        "docs_ar/data/units.yml:2: 'lamps.one' names an entry, and a unit holds words only. Write the words out."
    ]
