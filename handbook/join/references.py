"""Everything that one file says of another must exist: entries, rows of documents, areas, objectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from handbook.problems import Problem, listed, near, shown
from handbook.read.yaml import Path, YamlFile

ENTRY = re.compile(r"\[\[([^\[\]]*)\]\]")
REGISTERS = ("bodies", "instruments", "terms")
Data = dict[str, YamlFile | None]


def named_entries(words: str) -> tuple[str, ...]:
    """Return the keys of the entries that a sentence names as ``[[key]]`` or ``[[key:name]]``, in order."""
    return tuple(dict.fromkeys(found.partition(":")[0].strip() for found in ENTRY.findall(words)))


def check_references(reference: Data, translations: Iterable[Data]) -> list[Problem]:
    """Return a problem for every reference to nothing, in all languages.

    A register that could not be read is left out of account: its own problems are reported.
    """
    problems: list[Problem] = []
    entries = _entries(reference, problems)
    for data in (reference, *translations):
        for each in _read(data):
            problems.extend(_check_sentences(each, entries))
    for data in translations:
        for name, file in data.items():
            twin = reference.get(name)
            if file is not None and twin is not None:
                problems.extend(_same_entries(twin, file))
    problems.extend(_check_rows(reference))
    problems.extend(_check_programme(reference))
    problems.extend(_check_strategy(reference.get("strategy")))
    return problems


def _read(data: Data) -> list[YamlFile]:
    """Return the files that could be read."""
    return [file for file in data.values() if file is not None]


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


def _entries(reference: Data, problems: list[Problem]) -> dict[str, str] | None:
    """Return key -> register; None while a register cannot be read. A key in two registers is a problem."""
    entries: dict[str, str] = {}
    broken = False
    for register in REGISTERS:
        file = reference.get(register)
        broken = broken or (register in reference and file is None)
        for key in file.tree if file is not None else ():
            if key in entries and file is not None:
                other = reference[entries[key]]
                line = other.line((key,)) if other else 0
                problems.append(
                    Problem(
                        file.file,
                        file.line((key,)),
                        f"the entry '{key}' exists already in docs/data/{entries[key]}.yml, line {line}",
                        todo="Give one of the two another key.",
                    )
                )
            entries.setdefault(key, register)
    return None if broken else entries


def _check_sentences(file: YamlFile, entries: dict[str, str] | None) -> Iterator[Problem]:
    for path, words in strings(file.tree):
        if "[[" not in words and "]]" not in words:
            continue
        rest = ENTRY.sub("", words)
        if "[[" in rest or "]]" in rest:
            yield Problem(
                file.file,
                file.line(path, "[[" if "[[" in rest else "]]"),
                "double brackets are opened or closed, not both",
                "[[key]]",
                todo="Write [[ before the key of an entry and ]] after it.",
            )
        for found in ENTRY.findall(words):
            key, colon, form = found.partition(":")
            line = file.line(path, f"[[{found}]]")
            if colon and form != "name":
                yield Problem(file.file, line, f"'[[{found}]]' has an unknown ending", f"[[{key}:name]]")
            if entries is not None and key not in entries:
                yield Problem(
                    file.file,
                    line,
                    f"the entry '{key}' does not exist",
                    "a key of bodies.yml, instruments.yml or terms.yml",
                    todo=near(key, entries) or "Add an entry there, or write the words plainly.",
                )


def _same_entries(reference: YamlFile, translation: YamlFile) -> Iterator[Problem]:
    """Yield a problem where a translated sentence names other entries than the reference sentence."""
    ours = dict(strings(reference.tree))
    for path, words in strings(translation.tree):
        wanted, given = named_entries(ours.get(path, words)), named_entries(words)
        if set(wanted) != set(given):
            less = [f"[[{key}]]" for key in wanted if key not in given]
            more = [f"[[{key}]]" for key in given if key not in wanted]
            todo = " ".join(
                filter(None, [f"Add {listed(less)}." if less else "", f"Take out {listed(more)}." if more else ""])
            )
            yield Problem(
                translation.file,
                translation.line(path),
                f"'{'.'.join(str(part) for part in path)}' names other entries than "
                f"{reference.file}:{reference.line(path)}",
                listed(f"[[{key}]]" for key in wanted) or "none",
                listed(f"[[{key}]]" for key in given) or "none",
                todo,
            )


def _check_rows(reference: Data) -> Iterator[Problem]:
    """Every ``source`` is a registered row, and every registered row is the source of something."""
    documents = reference.get("documents")
    if documents is None:
        return
    rows: dict[str, tuple[str, str]] = {}
    for name, document in documents.tree.items():
        parts = document.get("rows") if isinstance(document, dict) else None
        for part, kinds in parts.items() if isinstance(parts, dict) else ():
            for kind, items in kinds.items() if isinstance(kinds, dict) else ():
                for item in str(items).split():
                    rows[f"{name}/{part}/{kind}/{item}"] = (name, part)
    used: set[str] = set()
    for file in _read(reference):
        is_register = file.file.endswith(tuple(f"data/{name}.yml" for name in REGISTERS))
        for path, row in strings(file.tree):
            if "source" not in path[-2:] or file is documents:
                continue
            if not is_register:
                used.add(row)
            if row not in rows:
                yield _unknown_row(file, path, row, rows, documents)
    if any(file is None for file in reference.values()):
        return
    for row, (name, part) in rows.items():
        if row not in used:
            yield Problem(
                documents.file,
                documents.line((name, "rows", part)),
                f"the row '{row}' is the source of no statement",
                todo="Write the statement, or take the row out of the register.",
            )


def _unknown_row(
    file: YamlFile, path: Path, row: str, rows: dict[str, tuple[str, str]], documents: YamlFile
) -> Problem:
    name = row.partition("/")[0]
    wrong = f"the source row '{row}' does not exist"
    todo = near(row, rows) or f"See the rows in {documents.file}."
    if name not in documents.tree:
        wrong, todo = f"the document '{name}' does not exist", near(name, documents.tree)
    return Problem(file.file, file.line(path), wrong, "document/part/kind/item", todo=todo)


def _check_programme(reference: Data) -> Iterator[Problem]:
    programme = reference.get("programme")
    files = {name.partition("/")[2] for name in reference if name.startswith("programme/")}
    listed_areas: dict[str, int] = {}
    if programme is not None:
        for field in ("areas", "field-areas"):
            areas = programme.tree.get(field)
            for number, area in enumerate(areas if isinstance(areas, list) else ()):
                line = programme.line((field, number))
                if str(area) in listed_areas:
                    yield Problem(programme.file, line, f"the area '{area}' is listed twice")
                listed_areas[str(area)] = line
                if area not in files:
                    wrong = f"the area '{area}' has no file docs/data/programme/{area}.yml"
                    yield Problem(programme.file, line, wrong, listed(sorted(files)), todo=near(str(area), files))
    if "programme" in reference and programme is None:
        return
    figures = reference.get("figures")
    for key in figures.tree if figures is not None else ():
        assert figures is not None
        yield from _check_words(figures, (key, "area"), sorted(files), "an area of the programme")
    strategy = reference.get("strategy")
    objectives = strategy.tree.get("objectives") if strategy is not None else None
    for name in sorted(files):
        file = reference[f"programme/{name}"]
        if name not in listed_areas:
            where = programme.file if programme else "docs/data/programme.yml"
            file_name = file.file if file else f"docs/data/programme/{name}.yml"
            yield Problem(file_name, 0, f"the area '{name}' is not listed in {where}", "it under 'areas'")
        if file is not None:
            if isinstance(objectives, dict) or "strategy" not in reference:
                yield from _check_words(file, ("serves",), objectives or {}, "an objective of the strategy")
            known = {".".join(str(part) for part in path) for path in file.lines if path}
            remember = file.tree.get("remember")
            for key in remember if isinstance(remember, dict) else ():
                yield from _check_words(file, ("remember", key, "of"), known, "a statement of this file")


def _check_strategy(strategy: YamlFile | None) -> Iterator[Problem]:
    if strategy is None:
        return
    pillars = strategy.tree.get("pillars")
    course = strategy.tree.get("course-of-action")
    headings = course.get("headings") if isinstance(course, dict) else None
    for key in headings if isinstance(headings, dict) else ():
        path = ("course-of-action", "headings", key, "pillar")
        yield from _check_words(strategy, path, pillars if isinstance(pillars, dict) else {}, "a pillar")
    objectives = strategy.tree.get("objectives")
    for key, objective in objectives.items() if isinstance(objectives, dict) else ():
        if isinstance(objective, dict) and ("text" in objective) == bool(objective.get("parts")):
            yield Problem(
                strategy.file,
                strategy.line(("objectives", key)),
                f"the objective '{key}' has both or neither of 'text' and 'parts'",
                "a sentence with its source, or parts that have theirs",
            )
        elif isinstance(objective, dict) and ("text" in objective) != ("source" in objective):
            yield Problem(
                strategy.file,
                strategy.line(("objectives", key)),
                f"the objective '{key}' has a text without a source, or the reverse",
                "both, or parts",
            )


def _check_words(file: YamlFile, path: Path, known: Iterable[str], what: str) -> Iterator[Problem]:
    """Yield a problem for each word at ``path`` (one word or a list) that is not ``known``."""
    node: Any = file.tree
    for part in path:
        node = node.get(part) if isinstance(node, dict) else None
    names = list(known)
    for inner, word in strings(node, path):
        if word not in names:
            yield Problem(
                file.file, file.line(inner), f"{shown(word)} is not {what}", listed(names), todo=near(word, names)
            )
