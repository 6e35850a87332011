"""Facts as a language writes them, for the person who is to put them into a translation."""

from __future__ import annotations

import datetime
from decimal import Decimal, InvalidOperation

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from handbook.translations.meaning.facts import Fact
from handbook.translations.meaning.language import language


def written(fact: Fact, locale: Locale) -> str:
    """Return how a language would write a fact; the words of the original where no rule says it."""
    if fact.kind == "date" or (fact.kind == "month" and "-" in fact.value):
        return _date(fact, locale)
    if fact.kind == "time":
        hour, minute = (int(part) for part in fact.value.split(":"))
        return str(format_time(datetime.time(hour % 24, minute), format="short", locale=locale))
    if fact.kind in ("number", "percent"):
        return _number(fact, locale)
    if fact.kind == "duration":
        return _duration(fact, locale)
    return fact.value if fact.kind == "abbreviation" else fact.words


def _duration(fact: Fact, locale: Locale) -> str:
    amount, _, unit = fact.value.partition(" ")
    try:
        return str(format_unit(Decimal(amount), f"duration-{unit}", "long", locale=locale))
    except (InvalidOperation, ValueError):
        return fact.words


def _date(fact: Fact, locale: Locale) -> str:
    year, month, *day = fact.value.split("-")
    try:
        date = datetime.date(2000 if year == "*" else int(year), int(month), int(day[0]) if day else 1)
    except ValueError:
        return fact.words
    if day and year != "*":
        return str(format_date(date, format="long", locale=locale))
    if not day and year == "*":
        return str(locale.months["stand-alone"]["wide"][date.month])
    return str(format_skeleton("MMMMd" if day else "yMMMM", date, locale=locale))


def _number(fact: Fact, locale: Locale) -> str:
    if fact.words.isupper():
        return fact.words
    if fact.kind == "number" and fact.words.replace("-", "").isalpha():
        words = language(locale).counted
        return next((word for word, value in words.items() if str(value) == fact.value), fact.value)
    try:
        number = Decimal(fact.number)
    except InvalidOperation:
        return fact.words
    if fact.kind == "percent":
        return str(format_percent(number / 100, locale=locale, decimal_quantization=False))
    if fact.words.isdigit() and len(fact.words) < 5:
        return fact.words
    return str(format_decimal(number, locale=locale, decimal_quantization=False))
