"""The languages that ``mkdocs.yml`` lists, under the plugin ``i18n``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from handbook.problems import Problem
from handbook.read.yaml import Path, YamlFile

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_WORDS = ("name", "site_name", "site_description")


@dataclass(frozen=True)
class Language:
    """A language of the handbook: its code, its own name for itself and the folder of its words.

    ``formats`` is the code whose formats of dates and numbers are used (``en-GB`` for ``en``); ``copyright`` is
    whose words these are.
    """

    code: str
    name: str
    folder: str
    reference: bool
    site_name: str
    formats: str = ""
    copyright: str = ""

    @property
    def locale(self) -> Locale:
        """Return Babel's locale, which knows formats and writing direction."""
        return Locale.parse((self.formats or self.code).replace("-", "_"))

    @property
    def tag(self) -> str:
        """Return language and territory (``fr-FR``), the likely territory if none is named."""
        return with_territory(self.formats or self.code)

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return "rtl" if self.locale.character_order.startswith("right") else "ltr"


@dataclass(frozen=True)
class Entry:
    """What ``mkdocs.yml`` says of one language, and its path in that file."""

    values: dict[str, Any]
    path: Path


def with_territory(code: str) -> str:
    """Return a language's code with its territory, the likely one if none is named: ``fr`` -> ``fr-FR``."""
    parts = Locale.parse(code.replace("-", "_"))
    likely = get_global("likely_subtags").get(str(parts), str(parts))
    return f"{parts.language}-{parts.territory or likely.rpartition('_')[2]}"


def language_entries(file: YamlFile, problems: list[Problem]) -> list[Entry]:
    """Return the entries of the plugin ``i18n`` (plugins may be a list or a group)."""
    listed, path = _listed(file)
    if not isinstance(listed, list) or not listed:
        expected = "a list under plugins, i18n, languages"
        todo = "Add an entry with locale, name, site_name and site_description for each language."
        problems.append(Problem(file.file, file.line(path), "no language is listed", expected, todo=todo))
        return []
    entries = [Entry(values, (*path, number)) for number, values in enumerate(listed) if isinstance(values, dict)]
    for number, values in enumerate(listed):
        if not isinstance(values, dict):
            line, found = file.line((*path, number)), file.shown((*path, number), values)
            problems.append(Problem(file.file, line, "this is not a language", "'- locale: fr' and its name", found))
    return entries


def _listed(file: YamlFile) -> tuple[Any, Path]:
    plugins = file.tree.get("plugins")
    pairs: list[tuple[Path, Any]] = [(("plugins",), plugins)]
    if isinstance(plugins, list):
        pairs = [(("plugins", number), plugin) for number, plugin in enumerate(plugins)]
    for path, plugin in pairs:
        options = plugin.get("i18n") if isinstance(plugin, dict) else None
        if isinstance(options, dict):
            return options.get("languages"), (*path, "i18n", "languages")
    return None, ("plugins",)


def languages(file: YamlFile, entries: list[Entry], problems: list[Problem]) -> Iterator[Language]:
    """Yield the languages that can be used; add a problem for everything wrong with an entry."""
    seen: set[str] = set()
    for entry in entries:
        code, line = entry.values.get("locale"), file.line((*entry.path, "locale"))
        wrong = _wrong_code(code, seen)
        if wrong:
            found = file.shown((*entry.path, "locale"), code)
            todo = "Put the code in quotes." if isinstance(code, bool) else "Correct the code, or delete the entry."
            problems.append(Problem(file.file, line, wrong, "a code such as fr, es, pt-BR", found, todo))
            continue
        seen.add(str(code))
        problems.extend(_missing_words(file, entry, str(code)))
        extra = entry.values.get("extra")
        formats = str(extra.get("formats", code)) if isinstance(extra, dict) else str(code)
        if not _known(formats):
            wrong = f"'{formats}' is not a language whose formats are known"
            line = file.line((*entry.path, "extra", "formats"))
            problems.append(Problem(file.file, line, wrong, "a code such as en-GB"))
            continue
        reference = entry.values.get("default") is True
        folder = "docs" if reference else f"docs_{code}"
        words = (str(entry.values.get("name")), folder, reference, str(entry.values.get("site_name")))
        owner = entry.values.get("copyright", file.tree.get("copyright"))
        yield Language(str(code), *words, formats, str(owner or ""))
    problems.extend(_wrong_reference(file, entries))


def _wrong_code(code: Any, seen: set[str]) -> str:
    if code in seen:
        return f"the language '{code}' is listed twice"
    if code is None:
        return "the language has no code"
    if not isinstance(code, str) or not _CODE.fullmatch(code) or not _known(code):
        return "this is not the code of a language"
    return ""


def _known(code: str) -> bool:
    try:
        Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return False
    return True


def _missing_words(file: YamlFile, entry: Entry, code: str) -> Iterator[Problem]:
    for key in _WORDS:
        value, path = entry.values.get(key), (*entry.path, key)
        if isinstance(value, str) and value.strip():
            continue
        if key in entry.values:
            wrong = f"'{key}' of the language '{code}' is not words"
            yield Problem(file.file, file.line(path), wrong, "a few words", file.shown(path, value))
        else:
            wrong, todo = f"'{key}' is missing for the language '{code}'", f"Add '{key}: …' to its entry."
            yield Problem(file.file, file.line((*entry.path, "locale")), wrong, todo=todo)


def _wrong_reference(file: YamlFile, entries: list[Entry]) -> Iterator[Problem]:
    """Yield a problem unless one language is the reference."""
    chosen = [entry for entry in entries if entry.values.get("default") is True]
    todo = "Write 'default: true' at the language in which order, facts and first wording are written."
    if entries and not chosen:
        line = file.line(entries[0].path[:-1])
        yield Problem(file.file, line, "no language is the reference", "'default: true' at one language", todo=todo)
    for entry in chosen[1:]:
        line = file.line((*entry.path, "default"))
        wrong = "a second language is the reference"
        yield Problem(file.file, line, wrong, "'default: true' at one language", todo=todo)
