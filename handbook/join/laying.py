"""A translation is laid over the reference file by file; what was laid before, from the same, is not laid again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from handbook.join.contract import check, reference_contract, translation_contract
from handbook.join.merge import Missing, Orphan, in_reference, laid_over, orphans, without_orphans
from handbook.join.references import Names, check_same_entries, check_sentences
from handbook.join.units import check_units
from handbook.kept import Shelf, mark_of
from handbook.model.handbook import Handbook, content, placed
from handbook.model.record import Record
from handbook.problems import Problem
from handbook.read.words import Words
from handbook.read.yaml import YamlFile


class Laying:
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
