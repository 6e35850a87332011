"""One list of words, ``docs_<code>/review/terminology.yml``, as it is written and checked.

The head of ``docs/review/terminology.yml`` explains the files to the people who write them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.problems import Problem, listed, near, shown
from handbook.read.text import read_text
from handbook.read.words import REVIEW
from handbook.read.yaml import YamlFile, parse
from handbook.translations.composed import composed

LIST = "terminology.yml"
PREFERRED, ACCEPTED, BANNED, FALSE_FRIENDS, LOOK = "preferred", "accepted", "banned", "false-friends", "look"
#: Where a word is looked for, unless in both directions.
LOOKS = ("one-way", "banned-only")
#: What the list of the reference language says of a word, and that of another language.
OF_REFERENCE = (ACCEPTED, LOOK)
OF_TRANSLATION = (PREFERRED, ACCEPTED, BANNED, FALSE_FRIENDS)
Forms = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class WordList:
    """The words of one list, and for each (in small letters) what is said of it."""

    file: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Forms] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def of(self, word: str, use: str) -> tuple[str, ...]:
        """Return the forms of a word with this use."""
        return self.forms.get(word.lower(), {}).get(use, ())


def read_list(root: Path, folder: str, uses: tuple[str, ...], problems: list[Problem]) -> WordList:
    """Return the list of the language in ``folder``, adding a problem for whatever in it cannot be used.

    A list that does not exist is empty: the language has no words beside its entries yet.
    """
    name = f"{folder}/{REVIEW}/{LIST}"
    if not (root / name).exists():
        return WordList(name)
    text = read_text(root, name, problems)
    file = None if text is None else parse(name, composed(text), problems)
    if file is None:
        return WordList(name)
    forms = {word: dict(_forms(file, word, said, uses, problems)) for word, said in file.tree.items()}
    return WordList(
        name,
        {word.lower(): word for word in forms},
        {word.lower(): said for word, said in forms.items()},
        {word.lower(): file.line((word,)) for word in forms},
    )


def _forms(
    file: YamlFile, word: str, said: Any, uses: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield uses and forms; a word alone, or words in brackets, are the preferred or accepted forms."""
    if not isinstance(said, dict):
        said = {} if said is None else {uses[0]: said}
    first: dict[str, str] = {}
    for use, given in said.items():
        line = file.line((word, use))
        if use not in uses:
            todo = near(use, uses)
            problems.append(Problem(file.file, line, f"'{use}' says nothing of a word", listed(uses), todo=todo))
        elif use == LOOK and given in LOOKS:
            yield use, (given,)
        elif use == LOOK:
            problems.append(Problem(file.file, line, "'look' has an unknown value", listed(LOOKS), shown(given)))
        else:
            forms = given if isinstance(given, list) else [given]
            yield use, tuple(_sound(file, line, use, forms, first, problems))


def _sound(
    file: YamlFile, line: int, use: str, forms: list[Any], first: dict[str, str], problems: list[Problem]
) -> Iterator[str]:
    for form in forms:
        if not isinstance(form, str) or not form.strip():
            problems.append(Problem(file.file, line, "a form is not made of words", "words", shown(form)))
        elif form.lower() in first:
            wrong = f"'{form}' is {use} and {first[form.lower()]} at once"
            problems.append(Problem(file.file, line, wrong, todo="Keep one of the two."))
        else:
            first[form.lower()] = use
            yield form.strip()
