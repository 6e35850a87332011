"""Which files a handbook has, and which of them keep their contract."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from handbook.join.contract import check, reference_contract
from handbook.kept import Shelf, mark_of
from handbook.model.handbook import FILES, REQUIRED, content
from handbook.problems import Problem, listed, near
from handbook.read.words import Words
from handbook.read.yaml import YamlFile


def check_names_of_files(reference: Words, translations: Sequence[Words], problems: list[Problem]) -> None:
    """Add a problem for each file that is missing in the reference language or has no meaning."""
    folder = reference.language.folder
    if not reference.data:
        return  # the folder is missing, and reported
    for one in translations:
        for name in one.data:
            if content(name) is not None and name not in reference.data:
                file, twin = f"{one.language.folder}/data/{name}.yml", f"{folder}/data/{name}.yml"
                todo = f"{file} translates it: put it back, or delete both."
                problems.append(Problem(twin, 0, "the file is missing", todo=todo))
                reference.data[name] = None
    for name in REQUIRED:
        if name not in reference.data:
            problems.append(Problem(f"{folder}/data/{name}.yml", 0, "the file is missing", todo="Create it."))
            reference.data[name] = None
    # A file that could not be used has its problems already.
    for one in (reference, *translations):
        for name in [name for name in one.data if content(name) is None]:
            if one.data.pop(name) is not None:
                problems.append(_meaningless(f"{one.language.folder}/data/{name}.yml", name, reference.data))


def _meaningless(file: str, name: str, present: Collection[str]) -> Problem:
    names = [known.replace("*", "<name>") for known in FILES]
    todo = near(name, present) or near(name, FILES) or "Rename it, or move it elsewhere."
    return Problem(file, 0, f"no content is called '{name}'", listed(names), todo=todo)


def keeps(name: str, file: YamlFile | None, problems: list[Problem], shelf: Shelf) -> bool:
    """Return whether a file of the reference language keeps its contract."""
    if file is None:
        return False

    def checked() -> tuple[bool, list[Problem]]:
        found: list[Problem] = []
        return check(file, reference_contract(content(name)), found), found

    keeps, found = shelf.result(mark_of("keeps", name, file.mark), checked)
    problems.extend(found)
    return keeps
