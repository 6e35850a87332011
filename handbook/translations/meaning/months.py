"""Months, weekdays and words for weeks or years that stand without a number, held against each other."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.translations.meaning.compare import Difference, lacking, zipped
from handbook.translations.meaning.facts import Fact, FactKind, Reading, firm

_SPANS: tuple[FactKind, ...] = ("weekday", "unit")


def years(reading: Reading) -> Iterator[Fact]:
    """Yield the years that stand beside months."""
    for fact in reading.of("month").values():
        year = fact.value.partition("-")[0]
        if year.isdigit():
            yield fact._replace(kind="number", value=year, number=year, firm=True)


def months(original: Reading, translation: Reading, sure: bool) -> Iterator[Difference]:
    """Yield months and weekdays that differ; one that is a word too is missed only where another stands for it."""
    for kind in _SPANS[: None if sure else 1]:
        one, two = original.of(kind), translation.of(kind)
        if one or two:
            yield from _swapped(kind, lacking(one, two), lacking(two, one))
    missing, added = _unsaid(original, translation), _unsaid(translation, original)
    both = min(len(missing), len(added))
    yield from zipped("month", missing[:both], added[:both])
    if sure:
        yield from zipped("month", firm(missing[both:]), firm(added[both:]))


def _swapped(kind: FactKind, missing: list[Fact], added: list[Fact]) -> Iterator[Difference]:
    """Yield what stands in the place of another."""
    both = min(len(missing), len(added))
    return zipped(kind, missing[:both], added[:both])


def _unsaid(one: Reading, other: Reading) -> list[Fact]:
    """Return the months and weekdays that the other side does not say in any way."""
    named = one.of("month")
    if not named:
        return []
    known = {_month(value) for value in other.of("month")} | {value.split("-")[1] for value in other.of("date")}
    return [fact for value, fact in named.items() if _month(value) not in known]


def _month(value: str) -> str:
    return value.rpartition("-")[2]
