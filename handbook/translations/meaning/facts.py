"""What a text says that its translation must say too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

FactKind = Literal[
    "number",
    "date",
    "month",  # without a day beside it
    "weekday",
    "unit",  # week, month or year, as a word
    "time",
    "duration",
    "percent",
    "currency",
    "code",
    "abbreviation",
    "address",  # of electronic mail
    "telephone",
    "link",
    "call",
    "reference",
    "placeholder",
    "code-span",
    "footnote",
]


class Fact(NamedTuple):
    """One fact: its ``value`` is the same in every language, its ``words`` are those of the text.

    ``firm``: the other language must say it. What is not firm (``twice``) only explains what is said there.
    ``number`` is the number in it, for words that another language says with the number alone.
    """

    kind: FactKind
    value: str
    words: str
    firm: bool = True
    number: str = ""


#: Facts that are the same, letter by letter, in every language.
EQUAL: tuple[FactKind, ...] = (
    "telephone",
    "address",
    "link",
    "call",
    "reference",
    "placeholder",
    "code-span",
    "footnote",
)
#: Facts of which one that stands for another is a difference, firm or not.
_LOOSE: frozenset[FactKind] = frozenset({"month", "weekday", "unit"})
Facts = dict[FactKind, dict[str, Fact]]


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """All facts of a text by kind, and by value: the same fact said twice counts once.

    ``equal`` and ``quantities`` are the firm facts of these two sorts, to see quickly that nothing differs.
    ``emphasis`` counts strong and other emphasis, ``last`` is the sign that ends the text.
    """

    facts: Facts = field(default_factory=dict)
    equal: frozenset[tuple[str, str]] = frozenset()
    quantities: frozenset[tuple[str, str]] = frozenset()
    emphasis: tuple[int, int] = (0, 0)
    last: str = ""

    def of(self, kind: FactKind) -> dict[str, Fact]:
        """Return the facts of a kind by value."""
        return self.facts.get(kind, {})


def gathered(facts: list[Fact], emphasis: tuple[int, int], last: str) -> Reading:
    """Return the reading of facts; of equal ones a firm one counts."""
    if not facts:
        return Reading(emphasis=emphasis, last=last)
    groups: Facts = {}
    for fact in facts:
        group = groups.setdefault(fact.kind, {})
        if fact.value not in group or (fact.firm and not group[fact.value].firm):
            group[fact.value] = fact
    equal = frozenset((fact.kind, fact.value) for fact in facts if fact.kind in EQUAL)
    quantities = frozenset(
        (fact.kind, fact.value)
        for fact in facts
        if fact.kind not in EQUAL and fact.kind != "abbreviation"
        if fact.firm or fact.kind in _LOOSE
    )
    return Reading(groups, equal, quantities, emphasis, last)


def firm(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts that the other language must say."""
    return [fact for fact in facts if fact.firm]
