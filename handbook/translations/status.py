"""What is to be done for a translation, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from handbook.translations.finding import Pair
from handbook.translations.state import State, state
from handbook.translations.work.word_changes import word_changes

_SAID: Mapping[State, str] = {
    "missing": "to translate",
    "outdated": "the original changed, the translation did not",
    "touched": "the original and the translation changed; say whether they fit",
    "unrecorded": "nobody has said yet that it is right",
    "orphaned": "the original is gone; delete it, or put it back",
}


@dataclass(frozen=True)
class Task:
    """A pair that asks for work: its state, and where (file and line of the translation, or of the original)."""

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


def tasks(pairs: Iterable[Pair]) -> Iterator[Task]:
    """Yield what is to be done for the pairs of a language, in their order; a blank translation is missing."""
    for pair in pairs:
        now = state_of(pair)
        unit = pair.translation or pair.original
        if now != "current" and unit is not None:
            yield Task(pair, now, unit.file, unit.line)


def state_of(pair: Pair) -> State:
    """Return the state of a pair, ``missing`` also where the translation is blank."""
    blank = pair.original is not None and pair.translation is not None and not pair.translation.text
    return "missing" if blank else state(pair)


def report(language: str, todo: Sequence[Task], units: int) -> Iterator[str]:
    """Yield the lines that tell a person what is to be done for ``language``, which has so many ``units``."""
    if not todo:
        yield f"{language}: all {units} units are translated from the original as it is. Nothing to do."
        return
    yield f"{language}: {len(todo)} of {units} units to be done"
    for file, group in groupby(sorted(todo, key=lambda task: task.file), key=lambda task: task.file):
        yield f"\n{file}"
        for said, same in groupby(sorted(group, key=_order), key=lambda task: task.state):
            together = list(same)
            yield f"  {_SAID[said]} ({len(together)})"
            for task in together:
                yield from _lines(task)


def _order(task: Task) -> tuple[int, int]:
    return list(_SAID).index(task.state), task.line


def _lines(task: Task) -> Iterator[str]:
    place = f", line {task.line}" if task.pair.translation is not None else ""
    yield f"    {task.pair.key}{place}"
    if task.changes:
        yield f"      original: {task.changes}"
    elif task.pair.original is not None:
        yield f"      original: {task.pair.original.text}"
    if task.pair.translation is not None and task.pair.translation.text:
        yield f"      {'still' if task.state == 'outdated' else 'now'}:   {task.pair.translation.text}"
