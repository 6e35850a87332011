"""A translation is laid over the reference: facts and order from one, sentences from the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from handbook.join.references import dotted
from handbook.model.handbook import content
from handbook.model.shape import Shape, form_inside, holds_sentences, shape
from handbook.model.text import Text
from handbook.problems import Problem, nearest
from handbook.read.yaml import Path, YamlFile


@dataclass(frozen=True)
class Missing:
    """A sentence that a translation lacks: its key path and a problem that says where it belongs.

    Sentences of one group that is missing as a whole share their problem.
    """

    key: str
    problem: Problem


@dataclass(frozen=True)
class Orphan:
    """A key of a translation that the reference lacks; ``meant`` is the path it may stand for, or empty."""

    path: Path
    problem: Problem
    meant: str


def in_reference(file: YamlFile, code: str, name: str) -> Any:
    """Return the tree of a reference file with its sentences marked as written in ``code``."""
    return _marked(file.tree, shape(content(name)), code)


def _marked(tree: Any, form: Shape, code: str) -> Any:
    if form.form == "text" and isinstance(tree, str):
        return Text(tree, code)
    if isinstance(tree, dict):
        return {key: _marked(child, form_inside(form, key), code) for key, child in tree.items()}
    return tree


def laid_over(
    name: str, reference: YamlFile, translation: YamlFile, codes: tuple[str, str], missing: list[Missing]
) -> Any:
    """Return the tree of ``reference`` with the sentences of ``translation``.

    ``codes`` are the two languages. A sentence that the translation lacks stays in the reference
    language and is added to ``missing``.
    """

    def over(ours: Any, theirs: Any, form: Shape, path: Path, gap: Path) -> Any:
        if form.form == "text":
            if isinstance(theirs, str):
                return Text(theirs, codes[1])
            missing.append(_missing(name, reference, translation, path, gap or path))
            return Text(ours, codes[0])
        if isinstance(ours, dict) and holds_sentences(form):
            given = theirs if isinstance(theirs, dict) else {}
            gap = gap or (path if theirs is None else ())
            if given and form.form == "record" and form.of.own_fields:
                ours = {key: ours[key] for key in ours if form.of.model_fields[key].is_required()} | given
            return {
                key: over(child, given.get(key), form_inside(form, key), (*path, key), gap)
                for key, child in ours.items()
            }
        return ours

    return over(reference.tree, translation.tree, shape(content(name)), (), ())


def _missing(name: str, reference: YamlFile, translation: YamlFile, path: Path, gap: Path) -> Missing:
    expected = f"the translation of {reference.file}:{reference.line(gap)}"
    todo = "Add it here, under the same keys."
    problem = Problem(translation.file, translation.line(gap), f"'{dotted(gap)}' is missing", expected, todo=todo)
    return Missing(f"{name.replace('/', '.')}.{dotted(path)}", problem)


def orphans(name: str, reference: YamlFile, translation: YamlFile) -> Iterator[Orphan]:
    """Yield each key of ``translation`` that the reference does not have."""

    def inside(theirs: Any, ours: Any, form: Shape, path: Path) -> Iterator[Orphan]:
        if not isinstance(theirs, dict) or not isinstance(ours, dict):
            return
        if form.form == "record" and form.of.own_fields:
            return  # the contract knows its fields
        for key, child in theirs.items():
            here = (*path, key)
            if key in ours:
                yield from inside(child, ours[key], form_inside(form, key), here)
            elif form.form != "record" or holds_sentences(form_inside(form, key)):
                siblings = [name for name in ours if holds_sentences(form_inside(form, name))]
                yield _orphan(here, reference, translation, [(*path, name) for name in siblings])
            # Else an unknown key or a fact: the contract says so.

    yield from inside(translation.tree, reference.tree, shape(content(name)), ())


def _orphan(path: Path, reference: YamlFile, translation: YamlFile, siblings: Sequence[Path]) -> Orphan:
    """Return a key without twin; one beside it that resembles it, or its namesake elsewhere, may be meant."""
    free = {str(one[-1]): one for one in siblings if one not in translation.lines}
    elsewhere = [one for one in reference.lines if one[-1:] == path[-1:] and one not in translation.lines]
    beside = free.get(nearest(str(path[-1]), free))
    meant = dotted(beside) if beside else nearest(dotted(path), [dotted(one) for one in elsewhere])
    todo = f"Delete it here, or add it to {reference.file}."
    if meant:
        todo = f"Did you mean '{meant}' (line {reference.line(tuple(meant.split('.')))})?"
    wrong = f"'{dotted(path)}' is not in {reference.file}"
    return Orphan(path, Problem(translation.file, translation.line(path), wrong, todo=todo), meant)


def without_orphans(missing: Collection[Missing], found: Collection[Orphan], name: str) -> list[Missing]:
    """Return ``missing`` without what is there under a misspelt key."""
    meant = [f"{name.replace('/', '.')}.{one.meant}" for one in found if one.meant]
    return [one for one in missing if not any(f"{one.key}.".startswith(f"{key}.") for key in meant)]
