"""Numbers are written as their language writes them, with their unit in the plural that they ask for."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from small import ARABIC, ENGLISH, FRENCH, handbook, sentences

from handbook.join.named import CLDR_UNITS
from handbook.model.text import Text
from handbook.read.settings import Language
from handbook.render.numbers import number, quantity
from handbook.render.queries import Queries, Unknown

THIN = "\u202f"  # between the thousands in French
FIXED = "\u00a0"
NUMBERS = [
    (40, "en", "40"),
    (40.0, "fr", "40"),
    (9.43, "en", "9.43"),
    (9.43, "fr", "9,43"),
    (9.43, "es", "9,43"),
    (0.1234567, "en", "0.1234567"),
    (12345.5, "en", "12,345.5"),
    (12345.5, "fr", f"12{THIN}345,5"),
    (-3, "en", "-3"),
    (0, "de", "0"),
]


@pytest.mark.parametrize(("value", "locale", "expected"), NUMBERS)
def test_a_number_is_written_in_full_as_its_language_does(value: float, locale: str, expected: str) -> None:
    assert number(value, Locale.parse(locale)) == expected


UNITS = {
    "en": "lamps: { one: NUMBER lamp, other: NUMBER lamps }",
    "fr": "lamps: { one: NUMBER lampe, other: NUMBER lampes }",
    "ar": "lamps: { zero: NUMBER صفر, one: واحد, two: اثنان, few: NUMBER قليل, many: NUMBER كثير, other: NUMBER غير }",
    "pl": "lamps: { other: NUMBER lampy }",
}
PLURALS = [
    ("en", 0, "0 lamps"),
    ("en", 1, "1 lamp"),
    ("en", 1.0, "1 lamp"),
    ("en", 1.5, "1.5 lamps"),
    ("en", 1234, "1,234 lamps"),
    ("fr", 0, "0 lampe"),
    ("fr", 1.5, "1,5 lampe"),
    ("fr", 2, "2 lampes"),
    ("fr", 1_000_000, f"1{THIN}000{THIN}000 lampes"),
    ("ar", 0, "0 صفر"),
    ("ar", 1, "واحد"),
    ("ar", 2, "اثنان"),
    ("ar", 3, "3 قليل"),
    ("ar", 10, "10 قليل"),
    ("ar", 11, "11 كثير"),
    ("ar", 99, "99 كثير"),
    ("ar", 100, "100 غير"),
    ("ar", 103, "103 قليل"),
    ("pl", 1, "1 lampy"),
    ("pl", 5, "5 lampy"),
]


@pytest.mark.parametrize(("code", "value", "expected"), PLURALS)
def test_a_unit_of_the_house_has_the_plural_of_the_language(code: str, value: float, expected: str) -> None:
    book = handbook({"units": UNITS[code]})
    assert quantity(value, "lamps", book, Locale.parse(code)) == expected


KNOWN = [
    (40, "percent", "en", "40%"),
    (62.5, "percent", "en", "62.5%"),
    (33.333, "percent", "en", "33.333%"),
    (0.1, "percent", "en", "0.1%"),
    (120, "percent", "en", "120%"),
    (40, "percent", "fr", f"40{FIXED}%"),
    (1, "days", "en", "1 day"),
    (124, "days", "en", "124 days"),
    (1, "days", "fr", f"1{FIXED}jour"),
    (2, "weeks", "fr", f"2{FIXED}semaines"),
    (6, "months", "es", "6 meses"),
    (1, "years", "de", "1 Jahr"),
    (2, "days", "ar", "يومان"),
    (5, "days", "ar", "5 أيام"),
    (124, "days", "pt_PT", "124 dias"),
    (124, "days", "it", "124 giorni"),
    (3, "months", "zh", "3个月"),
]


@pytest.mark.parametrize(("value", "unit", "locale", "expected"), KNOWN)
def test_units_of_time_and_percent_need_no_words(value: float, unit: str, locale: str, expected: str) -> None:
    assert quantity(value, unit, handbook({}), Locale.parse(locale)) == expected


@pytest.mark.parametrize("unit", CLDR_UNITS)
def test_every_language_that_babel_knows_has_words_for_its_units(unit: str) -> None:
    key, book = re.compile("duration|percent"), handbook({})
    for name in locale_identifiers():
        locale = Locale.parse(name)
        for value in (0, 1, 2, 3, 6, 11, 100, 1_000_000, 2.5):
            words = quantity(value, unit, book, locale)
            assert words, name
            assert not key.search(words), name


def test_words_of_the_house_go_before_those_that_are_known() -> None:
    book = handbook({"units": "days: { one: NUMBER working day, other: NUMBER working days }"})
    assert quantity(3, "days", book, Locale.parse("en")) == "3 working days"


FIGURES = """\
share: { title: S, text: T., source: a, value: 62.5, unit: percent, when: 1900, population: p }
stock: { title: S, text: T., source: a, value: 1, unit: lamps, when: 1900, population: p }
nights:
  title: Nights
  text: T.
  source: a
  unit: days
  values: { then: { label: in *winter*, value: 12 }, now: { label: now, value: 1 } }
  when: 1900
  population: p
