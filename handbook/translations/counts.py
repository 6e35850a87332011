"""How much of a handbook is translated, and how much of that is current: in units and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from handbook.translations.finding import Pair
from handbook.translations.state import State, state
from handbook.translations.unit import Unit

_NO_WORDS = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


@dataclass(frozen=True)
class Count:
    """Units and words of the original: all, those that are translated, those whose translation is current."""

    units: int = 0
    words: int = 0
    translated_units: int = 0
    translated_words: int = 0
    current_units: int = 0
    current_words: int = 0

    def __add__(self, other: Count) -> Count:
        """Return both together."""
        mine, theirs = vars(self).values(), vars(other).values()
        return Count(*(one + two for one, two in zip(mine, theirs, strict=True)))

    @property
    def complete(self) -> float:
        """Return the percentage that is translated, of units or words, whichever is less."""
        return min(_share(self.translated_units, self.units), _share(self.translated_words, self.words))

    @property
    def current(self) -> float:
        """Return the percentage that is translated from the original as it is now, of units or words."""
        return min(_share(self.current_units, self.units), _share(self.current_words, self.words))


def _share(part: int, whole: int) -> float:
    """Return a percentage with one decimal, rounded down: what is not all is never 100."""
    return part * 1000 // whole / 10 if whole else 100.0


def word_count(text: str) -> int:
    """Return how many words a reader reads; a reference such as ``[[jnc]]`` prints one, a macro call none."""
    return len(_WORD.findall(_NO_WORDS.sub(" ", text)))


def count_files(pairs: Iterable[Pair], copied: Collection[str], excepted: Collection[str]) -> dict[str, Count]:
    """Return the count of each file of the original, in order.

    ``copied`` are the keys of units that repeat the original untranslated; ``excepted`` those that a person
    dismissed with a reason, which count as done.
    """
    counts: dict[str, list[int]] = {}
    for pair in pairs:
        if pair.original is None or not pair.original.text:
            continue
        count = counts.setdefault(pair.original.file, [0] * 6)
        words = word_count(pair.original.text)
        present = written(pair.translation) and pair.key not in copied
        current = present and quick_state(pair) == "current"
        done = pair.key in excepted
        for place, counted in ((0, True), (2, present or done), (4, current or done)):
            count[place] += counted
            count[place + 1] += words * counted
    return {file: Count(*count) for file, count in counts.items()}


def quick_state(pair: Pair) -> State:
    """Return the state of a pair, without a look at typography where the original is what it was."""
    original = pair.original
    same = original is not None and pair.translation is not None and original.text == pair.before
    return "current" if same else state(pair)


def written(unit: Unit | None) -> bool:
    """Return whether a unit exists and is not blank."""
    return unit is not None and bool(unit.text)


def total(counts: Mapping[str, Count]) -> Count:
    """Return all files together."""
    return sum(counts.values(), Count())
