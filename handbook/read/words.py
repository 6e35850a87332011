"""The folders of words: which files a language has, and what is in them."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from handbook.kept import Shelf, mark_of
from handbook.problems import Problem
from handbook.read.pages import Page, parse_page
from handbook.read.settings import Language, Settings
from handbook.read.text import read_text
from handbook.read.yaml import YamlFile, parse

#: The folder beside a language's words in which programs remember what was translated.
MEMORY = "translated-from"
#: The folder in which people keep what the checks of translations must know.
REVIEW = "review"
#: In so many seconds, the times of any system have made a step.
_STEP = 2.0
Read = TypeVar("Read")
_Parse = Callable[[str, list[Problem]], Read | None]


@dataclass(frozen=True)
class Words:
    """One language's words as they were read.

    ``data`` and ``pages`` map a name (``bodies``, ``programme/field``; ``objectives.md``) to its content,
    or to None where the file exists but could not be used (its problems are reported).
    ``assets`` are the paths of all other files, ``unsound`` the pages that could not be used.
    """

    language: Language
    data: dict[str, YamlFile | None]
    pages: dict[str, Page | None]
    assets: list[str]
    unsound: list[Page] = field(default_factory=list)


def read_words(settings: Settings, problems: list[Problem], shelf: Shelf | None = None) -> tuple[Words, ...]:
    """Return the words of every language, adding a problem for everything that cannot be used.

    A file whose content is on the ``shelf`` is not taken apart again.
    """
    shelf = shelf if shelf is not None else Shelf({})
    return tuple(read_language(settings.root, language, problems, shelf) for language in settings.languages)


def read_language(root: Path, language: Language, problems: list[Problem], shelf: Shelf | None = None) -> Words:
    """Return the words of one language, adding a problem for everything that cannot be used."""
    shelf = shelf if shelf is not None else Shelf({})
    folder = root / language.folder
    if not folder.is_dir():
        wrong = f"the folder of the language '{language.code}' is missing"
        todo = "Put it back, or take the language out of mkdocs.yml."
        problems.append(Problem(language.folder, 0, wrong, todo=todo))
        return Words(language, {}, {}, [])
    words = Words(language, {}, {}, [])
    for path in _files(root, folder, problems):
        _read_file(root, f"{language.folder}/{path}", path, words, problems, shelf)
    if language.reference and not words.data:
        todo = "Put it back with its files."
        problems.append(Problem(f"{language.folder}/data", 0, "the folder is missing or empty", todo=todo))
    return words


def _files(root: Path, folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the paths of everything visible below ``folder`` that is, or stands in the place of, a file."""

    def unreadable(error: OSError) -> None:
        file = Path(error.filename).relative_to(root).as_posix()
        problems.append(Problem(file, 0, "the folder cannot be read", found=(error.strerror or "").lower()))

    found: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable):
        named = [one for one in folders if one.endswith((".md", ".yml")) or Path(parent, one).is_symlink()]
        folders[:] = [one for one in folders if not one.startswith(".") and one not in named]
        inside = Path(parent).relative_to(folder).as_posix()
        if inside == ".":
            folders[:] = [one for one in folders if one not in (MEMORY, REVIEW)]
        way = "" if inside == "." else f"{inside}/"
        found += [f"{way}{one}" for one in (*files, *named) if not one.startswith(".")]
    yield from sorted(found)


def _read_file(root: Path, file: str, path: str, words: Words, problems: list[Problem], shelf: Shelf) -> None:
    """Put one file into ``words``: data, page or anything else."""
    if path.startswith("data/"):
        _read_data(root, file, path, words, problems, shelf)
    elif path.endswith(".md"):
        page = _read(root, file, partial(parse_page, path, file), problems, shelf)
        words.pages[path] = page if page is not None and page.sound else None
        words.unsound.extend([page] if page is not None and not page.sound else [])
    elif _usable(root, file, problems):
        words.assets.append(path)


def _read(root: Path, file: str, parse: _Parse[Read], problems: list[Problem], shelf: Shelf) -> Read | None:
    """Return what a file holds, adding its problems; it is opened and taken apart only if that is not on the shelf."""
    quick = _unchanged_mark(f"{root}/{file}")
    if quick not in shelf:
        result = _opened(root, file, parse, shelf)
        if not quick:
            problems.extend(result[1])
            return result[0]
        shelf.put(quick, result)
    read, found = shelf.known(quick)
    problems.extend(found)
    known: Read | None = read
    return known


def _opened(root: Path, file: str, parse: _Parse[Read], shelf: Shelf) -> tuple[Read | None, list[Problem]]:
    found: list[Problem] = []
    text = read_text(root, file, found) if _usable(root, file, found) else None
    if text is None:
        return None, found

    def parsed() -> tuple[Read | None, list[Problem]]:
        more: list[Problem] = []
        return parse(text, more), more

    return shelf.result(mark_of(file, text), parsed)


def _unchanged_mark(path: str) -> str:
    """Return a mark of a file by what the system says of it; nothing for one that was changed a moment ago.

    Times of the system have steps, and two changes within one cannot be told apart (so does git:
    https://git-scm.com/docs/racy-git).
    """
    told = os.lstat(path)
    settled = time.time() - max(told.st_mtime, told.st_ctime) > _STEP
    if not settled or not stat.S_ISREG(told.st_mode):
        return ""
    return f"{path} {told.st_ino} {told.st_size} {told.st_mtime_ns} {told.st_ctime_ns}"


def _usable(root: Path, file: str, problems: list[Problem]) -> bool:
    """Return whether ``file`` is one; links are refused, since they can lead out, nowhere or round."""
    path, wrong, todo = root / file, "", ""
    if path.is_symlink():
        wrong, todo = "this is a link, not a file", "Copy the file here."
    elif path.is_dir():
        wrong, todo = "this is a folder with the name of a file", "Rename it."
    elif not path.is_file():
        wrong, todo = "this is not a file", "Delete it."
    if wrong:
        problems.append(Problem(file, 0, wrong, todo=todo))
    return not wrong


def _read_data(root: Path, file: str, path: str, words: Words, problems: list[Problem], shelf: Shelf) -> None:
    name, _, ending = path.removeprefix("data/").rpartition(".")
    if ending == "yml":
        words.data[name] = _read(root, file, partial(parse, file), problems, shelf)
    elif _usable(root, file, problems):
        other = ending.lower() in ("yaml", "yml")
        todo = "Rename it so that it ends in .yml." if other else "Move it elsewhere."
        problems.append(Problem(file, 0, "only .yml files stand in data/", todo=todo))
        if other:
            words.data.setdefault(name, None)
