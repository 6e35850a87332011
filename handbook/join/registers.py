"""Facts of one file that another file defines: source rows, areas, objectives, pillars, statements, roles."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from handbook.join.named import check_names, check_words
from handbook.join.references import REGISTERS, Data, dotted, strings
from handbook.join.years import check_years, past_programmes
from handbook.problems import Problem, listed, near, shown
from handbook.read.yaml import Path, YamlFile

_ROW = "document/part/kind/item"
_NOT_STATEMENTS = (*REGISTERS, "differences")


def check_registers(data: Data, sound: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for every fact of the reference language that refers to nothing.

    ``sound`` names the files that keep their contract; what another file should define is not judged by it.
    """
    found = [*_check_sources(data, sound), *_check_areas(data, sound), *check_names(data, sound)]
    found.extend(check_years(data, sound))
    strategy = data.get("strategy")
    if strategy is not None and "strategy" in sound:
        found.extend(_check_strategy(strategy))
    yield from found
    # A row without a statement is news only where nothing else is wrong: a slip in a source frees a row.
    if not found and set(data) == set(sound):
        yield from _check_unused(data)


def _check_sources(data: Data, sound: Collection[str]) -> Iterator[Problem]:
    """Every ``source`` is a registered row."""
    documents = data.get("documents")
    if documents is None or "documents" not in sound:
        return
    rows = _rows(documents)
    for file in data.values():
        for path, row in strings(file.tree) if file is not None and file is not documents else ():
            if file is not None and "source" in path[-2:] and row not in rows:
                yield _unknown_row(file, path, row, rows, documents)


def _check_unused(data: Data) -> Iterator[Problem]:
    """Every registered row is the source of something that is said, not only of an entry."""
    documents = data.get("documents")
    files = [file for name, file in data.items() if name not in _NOT_STATEMENTS and file is not None]
    used = {row for file in files for path, row in strings(file.tree) if "source" in path[-2:]}
    for row, path in _rows(documents).items() if documents is not None else ():
        if documents is not None and row not in used:
            wrong = f"the row '{row}' is the source of no statement"
            todo = "Write the statement, or take the row out of the register."
            yield Problem(documents.file, documents.line(path), wrong, todo=todo)


def _check_areas(data: Data, sound: Collection[str]) -> Iterator[Problem]:
    """Areas are listed in the programme; what figures belong to exists."""
    figures = data.get("figures")
    for folder in (*past_programmes(data), "programme"):
        programme = data.get(folder)
        areas = {name.removeprefix(f"{folder}/"): file for name, file in data.items() if name.startswith(f"{folder}/")}
        if programme is not None and folder in sound:
            yield from _check_listed(programme, areas)
        elif folder not in data:
            yield from (_unlisted(name, file, f"data/{folder}.yml") for name, file in areas.items())
        for file in areas.values():
            if file is not None:
                yield from _check_reminders(file)
    for key in figures.tree if figures is not None else ():
        assert figures is not None
        yield from check_words(figures, (key, "area"), sorted(areas), "an area of the programme")


def _rows(documents: YamlFile) -> dict[str, Path]:
    """Return the place of every registered row."""
    return {
        f"{name}/{part}/{kind}/{item}": (name, "rows", part, kind)
        for name, document in documents.tree.items()
        for part, kinds in document["rows"].items()
        for kind, items in kinds.items()
        for item in items.split()
    }


def _unknown_row(file: YamlFile, path: Path, row: str, rows: Collection[str], documents: YamlFile) -> Problem:
    name = row.partition("/")[0]
    wrong = f"the source row '{row}' does not exist"
    todo = near(row, rows) or f"See the rows in {documents.file}."
    if row.count("/") < 3:
        wrong = f"{shown(row)} is not a source row"
    elif name not in documents.tree:
        wrong = f"the document '{name}' of the source row '{row}' does not exist"
        todo = near(name, documents.tree) or f"See the documents in {documents.file}."
    return Problem(file.file, file.line(path), wrong, _ROW, todo=todo)


def _check_listed(programme: YamlFile, areas: Data) -> Iterator[Problem]:
    """Yield a problem for each area that is listed twice, listed without a file or not listed."""
    seen: set[str] = set()
    for field in ("areas", "field-areas"):
        for number, area in enumerate(programme.tree.get(field) or ()):
            line = programme.line((field, number))
            if area in seen:
                yield Problem(programme.file, line, f"the area '{area}' is listed twice", todo="Delete one of the two.")
            elif area not in areas:
                folder = programme.file.removesuffix(".yml")
                wrong = f"the area '{area}' has no file {folder}/{area}.yml"
                todo = near(area, areas) or "Create the file, or take the area out."
                yield Problem(programme.file, line, wrong, listed(sorted(areas)), todo=todo)
            seen.add(area)
    # An area that is listed under a misspelt name is named there already.
    misspelt = [area for area in seen if area not in areas]
    for name, file in areas.items():
        if name not in seen and not near(name, misspelt):
            yield _unlisted(name, file, programme.file)


def _unlisted(name: str, file: YamlFile | None, programme: str) -> Problem:
    folder = programme.removeprefix("docs/").removesuffix(".yml")
    place = file.file if file is not None else f"docs/{folder}/{name}.yml"
    todo = f"Add '{name}' there under 'areas'."
    return Problem(place, 0, f"the area '{name}' is not listed in {programme}", todo=todo)


def _check_reminders(file: YamlFile) -> Iterator[Problem]:
    """Yield a problem for each reminder that is drawn from something else than a statement of its area."""
    remember = file.tree.get("remember")
    known = [dotted(path[:-1]) for path, _ in strings(file.tree) if path[-1] == "text" and path[0] != "remember"]
    for key in remember if isinstance(remember, dict) else ():
        yield from check_words(file, ("remember", key, "of"), known, "a statement of this file")


def _check_strategy(strategy: YamlFile) -> Iterator[Problem]:
    headings = (strategy.tree.get("course-of-action") or {}).get("headings") or {}
    for key in headings:
        path = ("course-of-action", "headings", key, "pillar")
        yield from check_words(strategy, path, strategy.tree["pillars"], "a pillar")
    for key, objective in strategy.tree["objectives"].items():
        wrong, expected = "", "a text with its source, or parts that have theirs"
        if ("text" in objective) == bool(objective.get("parts")):
            both = "both 'text' and" if "text" in objective else "neither 'text' nor"
            wrong = f"the objective '{key}' has {both} 'parts'"
        elif ("text" in objective) != bool(objective.get("source")):
            wrong = f"the objective '{key}' has a text without a source, or a source without a text"
        if wrong:
            yield Problem(strategy.file, strategy.line(("objectives", key)), wrong, expected)