"""


def in_sentence(words: str, language: Language = ENGLISH, written_in: str = "") -> str:
    book = handbook({"figures": FIGURES, "units": UNITS[language.code]}, language)
    return sentences(book, language).printed(Text(words, written_in or language.code))


SENTENCES = [
    ("[[figures.stock]] of [[figures.share]]", ENGLISH, "1 lamp of 62.5%"),
    ("[[figures.stock]], [[figures.share]]", FRENCH, f"1 lampe, 62,5{FIXED}%"),
    ("[[figures.stock]]", ARABIC, "واحد"),
    ("[[figures.stock:number]] or [[figures.share:number]]", ENGLISH, "1 or 62.5"),
    ("from [[figures.nights.then]] to [[figures.nights.now]]", ENGLISH, "from 12 days to 1 day"),
    ("de [[figures.nights.then:number]] à [[figures.nights.now]]", FRENCH, f"de 12 à 1{FIXED}jour"),
]


@pytest.mark.parametrize(("words", "language", "expected"), SENTENCES)
def test_a_sentence_prints_the_values_that_it_names(words: str, language: Language, expected: str) -> None:
    assert in_sentence(words, language) == expected


def test_a_value_in_a_sentence_of_another_language_is_marked_as_the_pages() -> None:
    printed = in_sentence("Of [[figures.share:number]].", FRENCH, "en")
    assert '<span class="foreign" lang="fr" dir="ltr">62,5</span>' in printed
    assert printed.startswith('<span class="foreign" lang="en" dir="ltr">Of ')


def test_open_data_and_titles_hold_the_values_too() -> None:
    said = sentences(handbook({"figures": FIGURES, "units": UNITS["en"]}))
    words = Text("There was **[[figures.stock]]**.", "en")
    assert said.unmarked(words) == "There was **1 lamp**."
    assert said.plain(words) == "There was 1 lamp."
    assert said.entries(words) == ()


COMPARISONS = ("at-least", "at-most", "more-than", "less-than")


def queries(comparison: str = "exactly") -> Queries:
    figures = FIGURES.replace("unit: lamps", f"unit: lamps, comparison: {comparison}")
    figures = figures.replace("unit: days", f"unit: days\n  comparison: {comparison}")
    labels = "".join(f"comparison-{each}: {each} VALUE\n" for each in COMPARISONS)
    book = handbook({"figures": figures, "units": UNITS["en"], "labels": labels})
    return Queries(book, sentences(book))


def test_a_page_asks_for_a_value_by_its_key() -> None:
    assert queries().figure_words("stock") == "1 lamp"
    assert queries().figure_words("nights.then") == "12 days"


UNKNOWN = {
    "stok": ("the figure 'stok' does not exist", "Did you mean 'stock'?"),
    "zzz": ("the figure 'zzz' does not exist", "See data/figures.yml."),
    "nights": ("the figure 'nights' has no single value ''", "Its values: then or now."),
    "nights.thn": ("the figure 'nights' has no single value 'thn'", "Did you mean 'then'?"),
    "stock.now": ("the figure 'stock' has no single value 'now'", "Its values: one, without a name."),
}


@pytest.mark.parametrize("key", UNKNOWN)
def test_a_value_that_does_not_exist_is_refused_with_those_that_do(key: str) -> None:
    with pytest.raises(Unknown) as refused:
        queries().figure_words(key)
    assert (refused.value.wrong, refused.value.todo) == UNKNOWN[key]


def test_the_amounts_of_a_figure_have_their_labels_where_there_are_several() -> None:
    figures = queries().handbook.named("figures")
    assert queries().amounts(figures["stock"]) == ["1 lamp"]
    assert queries().amounts(figures["nights"]) == ["12 days (in *winter*)", "1 day (now)"]


@pytest.mark.parametrize("comparison", COMPARISONS)
def test_a_bound_is_said_in_lists_and_left_to_the_words_in_sentences(comparison: str) -> None:
    asked = queries(comparison)
    figures = asked.handbook.named("figures")
    assert asked.amounts(figures["stock"]) == [f"{comparison} 1 lamp"]
    assert asked.amounts(figures["nights"]) == [
        f"{comparison} 12 days (in *winter*)",
        f"{comparison} 1 day (now)",
    ]
    assert asked.figure_words("stock") == "1 lamp"
    assert asked.sentences.plain(Text("[[figures.stock]]", "en")) == "1 lamp"
