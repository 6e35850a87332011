"""The commands of ``scripts/translations.py``: each returns what it says, line by line, and an exit code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from handbook.problems import CouldNotRun, refuse
from handbook.read.words import MEMORY
from handbook.translations.accept import Accepted
from handbook.translations.accept import accept as remember
from handbook.translations.exchange.pack import pack as packed
from handbook.translations.exchange.po import po
from handbook.translations.exchange.unpack import unpack as unpacked
from handbook.translations.exchange.xliff import xliff
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered, gather
from handbook.translations.status import report, tasks
from handbook.translations.work.selection import selected
from handbook.translations.work.since import touched_since
from handbook.write.files import write_together

Said = tuple[list[str], int]


def status(root: Path, language: str | None, what: Sequence[str]) -> Said:
    """Say what is to be done for the translations; exit code 1 if there is anything."""
    gathered = gather(root)
    said = [f"To mend first: {problem}" for problem in gathered.problems]
    todo = 0
    for code in _codes(gathered, language):
        pairs = _chosen(gathered, code, what)
        found = list(tasks(pairs))
        todo += len(found)
        said += [*([""] if said else []), *report(gathered.settings.language(code).name, found, len(pairs))]
    return said, int(bool(todo or gathered.problems))


def accept(
    root: Path, language: str | None, what: Sequence[str], everything: bool, since: str | None, wording: bool
) -> Said:
    """Remember that translations are right, or that the original changed in words only."""
    gathered = gather(root)
    said: list[str] = []
    for code in _codes(gathered, language):
        chosen: Collection[Pair] | None = None
        if not everything:
            chosen = _since(gathered, code, since, wording) if since else _chosen(gathered, code, what)
        done = remember(gathered, code, chosen, gathered.settings.date.isoformat(), wording)
        said += _accepted(gathered.settings.language(code).name, done)
    return said, 0


def pack(root: Path, language: str | None, what: Sequence[str], all: bool, format: str, output: Path) -> Said:  # noqa: A002
    """Write a pack for each language that has anything to be packed."""
    gathered = gather(root)
    refuse([one for one in gathered.problems if f"/{MEMORY}/" not in one.file])
    said: list[str] = []
    for code in _codes(gathered, language):
        one = packed(gathered, code, all, _chosen(gathered, code, what) if what else None)
        name = gathered.settings.language(code).name
        if not one.segments:
            said.append(f"{name}: nothing to do, so there is nothing to pack.")
            continue
        file = output / (f"handbook-{code}.po" if format == "po" else f"handbook-{code}.xlf")
        write_together({file.resolve(): po(one) if format == "po" else xliff(one)})
        said.append(f"{name}: {len(one.segments)} units in {file}")
    return said, 0


def unpack(root: Path, language: str | None, file: Path, partial: bool) -> Said:
    """Write what a translator has done into the words; exit code 1 if some of it was not taken."""
    done = unpacked(root, file, gather(root).settings.date.isoformat(), language or "", partial)
    said = [str(problem) for problem in done.refused]
    if done.refused:
        said += ["", f"{len(done.refused)} not taken (above)."]
    said += [f"written: {name}" for name in done.files]
    said.append(f"{done.units} units count as right now; {len(done.left)} are not done yet or were not to be.")
    return said, int(bool(done.refused))


def _codes(gathered: Gathered, language: str | None) -> list[str]:
    codes = [one.code for one in gathered.translations]
    if language is not None and language not in codes:
        raise CouldNotRun(f"'{language}' is not a translation of this handbook; it has {', '.join(codes)}")
    return codes if language is None else [language]


def _chosen(gathered: Gathered, code: str, what: Sequence[str]) -> Collection[Pair]:
    """Return the pairs that are meant; a name that only another language knows means nothing in this one."""
    if not what:
        return gathered.pairs[code]
    names = set(what)
    for other in gathered.translations:
        if other.code != code:
            names -= {name for name in what if name.partition("/")[0] == other.folder}
    return selected(gathered.pairs[code], names)


def _since(gathered: Gathered, code: str, revision: str, wording: bool) -> list[Pair]:
    """Return the pairs whose translation (with ``wording``: whose original) was touched since a revision."""
    spoken = gathered.settings.reference.code if wording else code
    keys = touched_since(gathered, spoken, revision)
    sides = ((pair, pair.original if wording else pair.translation) for pair in gathered.pairs[code])
    return [pair for pair, unit in sides if unit is not None and unit.key in keys]


def _accepted(name: str, done: Accepted) -> list[str]:
    missing = [f"  not translated yet: {key}" for key in done.missing]
    return [f"{name}: {done.units} units remembered in {len(done.files)} files", *missing]
