"""Every entry that a sentence names, and every statement that it links to, must exist, in all languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from handbook.kept import Shelf, mark_of
from handbook.problems import Problem, listed, near
from handbook.read.yaml import Path, YamlFile

ENTRY = re.compile(r"\[\[([^\[\]]*)\]\]")
REGISTERS = ("bodies", "instruments", "terms")
#: How a sentence names a figure: ``[[figures.days]]``, ``[[figures.days.before]]``.
FIGURES = "figures."
Data = Mapping[str, YamlFile | None]
_NAMES = ("name", "short")
_LINK = re.compile(r"\]\(@([^)\s]*)\)")
_TODO = "Write [[ before the key of an entry and ]] after it."


def named_entries(words: str) -> tuple[str, ...]:
    """Return the keys of the entries that a sentence names as ``[[key]]`` or ``[[key:name]]``, in order."""
    return tuple(dict.fromkeys(found.partition(":")[0].strip() for found in ENTRY.findall(words)))


def strings(tree: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every string of a tree with its path."""
    if isinstance(tree, dict):
        for key, child in tree.items():
            yield from strings(child, (*path, key))
    elif isinstance(tree, list):
        for number, child in enumerate(tree):
            yield from strings(child, (*path, number))
    elif isinstance(tree, str):
        yield path, tree


def dotted(path: Path) -> str:
    """Return a path as it is written in messages and key paths."""
    return ".".join(str(part) for part in path)


