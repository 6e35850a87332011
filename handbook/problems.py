"""What can be wrong with a handbook, said so that the person who wrote it can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the words, at its place.

    ``file`` is relative to the handbook's folder, ``line`` counts from 1 (0: the whole file).
    """

    file: str
    line: int
    wrong: str
    expected: str = ""
    found: str = ""
    todo: str = ""

    def __str__(self) -> str:
        """Return ``file:line: what is wrong; expected; found; what to do``, on one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [self.wrong]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.found:
            parts.append(f"found {self.found}")
        said = " ".join(f"{place}: {'; '.join(parts)}.".split())
        return f"{said} {' '.join(self.todo.split())}".rstrip()


class Refused(Exception):
    """The words hold problems, so nothing is built; ``problems`` lists all of them in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CouldNotRun(Exception):
    """Something outside the words prevents the run (another build, a full disk, a missing program)."""


def refuse(problems: Sequence[Problem]) -> None:
    """Raise `Refused` if there is any problem."""
    if problems:
        raise Refused(problems)


def shown(value: object, limit: int = 60) -> str:
    """Return a value as a person wrote it, quoted and cut to ``limit`` characters."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= limit else f"'{text[: limit - 1]}…'"


def near(name: str, names: Iterable[str]) -> str:
    """Return ``Did you mean 'x'?`` where a name resembles ``name``, else nothing."""
    match = nearest(name, names)
    return f"Did you mean '{match}'?" if match else ""


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that resembles ``name`` most, or nothing."""
    return next(iter(difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)), "")


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Return names for a sentence: ``a, b or c``; a long list is cut with an ellipsis."""
    all_names = list(names)
    if len(all_names) > limit:
        return ", ".join(all_names[:limit]) + ", …"
    return " or ".join(filter(None, [", ".join(all_names[:-1]), all_names[-1] if all_names else ""]))
