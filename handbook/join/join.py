"""The words of all languages become one immutable handbook a language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from handbook.join.contract import check, reference_contract, translation_contract
from handbook.join.merge import Missing, Orphan, in_reference, laid_over, orphans, without_orphans
from handbook.join.references import Names, check_register_keys, check_same_entries, check_sentences
from handbook.join.registers import check_registers
from handbook.join.units import check_units
from handbook.model.handbook import FILES, REQUIRED, Handbook, content
from handbook.problems import Problem, listed, near
from handbook.read.words import Words
from handbook.read.yaml import YamlFile


@dataclass(frozen=True)
class Joined:
    """The handbooks by language code, and what translations lack."""

    handbooks: dict[str, Handbook]
    missing: dict[str, tuple[Missing, ...]]


def join(words: Sequence[Words], problems: list[Problem]) -> Joined | None:
    """Return the handbook of every language, or None if the reference language has problems; add them all.

    Sentences that a translation lacks are not problems yet: whether they are depends on what the build
    was told, so they are returned. A translation with problems is joined from the reference's sentences,
    so that its pages can be checked all the same.
    """
    reference = next(one for one in words if one.language.reference)
    translations = [one for one in words if not one.language.reference]
    found: list[Problem] = []
    _check_names(reference, translations, found)
    kept = {name for name, file in reference.data.items() if _keeps(name, file, found)}
    names = Names.of(reference.data)
    found.extend(check_register_keys(reference.data))
    found.extend(check_sentences(reference.data, names))
    found.extend(check_units(reference.data))
    found.extend(check_registers(reference.data, kept))
    problems.extend(found)
    joined = _Join(reference, sorted(kept), names, problems)
    for one in translations:
        joined.translate(one)
    whole = not found and bool(kept) and kept == set(reference.data)
    return Joined(joined.handbooks(), joined.missing) if whole else None


class _Join:
    """The trees that are laid together, language by language."""

    def __init__(self, reference: Words, kept: Sequence[str], names: Names, problems: list[Problem]) -> None:
        self.reference, self.kept, self.names, self.problems = reference, kept, names, problems
        self.code = reference.language.code
        own = {name: in_reference(file, self.code, name) for name in kept if (file := reference.data[name])}
        self.trees: dict[str, dict[str, Any]] = {self.code: own}
        self.missing: dict[str, tuple[Missing, ...]] = {}

    def translate(self, one: Words) -> None:
        """Lay one translation over the reference; note what is wrong with it and what it lacks."""
        code, before = one.language.code, len(self.problems)
        self.problems.extend(check_sentences(one.data, self.names))
        self.problems.extend(check_units(one.data))
        self.problems.extend(check_same_entries(self.reference.data, one.data, self.names))
        extra = {name: self._check(name, file) for name, file in one.data.items() if file is not None}
        missing: list[Missing] = []
        self.trees[code] = {name: self._lay(one, name, extra.get(name), missing) for name in self.kept}
        if len(self.problems) > before or None in one.data.values():
            self.trees[code] = self.trees[self.code]
        if missing and not one.data:
            gist = f"{len(missing)} sentences are not translated: the folder is missing or empty"
            place = Problem(f"{one.language.folder}/data", 0, gist, todo="Create its files.")
            missing = [Missing(each.key, place) for each in missing]
        self.missing[code] = tuple(missing)

    def _check(self, name: str, theirs: YamlFile) -> list[Orphan] | None:
        """Hold a translated file against its kind and its twin; return its orphans, None if it breaks its contract."""
        ours = self.reference.data.get(name) if name in self.kept else None
        extra = list(orphans(name, ours, theirs)) if ours is not None else []
        self.problems.extend(each.problem for each in extra)
        twin = f"{self.reference.language.folder}/data/{name}.yml"
        known = [each.path for each in extra]
        return extra if check(theirs, translation_contract(content(name)), self.problems, twin, known) else None

    def _lay(self, one: Words, name: str, extra: list[Orphan] | None, missing: list[Missing]) -> Any:
        """Return the tree of one file; add what it lacks, unless other problems may be the reason."""
        ours, theirs = self.reference.data[name], one.data.get(name)
        assert ours is not None, "only files that could be read are kept"
        written = theirs or YamlFile(f"{one.language.folder}/data/{name}.yml", {})
        lacking: list[Missing] = []
        tree = laid_over(name, ours, written, (self.code, one.language.code), lacking)
        if name not in one.data:
            gist = f"{len(lacking)} sentences of {ours.file} are not translated: the file is missing"
            missing.extend(Missing(each.key, Problem(written.file, 0, gist, todo="Create it.")) for each in lacking)
        elif extra is not None:
            missing.extend(without_orphans(lacking, extra, name))
        return tree

    def handbooks(self) -> dict[str, Handbook]:
        """Return the handbooks of all languages."""
        return {
            code: Handbook(
                code,
                {name: reference_contract(content(name)).validate_python(tree) for name, tree in trees.items()},
                frozenset(each.key for each in self.missing.get(code, ())),
            )
            for code, trees in self.trees.items()
        }


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


def _keeps(name: str, file: YamlFile | None, problems: list[Problem]) -> bool:
    return file is not None and check(file, reference_contract(content(name)), problems)
