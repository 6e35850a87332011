"""Dates are written as each language writes them, and sorted as a calendar needs them."""

from __future__ import annotations

import random

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from conftest import Tree

from handbook.render.dates import order, written

LABELS = {
    "en": {"season-autumn": "autumn of YEAR", "first-of-month": "1"},
    "fr": {"season-autumn": "automne YEAR", "first-of-month": "1er"},
    "es": {"season-autumn": "otoño de YEAR", "first-of-month": "1"},
    "ar": {"season-autumn": "خريف YEAR", "first-of-month": "1"},
}
WRITTEN = [
    ("1901-03-04", "en_GB", "4 March 1901"),
    ("1901-03-04", "en_US", "March 4, 1901"),
    ("1901-03-04", "fr", "4 mars 1901"),
    ("1901-03-04", "es", "4 de marzo de 1901"),
    ("1901-03-04", "ar", "4 مارس 1901"),
    ("1901-05-01", "en_GB", "1 May 1901"),
    ("1901-05-01", "fr", "1er mai 1901"),
    ("1901-05-11", "fr", "11 mai 1901"),
    ("1901-05-01", "es", "1 de mayo de 1901"),
    ("--05-01", "en_GB", "1 May"),
    ("--05-01", "fr", "1er mai"),
    ("--05-01", "es", "1 de mayo"),
    ("--02-29", "en_GB", "29 February"),
    ("1901-03", "en_GB", "March 1901"),
    ("1901-03", "fr", "mars 1901"),
    ("1901-03", "es", "marzo de 1901"),
    ("1901-autumn", "en_GB", "autumn of 1901"),
    ("1901-autumn", "fr", "automne 1901"),
    ("1901-autumn", "es", "otoño de 1901"),
    ("1901", "fr", "1901"),
]


@pytest.mark.parametrize(("when", "locale", "expected"), WRITTEN)
def test_a_date_is_written_as_its_language_does(when: str, locale: str, expected: str) -> None:
    parsed = Locale.parse(locale)
    assert written(when, parsed, LABELS[parsed.language].__getitem__) == expected


@pytest.mark.parametrize("when", ["1901-03-04", "1901-03", "--03-04"])
def test_every_language_that_babel_knows_can_write_dates(when: str) -> None:
    for name in locale_identifiers():
        assert written(when, Locale.parse(name), lambda label: label).strip(), name


def test_a_calendar_begins_with_the_first_date_and_ends_without_one() -> None:
    dates = [
        "1901",
        "1901-02-20",
        "1901-winter",
        "1901-spring",
        "1901-06-01",
        "1901-autumn",
        "1902-01",
        "--05-01",
        None,
    ]
    expected = ["1901", "1901-winter", "1901-02-20", *dates[3:]]
    shuffled = random.Random(1).sample(dates, len(dates))
    assert sorted(shuffled, key=order) == expected


def test_the_page_says_a_date_in_the_formats_that_mkdocs_yml_names(tiny: Tree) -> None:
    assert "March 4, 1901" in tiny.staged("en", "index.md")
    tiny.replace("mkdocs.yml", "name: English,", "name: English, extra: { formats: en-GB },")
    assert "4 March 1901" in tiny.staged("en", "index.md")
    assert "4 mars 1901" in tiny.staged("fr", "index.md")
