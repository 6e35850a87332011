"""A pack that came back is written into the handbook, and what is done in it counts as right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Problem, Refused, refuse
from handbook.read.words import MEMORY
from handbook.translations.accept import accept
from handbook.translations.exchange.returned import Returned, read_pack, returned
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered, gather
from handbook.translations.unit import Unit
from handbook.translations.work.memory_damage import check_memory
from handbook.translations.write_back import planned
from handbook.translations.writing.homes import home
from handbook.translations.writing.new_files import site_file
from handbook.write.files import write_together

_Done = Sequence[tuple[Pair, str]]


@dataclass(frozen=True)
class Unpacked:
    """What was done: files with new words, units that count as right now, keys left undone, what was not taken."""

    code: str
    files: tuple[str, ...]
    units: int
    left: tuple[str, ...]
    refused: tuple[Problem, ...]


def unpack(root: Path, file: Path, day: str, code: str = "", partial: bool = False) -> Unpacked:
    """Write what is done in the pack ``file`` into the handbook in ``root``, and accept it as of ``day``.

    Raises `Refused` with everything that is wrong, and writes nothing; with ``partial``, what is sound is
    taken and the rest is returned. A pack that cannot be read, or of another language than ``code``, is
    refused as a whole, and so is one for a handbook whose own words have problems. Raises `CouldNotRun` if a
    file cannot be written; everything is as it was then.
    """
    gathered = gather(root)
    refuse([one for one in gathered.problems if f"/{MEMORY}/" not in one.file])
    found = returned(gathered, read_pack(file), file.name, code)
    if found.wrong and not partial:
        raise Refused(problem for _, problem in found.wrong)
    check_memory(gathered, found.code, _files(gathered, found))
    done, wrong = _writable(gathered, found.done, partial)
    files = planned(gathered, _changes(gathered, done))
    before = {root / name: (root / name).read_bytes() if (root / name).is_file() else None for name in files}
    folders = {each for path in before for each in path.parents if not each.exists()}
    write_together({root / name: content for name, content in files.items()})
    try:
        _accept(gather(root), found.code, done, day)
    except BaseException:
        write_together(before)
        for folder in sorted(folders, reverse=True):
            folder.rmdir()
        raise
    refused = (*(problem for _, problem in found.wrong), *wrong)
    return Unpacked(found.code, tuple(sorted(files)), len(done), found.left, refused)


def _accept(gathered: Gathered, code: str, done: _Done, day: str) -> None:
    keys = {pair.original.key for pair, _ in done if pair.original is not None}
    chosen = [pair for pair in gathered.pairs[code] if pair.original is not None and pair.original.key in keys]
    accept(gathered, code, chosen, day)


def _files(gathered: Gathered, found: Returned) -> set[str]:
    return {unit.file for unit in _changes(gathered, found.done)}


def _changes(gathered: Gathered, done: _Done) -> Mapping[Unit, str]:
    """Return the new words by the units that they belong to, also those that do not exist yet."""
    config, reference = site_file(gathered), gathered.settings.reference
    changes: dict[Unit, str] = {}
    for pair, words in done:
        assert pair.original is not None, "what is done has an original"
        language = gathered.settings.language(pair.code)
        changes[pair.translation or home(pair.original, reference, language, config)] = words
    return changes


def _writable(gathered: Gathered, done: _Done, partial: bool) -> tuple[_Done, list[Problem]]:
    """Return what can be written, and what is wrong with the rest; raise `Refused` unless that is ``partial``."""
    wrong = _try(gathered, done)
    if not wrong or not partial:
        refuse(wrong)
        return done, []
    by_file: dict[str, list[tuple[Pair, str]]] = {}
    for each, unit in zip(done, _changes(gathered, done), strict=True):
        by_file.setdefault(unit.file, []).append(each)
    sound: list[tuple[Pair, str]] = []
    problems: list[Problem] = []
    for group in by_file.values():
        fits, found = _sound(gathered, [], group)
        sound += fits
        problems += found if fits else _try(gathered, group)
    return sound, problems


def _sound(gathered: Gathered, fits: _Done, group: _Done) -> tuple[_Done, list[Problem]]:
    """Return what can be written of a file: what ``fits`` already, and of ``group`` what does beside it."""
    wrong = _try(gathered, [*fits, *group])
    if not wrong:
        return [*fits, *group], []
    if len(group) == 1:
        return fits, wrong
    half = len(group) // 2
    fits, before = _sound(gathered, fits, group[:half])
    fits, behind = _sound(gathered, fits, group[half:])
    return fits, [*before, *behind]


def _try(gathered: Gathered, done: _Done) -> list[Problem]:
    try:
        planned(gathered, _changes(gathered, done))
    except Refused as refused:
        return list(refused.problems)
    return []
