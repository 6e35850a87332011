"""What people type into the search: ``docs*/review/search.yml``, whose head in the reference language explains it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handbook.problems import Problem, listed, near, shown
from handbook.read.text import read_text
from handbook.read.words import REVIEW
from handbook.read.yaml import YamlFile, parse

_WORD = re.compile(r"[^\W_]+")
_FILE, _FOUND_BY, _UNANSWERED, _SILENT = "search.yml", "found-by", "unanswered", "silent"


@dataclass(frozen=True)
class SearchWords:
    """The words by which people look for an anchor, with its line; what has no answer; words that say nothing."""

    file: str = ""
    found_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unanswered: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def unknown(self, anchors: Collection[str]) -> Iterator[Problem]:
        """Yield a problem for each anchor that no page of the language has."""
        for anchor in self.found_by:
            if anchor not in anchors:
                todo = near(anchor, anchors) or "Take an anchor from the address of a statement (what follows #)."
                yield Problem(self.file, self.lines[anchor], f"no page has the anchor '{anchor}'", todo=todo)

    def said_by_silence(self) -> Iterator[Problem]:
        """Yield a problem for each phrase of silent words only, by which nothing can be found."""
        silent = {word for phrase in self.silent for word in _folded(phrase)}
        for anchor, phrases in self.found_by.items():
            for phrase in phrases:
                if silent.issuperset(_folded(phrase)):
                    wrong = f"'{phrase}' at '{anchor}' holds only words that '{_SILENT}' lists: nothing is found by it"
                    todo = f"Take it out, or take one of its words out of '{_SILENT}'."
                    yield Problem(self.file, self.lines[anchor], wrong, todo=todo)


def _folded(phrase: str) -> list[str]:
    """Return the words of a phrase as the search compares them: small letters without accents."""
    apart = unicodedata.normalize("NFD", phrase.casefold())
    return _WORD.findall("".join(letter for letter in apart if not unicodedata.combining(letter)))


def read_search_words(root: Path, folder: str, problems: list[Problem]) -> SearchWords:
    """Return the words of the language in ``folder``, adding a problem for whatever cannot be used.

    A language without the file is searched by the words of the handbook alone.
    """
    name = f"{folder}/{REVIEW}/{_FILE}"
    if not (root / name).exists():
        return SearchWords(name)
    text = read_text(root, name, problems)
    file = None if text is None else parse(name, text, problems)
    if file is None:
        return SearchWords(name)
    for key in file.tree:
        if key not in (_FOUND_BY, _UNANSWERED, _SILENT):
            expected = listed((_FOUND_BY, _UNANSWERED, _SILENT))
            problems.append(Problem(name, file.line((key,)), f"unknown key '{key}'", expected))
    given = file.tree.get(_FOUND_BY) or {}
    if not isinstance(given, dict):
        problems.append(Problem(name, file.line((_FOUND_BY,)), _FOUND_BY, "anchors, each with words", shown(given)))
        given = {}
    found = SearchWords(
        name,
        {anchor: _words(file, (_FOUND_BY, anchor), words, problems) for anchor, words in given.items()},
        _words(file, (_UNANSWERED,), file.tree.get(_UNANSWERED, ""), problems),
        _words(file, (_SILENT,), file.tree.get(_SILENT, ""), problems),
        {anchor: file.line((_FOUND_BY, anchor)) for anchor in given},
    )
    problems.extend(found.said_by_silence())
    return found


def _words(file: YamlFile, path: tuple[str, ...], words: object, problems: list[Problem]) -> tuple[str, ...]:
    """Return what stands between commas, each once."""
    if not isinstance(words, str):
        wrong = f"what stands at '{path[-1]}' is no list of words"
        problems.append(Problem(file.file, file.line(path), wrong, "words between commas", file.shown(path, words)))
        return ()
    return tuple(dict.fromkeys(" ".join(one.split()) for one in words.split(",") if one.strip()))
