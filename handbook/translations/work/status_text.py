"""What is to be done for a translation, in words for the person who does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import get_args

from handbook.translations.messages import Catalogue
from handbook.translations.state import State
from handbook.translations.status import Task

_COMMAND = "python3 scripts/translations.py accept --language {code} {key}"
_ORDER: tuple[State, ...] = ("missing", "outdated", "touched", "unrecorded", "orphaned")
assert set(_ORDER) == {*get_args(State)} - {"current"}, "every state is told"


def status_text(name: str, code: str, todo: Sequence[Task], units: int, words: Catalogue) -> Iterator[str]:
    """Yield the lines that tell what is to be done for a language, which has so many ``units``."""
    if not todo:
        yield words.counted("nothing", units, name=name)
        return
    yield words.word("todo", name=name, todo=words.number(len(todo)), units=words.counted("texts", units))
    for file, group in groupby(sorted(todo, key=lambda task: task.file), key=lambda task: task.file):
        yield ""
        yield file
        for state, same in groupby(sorted(group, key=_order), key=lambda task: task.state):
            together = list(same)
            yield f"  {words.word(f'state-{state}', count=words.number(len(together)))}"
            for task in together:
                yield from _task(task, words)
    yield ""
    if any(task.state != "orphaned" for task in todo):
        yield words.word("accept")
        yield f"  {_COMMAND.format(code=code, key=words.word('key'))}"


def _order(task: Task) -> tuple[int, int]:
    return _ORDER.index(task.state), task.line


def _task(task: Task, words: Catalogue) -> Iterator[str]:
    original, translation, colon = task.pair.original, task.pair.translation, words.word("colon")
    place = f", {words.word('place', line=str(task.line))}" if translation is not None else ""
    yield f"    {task.pair.key}{place}"
    if original is not None:
        at = words.word("original-at", place=f"{original.file}:{original.line}")
        yield f"      {at}{colon} {task.changes or original.text}"
    elif task.pair.before:
        yield f"      {words.word('original-gone')}{colon} {task.pair.before}"
    if translation is not None and translation.text:
        kinds = {"outdated": "translation-unchanged", "touched": "translation-changed"}
        yield f"      {words.word(kinds.get(task.state, 'translation'))}{colon} {translation.text}"
