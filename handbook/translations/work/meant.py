"""Which translations, and which of their pairs, a command is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from handbook.problems import CouldNotRun
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered
from handbook.translations.memory import damaged_memory
from handbook.translations.work.selection import selected
from handbook.translations.work.since import touched_since


def codes(gathered: Gathered, language: str | None) -> list[str]:
    """Return the codes of the translations that are meant: one, or all; raise `CouldNotRun` if there is no such one."""
    every = [one.code for one in gathered.translations]
    if language is not None and language not in every:
        raise CouldNotRun(f"this handbook has no translation '{language}'; it has {', '.join(every)}")
    return every if language is None else [language]


def chosen_pairs(gathered: Gathered, code: str, what: Sequence[str], language: str | None) -> Collection[Pair]:
    """Return the pairs that are meant; unless one ``language`` is, what is in the folder of another means nothing."""
    if not what:
        return gathered.pairs[code]
    others = other_folders(gathered, code) if language is None else set()
    names = {name for name in what if name.partition("/")[0] not in others}
    own = {gathered.settings.reference.folder, gathered.settings.language(code).folder}
    return selected(gathered.pairs[code], names, own)


def other_folders(gathered: Gathered, code: str | None) -> set[str]:
    """Return the folders of the other translations than that with ``code``; none if it is None."""
    return {one.folder for one in gathered.translations if code not in (None, one.code)}


def pairs_since(gathered: Gathered, code: str, revision: str, wording: bool) -> list[Pair]:
    """Return the pairs whose translation (with ``wording``: whose original) was touched since a revision."""
    spoken = gathered.settings.reference.code if wording else code
    keys = touched_since(gathered, spoken, revision)
    sides = ((pair, pair.original if wording else pair.translation) for pair in gathered.pairs[code])
    return [pair for pair, unit in sides if unit is not None and unit.key in keys]


def readable(gathered: Gathered, code: str, pairs: Collection[Pair]) -> Collection[Pair]:
    """Return the pairs of which something can be said: their files, and what is remembered of them, can be read."""
    if not gathered.problems:
        return pairs
    folder, reference = gathered.settings.language(code).folder, gathered.settings.reference.folder
    damaged = damaged_memory(gathered.problems, folder) or frozenset().__contains__
    files = {problem.file for problem in gathered.problems}
    sides = ((pair, (pair.translation or pair.original)) for pair in pairs)
    inner = ((pair, unit.file.removeprefix(f"{folder}/").removeprefix(f"{reference}/")) for pair, unit in sides if unit)
    return [
        pair
        for pair, name in inner
        if not files & {f"{folder}/{name}", f"{reference}/{name}"} and not damaged(f"{folder}/{name}")
    ]
