"""Numbers of headings as word processors count them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import ascii_uppercase
from types import MappingProxyType

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number from 1 in Roman numerals."""
    said = ""
    for value, sign in _ROMAN:
        said += sign * (number // value)
        number %= value
    return said


def letter(number: int) -> str:
    """Return a number from 1 as a letter, repeated after the last one, as word processors do."""
    again, place = divmod(number - 1, len(ascii_uppercase))
    return ascii_uppercase[place] * (again + 1)


#: How numbers are written, by the name that WordprocessingML (ISO/IEC 29500, ST_NumberFormat) gives each way.
FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "upperRoman": roman,
        "upperLetter": letter,
        "lowerRoman": lambda number: roman(number).lower(),
        "lowerLetter": lambda number: letter(number).lower(),
    }
)


def format_of(numbers: Sequence[str]) -> str:
    """Return the format in which ``numbers`` count from 1 without a gap; nothing where there is none."""
    for name, written in FORMATS.items():
        if list(numbers) == [written(number) for number in range(1, len(numbers) + 1)]:
            return name
    return ""
