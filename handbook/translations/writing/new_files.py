"""The files of a handbook as they will be with new words, read back to see that they say just that."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.problems import Problem
from handbook.read.yaml import YamlFile, parse
from handbook.translations.gather import Gathered
from handbook.translations.unit import Unit
from handbook.translations.writing.homes import language_of
from handbook.translations.writing.new_data import new_data
from handbook.translations.writing.new_page import new_page
from handbook.translations.writing.new_site import new_site

Changes = Mapping[Unit, str]


def new_files(gathered: Gathered, changes: Changes) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the files that the new words make different, and a problem for each thing that cannot be written."""
    config = site_file(gathered)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file, group in _by_file(changes).items():
        words = language_of(next(iter(group)), config, gathered.words)
        if file == config.file:
            content = new_site(gathered, config, group, problems)
        elif file.endswith(".md"):
            content = new_page(gathered, words, file, group, problems)
        else:
            content = new_data(gathered, words, file, group, problems)
        path = gathered.settings.root / file
        if content is not None and not (path.is_file() and path.read_bytes() == content):
            files[file] = content
    return files, problems


def site_file(gathered: Gathered) -> YamlFile:
    """Return ``mkdocs.yml`` of a handbook that was read without problems."""
    settings = gathered.settings
    text = (settings.root / settings.config).read_text(encoding="utf-8")
    file = parse(settings.config, text, [], engine_tags=True)
    assert file is not None, "the handbook was read without problems"
    return file


def _by_file(changes: Changes) -> dict[str, dict[Unit, str]]:
    files: dict[str, dict[Unit, str]] = {}
    for unit, words in changes.items():
        files.setdefault(unit.file, {})[unit] = words
    return files
