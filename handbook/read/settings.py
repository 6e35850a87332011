"""What ``mkdocs.yml`` says of a handbook: its languages, its address and its pages in order.

Languages are listed there once (plugin ``i18n``); the folder of the reference language is ``docs``,
of any other ``docs_<code>``. A code is a BCP 47 tag that Babel knows (``fr``, ``pt-BR``).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.kept import Shelf, mark_of
from handbook.problems import Problem, refuse
from handbook.read.date import given_date
from handbook.read.languages import Language, language_entries, languages
from handbook.read.navigation import NavigationEntry, check_titles, navigation
from handbook.read.text import read_text
from handbook.read.yaml import YamlFile, parse

__all__ = ["Language", "NavigationEntry", "Settings", "read_settings"]

_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")


@dataclass(frozen=True)
class Settings:
    """A handbook's folder and what its ``mkdocs.yml`` says.

    ``date`` is the day for which the handbook is built: what is past and what is to come depend on it.
    """

    root: Path
    config: str
    site_url: str
    languages: tuple[Language, ...]
    navigation: tuple[NavigationEntry, ...]
    date: datetime.date

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


def read_settings(
    root: Path, config: str = "mkdocs.yml", told: list[Problem] | None = None, shelf: Shelf | None = None
) -> Settings:
    """Return the settings of the handbook in ``root``; raise `Refused` with every problem found.

    With ``told``, titles of the navigation whose translations do not fit are no reason to refuse: what is wrong
    with them is added there (see `check_titles`). A file whose content is on the ``shelf`` is not taken apart again.
    """
    file, problems = _opened(root, config, shelf if shelf is not None else Shelf({}))
    refuse(problems)
    assert file is not None
    problems.extend(_check_address(file))
    pages = navigation(file, problems)
    entries = language_entries(file, problems)
    spoken = tuple(languages(file, entries, problems))
    if pages and any(language.reference for language in spoken):
        problems.extend(check_titles(file, entries, told))
    date = given_date(file, problems)
    refuse(problems)
    return Settings(root, config, str(file.tree["site_url"]), spoken, pages, date)


def _opened(root: Path, config: str, shelf: Shelf) -> tuple[YamlFile | None, list[Problem]]:
    problems: list[Problem] = []
    text = read_text(root, config, problems)
    if text is None:
        return None, problems

    def parsed() -> tuple[YamlFile | None, list[Problem]]:
        found: list[Problem] = []
        return parse(config, text, found, engine_tags=True), found

    file, found = shelf.result(mark_of("settings", config, text), parsed)
    return file, [*problems, *found]


def _check_address(file: YamlFile) -> Iterator[Problem]:
    address = file.tree.get("site_url")
    if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
        wrong = "the address of the site is not well formed" if address else "the address of the site is missing"
        todo = "Write the address under which the site is published."
        found = file.shown(("site_url",), address)
        yield Problem(file.file, file.line(("site_url",)), wrong, "site_url: https://…/", found, todo)
