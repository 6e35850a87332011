"""The pages that ``mkdocs.yml`` lists in order, and the words of their sections in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbook.problems import Problem, listed, near
from handbook.read.languages import Entry
from handbook.read.yaml import Path, YamlFile


@dataclass(frozen=True)
class NavigationEntry:
    """A page in the navigation: its path in the words' folder and its line in ``mkdocs.yml``."""

    page: str
    line: int


def navigation(file: YamlFile, problems: list[Problem]) -> tuple[NavigationEntry, ...]:
    """Return the pages of the navigation in order; add a problem for everything else in it."""
    nav = file.tree.get("nav")
    if not isinstance(nav, list) or not nav:
        wrong, todo = "the navigation is missing", "List every page under 'nav'."
        problems.append(Problem(file.file, file.line(("nav",)), wrong, "a list of pages under 'nav'", todo=todo))
        return ()
    return tuple(_pages(file, nav, ("nav",), problems))


def _pages(file: YamlFile, node: Any, path: Path, problems: list[Problem]) -> Iterator[NavigationEntry]:
    if isinstance(node, list | dict):
        for key, child in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _pages(file, child, (*path, key), problems)
    elif isinstance(node, str) and node.endswith(".md"):
        yield NavigationEntry(node, file.line(path))
    else:
        wrong, todo = "the navigation names something that is not a page", "Delete it; a link belongs on a page."
        found = file.shown(path, node)
        problems.append(Problem(file.file, file.line(path), wrong, "a path that ends in .md", found, todo))


def check_titles(file: YamlFile, entries: list[Entry], told: list[Problem] | None = None) -> Iterator[Problem]:
    """Yield a problem where a title of the navigation has no words in a translation, or words have no title.

    With ``told``, neither is yielded: words without a title are added there, a title without words is nothing
    but a translation that is missing.
    """
    known = list(dict.fromkeys(title for _, title in titles(file)))
    for entry in entries:
        if entry.values.get("default") is True:
            continue
        words, path = entry.values.get("nav_translations", {}), (*entry.path, "nav_translations")
        if not isinstance(words, dict):
            expected, found = "'title: its translation' lines", file.shown(path, words)
            yield Problem(file.file, file.line(path), "'nav_translations' is not a group of keys", expected, found)
            continue
        if told is None:
            yield from _without_words(file, path, str(entry.values.get("locale")), known, words)
            yield from _without_title(file, path, known, words)
        else:
            told.extend(_without_title(file, path, known, words))


def _without_words(
    file: YamlFile, path: Path, code: str, titles: list[str], words: dict[str, Any]
) -> Iterator[Problem]:
    extra = [title for title in words if title not in titles]
    for title in titles:
        said = words.get(title)
        if not (isinstance(said, str) and said.strip()) and not (said is None and near(title, extra)):
            wrong = f"the title '{title}' of the navigation has no words in '{code}'"
            todo = f"Add '{title}: …' under nav_translations of this language."
            yield Problem(file.file, file.line((*path, title)), wrong, todo=todo)


def _without_title(file: YamlFile, path: Path, titles: list[str], words: dict[str, Any]) -> Iterator[Problem]:
    for title in (one for one in words if one not in titles):
        wrong = f"the navigation has no title '{title}'"
        todo = near(title, titles) or "Delete the line."
        yield Problem(file.file, file.line((*path, title)), wrong, listed(titles), todo=todo)


def titles(file: YamlFile) -> Iterator[tuple[Path, str]]:
    """Yield every title of a section of the navigation with its path, in order."""
    yield from _titles(file.tree.get("nav"), ("nav",))


def _titles(node: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, list):
        for number, child in enumerate(node):
            yield from _titles(child, (*path, number))
    elif isinstance(node, dict):
        for title, child in node.items():
            yield (*path, title), title
            yield from _titles(child, (*path, title))
