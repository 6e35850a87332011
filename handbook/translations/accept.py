"""A person says that translations are right: what they translate is remembered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.read.words import MEMORY
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered
from handbook.translations.memory import Remembered, memory_file, place
from handbook.translations.status import state_of
from handbook.translations.unit import digest
from handbook.translations.work.memory_damage import check_memory
from handbook.write.files import write_together

_NUMBER = re.compile(r"-\d+$")


@dataclass(frozen=True)
class Accepted:
    """What was done: how many units are remembered anew, which have no translation, which files differ."""

    units: int
    missing: tuple[str, ...]
    files: tuple[str, ...]


def accept(gathered: Gathered, code: str, chosen: Collection[Pair] | None, day: str, wording: bool = False) -> Accepted:
    """Remember that the ``chosen`` pairs of a language (None: all) are right on ``day``.

    With ``wording``, the original changed in words only: what is outdated counts as translated from the
    new words, everything else stays. Files of memory hold their units in the order of the words; what is
    not chosen stays remembered as it was, and what is gone is dropped where a file is written anyway.

    Raises `Refused` if the words cannot be read, or if memory is damaged and would be lost, `CouldNotRun`
    if a file cannot be written.
    """
    folder = gathered.settings.language(code).folder
    pairs = gathered.pairs[code]
    picked, files, whole = _picked(pairs, chosen), _files(pairs if chosen is None else chosen), _whole(chosen, wording)
    check_acceptable(gathered, code, chosen, wording)
    lines: dict[str, list[tuple[str, Remembered]]] = {f"{folder}/{MEMORY}/{place(file, folder)}": [] for file in files}
    new = 0
    for pair in _in_order(gathered, code):
        unit = pair.translation
        if unit is not None and unit.file in files:
            before = _remembered(gathered, code, pair)
            now = _right(pair, before, day, wording) if id(pair) in picked else before
            new += now != before
            entry = [(unit.key, now)] if now is not None else []
            lines[f"{folder}/{MEMORY}/{place(unit.file, folder)}"] += entry
    missing = tuple(pair.key for pair in pairs if id(pair) in picked and state_of(pair) == "missing")
    return Accepted(new, missing, _write(gathered, folder, lines, whole))


def check_acceptable(gathered: Gathered, code: str, chosen: Collection[Pair] | None, wording: bool = False) -> None:
    """Raise `Refused` if `accept` would, for the same pairs."""
    pairs = gathered.pairs[code]
    files = _files(pairs if chosen is None else chosen)
    partly = files if wording else _partly(pairs, _picked(pairs, chosen), files)
    check_memory(gathered, code, () if _whole(chosen, wording) else partly)


def _picked(pairs: Collection[Pair], chosen: Collection[Pair] | None) -> set[int]:
    return {id(pair) for pair in (pairs if chosen is None else chosen)}


def _files(pairs: Collection[Pair]) -> set[str]:
    return {pair.translation.file for pair in pairs if pair.translation is not None}


def _whole(chosen: Collection[Pair] | None, wording: bool) -> bool:
    return chosen is None and not wording


def _in_order(gathered: Gathered, code: str) -> Iterator[Pair]:
    """Yield the pairs that have a translation, in the order of its words."""
    places = {(unit.file, unit.key): number for number, unit in enumerate(gathered.units[code])}
    there = [pair for pair in gathered.pairs[code] if pair.translation is not None]
    yield from sorted(there, key=lambda pair: places[pair.translation.file, pair.translation.key])  # type: ignore[union-attr]


def _remembered(gathered: Gathered, code: str, pair: Pair) -> Remembered | None:
    """Return what is remembered of a pair; of a block without an original, by its own words."""
    if pair.before is not None and pair.mark is not None and pair.on is not None:
        return Remembered(pair.before, pair.mark, pair.on)
    if pair.original is None and pair.translation is not None:
        group, mark = _NUMBER.sub("", pair.translation.key), digest(pair.translation.text)
        known = (one for key, one in gathered.memory[code].items() if _NUMBER.sub("", key) == group)
        return next((one for one in known if one.translation == mark), None)
    return None


def _right(pair: Pair, before: Remembered | None, day: str, wording: bool) -> Remembered | None:
    """Return what is to be remembered of an accepted pair; the same as before where nothing is new."""
    if pair.original is None or pair.translation is None or not pair.translation.text:
        return before
    if wording:
        changed = before is not None and state_of(pair) in ("outdated", "touched")
        return Remembered(pair.original.text, before.translation, day) if before and changed else before
    mark = digest(pair.translation.text)
    if before is not None and state_of(pair) == "current" and before.translation == mark and "" < before.on <= day:
        return before
    return Remembered(pair.original.text, mark, day)


def _partly(pairs: Iterable[Pair], picked: Collection[int], files: Collection[str]) -> set[str]:
    """Return the files of which some units are chosen and some are not."""
    others = (pair.translation for pair in pairs if id(pair) not in picked)
    return {unit.file for unit in others if unit is not None and unit.file in files}


def _write(
    gathered: Gathered, folder: str, lines: Mapping[str, list[tuple[str, Remembered]]], everything: bool
) -> tuple[str, ...]:
    root = gathered.settings.root
    files: dict[str, bytes | None] = {
        file: memory_file(kept).encode() if kept else None for file, kept in lines.items()
    }
    files |= dict.fromkeys(_carried(gathered, folder, lines))
    if everything:
        there = (path.relative_to(root).as_posix() for path in (root / folder / MEMORY).rglob("*.yml"))
        files = dict.fromkeys(there) | files
    changed = {root / file: content for file, content in files.items() if content != _content(root / file)}
    write_together(changed)
    return tuple(sorted(path.relative_to(root).as_posix() for path in changed))


def _carried(gathered: Gathered, folder: str, lines: Mapping[str, list[tuple[str, Remembered]]]) -> set[str]:
    """Return files of memory, of no words any more, all of which stands in ``lines`` now: a page was renamed."""
    code = next(one.code for one in gathered.translations if one.folder == folder)
    written = {(one.original, one.translation) for kept in lines.values() for _, one in kept}
    known = gathered.memory[code].values()
    return {
        file
        for file in unused_files(gathered, code) - lines.keys()
        if all((one.original, one.translation) in written for one in known if one.file == file)
    }


def unused_files(gathered: Gathered, code: str) -> set[str]:
    """Return the files of memory whose words exist in no language; none where some words cannot be read."""
    if gathered.problems:
        return set()
    folder = gathered.settings.language(code).folder
    reference = gathered.settings.reference.folder
    units = (unit for pair in gathered.pairs[code] for unit in (pair.original, pair.translation) if unit is not None)
    inner = {unit.file.removeprefix(f"{reference}/").removeprefix(f"{folder}/"): unit.file for unit in units}
    homes = {
        f"{folder}/{MEMORY}/{place(f'{folder}/{name}' if name != file else file, folder)}"
        for name, file in inner.items()
    }
    return {one.file for one in gathered.memory[code].values()} - homes


def forget(gathered: Gathered, code: str, files: Collection[str]) -> tuple[str, ...]:
    """Delete those of ``files`` that are memory of words that exist no more; return them."""
    gone = sorted(unused_files(gathered, code).intersection(files))
    write_together(dict.fromkeys(gathered.settings.root / file for file in gone))
    return tuple(gone)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
