"""Where the words of a unit belong in a language: file, and path in a YAML file."""

from __future__ import annotations

from dataclasses import replace

from handbook.read.languages import Entry, Language, language_entries
from handbook.read.words import Words
from handbook.read.yaml import Path, YamlFile
from handbook.translations.site_units import BOXES, FURTHER, site_units
from handbook.translations.unit import Unit


def home(original: Unit, reference: Language, language: Language, config: YamlFile) -> Unit:
    """Return the empty unit in ``language`` that ``original``, of the reference language, has no translation for.

    ``config`` is the parsed ``mkdocs.yml``; a unit there is known to a language by its line.
    """
    if original.file == config.file:
        return replace(original, line=config.line(entry_of(config, language).path), text="")
    inner = original.file.removeprefix(f"{reference.folder}/")
    return replace(original, file=f"{language.folder}/{inner}", line=0, text="")


def entry_of(config: YamlFile, language: Language) -> Entry:
    """Return what ``mkdocs.yml`` says of a language."""
    return next(one for one in language_entries(config, []) if one.values.get("locale") == language.code)


def language_of(unit: Unit, config: YamlFile, words: tuple[Words, ...]) -> Words:
    """Return the words of the language that a unit belongs to."""
    if unit.file == config.file:
        for one in words:
            line = config.line(entry_of(config, one.language).path)
            there = (each.line == unit.line for each in site_units(config, one.language) if each.key == unit.key)
            if any(there) or line == unit.line:
                return one
    return next(one for one in words if unit.file.startswith(f"{one.language.folder}/"))


def site_path(unit: Unit, entry: Entry) -> Path:
    """Return the path of a unit of ``mkdocs.yml`` in a translation's entry."""
    name, _, title = unit.key.removeprefix(f"{unit.file}/").partition("/")
    if name == "nav":
        return (*entry.path, "nav_translations", title)
    if name == "palette":
        return (*entry.path, "theme", "palette", int(title) - 1, "toggle", "name")
    if name == BOXES:
        return (*entry.path, name, title)
    if name in FURTHER:
        return (*entry.path, name, *(int(part) if part.isdecimal() else part for part in title.split(".")))
    return (*entry.path, name)
