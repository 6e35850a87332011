"""Numbers, dates, times, percentages and codes of two readings held against each other.

Languages do not say them alike: "13 to 23 March" may be "13 March to 23 March", "40 and 50 per cent"
"40 % et 50 %", "five-year" one word. So facts that are equal go first; of two that differ, one stands for
the other; and what is left on one side is taken apart: its number may stand on the other side by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.translations.meaning.compare import Difference, lacking, zipped
from handbook.translations.meaning.facts import Fact, FactKind, Reading, firm
from handbook.translations.meaning.months import months, years

_WITH_NUMBERS: tuple[FactKind, ...] = ("date", "time", "duration", "percent", "code", "currency")


def quantities(original: Reading, translation: Reading, sure: bool) -> Iterator[Difference]:
    """Yield every difference of quantities between two readings.

    ``sure`` says that the words of both languages are known. Where they are not, a small number, a month or
    a percentage that seems to be missing may be said in words, and is no difference.
    """
    if original.quantities == translation.quantities:
        return
    said, also = all_numbers(original), all_numbers(translation)
    for kind in _WITH_NUMBERS:
        mine, other = original.of(kind), translation.of(kind)
        if mine.keys() == other.keys():
            continue
        missing = firm(_without(lacking(mine, other), other, also))
        added = firm(_without(lacking(other, mine), mine, said))
        both = min(len(missing), len(added))
        yield from zipped(kind, missing[:both], added[:both])
        yield from zipped(kind, _alone(missing[both:], other, also, sure), _alone(added[both:], mine, said, sure))
    yield from months(original, translation, sure)
    one, two = (
        [*original.of("number").values(), *years(original)],
        [*translation.of("number").values(), *years(translation)],
    )
    for difference in zipped("number", _unexplained(one, also), _unexplained(two, said)):
        if _is_told(difference, sure):
            yield difference


def _is_told(difference: Difference, sure: bool) -> bool:
    """Return whether a number on one side only is a difference."""
    _, expected, seen = difference
    alone = expected if seen is None else seen if expected is None else None
    if alone is None:
        return True
    return (sure or not _is_small(alone)) and (alone is expected or not is_bare_two(alone))


def _is_small(fact: Fact) -> bool:
    return fact.number.isdigit() and int(fact.number) < 100


def is_bare_two(fact: Fact | None) -> bool:
    """Return whether a fact is the word for two, which languages add and drop (``both sides``, ``les deux``)."""
    return fact is not None and fact.kind == "number" and fact.value == "2" and fact.words.isalpha()


def _without(facts: list[Fact], other: dict[str, Fact], numbers: dict[str, Fact]) -> list[Fact]:
    """Return facts without the dates that the other side has without their year, if it says the year elsewhere."""
    days = [value.partition("-") for value, fact in other.items() if fact.kind == "date"]
    return [fact for fact in facts if fact.kind != "date" or not _same_day(fact, days, numbers)]


def _same_day(fact: Fact, days: list[tuple[str, str, str]], numbers: dict[str, Fact]) -> bool:
    year, _, day = fact.value.partition("-")
    known = year == "*" or year in numbers
    return known and any(that_day == day and "*" in (year, that_year) for that_year, _, that_day in days)


def _alone(facts: list[Fact], other: dict[str, Fact], numbers: dict[str, Fact], sure: bool) -> list[Fact]:
    """Return the facts on one side that are missed: their numbers are not on the other side in any way.

    Of a percentage the number alone is not enough, unless there are other percentages.
    """
    return [
        fact
        for fact in facts
        if (sure or (fact.kind != "percent" and not (fact.kind == "duration" and _is_small(fact))))
        and (
            any(part.value not in numbers for part in _numbers(fact) if sure or part.kind == "number")
            or (fact.kind == "percent" and not other)
        )
    ]


def _numbers(fact: Fact) -> Iterator[Fact]:
    """Yield the numbers of a fact, and the month of a date."""
    if fact.kind == "date":
        year, month, day = fact.value.split("-")
        yield fact._replace(kind="number", value=day)
        yield fact._replace(kind="month", value=f"month {month}")
        if year != "*":
            yield fact._replace(kind="number", value=year)
    elif fact.number or fact.kind in ("code", "time"):
        yield fact._replace(kind="number", value=fact.number)


def all_numbers(reading: Reading) -> dict[str, Fact]:
    """Return every number that a text holds in any fact: each explains the same number on the other side."""
    numbers = dict(reading.of("number"))
    for kind in _WITH_NUMBERS:
        for fact in reading.of(kind).values():
            numbers.update((number.value, number) for number in _numbers(fact))
    numbers.update((year.value, year) for year in years(reading))
    numbers.update((f"month {value.rpartition('-')[2]}", fact) for value, fact in reading.of("month").items())
    return numbers


def _unexplained(facts: list[Fact], numbers: dict[str, Fact]) -> list[Fact]:
    """Return the numbers that the other side does not hold, each once; ``1 500`` may be two of them."""
    once = {fact.value: fact for fact in facts if fact.firm and fact.value not in numbers}
    return [
        fact
        for fact in once.values()
        if " " not in fact.words or any(part not in numbers for part in fact.words.split(" "))
    ]
