"""Fixed words that the site prints by itself are asked for before it does, and only those that it prints."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from small import ENGLISH, FRENCH
from test_references import data

from handbook.join.completeness import SITE_LABELS, missing_labels
from handbook.read.words import Words

SITE = "".join(f"{name}: x\n" for name in SITE_LABELS)


def said(labels: str = SITE, **files: str | None) -> list[str]:
    """Which labels are asked for."""
    reference = Words(ENGLISH, data(labels=labels, **files), {}, [])
    problems = [str(problem) for problem in missing_labels((Words(FRENCH, {}, {}, []), reference))]
    start, end = "docs/data/labels.yml: the label '", "' is missing. Add it: the site prints it."
    assert all(problem.startswith(start) and problem.endswith(end) for problem in problems)
    return [problem.removeprefix(start).removesuffix(end) for problem in problems]


def test_a_site_with_its_labels_lacks_none() -> None:
    assert said() == []


@pytest.mark.parametrize("name", SITE_LABELS)
def test_each_label_of_the_site_is_asked_for(name: str) -> None:
    assert said(SITE.replace(f"{name}: x\n", "")) == [name]


def test_every_label_of_the_templates_is_asked_for() -> None:
    printed = set[str]()
    for file in (one for one in (ROOT / "overrides").rglob("*") if one.suffix in (".html", ".xml")):
        found = re.findall(r"labels(?:\[[\"']([a-z-]+)[\"']\]|\.([a-z_]+))", file.read_text(encoding="utf-8"))
        printed.update(bracket or dotted for bracket, dotted in found)
    assert {"offline-keep", "search-none"} <= printed
    assert printed - set(SITE_LABELS) == set()


DATES = {
    "1901-autumn": ["season-autumn"],
    "1901-spring": ["season-spring"],
    "1901-05-01": ["first-of-month"],
    "--05-01": ["first-of-month"],
    "1901-01": [],
    "1901": [],
    "1901-05-11": [],
    "--01-02": [],
}


@pytest.mark.parametrize("when", DATES)
def test_dates_ask_for_the_words_that_they_are_written_with(when: str) -> None:
    for field in ("when", "until"):
        assert said(events=f"night: {{ title: Night, {field}: {when} }}\n") == DATES[when]
    given = "".join(f"{name}: x\n" for name in DATES[when])
    assert said(SITE + given, events=f"night: {{ when: {when} }}\n") == []


def test_words_for_several_dates_are_asked_for_once() -> None:
    events = "a: { when: 1901-winter, until: 1902-spring }\nb: { when: 1903-winter }\nc: { title: in autumn }\n"
    assert said(events=events) == ["season-spring", "season-winter"]


def test_comparisons_ask_for_their_words() -> None:
    figures = """\
a: { comparison: exactly }
b: { comparison: more-than }
c: { comparison: at-least }
d: { comparison: more-than }
e: { comparison: about }
"""
    assert said(figures=figures) == ["comparison-at-least", "comparison-more-than"]
    assert said(f"{SITE}comparison-at-least: x\ncomparison-more-than: x\n", figures=figures) == []


def test_files_that_cannot_be_read_ask_for_nothing() -> None:
    assert said(events=None, figures=None) == []
