"""What is to be done for a translation, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handbook.translations.finding import Pair
from handbook.translations.state import State, state
from handbook.translations.unit import Unit
from handbook.translations.work.word_changes import word_changes


@dataclass(frozen=True)
class Task:
    """A pair that asks for work: its state, and where (file and line of the translation, or of the place for it)."""

    pair: Pair
    state: State
    file: str
    line: int

    @property
    def changes(self) -> str:
        """Return what changed in the original since it was translated, word by word; nothing if that is not known."""
        if self.state not in ("outdated", "touched") or self.pair.original is None or self.pair.before is None:
            return ""
        return word_changes(self.pair.before, self.pair.original.text)


def tasks(pairs: Iterable[Pair], home: Callable[[Unit], Unit] | None = None) -> Iterator[Task]:
    """Yield what is to be done for the pairs of a language, in their order; a blank translation is missing.

    ``home`` returns where the translation of an original belongs that has none; else the original stands for it.
    """
    for pair in pairs:
        now = state_of(pair)
        unit = pair.translation or (home(pair.original) if home and pair.original else pair.original)
        if now != "current" and unit is not None:
            yield Task(pair, now, unit.file, unit.line)


def state_of(pair: Pair) -> State:
    """Return the state of a pair, ``missing`` also where the translation is blank."""
    blank = pair.original is not None and pair.translation is not None and not pair.translation.text
    return "missing" if blank else state(pair)
