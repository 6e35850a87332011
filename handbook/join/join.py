"""The words of all languages become one immutable handbook a language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from handbook.join.contract import check, reference_contract, translation_contract
from handbook.join.merge import Missing, Orphan, in_reference, laid_over, orphans, without_orphans
from handbook.join.references import Names, check_register_keys, check_same_entries, check_sentences
from handbook.join.registers import check_registers
from handbook.join.units import check_units
from handbook.kept import Shelf, mark_of
from handbook.model.handbook import FILES, REQUIRED, Handbook, content, placed
from handbook.model.record import Record
from handbook.problems import Problem, listed, near
from handbook.read.words import Words
from handbook.read.yaml import YamlFile


@dataclass(frozen=True)
class Joined:
    """The handbooks by language code, and what translations lack."""

    handbooks: dict[str, Handbook]
    missing: dict[str, tuple[Missing, ...]]


def join(words: Sequence[Words], problems: list[Problem], shelf: Shelf | None = None) -> Joined | None:
    """Return the handbook of every language, or None if the reference language has problems; add them all.

    Sentences that a translation lacks are not problems yet: whether they are depends on what the build
    was told, so they are returned. A translation with problems is joined from the reference's sentences,
    so that its pages can be checked all the same. What is on the ``shelf``, file by file, is not joined again.
    """
    shelf = shelf if shelf is not None else Shelf({})
    mark = _mark_of_all(words)
    if mark in shelf:
        shelf.keep_all()
        whole: Joined = shelf.known(mark)
        return whole
    found: list[Problem] = []
    joined = _joined(words, found, shelf)
    problems.extend(found)
    if joined is not None and not found:
        shelf.put(mark, joined)
    return joined


def _mark_of_all(words: Sequence[Words]) -> str:
    """Return a mark of the data of all languages, those included that have none."""
    marks = ((one.language, sorted((name, file and file.mark) for name, file in one.data.items())) for one in words)
    return mark_of("all", *marks)


def _joined(words: Sequence[Words], problems: list[Problem], shelf: Shelf) -> Joined | None:
    reference = next(one for one in words if one.language.reference)
    translations = [one for one in words if not one.language.reference]
    found: list[Problem] = []
    _check_names(reference, translations, found)
    kept = {name for name, file in reference.data.items() if _keeps(name, file, found, shelf)}
    names = Names.of(reference.data)
    found.extend(check_register_keys(reference.data))
    found.extend(check_sentences(reference.data, names, shelf))
    found.extend(check_units(reference.data))
    found.extend(check_registers(reference.data, kept))
    problems.extend(found)
    joined = _Join(reference, sorted(kept), names, problems, shelf)
    for one in translations:
        joined.translate(one)
    whole = not found and bool(kept) and kept == set(reference.data)
    return Joined(joined.handbooks(), joined.missing) if whole else None


class _Join:
    """The trees that are laid together, language by language."""

    def __init__(
        self, reference: Words, kept: Sequence[str], names: Names, problems: list[Problem], shelf: Shelf
    ) -> None:
        self.reference, self.kept, self.names, self.problems, self.shelf = reference, kept, names, problems, shelf
        self.code = reference.language.code
        own = {name: self._own(name, file) for name in kept if (file := reference.data[name])}
        self.files: dict[str, dict[str, _File]] = {self.code: own}
        self.missing: dict[str, tuple[Missing, ...]] = {}

    def translate(self, one: Words) -> None:
        """Lay one translation over the reference; note what is wrong with it and what it lacks."""
        code, before = one.language.code, len(self.problems)
        self.problems.extend(check_sentences(one.data, self.names, self.shelf))
        self.problems.extend(check_units(one.data))
        self.problems.extend(check_same_entries(self.reference.data, one.data, self.names, self.shelf))
        extra = {name: self._check(name, file) for name, file in one.data.items() if file is not None}
        missing: list[Missing] = []
        self.files[code] = {name: self._lay(one, name, extra.get(name), missing) for name in self.kept}
        if len(self.problems) > before or None in one.data.values():
            self.files[code] = self.files[self.code]
        if missing and not one.data:
            gist = f"{len(missing)} sentences are not translated: the folder is missing or empty"
            place = Problem(f"{one.language.folder}/data", 0, gist, todo="Create its files.")
            missing = [Missing(each.key, place) for each in missing]
        self.missing[code] = tuple(missing)

    def _check(self, name: str, theirs: YamlFile) -> list[Orphan] | None:
        """Hold a translated file against its kind and its twin; return its orphans, None if it breaks its contract."""
        ours = self.reference.data.get(name) if name in self.kept else None
        twin = f"{self.reference.language.folder}/data/{name}.yml"

        def checked() -> tuple[list[Orphan], list[Problem], bool]:
            extra = list(orphans(name, ours, theirs)) if ours is not None else []
            found = [each.problem for each in extra]
            known = [each.path for each in extra]
            return extra, found, check(theirs, translation_contract(content(name)), found, twin, known)

        mark = mark_of("check", name, ours.mark if ours else "", theirs.mark)
        extra, found, keeps = self.shelf.result(mark, checked)
        self.problems.extend(found)
        return extra if keeps else None

    def _own(self, name: str, ours: YamlFile) -> _File:
        """Return a file of the reference language."""
        mark = mark_of("own", name, self.code, ours.mark)
        return self.shelf.result(mark, lambda: _File(in_reference(ours, self.code, name), name))

    def _lay(self, one: Words, name: str, extra: list[Orphan] | None, missing: list[Missing]) -> _File:
        """Return one file in a translation; add what it lacks, unless other problems may be the reason."""
        ours, theirs, code = self.reference.data[name], one.data.get(name), one.language.code
        assert ours is not None, "only files that could be read are kept"
        written = theirs or YamlFile(f"{one.language.folder}/data/{name}.yml", {})

        def laid() -> tuple[_File, list[Missing]]:
            lacking: list[Missing] = []
            tree = laid_over(name, ours, written, (self.code, code), lacking)
            return _File(tree, name), lacking

        file, lacking = self.shelf.result(mark_of("laid", name, self.code, code, ours.mark, written.mark), laid)
        if name not in one.data:
            gist = f"{len(lacking)} sentences of {ours.file} are not translated: the file is missing"
            missing.extend(Missing(each.key, Problem(written.file, 0, gist, todo="Create it.")) for each in lacking)
        elif extra is not None:
            missing.extend(without_orphans(lacking, extra, name))
        return file

    def handbooks(self) -> dict[str, Handbook]:
        """Return the handbooks of all languages."""
        return {
            code: Handbook(
                code,
                {name: file.content for name, file in files.items()},
                frozenset(each.key for each in self.missing.get(code, ())),
                {name: file.records for name, file in files.items()},
            )
            for code, files in self.files.items()
        }


@dataclass(frozen=True)
class _File:
    """What a file holds in one language, and its records by key."""

    tree: Any
    name: str

    @cached_property
    def content(self) -> Any:
        """Return the model of the file; only of a handbook without problems, else its tree may not fit."""
        return reference_contract(content(self.name)).validate_python(self.tree)

    @cached_property
    def records(self) -> dict[str, Record]:
        return placed(self.name, self.content)


def _check_names(reference: Words, translations: Sequence[Words], problems: list[Problem]) -> None:
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


def _keeps(name: str, file: YamlFile | None, problems: list[Problem], shelf: Shelf) -> bool:
    """Return whether a file of the reference language keeps its contract."""
    if file is None:
        return False

    def checked() -> tuple[bool, list[Problem]]:
        found: list[Problem] = []
        return check(file, reference_contract(content(name)), found), found

    keeps, found = shelf.result(mark_of("keeps", name, file.mark), checked)
    problems.extend(found)
    return keeps
