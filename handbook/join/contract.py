"""A file is held against its kind; what does not fit is said in plain words, at its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError, create_model

from handbook.join.contract_words import in_words, path_of
from handbook.model.record import Named, kebab
from handbook.model.shape import shape
from handbook.model.text import Text
from handbook.problems import Problem, near
from handbook.read.yaml import Path, YamlFile


@cache
def reference_contract(annotation: Any) -> TypeAdapter[Any]:
    """Return the contract of a file in the reference language: order, facts and sentences."""
    return TypeAdapter(annotation)


@cache
def translation_contract(annotation: Any) -> TypeAdapter[Any]:
    """Return the contract of the same file in another language: sentences and nothing else."""
    return TypeAdapter(_sentences_only(annotation))


@cache
def _sentences_only(annotation: Any) -> Any:
    """Return the type that keeps the sentences of a type; None for a fact."""
    form = shape(annotation)
    if form.form == "text":
        return Text
    if form.form == "fact":
        return None
    if form.form == "named":
        inside = _sentences_only(form.of)
        return None if inside is None else Named[inside]  # type: ignore[valid-type]
    kept: dict[str, Any] = {}
    hints = get_type_hints(form.of, include_extras=True)
    for name in form.of.model_fields:
        inner = _sentences_only(hints[name])
        if inner is not None:
            kept[name] = (inner | None, None)
    if not kept:
        return None
    config = ConfigDict(extra="forbid", alias_generator=kebab, title=form.of.__name__)
    return create_model(f"{form.of.__name__}Sentences", __config__=config, **kept)


def check(
    file: YamlFile,
    contract: TypeAdapter[Any],
    problems: list[Problem],
    reference: str = "",
    known: Collection[Path] = (),
) -> bool:
    """Add a problem for everything in ``file`` that breaks ``contract``; return whether it keeps it.

    ``reference`` names the twin in the reference language, if ``file`` is a translation; ``known`` are
    paths whose problem is reported already.
    """
    try:
        contract.validate_python(file.tree)
    except ValidationError as error:
        for detail in _without_consequences(error.errors()):
            if not any(path_of(detail)[: len(path)] == path for path in known):
                problems.append(in_words(file, detail, reference))
        return False
    return True


def _without_consequences(details: Sequence[Any]) -> Iterator[Any]:
    """Yield one detail a mistake.

    Left out: a key that is missing because it is misspelt, what stands below a bad key, and all but the
    first of the lines that lost the key of their group.
    """
    bad = {path_of(detail) for detail in details if detail["loc"][-1:] == ("[key]",)}
    unknown = [path_of(detail) for detail in details if detail["type"] == "extra_forbidden"]
    headless: set[Path] = set()
    for detail in details:
        path, of_key = path_of(detail), detail["loc"][-1:] == ("[key]",)
        spelt = [str(key) for *parents, key in unknown if tuple(parents) == path[:-1]]
        lost_head = detail["type"] == "model_type" and path[:-1] in headless
        headless.update([path[:-1]] if detail["type"] == "model_type" else [])
        misspelt = detail["type"] == "missing" and near(str(path[-1]), spelt)
        if not misspelt and not lost_head and (of_key or not any(path[: len(key)] == key for key in bad)):
            yield detail
