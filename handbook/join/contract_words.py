"""What breaks the contract of a file, in plain words and at its line."""

from __future__ import annotations

from typing import Any

from handbook.model.handbook import content
from handbook.model.shape import fields, form_inside, holds_sentences, shape
from handbook.problems import Problem, listed, near, shown
from handbook.read.yaml import Path, YamlFile


def path_of(detail: Any) -> Path:
    """Return the path in the file that one of pydantic's details is about."""
    return tuple(part for part in detail["loc"] if part != "[key]")


def in_words(file: YamlFile, detail: Any, reference: str) -> Problem:
    """Return the problem that a detail of pydantic's stands for; ``reference`` as in `contract.check`."""
    path, value, kind = path_of(detail), detail["input"], detail["type"]
    context = detail.get("ctx", {})
    line = file.line_in(path, value, context["at"]) if "at" in context else file.line(path)
    name, found = _called(path), file.shown(path, value)

    def problem(wrong: str, expected: str = "", found: str = "", todo: str = "") -> Problem:
        return Problem(file.file, line, wrong, expected, found, todo)

    if kind == "unsound":
        return problem(f"{name} does not hold together", context["expected"], todo=context["todo"])
    if kind == "extra_forbidden":
        return _unknown_key(file, path, reference)
    if kind == "missing":
        line = file.line(path[:-1])
        return problem(f"{name} is missing", todo=f"Add '{path[-1]}: …' here.")
    if kind == "form":
        wrong = f"the key '{path[-1]}'" if detail["loc"][-1] == "[key]" else name
        return problem(f"{wrong} has another form", context["expected"], found if wrong == name else "")
    if kind == "sentence_type":
        todo = "Write a sentence." if isinstance(value, dict | list | None) else "Put the words in quotes."
        return problem(f"{name} is not a sentence", "words", found, todo)
    if kind == "sentence_empty":
        return problem(f"{name} is an empty sentence", "words", "nothing", "Write it, or delete the key.")
    if kind == "sentence_refused":
        return problem(f"{name} holds {context['name']}", "inline Markdown", shown(context["words"]), context["todo"])
    if kind == "literal_error":
        known = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        return problem(f"{name} has an unknown value", listed(known), found, near(str(value), known))
    if kind in ("date_form", "date_impossible"):
        wrong = "is not a date" if kind == "date_form" else "is a date that does not exist"
        return problem(f"{name} {wrong}", "YYYY-MM-DD, YYYY-MM, YYYY-autumn, YYYY or --MM-DD", found)
    if kind in ("too_short", "string_too_short"):
        return problem(f"{name} is empty", "at least one" if kind == "too_short" else "words", todo="Fill it.")
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"{context['ge']} or more" if "ge" in context else f"{context['le']} or less"
        return problem(f"{name} is out of bounds", bound, found)
    todo = "Put it in quotes." if kind == "string_type" and isinstance(value, int | float) else ""
    todo = "Write digits only, without quotes." if kind in _NUMBERS and str(value).isdigit() else todo
    if kind == "model_type" and not isinstance(value, list | None):
        todo = "Put back the key of the group above this line, or write keys below it."
    wanted = "a list of words" if isinstance(value, str) and kind == "tuple_type" else _WANTED.get(kind)
    return problem(f"{name} is of the wrong type", wanted or detail["msg"].lower(), found, todo)


def _called(path: Path) -> str:
    """Return what a message calls a place: ``'areas', entry 2``; people count from 1."""
    keys = ".".join(part for part in path if isinstance(part, str))
    return ", entry ".join([f"'{keys}'", *(str(part + 1) for part in path if isinstance(part, int))])


_NUMBERS = ("int_type", "float_type")
_WANTED = {
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "list_type": "a list of words",
    "tuple_type": "words or a list of words",
    "string_type": "words",
    "int_type": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
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
        wrong = f"'{key}'{where} is a fact, and facts are written once, in {reference}"
        todo = "Delete the line; a translation holds sentences only."
        return Problem(file.file, file.line(path), wrong, todo=todo)
    if reference:
        known = [name for name, inner in fields(form.of).items() if holds_sentences(inner)] if known else []
    todo = near(str(key), known) or "Delete it, or use one of these."
    return Problem(file.file, file.line(path), f"the key '{key}'{where} is unknown", listed(known), todo=todo)


def _data_name(file: str) -> str:
    return file.split("/data/", 1)[-1].removesuffix(".yml")
