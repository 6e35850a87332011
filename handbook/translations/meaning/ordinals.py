"""Ordinals that changed places: what came first comes second in the translation.

The bag of numbers is the same then, and no other check sees it. Languages without a table are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.translations.finding import Finding, Pair, found


@dataclass(frozen=True)
class OrdinalTable:
    """The ordinals of one language: its ``words`` with their numbers, and the pattern of those in digits."""

    words: Mapping[str, str]
    pattern: re.Pattern[str]


def _table(words: str, digits: str) -> OrdinalTable:
    """Return a table of words, their number behind them, and of what follows digits."""
    rows = [row.split() for row in words.split(";")]
    numbers = {word: row[-1] for row in rows for word in row[:-1]}
    every = "|".join(sorted(numbers, key=len, reverse=True))
    return OrdinalTable(numbers, re.compile(rf"(?<![\w.,-])(?:(\d+){digits}|({every}))(?![\w])", re.IGNORECASE))


_TABLES: Mapping[str, OrdinalTable] = {
    "en": _table(
        "first 1;second 2;third 3;fourth 4;fifth 5;sixth 6;seventh 7;eighth 8;ninth 9;tenth 10", r"(?:st|nd|rd|th)"
    ),
    "fr": _table(
        "premier première premiers premières 1;deuxième deuxièmes second seconde seconds secondes 2;"
        "troisième troisièmes 3;quatrième quatrièmes 4;cinquième cinquièmes 5;sixième sixièmes 6;"
        "septième septièmes 7;huitième huitièmes 8;neuvième neuvièmes 9;dixième dixièmes 10",
        r"(?:er|re|d|de|e)s?",
    ),
    "es": _table(
        "primer primero primera primeros primeras 1;segundo segunda segundos segundas 2;"
        "tercer tercero tercera terceros terceras 3;cuarto cuarta cuartos cuartas 4;quinto quinta quintos quintas 5;"
        "sexto sexta sextos sextas 6;séptimo séptima 7;octavo octava 8;noveno novena 9;décimo décima 10",
        r"\.?[ªº]",
    ),
}


def check_ordinals(pair: Pair, reference: str, language: str) -> Iterator[Finding]:
    """Yield a warning where both sides hold the same ordinals, two or more, in another order.

    ``reference`` and ``language`` are codes of languages. Each side must name each of them once: what is
    repeated (the first … the second … the first) may be said in many orders.
    """
    mine, other = _TABLES.get(reference), _TABLES.get(language)
    if mine is None or other is None or pair.original is None or pair.translation is None:
        return
    ours = _ordinals(pair.original.text, mine)
    if len(ours) < 2:
        return
    theirs = _ordinals(pair.translation.text, other)
    one, two = [number for number, _ in ours], [number for number, _ in theirs]
    if one != two and len(set(one)) == len(one) and sorted(one) == sorted(two):
        said, seen = (" … ".join(words for _, words in side) for side in (ours, theirs))
        yield found("ordinal-order", "warning", pair, expected=said, found=seen)


def _ordinals(text: str, table: OrdinalTable) -> list[tuple[str, str]]:
    """Return the ordinals of a text in their order: number and words."""
    return [(match[1] or table.words[match[2].lower()], match[0]) for match in table.pattern.finditer(text)]
