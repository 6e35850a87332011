"""A translation is laid over the reference: facts and order from one, sentences from the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbook.join.contract import form_inside, holds_sentences
from handbook.model.handbook import content
from handbook.model.shape import Shape, shape
from handbook.model.text import Text
from handbook.problems import Problem, near
from handbook.read.yaml import Path, YamlFile


@dataclass(frozen=True)
class Missing:
    """A sentence that a translation lacks: its key path and a problem that says where it belongs."""

    key: str
    problem: Problem


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

    def over(ours: Any, theirs: Any, form: Shape, path: Path) -> Any:
        if form.form == "text":
            if isinstance(theirs, str):
                return Text(theirs, codes[1])
            missing.append(_missing(name, reference, translation, path))
            return Text(ours, codes[0])
        if isinstance(ours, dict) and holds_sentences(form):
            given = theirs if isinstance(theirs, dict) else {}
            return {
                key: over(child, given.get(key), form_inside(form, key), (*path, key)) for key, child in ours.items()
            }
        return ours

    return over(reference.tree, translation.tree, shape(content(name)), ())


def _missing(name: str, reference: YamlFile, translation: YamlFile, path: Path) -> Missing:
    key = ".".join(str(part) for part in path)
    problem = Problem(
        translation.file,
        translation.line(path),
        f"'{key}' is missing",
        f"the translation of {reference.file}:{reference.line(path)}",
        todo="Add it here, under the same keys.",
    )
    return Missing(f"{name.replace('/', '.')}.{key}", problem)


def without_twin(name: str, reference: YamlFile, translation: YamlFile) -> Iterator[Problem]:
    """Yield a problem for each key of ``translation`` that the reference does not have."""
    known = {".".join(str(part) for part in path): line for path, line in reference.lines.items() if path}

    def inside(theirs: Any, ours: Any, form: Shape, path: Path) -> Iterator[Problem]:
        if not isinstance(theirs, dict) or not isinstance(ours, dict):
            return
        for key, child in theirs.items():
            here = (*path, key)
            if key in ours:
                yield from inside(child, ours[key], form_inside(form, key), here)
                continue
            if form.form == "record" and not holds_sentences(form_inside(form, key)):
                continue  # an unknown key or a fact: the contract says so already
            written = ".".join(str(part) for part in here)
            guess = near(written, known)
            if guess:
                twin = guess.removeprefix("Did you mean '").removesuffix("'?")
                guess = f"Did you mean '{twin}' (line {known[twin]})?"
            yield Problem(
                translation.file,
                translation.line(here),
                f"'{written}' is not in {reference.file}",
                todo=guess or f"Delete it here, or add it to {reference.file}.",
            )

    yield from inside(translation.tree, reference.tree, shape(content(name)), ())