@dataclass(frozen=True)
class Names:
    """What sentences can name: ``entries`` in brackets, ``keys`` in links.

    While a file cannot be read, not all of them are known (``all_entries``, ``all_keys``): then a name that
    is not among them may be right.
    """

    entries: Collection[str]
    keys: Collection[str]
    all_entries: bool
    all_keys: bool

    @cached_property
    def mark(self) -> str:
        """Return a mark of all of them."""
        return mark_of("\n".join(sorted(self.entries)), "\n".join(sorted(self.keys)), self.all_entries, self.all_keys)

    @classmethod
    def of(cls, reference: Data) -> Names:
        """Return the names that the reference language defines."""
        registers = [reference[name] for name in REGISTERS if name in reference]
        entries = [key for file in registers if file for key in file.tree]
        # An entry whose key is ill written exists: its own problem is reported, not each place that names it.
        meant = [re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-") for key in entries]
        files = [(name.replace("/", "."), file) for name, file in reference.items()]
        keys = {dotted((name, *path)) for name, file in files if file is not None for path in file.lines}
        figures = reference.get("figures")
        meant += [f"{FIGURES}{name}" for name in (_figures(figures) if figures is not None else ())]
        known = bool(reference) and None not in registers and reference.get("figures", True) is not None
        return cls(entries + meant, keys, known, known and None not in reference.values())


def _figures(file: YamlFile) -> Iterator[str]:
    """Yield what sentences can name of the figures: each, and each value of those that have several."""
    for key, figure in file.tree.items():
        values = figure.get("values") if isinstance(figure, dict) else None
        yield from (f"{key}.{name}" for name in values) if isinstance(values, dict) else (str(key),)


def check_register_keys(reference: Data) -> Iterator[Problem]:
    """Yield a problem for each entry that has the key of another: ``[[key]]`` must mean one."""
    first: dict[str, YamlFile] = {}
    for file in (reference.get(name) for name in REGISTERS):
        for key in file.tree if file is not None else ():
            assert file is not None
            if key in first:
                wrong = f"the entry '{key}' exists already in {first[key].file}, line {first[key].line((key,))}"
                yield Problem(file.file, file.line((key,)), wrong, todo="Give one of the two another key.")
            first.setdefault(key, file)


def check_sentences(data: Data, names: Names, shelf: Shelf) -> Iterator[Problem]:
    """Yield a problem for every name in a sentence of one language that is not well formed or means nothing."""
    for name, file in data.items():
        if file is not None:
            mark = mark_of("sentences", name, file.mark, names.mark)
            yield from shelf.result(mark, partial(_checked, name, file, names))


def _checked(name: str, file: YamlFile, names: Names) -> list[Problem]:
    found = list[Problem]()
    for path, words in strings(file.tree):
        found.extend(_check_brackets(file, path, words, names))
        found.extend(_check_links(file, path, words, names))
        if name in REGISTERS and path[-1] in _NAMES and "[[" in words:
            wrong = f"'{dotted(path)}' names an entry, and the name of an entry holds words only"
            found.append(Problem(file.file, file.line(path), wrong, todo="Write the words out."))
    return found


def _check_brackets(file: YamlFile, path: Path, words: str, names: Names) -> Iterator[Problem]:
    rest = ENTRY.sub(lambda match: " " * len(match[0]), words)
    if "[[" in rest or "]]" in rest:
        at = max(rest.find("[["), rest.find("]]"))
        wrong = "double brackets are opened or closed, not both"
        yield Problem(file.file, file.line_in(path, words, at), wrong, "[[key]]", todo=_TODO)
    for match in ENTRY.finditer(words):
        key, colon, form = match[1].partition(":")
        line = file.line_in(path, words, match.start())
        ending = "number" if key.startswith(FIGURES) else "name"
        if colon and form != ending:
            yield Problem(file.file, line, f"'{match[0]}' has an unknown ending", f"[[{key}:{ending}]]")
        if names.all_entries and key not in names.entries:
            yield _nothing(file, line, key, names)


def _nothing(file: YamlFile, line: int, key: str, names: Names) -> Problem:
    wrong, expected = f"the entry '{key}' does not exist", "a key of bodies.yml, instruments.yml or terms.yml"
    todo = near(key, names.entries) or "Add an entry there, or write the words plainly."
    if key.startswith(FIGURES):
        several = [f"[[{name}]]" for name in names.entries if name.startswith(f"{key}.")]
        wrong = f"'{key}' is not one value of a figure"
        expected = listed(several) or "figures. and a key of figures.yml"
        todo = "Name one of its values." if several else todo
    return Problem(file.file, line, wrong, expected, todo=todo)


def _check_links(file: YamlFile, path: Path, words: str, names: Names) -> Iterator[Problem]:
    for match in _LINK.finditer(words):
        if names.all_keys and match[1] not in names.keys:
            todo = near(match[1], names.keys) or "Correct the key."
            line = file.line_in(path, words, match.start())
            yield Problem(file.file, line, f"the link '@{match[1]}' leads to nothing", todo=todo)


def check_same_entries(reference: Data, translation: Data, names: Names, shelf: Shelf) -> Iterator[Problem]:
    """Yield a problem for each translated sentence that names other entries than the reference sentence.

    Names that exist nowhere are left out: they are reported where they stand.
    """
    for name, theirs in translation.items():
        ours = reference.get(name)
        if theirs is not None and ours is not None:
            mark = mark_of("same", name, ours.mark, theirs.mark, names.mark)
            yield from shelf.result(mark, partial(_compared, name, ours, theirs, names))


def _compared(name: str, ours: YamlFile, theirs: YamlFile, names: Names) -> list[Problem]:
    sentences, found = dict(strings(ours.tree)), list[Problem]()
    for path, words in strings(theirs.tree):
        if name in REGISTERS and path[-1] in _NAMES:
            continue  # a name that names an entry is wrong by itself
        if path in sentences and _sound(words, names) and _sound(sentences[path], names):
            found.extend(_compare(ours, theirs, path, sentences[path], words))
    return found


def _sound(words: str, names: Names) -> bool:
    rest = ENTRY.sub("", words)
    known = all(key in names.entries for key in named_entries(words))
    return known and "[[" not in rest and "]]" not in rest


def _compare(ours: YamlFile, theirs: YamlFile, path: Path, original: str, words: str) -> Iterator[Problem]:
    wanted, given = named_entries(original), named_entries(words)
    less = [f"[[{key}]]" for key in wanted if key not in given]
    more = [f"[[{key}]]" for key in given if key not in wanted]
    if less or more:
        wrong = f"'{dotted(path)}' names other entries than {ours.file}:{ours.line(path)}"
        todo = [f"Add {' and '.join(less)}." if less else "", f"Take out {' and '.join(more)}." if more else ""]
        expected, found = (listed(f"[[{key}]]" for key in keys) or "none" for keys in (wanted, given))
        yield Problem(theirs.file, theirs.line(path), wrong, expected, found, " ".join(filter(None, todo)))
