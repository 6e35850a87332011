"""The words of all languages become one immutable handbook a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handbook.join.contract import check, reference_contract, translation_contract
from handbook.join.merge import Missing, in_reference, laid_over, without_twin
from handbook.join.references import check_references
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
    """Return the handbook of every language, or None after adding every problem of the data files.

    Sentences that a translation lacks are not problems yet: whether they are depends on what the build
    was told, so they are returned.
    """
    reference = next(one for one in words if one.language.reference)
    translations = [one for one in words if not one.language.reference]
    before = len(problems)
    _check_names(reference, translations, problems)
    kept = {name for name, file in reference.data.items() if _keeps(name, file, problems)}
    merged: dict[str, dict[str, Any]] = {reference.language.code: {}}
    missing: dict[str, tuple[Missing, ...]] = {}
    for name in sorted(kept):
        file = reference.data[name]
        assert file is not None
        merged[reference.language.code][name] = in_reference(file, reference.language.code, name)
    for one in translations:
        codes = (reference.language.code, one.language.code)
        merged[codes[1]], missing[codes[1]] = _translate(reference, one, sorted(kept), problems)
    problems.extend(check_references(reference.data, [one.data for one in translations]))
    if len(problems) > before or not all(name in kept for name in REQUIRED):
        return None
    handbooks = {
        code: Handbook(
            code,
            {name: reference_contract(content(name)).validate_python(tree) for name, tree in files.items()},
            frozenset(one.key for one in missing.get(code, ())),
        )
        for code, files in merged.items()
    }
    return Joined(handbooks, missing)


def _check_names(reference: Words, translations: Sequence[Words], problems: list[Problem]) -> None:
    folder = reference.language.folder
    for name in REQUIRED:
        if name not in reference.data:
            problems.append(Problem(f"{folder}/data/{name}.yml", 0, "the file is missing", todo="Create it."))
    for one in (reference, *translations):
        for name in one.data:
            file = f"{one.language.folder}/data/{name}.yml"
            if content(name) is None:
                names = [known.replace("/*", "/<area>") for known in FILES]
                problems.append(
                    Problem(file, 0, f"no content is called '{name}'", listed(names), todo=near(name, FILES))
                )
            elif name not in reference.data:
                twin = f"{folder}/data/{name}.yml"
                problems.append(
                    Problem(twin, 0, "the file is missing", todo=f"{file} translates it: put it back, or delete both.")
                )
                reference.data[name] = None


def _keeps(name: str, file: YamlFile | None, problems: list[Problem]) -> bool:
    if file is None or content(name) is None:
        return False
    return check(file, reference_contract(content(name)), problems)


def _translate(
    reference: Words, one: Words, names: Sequence[str], problems: list[Problem]
) -> tuple[dict[str, Any], tuple[Missing, ...]]:
    files: dict[str, Any] = {}
    missing: list[Missing] = []
    codes = (reference.language.code, one.language.code)
    for name in names:
        ours, theirs = reference.data[name], one.data.get(name)
        assert ours is not None
        if name in one.data and theirs is None:
            continue
        if theirs is None:
            theirs = YamlFile(f"{one.language.folder}/data/{name}.yml", {})
        keeps = check(theirs, translation_contract(content(name)), problems, ours.file)
        problems.extend(without_twin(name, ours, theirs))
        found: list[Missing] = []
        files[name] = laid_over(name, ours, theirs, codes, found)
        if keeps and name not in one.data:
            gist = f"{len(found)} sentences of {ours.file} are not translated: the file is missing"
            found = [Missing(each.key, Problem(theirs.file, 0, gist, todo="Create it.")) for each in found]
        missing.extend(found)
    return files, tuple(missing)
