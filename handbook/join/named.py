"""Facts that name something by its key, wherever they stand: objectives, roles, bodies, units, statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from handbook.join.references import Data, dotted, strings
from handbook.model.record import KEY
from handbook.problems import Problem, listed, near, shown
from handbook.read.yaml import Path, YamlFile

#: Units whose words CLDR knows in every language.
CLDR_UNITS = ("percent", "days", "weeks", "months", "years")


def check_names(data: Data, sound: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each fact that names something that does not exist, and for each role without use.

    ``sound`` names the files that keep their contract; where the file that defines names is not one of
    them, what they name is not judged.
    """
    found: list[Problem] = []
    for fact, (defined_in, names, what) in _FACTS.items():
        if defined_in in data and defined_in not in sound:
            continue
        known = names(data)
        for file in data.values():
            if file is not None:
                for path in _shaped(file, fact):
                    found.extend(check_words(file, path, known, what))
    found.extend(_check_drawn(data, sound))
    yield from found
    # A role without use is news only where nothing else is wrong: a slip in its name frees it.
    if not found and set(data) == set(sound):
        yield from _check_roles(data)


def _keys(name: str, *path: str) -> Callable[[Data], Collection[str]]:
    def keys(data: Data) -> Collection[str]:
        file = data.get(name)
        node: Any = file.tree if file is not None else {}
        for part in path:
            node = node.get(part) or {}
        return list(node)

    return keys


def _units(data: Data) -> Collection[str]:
    return [*CLDR_UNITS, *_keys("units")(data)]


#: Fact -> the file that defines what it may name, how to find that, and what it is called.
_FACTS: Mapping[str, tuple[str, Callable[[Data], Collection[str]], str]] = {
    "serves": ("strategy", _keys("strategy", "objectives"), "an objective of the strategy"),
    "for": ("roles", _keys("roles"), "a role (see roles.yml)"),
    "ask": ("bodies", _keys("bodies"), "a body (see bodies.yml)"),
    "choices": ("terms", _keys("terms"), "a term (see terms.yml)"),
    "unit": ("units", _units, "a unit (see units.yml)"),
    "document": ("documents", _keys("documents"), "a document (see documents.yml)"),
}


#: Those that are one key by their contract.
_KEYS = ("unit", "document")


def _places(file: YamlFile, fact: str) -> Iterator[Path]:
    """Yield the path of each ``fact`` in a file; a label or an entry of that name is none."""
    if not file.file.endswith("/data/labels.yml"):
        yield from (path for path in file.lines if path[-1:] == (fact,) and not isinstance(_at(file, path), dict))


def _shaped(file: YamlFile, fact: str) -> Iterator[Path]:
    """Yield the path of each ``fact`` whose contract does not say already that it is no key."""
    for path in _places(file, fact):
        if fact not in _KEYS or re.fullmatch(KEY, str(_at(file, path))):
            yield path


def _at(file: YamlFile, path: Path) -> Any:
    node: Any = file.tree
    for part in path:
        node = node[part]
    return node


_DRAWN = ("roles", "questions", "open-questions")
#: What the handbook itself says, as reminders are too: nothing is drawn from that.
_UNSAID = (*_DRAWN, "differences", "documents", "forms", "labels")


def _check_drawn(data: Data, sound: Collection[str]) -> Iterator[Problem]:
    """Every ``of`` of roles and questions is the key path of something that is said."""
    if set(data) != set(sound):
        return
    known = {
        dotted((name.replace("/", "."), *path[:-1]))
        for name, file in data.items()
        for path, _ in (strings(file.tree) if file is not None and name not in _UNSAID else ())
        if path[-1] in ("text", "about") and "remember" not in path
    }
    for name in _DRAWN:
        if file := data.get(name):
            for path in _places(file, "of"):
                yield from check_words(file, path, known, "the key path of a statement", several=False)


def _check_roles(data: Data) -> Iterator[Problem]:
    """Every role is named by a statement: its checklist would be empty."""
    roles = data.get("roles")
    if roles is None:
        return
    current = [file for name, file in data.items() if file and not name.startswith("years/")]
    places = [(file, path) for file in current for path in _places(file, "for")]
    used = {word for file, path in places for _, word in strings(_at(file, path))}
    for role in roles.tree:
        if role not in used:
            wrong, todo = f"no statement is for the role '{role}'", f"Write 'for: {role}' in statements, or delete it."
            yield Problem(roles.file, roles.line((role,)), wrong, todo=todo)


def check_words(file: YamlFile, path: Path, known: Iterable[str], what: str, several: bool = True) -> Iterator[Problem]:
    """Yield a problem for each word at ``path`` (one word or a list) that is not ``known``.

    ``what`` says what is expected; with ``several``, the known words are listed too.
    """
    node: Any = file.tree
    for part in path:
        node = node.get(part) if isinstance(node, dict) else None
    names = list(known)
    for inner, word in strings(node, path):
        if word not in names:
            todo = near(word, names) or "Correct it, or delete it."
            expected = listed(names) if several else "its file and its keys, with dots"
            yield Problem(file.file, file.line(inner), f"{shown(word)} is not {what}", expected, todo=todo)
