"""Everything that the checks of translations need, read once: words, units, and what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Problem
from handbook.read.settings import Language, Settings, read_settings
from handbook.read.text import read_text
from handbook.read.words import Words, read_language
from handbook.read.yaml import parse
from handbook.side_by_side import side_by_side
from handbook.translations.data_units import data_units
from handbook.translations.finding import Pair
from handbook.translations.memory import Memory, read_memory
from handbook.translations.page_units import page_units
from handbook.translations.pairs import pairs
from handbook.translations.renamed import with_memory_of_old_names
from handbook.translations.site_units import site_units
from handbook.translations.unit import Unit


@dataclass(frozen=True)
class Gathered:
    """The words of a handbook as units by language code, and the pairs of each translation.

    ``problems`` are those of reading; where there are any, some units may be missing for that reason.
    """

    settings: Settings
    words: tuple[Words, ...]
    units: Mapping[str, tuple[Unit, ...]]
    memory: Mapping[str, Memory]
    pairs: Mapping[str, tuple[Pair, ...]]
    problems: tuple[Problem, ...]

    @property
    def translations(self) -> tuple[Language, ...]:
        """Return the languages that are translated into."""
        return self.settings.translations


@dataclass(frozen=True)
class _Read:
    """What one language's files hold."""

    words: Words
    units: tuple[Unit, ...]
    memory: Memory
    problems: list[Problem]


def gather(root: Path) -> Gathered:
    """Read the handbook in ``root``; raise `Refused` if ``mkdocs.yml`` cannot be used."""
    problems: list[Problem] = []
    settings = read_settings(root, told=problems)
    text = read_text(root, settings.config, problems)
    config = parse(settings.config, text or "", problems, engine_tags=True)
    read = side_by_side(lambda language: _read(root, language), settings.languages)
    units, memory, paired = dict[str, tuple[Unit, ...]](), dict[str, Memory](), dict[str, tuple[Pair, ...]]()
    for one in read:
        language = one.words.language
        site = site_units(config, language) if config is not None else ()
        units[language.code] = (*one.units, *site)
        problems += one.problems
        if not language.reference:
            memory[language.code] = one.memory
    for code, kept in memory.items():
        found = pairs(code, units[settings.reference.code], units[code], kept)
        paired[code] = tuple(with_memory_of_old_names(found, kept))
    return Gathered(settings, tuple(one.words for one in read), units, memory, paired, tuple(problems))


def _read(root: Path, language: Language) -> _Read:
    problems: list[Problem] = []
    words = read_language(root, language, problems)
    units = (*data_units(words), *page_units(words))
    memory = {} if language.reference else read_memory(root, language.folder, problems)
    return _Read(words, units, memory, problems)
