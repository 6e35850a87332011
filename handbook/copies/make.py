"""All copies are made, side by side, unless an earlier run made them from the same."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from handbook.apart import STOPPED, in_processes
from handbook.copies.edition import Edition, Wanted
from handbook.copies.keep import KeptCopies, mark_of_edition
from handbook.copies.kinds import Kinds, Lacking, OfALanguage, OfAll
from handbook.copies.needs import REQUIREMENTS, what_to_do
from handbook.copies.outcome import Outcome, outcome_of
from handbook.kept import mark_of
from handbook.problems import CouldNotRun, Problem, refuse
from handbook.read.date import EPOCH
from handbook.stage import Staged, Tell

#: What takes longest is begun first, so that no processor waits for it at the end.
_LONGEST = ("whole", "programme", "chapters", "leaflets")
#: So many seconds pass between two words on how far it is.
_PATIENCE = 1.0


@dataclass(frozen=True)
class Copy:
    """A copy that was made: ``file`` holds it; ``code`` is its language, empty for one of all languages."""

    wanted: Wanted
    code: str
    file: Path

    @property
    def size(self) -> int:
        """Return its number of bytes."""
        return self.file.stat().st_size

    @property
    def name(self) -> str:
        """Return how a person who reads a message tells it from others: ``fr/handbook.pdf``."""
        return "/".join(filter(None, (self.code, self.wanted.name)))


@dataclass(frozen=True)
class Made:
    """The copies of all languages in the order of the kinds, and remarks, such as what was left out."""

    copies: tuple[Copy, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def of(self, code: str) -> tuple[Copy, ...]:
        """Return what readers of a language are offered: its own, then those of all languages."""
        return tuple(one for there in (code, "") for one in self.copies if one.code == there)


@dataclass
class _Work:
    """What is known while copies are made; ``lacking`` names what was left out by its reason."""

    folder: Path
    kept: KeptCopies
    todo: list[tuple[Copy, str]] = field(default_factory=list)
    lacking: dict[str, set[str]] = field(default_factory=dict)

    def lack(self, reason: str, name: str) -> None:
        """Note that something is left out."""
        self.lacking.setdefault(reason, set()).add(name)


def make_copies(editions: Sequence[Edition], folder: Path, tell: Tell, kinds: Kinds) -> Made:
    """Make every copy of the ``editions`` of a site, and leave them in ``folder``.

    Raises `Refused` with every problem of the words that a copy met, `CouldNotRun` with the name of a copy that could
    not be made. What this system lacks a package or a library for is left out.
    """
    staged = editions[0].staged
    work = _Work(folder, KeptCopies(staged.kept))
    marks = [mark_of_edition(edition) for edition in editions]
    for edition, mark in zip(editions, marks, strict=True):
        for name, load in kinds.of_a_language.items():
            _collect(work, edition.language.code, mark, name, partial(_wanted, load, edition))
    for name, load_all in kinds.of_all.items():
        _collect(work, "", mark_of(*marks), name, partial(_wanted_of_all, load_all, editions))
    _check_names(copy for copy, _mark in work.todo)
    with _on_the_day_of(staged):
        copies = _make_all(work, tell)
    work.kept.clear({mark for _copy, mark in work.todo})
    return Made(copies, tuple(_told(work.lacking)))


@contextmanager
def _on_the_day_of(staged: Staged) -> Iterator[None]:
    """Give the day of the edition to libraries that write a date into a file (https://reproducible-builds.org)."""
    before = os.environ.get(EPOCH)
    day = datetime.combine(staged.settings.date, datetime.min.time(), UTC)
    os.environ[EPOCH] = str(int(day.timestamp()))
    try:
        yield
    finally:
        del os.environ[EPOCH]
        os.environ.update({EPOCH: before} if before is not None else {})


def _wanted(load: OfALanguage, edition: Edition) -> Iterable[Wanted]:
    return load()(edition)


def _wanted_of_all(load: OfAll, editions: Sequence[Edition]) -> Iterable[Wanted]:
    return [load()(editions)]


def _collect(work: _Work, code: str, mark: str, name: str, ask: Callable[[], Iterable[Wanted]]) -> None:
    """Note which copies are wanted, or what is lacking for them."""
    try:
        for one in ask():
            work.todo.append((Copy(one, code, work.folder / code / one.name), mark_of(mark, one.kind, one.name)))
    except Lacking as error:
        work.lack(str(error), name)


def _check_names(copies: Iterable[Copy]) -> None:
    """Raise `CouldNotRun` if two copies would be one file on some system."""
    for name, count in Counter(copy.name.lower() for copy in copies).items():
        if count > 1:
            raise CouldNotRun(f"{count} copies to take away are called {name}")


def _make_all(work: _Work, tell: Tell) -> tuple[Copy, ...]:
    """Make what is wanted, the longest first; return in the order of the kinds what is there now."""
    todo = sorted(work.todo, key=lambda one: (_LONGEST.index(one[0].wanted.group), one[0].wanted.kind != "pdf"))
    progress, problems, failures = _Progress(len(todo), tell), list[Problem](), dict[int, str]()

    def ended(number: int, told: Outcome | None) -> None:
        copy, outcome = todo[number][0], told or Outcome(failure=f"its process {STOPPED}")
        problems.extend(outcome.problems)
        if outcome.failure:
            failures[number] = f"the copy {copy.name} could not be made: {outcome.failure}"
        if outcome.lacking:
            work.lack(outcome.lacking, copy.wanted.kind)
        progress.one_more()

    in_processes([partial(outcome_of, partial(_make, work.kept, *one)) for one in todo], ended)
    if failures:
        raise CouldNotRun("; ".join(failures[number] for number in sorted(failures)))
    refuse(problems)
    return tuple(copy for copy, _mark in work.todo if copy.file.is_file())


def _make(kept: KeptCopies, copy: Copy, mark: str) -> None:
    """Make one copy, or take the one that is kept; runs in a process of its own."""
    content = kept.known(mark)
    if content is None:
        content = copy.wanted.make()
        kept.put(mark, content)
    copy.file.parent.mkdir(parents=True, exist_ok=True)
    copy.file.write_bytes(content)


class _Progress:
    """Tells how many copies there are now, not more often than a person reads."""

    def __init__(self, count: int, tell: Tell) -> None:
        self.count, self.tell, self.done, self.told = count, tell, 0, 0.0

    def one_more(self) -> None:
        """Count one copy."""
        self.done, now = self.done + 1, time.monotonic()
        if self.done == self.count or now - self.told > _PATIENCE:
            self.told = now
            self.tell(f"  copies    {self.done} of {self.count} copies")


def _told(lacking: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Yield what is said of the copies that were left out, one remark a reason."""
    for reason, names in lacking.items():
        wrong = f"copies to take away are left out ({', '.join(sorted(names))}): {reason}"
        yield Problem(REQUIREMENTS, 0, wrong, todo=what_to_do(reason))
