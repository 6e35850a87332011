"""Everything that the checks of translations need, read once: words, units, and what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Problem
from handbook.read.settings import Language, Settings, read_settings
from handbook.read.text import read_text
from handbook.read.words import Words, read_words
from handbook.read.yaml import parse
from handbook.translations.data_units import data_units
from handbook.translations.finding import Pair
from handbook.translations.memory import Memory, read_memory
from handbook.translations.page_units import page_units
from handbook.translations.pairs import pairs
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


def gather(root: Path) -> Gathered:
    """Read the handbook in ``root``; raise `Refused` if ``mkdocs.yml`` cannot be used."""
    settings = read_settings(root)
    problems: list[Problem] = []
    words = read_words(settings, problems)
    text = read_text(root, settings.config, problems)
    config = parse(settings.config, text or "", problems, engine_tags=True)
    units: dict[str, tuple[Unit, ...]] = {}
    for one in words:
        site = site_units(config, one.language) if config is not None else ()
        units[one.language.code] = (*data_units(one), *page_units(one), *site)
    memory: dict[str, Memory] = {}
    paired: dict[str, tuple[Pair, ...]] = {}
    for language in settings.translations:
        code = language.code
        memory[code] = read_memory(root, language.folder, problems)
        paired[code] = tuple(pairs(code, units[settings.reference.code], units[code], memory[code]))
    return Gathered(settings, words, units, memory, paired, tuple(problems))
