"""A file is held against its kind; what does not fit is said in plain words, at its line."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError, create_model

from handbook.model.handbook import content
from handbook.model.record import Named, kebab
from handbook.model.shape import Shape, fields, shape
from handbook.model.text import Text
from handbook.problems import Problem, listed, near, shown
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


def check(file: YamlFile, contract: TypeAdapter[Any], problems: list[Problem], reference: str = "") -> bool:
    """Add a problem for everything in ``file`` that breaks ``contract``; return whether it keeps it.

    ``reference`` names the twin in the reference language, if ``file`` is a translation.
    """
    try:
        contract.validate_python(file.tree)
    except ValidationError as error:
        for detail in error.errors():
            problems.append(_in_words(file, detail, reference))
        return False
    return True


def _in_words(file: YamlFile, detail: Any, reference: str) -> Problem:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    name = ".".join(str(part) for part in path)
    value, context, kind = detail["input"], detail.get("ctx", {}), detail["type"]
    line = file.line(path, context.get("words", ""))

    def problem(wrong: str, expected: str = "", found: str = "", todo: str = "") -> Problem:
        return Problem(file.file, line, wrong, expected, found, todo)

    if kind == "extra_forbidden":
        return _unknown_key(file, path, reference)
    if kind == "missing":
        line = file.line(path[:-1])
        return problem(f"'{name}' is missing", todo=f"Add '{path[-1]}: …' here.")
    if kind == "key_form":
        return problem(
            f"the key '{context['key']}' has another form than keys have",
            "small English letters, digits and hyphens (new-colleagues)",
        )
    if kind == "sentence_type" or (kind == "string_type" and not isinstance(value, dict | list)):
        todo = "Write a sentence." if isinstance(value, dict | list | None) else "Put the words in quotes."
        return problem(f"'{name}' is not a sentence", "words", shown(value), todo)
    if kind == "sentence_empty":
        return problem(f"'{name}' is an empty sentence", "words", "nothing", "Write it, or delete the key.")
    if kind == "sentence_refused":
        return problem(f"'{name}' holds {context['name']}", "inline Markdown", shown(context["words"]), context["todo"])
    if kind == "literal_error":
        known = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        return problem(f"'{name}' has an unknown value", listed(known), shown(value), near(str(value), known))
    if kind in ("date_form", "date_impossible"):
        wrong = "is not a date" if kind == "date_form" else "is a date that does not exist"
        return problem(f"'{name}' {wrong}", "YYYY-MM-DD, YYYY-MM, YYYY-autumn, YYYY or --MM-DD", shown(value))
    if kind == "too_short":
        return problem(f"'{name}' is empty", "at least one", todo="Fill it.")
    if kind == "string_pattern_mismatch":
        return problem(f"'{name}' has another form", f"the pattern {context['pattern']}", shown(value))
    wanted = _WANTED.get(kind, detail["msg"].lower())
    return problem(f"'{name}' is of the wrong type", wanted, shown(value))


_WANTED = {
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "mapping_type": "a group of keys",
    "list_type": "a list",
    "tuple_type": "a list",
    "string_type": "words",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
}


def _unknown_key(file: YamlFile, path: Path, reference: str) -> Problem:
    *parents, key = path
    form = shape(content(_data_name(file.file)))
    for part in parents:
        form = form_inside(form, part)
    known = list(fields(form.of)) if form.form == "record" else []
    where = f" in '{'.'.join(str(part) for part in parents)}'" if parents else ""
    if reference and str(key) in known:
        return Problem(
            file.file,
            file.line(path),
            f"'{key}'{where} is a fact, and facts are written once, in {reference}",
            todo="Delete the line; a translation holds sentences only.",
        )
    if reference:
        known = [name for name, inner in fields(form.of).items() if holds_sentences(inner)] if known else []
    return Problem(
        file.file,
        file.line(path),
        f"the key '{key}'{where} is unknown",
        listed(known),
        todo=near(str(key), known) or "Delete it, or use one of these.",
    )


def holds_sentences(form: Shape) -> bool:
    """Return whether a translation has anything to say inside ``form``."""
    if form.form == "named":
        return holds_sentences(shape(form.of))
    if form.form == "record":
        return any(holds_sentences(inner) for inner in fields(form.of).values())
    return form.form == "text"


def form_inside(form: Shape, part: str | int) -> Shape:
    """Return the shape one level inside ``form`` at the key ``part``."""
    if form.form == "named":
        return shape(form.of)
    if form.form == "record":
        return fields(form.of).get(str(part), shape(str))
    return shape(str)


def _data_name(file: str) -> str:
    return file.split("/data/", 1)[-1].removesuffix(".yml")
