"""How one language writes numbers and dates: from CLDR, by way of Babel, and from its table of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.units import format_unit

from handbook.translations.meaning.words import WordTable, word_table

_UNITS = ("day", "week", "month", "year", "hour", "minute")


@dataclass(frozen=True, eq=False)
class Language:
    """Everything that reading a text in one language needs.

    ``months`` and ``weekdays`` map words in small letters to ``1`` to ``12`` and ``mon`` to ``sun``;
    ``month_words`` are the words in them, ``month_names`` and ``full_months`` (without short ones) patterns for
    them as they are written; ``unit_pattern`` matches the word for a time
    (group ``unit``) behind a number; ``spans`` are those for weeks, months and years. ``day_first`` says how
    ``3/4/2025`` is read.
    """

    locale: Locale
    decimal: str
    table: WordTable | None
    counted: Mapping[str, int]
    firm: frozenset[str]
    months: Mapping[str, int]
    month_words: frozenset[str]
    months_in_digits: bool
    month_names: str
    full_months: str
    weekdays: Mapping[str, str]
    weekday_words: frozenset[str]
    weekday_pattern: re.Pattern[str]
    units: Mapping[str, str]
    unit_words: frozenset[str]
    spans: frozenset[str]
    unit_pattern: re.Pattern[str]
    number_words: frozenset[str]
    ones: frozenset[str]
    percent_words: tuple[str, ...]
    percent_pattern: re.Pattern[str]
    scale_pattern: re.Pattern[str]
    day_first: bool


@cache
def language(locale: Locale) -> Language:
    """Return how a language writes numbers and dates, read from CLDR once."""
    table = word_table(locale.language)
    words = table or WordTable()
    months = {**_names(locale.months["format"]), **words.months}
    weekdays = {name.casefold(): str(number) for number, name in locale.days["format"]["wide"].items()}
    units = {**_unit_words(locale), **words.units}
    return Language(
        locale=locale,
        decimal=str(_symbols(locale).get("decimal", ".")),
        table=table,
        counted={**words.numbers, **words.hints},
        firm=frozenset(words.numbers),
        months=months,
        month_words=frozenset(word for name in months for word in re.findall(r"[^\W\d_]+", name)),
        months_in_digits=any(name[0].isdigit() for name in months),
        month_names=_any({*_written(locale, "wide", "abbreviated"), *map(str.capitalize, words.months)}),
        full_months=_any(_written(locale, "wide")),
        weekdays=weekdays,
        weekday_words=frozenset(weekdays) | {f"{name}s" for name in weekdays},
        weekday_pattern=re.compile(rf"(?<!\w)(?:{_any(weekdays)})(?=s?(?!\w))", re.IGNORECASE),
        units=units,
        unit_words=frozenset(units),
        spans=frozenset(word for word, unit in units.items() if unit in ("week", "month", "year")),
        unit_pattern=re.compile(rf"[\s\u2011-]+(?:[^\W\d]{{4,}}\s)?(?P<unit>{_any(units)})(?!\w)", re.IGNORECASE),
        number_words=frozenset(words.numbers) | frozenset(words.hints),
        ones=frozenset(word for word, value in words.hints.items() if value == 1),
        percent_words=tuple(set(re.findall(r"[^\W\d_]{4,}", words.percent))),
        percent_pattern=re.compile(rf"[\s-]*(?:{words.percent}|[%٪﹪％])", re.IGNORECASE),
        scale_pattern=re.compile(rf"(?:\s+(?:{_any(words.scales)})(?!\w))+", re.IGNORECASE),
        day_first=locale.territory not in ("US",) and _day_first(locale),
    )


def _symbols(locale: Locale) -> Mapping[str, str]:
    symbols: Mapping[str, Mapping[str, str]] = locale.number_symbols
    return symbols.get("latn", {})


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; one that never matches for none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda each: (-len(each), each))) or "(?!)"


def _names(forms: Mapping[str, Mapping[int, str]]) -> dict[str, int]:
    """Return the names of months in small letters, long and short ones (without the final point)."""
    return {
        forms[width][number].casefold().rstrip("."): number
        for width in ("abbreviated", "wide")
        for number in forms.get(width, {})
        if len(forms[width][number]) > 1 and not forms[width][number].isdigit()
    }


def _written(locale: Locale, *widths: str) -> set[str]:
    """Return the names of months as they are written, at the start of a sentence too."""
    names = {name.rstrip(".") for width in widths for name in locale.months["format"][width].values()}
    return {form for name in names if len(name) > 1 and not name.isdigit() for form in (name, name.capitalize())}


def _unit_words(locale: Locale) -> dict[str, str]:
    """Return the words for day, week and so on, as they stand behind numbers."""
    words: dict[str, str] = {}
    for unit in _UNITS:
        for number in (1, 2, 3, 5, 11, 100, 0.5):
            word = re.sub(r"[\W\d]*\d+[\W\d]*", "", format_unit(number, f"duration-{unit}", "long", locale=locale))
            if word and "-" not in word:
                words[word.casefold()] = unit
    return words


def _day_first(locale: Locale) -> bool:
    """Return whether CLDR puts the day before the month; English without a country does not count."""
    pattern = str(locale.date_formats["short"].pattern)
    return str(locale) == "en" or pattern.find("d") < pattern.find("M")
