"""What readers are told of a translation: what is behind the original, since when, and how much there is."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from handbook.kept import Shelf
from handbook.problems import Problem
from handbook.read.settings import Language, Settings
from handbook.read.text import read_text
from handbook.read.words import Words
from handbook.read.yaml import YamlFile, parse
from handbook.side_by_side import in_turn, side_by_side
from handbook.translations.data_units import data_units
from handbook.translations.finding import Pair
from handbook.translations.memory import read_memory
from handbook.translations.page_units import page_units
from handbook.translations.pairs import pairs
from handbook.translations.renamed import with_memory_of_old_names
from handbook.translations.site_units import site_units
from handbook.translations.state import State, state
from handbook.translations.unit import Unit

_BEHIND = ("outdated", "missing")
_BLOCK = re.compile(r"^(?P<page>.+\.md)(?:#(?P<section>[^/]*))?/[^/]+$")


@dataclass(frozen=True)
class Behind:
    """A unit that is not translated as it stands: its state, its anchor (a key, or ``page.md#section``), its words.

    ``changed`` is the day on which the original changed, where a history of changes knows it.
    """

    key: str
    state: State
    anchor: str
    text: str
    changed: datetime.date | None


@dataclass(frozen=True)
class Freshness:
    """One translation: its units and words, how many are current, what is behind, and days of translation by key."""

    code: str
    units: int
    current: int
    words: int
    current_words: int
    behind: tuple[Behind, ...]
    days: Mapping[str, str]

    @property
    def percent(self) -> int:
        """Return how much is current, in words, rounded down."""
        return 100 * self.current_words // self.words if self.words else 100


def freshness(settings: Settings, words: Sequence[Words], shelf: Shelf | None = None) -> dict[str, Freshness]:
    """Return the freshness of every translation of the handbook, by language code.

    The units of a file that are on the ``shelf`` are not looked for again.
    """
    shelf = shelf if shelf is not None else Shelf({})
    # What is known is found in less time than it takes to start a process.
    each = in_turn if shelf.before else side_by_side
    quiet: list[Problem] = []
    text = read_text(settings.root, settings.config, quiet)
    config = parse(settings.config, text or "", quiet, engine_tags=True)
    units: dict[str, list[Unit]] = {}
    for one, (found, own) in zip(words, each(partial(_units, config, shelf.before), words), strict=True):
        units[one.language.code] = found
        shelf.now |= own

    def held(language: Language) -> Freshness:
        code, memory = language.code, read_memory(settings.root, language.folder, quiet)
        paired = with_memory_of_old_names(pairs(code, units[settings.reference.code], units[code], memory), memory)
        return _measured(settings.root, code, [pair for pair in paired if pair.original is not None])

    return {one.code: one for one in each(held, settings.translations)}


def _units(config: YamlFile | None, known: dict[str, Any], one: Words) -> tuple[list[Unit], dict[str, Any]]:
    """Return the units of one language, and what of them is to be kept."""
    shelf = Shelf(known)
    site = site_units(config, one.language) if config is not None else ()
    return [*data_units(one, shelf), *page_units(one, shelf), *site], shelf.now


def _measured(root: Path, code: str, paired: Sequence[Pair]) -> Freshness:
    behind = [pair for pair in paired if state(pair) in _BEHIND]
    sizes = {pair.key: len((pair.original or pair.translation).text.split()) for pair in paired}  # type: ignore[union-attr]
    late = {pair.key for pair in behind}
    return Freshness(
        code,
        len(paired),
        len(paired) - len(behind),
        sum(sizes.values()),
        sum(size for key, size in sizes.items() if key not in late),
        tuple(_behind(root, behind)),
        {pair.key: pair.on for pair in paired if pair.on},
    )


def _behind(root: Path, paired: Iterable[Pair]) -> Iterator[Behind]:
    for pair in paired:
        original = pair.original
        assert original is not None, "only units with an original are asked for"
        yield Behind(pair.key, state(pair), anchor(pair.key), original.text, changed_on(root, original))


def anchor(key: str) -> str:
    """Return where a unit is shown: the key of its record, or ``page.md#section`` for a block of a page."""
    if block := _BLOCK.match(key):
        return f"{block['page']}#{block['section'] or ''}"
    return key.rpartition(".")[0]


def changed_on(root: Path, unit: Unit) -> datetime.date | None:
    """Return the day of the last change of a unit's line, as git remembers it; None where it does not."""
    command = ["git", "-C", str(root), "blame", "--porcelain", f"-L{unit.line},{unit.line}", "--", unit.file]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=5)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    time = re.search(r"^committer-time (\d+)$", done.stdout, re.M)
    if time is None or done.stdout.startswith("0" * 40):
        return None  # not committed yet
    return datetime.datetime.fromtimestamp(int(time[1]), datetime.UTC).date()
