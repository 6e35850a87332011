"""What ``mkdocs.yml`` says of a handbook: its languages, its address and its pages in order.

Languages are listed there once (plugin ``i18n``); the folder of the reference language is ``docs``,
of any other ``docs_<code>``. A code is a BCP 47 tag that Babel knows (``fr``, ``pt-BR``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from handbook.problems import Problem, listed, near, refuse, shown
from handbook.read.text import read_text
from handbook.read.yaml import Path as KeyPath
from handbook.read.yaml import YamlFile, parse


@dataclass(frozen=True)
class Language:
    """A language of the handbook: its code, its own name for itself and the folder of its words.

    ``formats`` is the code whose formats of dates and numbers are used (``en-GB`` for ``en``).
    """

    code: str
    name: str
    folder: str
    reference: bool
    site_name: str
    formats: str = ""

    @property
    def locale(self) -> Locale:
        """Return Babel's locale, which knows formats and writing direction."""
        return Locale.parse((self.formats or self.code).replace("-", "_"))

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return "rtl" if self.locale.character_order.startswith("right") else "ltr"


@dataclass(frozen=True)
class NavigationEntry:
    """A page in the navigation: its path in the words' folder and its line in ``mkdocs.yml``."""

    page: str
    line: int


@dataclass(frozen=True)
class Settings:
    """A handbook's folder and what its ``mkdocs.yml`` says."""

    root: Path
    config: str
    site_url: str
    languages: tuple[Language, ...]
    navigation: tuple[NavigationEntry, ...]

    @property
    def reference(self) -> Language:
        """Return the language that holds order, facts and the first wording."""
        return next(language for language in self.languages if language.reference)

    @property
    def translations(self) -> tuple[Language, ...]:
        """Return the other languages, in order."""
        return tuple(language for language in self.languages if not language.reference)

    def language(self, code: str) -> Language:
        """Return the language with this code; raise `KeyError` if there is none."""
        return {language.code: language for language in self.languages}[code]

    def address(self, code: str) -> str:
        """Return the absolute address of a language's home page, ending in a slash."""
        return f"{self.site_url.rstrip('/')}/{code}/"


def read_settings(root: Path, config: str = "mkdocs.yml") -> Settings:
    """Return the settings of the handbook in ``root``; raise `Refused` with every problem found."""
    problems: list[Problem] = []
    text = read_text(root, config, problems)
    file = parse(config, text, problems, engine_tags=True) if text is not None else None
    refuse(problems)
    assert file is not None
    languages = tuple(_languages(file, problems))
    navigation = tuple(_navigation(file, file.tree.get("nav"), ("nav",), problems))
    site_url = file.tree.get("site_url")
    if not isinstance(site_url, str) or not site_url.startswith(("https://", "http://")):
        problems.append(
            Problem(
                config,
                file.line(("site_url",)),
                "the address of the site is missing",
                "site_url: https://…/",
                shown(site_url),
                "Write the address under which the site is published.",
            )
        )
    _check_section_titles(file, languages, problems)
    refuse(problems)
    return Settings(root, config, str(site_url), languages, navigation)


def _languages(file: YamlFile, problems: list[Problem]) -> Iterator[Language]:
    entries, path = _language_entries(file)
    if not entries:
        problems.append(
            Problem(
                file.file,
                file.line(path),
                "no language is listed",
                "a list under plugins, i18n, languages",
                todo="Add an entry with locale, name, site_name for each language.",
            )
        )
        return
    reference = [number for number, entry in enumerate(entries) if entry.get("default") is True]
    if len(reference) != 1:
        problems.append(
            Problem(
                file.file,
                file.line(path),
                "one language is the reference",
                "'default: true' at one language",
                f"it at {len(reference)}",
            )
        )
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        code = str(entry.get("locale", ""))
        line = file.line((*path, number, "locale"))
        if not _known(code) or code in seen:
            wrong = f"the language '{code}' is listed twice" if code in seen else f"'{code}' is not a language"
            problems.append(Problem(file.file, line, wrong, "a code such as fr, es, pt-BR", shown(code)))
            continue
        seen.add(code)
        for key in ("name", "site_name", "site_description"):
            if not isinstance(entry.get(key), str) or not entry[key].strip():
                problems.append(
                    Problem(file.file, line, f"'{key}' is missing for the language '{code}'", "a few words")
                )
        is_reference = number in reference
        folder = "docs" if is_reference else f"docs_{code}"
        name, site_name = str(entry.get("name")), str(entry.get("site_name"))
        extra = entry.get("extra")
        formats = str(extra.get("formats", code)) if isinstance(extra, dict) else code
        if not _known(formats):
            problems.append(Problem(file.file, line, f"'{formats}' is not a language", "a code such as en-GB"))
            continue
        yield Language(code, name, folder, is_reference, site_name, formats)


def _language_entries(file: YamlFile) -> tuple[list[dict[str, Any]], KeyPath]:
    """Return the entries of the plugin ``i18n`` (plugins may be a list or a group) and their path."""
    plugins = file.tree.get("plugins")
    pairs = enumerate(plugins) if isinstance(plugins, list) else [("", plugins)]
    for number, plugin in pairs:
        options = plugin.get("i18n") if isinstance(plugin, dict) else None
        if isinstance(options, dict) and isinstance(options.get("languages"), list):
            path = ("plugins", *([number] if isinstance(plugins, list) else []), "i18n", "languages")
            return [entry for entry in options["languages"] if isinstance(entry, dict)], path
    return [], ("plugins",)


def _known(code: str) -> bool:
    try:
        Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return False
    return True


def _navigation(file: YamlFile, node: object, path: KeyPath, problems: list[Problem]) -> Iterator[NavigationEntry]:
    if isinstance(node, list):
        for number, child in enumerate(node):
            yield from _navigation(file, child, (*path, number), problems)
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from _navigation(file, child, (*path, key), problems)
    elif isinstance(node, str) and node.endswith(".md"):
        yield NavigationEntry(node, file.line(path))
    else:
        problems.append(
            Problem(
                file.file,
                file.line(path),
                "the navigation names something that is not a page",
                "a path that ends in .md",
                shown(node),
                "List every page under 'nav'.",
            )
        )


def _section_titles(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _section_titles(child)
    elif isinstance(node, dict):
        for title, child in node.items():
            yield title
            yield from _section_titles(child)


def _check_section_titles(file: YamlFile, languages: tuple[Language, ...], problems: list[Problem]) -> None:
    """Every section title of the navigation has its words in every other language, and no others."""
    titles = list(dict.fromkeys(_section_titles(file.tree.get("nav"))))
    entries, path = _language_entries(file)
    known = {language.code: language for language in languages}
    for number, entry in enumerate(entries):
        language = known.get(str(entry.get("locale")))
        if language is None or language.reference:
            continue
        words = entry.get("nav_translations") or {}
        for title in titles:
            if not str(words.get(title) or "").strip():
                problems.append(
                    Problem(
                        file.file,
                        file.line((*path, number, "nav_translations")),
                        f"the section title '{title}' of the navigation has no words in '{language.code}'",
                        todo=f"Add '{title}: …' under nav_translations of this language.",
                    )
                )
        for title in words:
            if title not in titles:
                problems.append(
                    Problem(
                        file.file,
                        file.line((*path, number, "nav_translations", title)),
                        f"the navigation has no section '{title}'",
                        listed(titles),
                        todo=near(title, titles) or "Delete the line.",
                    )
                )
