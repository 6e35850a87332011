"""The folders of words: which files a language has, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Problem
from handbook.read.pages import Page, parse_page
from handbook.read.text import read_text
from handbook.read.yaml import YamlFile, parse
from handbook.settings import Language, Settings


@dataclass(frozen=True)
class Words:
    """One language's words as they were read.

    ``data`` and ``pages`` map a name (``bodies``, ``programme/field``; ``objectives.md``) to its content,
    or to None where the file exists but could not be used (its problems are reported).
    ``assets`` are the paths of all other files.
    """

    language: Language
    data: dict[str, YamlFile | None]
    pages: dict[str, Page | None]
    assets: tuple[str, ...]


def read_words(settings: Settings, problems: list[Problem]) -> tuple[Words, ...]:
    """Return the words of every language, adding a problem for everything that cannot be used."""
    return tuple(_read_language(settings.root, language, problems) for language in settings.languages)


def _read_language(root: Path, language: Language, problems: list[Problem]) -> Words:
    words = Words(language, {}, {}, ())
    folder = root / language.folder
    if not folder.is_dir():
        problems.append(
            Problem(
                language.folder,
                0,
                f"the folder of the language '{language.code}' is missing",
                todo="Create it, or take the language out of mkdocs.yml.",
            )
        )
        return words
    assets = []
    for path in _files(root, folder, language.folder, problems):
        file = f"{language.folder}/{path}"
        if path.startswith("data/"):
            _read_data(root, file, path, words, problems)
        elif path.endswith(".md"):
            text = read_text(root, file, problems)
            words.pages[path] = None if text is None else parse_page(path, file, text, problems)
        else:
            assets.append(path)
    return Words(language, words.data, words.pages, tuple(assets))


def _read_data(root: Path, file: str, path: str, words: Words, problems: list[Problem]) -> None:
    if not path.endswith(".yml"):
        todo = "Rename it so that it ends in .yml." if path.endswith(".yaml") else "Move it elsewhere."
        problems.append(Problem(file, 0, "only .yml files stand in data/", todo=todo))
        return
    text = read_text(root, file, problems)
    name = path.removeprefix("data/").removesuffix(".yml")
    words.data[name] = None if text is None else parse(file, text, problems)


def _files(root: Path, folder: Path, name: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the paths of all visible files below ``folder``, sorted; links that lead out are refused."""

    def unreadable(error: OSError) -> None:
        file = Path(error.filename).relative_to(root).as_posix()
        problems.append(Problem(file, 0, "the folder cannot be read", found=(error.strerror or "").lower()))

    found = []
    for parent, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [child for child in folders if not child.startswith(".")]
        for child in (*files, *(link for link in folders if Path(parent, link).is_symlink())):
            path = Path(parent, child)
            if child.startswith("."):
                continue
            if path.is_symlink():
                file = f"{name}/{path.relative_to(folder).as_posix()}"
                problems.append(Problem(file, 0, "this is a link, not a file", todo="Copy the file here."))
                continue
            if child.endswith(".md") and path.is_dir():
                continue
            found.append(path.relative_to(folder).as_posix())
        for child in [child for child in folders if child.endswith((".md", ".yml"))]:
            file = f"{name}/{Path(parent, child).relative_to(folder).as_posix()}"
            problems.append(Problem(file, 0, "this is a folder with the name of a file", todo="Rename it."))
    yield from sorted(found)
