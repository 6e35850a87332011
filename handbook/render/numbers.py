"""Numbers with their units as each language writes them, with Babel (CLDR)."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from handbook.model.facts import Figure, Unit
from handbook.model.handbook import Handbook

_CLDR = {"days": "duration-day", "weeks": "duration-week", "months": "duration-month", "years": "duration-year"}
_LENGTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")


def number(value: float, locale: Locale) -> str:
    """Return a number alone (``9.43``, ``9,43``)."""
    words: str = format_decimal(_exact(value), locale=locale, decimal_quantization=False)
    return words


def quantity(value: float, unit: str, handbook: Handbook, locale: Locale) -> str:
    """Return a number with its unit in the plural that it asks for: ``40%``, ``1 vacancy``, ``124 days``.

    ``unit`` is a key of ``units.yml``, or one of those that CLDR knows by itself.
    """
    own: Unit | None = handbook.named("units").get(unit)
    if own is not None:
        form = getattr(own, locale.plural_form(_exact(value))) or own.other
        return str(form).replace("NUMBER", number(value, locale))
    if unit == "percent":
        return format_percent(_exact(value) / 100, locale=locale, decimal_quantization=False)
    # Where the short form is the long one too, CLDR writes it once; Babel then prints the unit's key.
    forms = [format_unit(_exact(value), _CLDR[unit], length, locale=locale) for length in _LENGTHS]
    return next(words for words in forms if _CLDR[unit] not in words)


def figure_value(figure: Figure, name: str, alone: bool, handbook: Handbook, locale: Locale) -> str:
    """Return a figure's value (of several, the one called ``name``), ``alone`` or with its unit."""
    value = figure.values[name].value if name else figure.value
    assert value is not None, "a figure without one value has several, and the words name one"
    return number(value, locale) if alone else quantity(value, figure.unit, handbook, locale)


def _exact(value: float) -> Decimal:
    """Return a value as it was written: 1, not 1.0, whose plural differs in many languages."""
    return Decimal(int(value)) if value == int(value) else Decimal(str(value))
