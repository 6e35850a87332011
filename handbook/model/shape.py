"""Where the sentences are: the fields of a kind, read from its type annotations."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from handbook.model.record import Record
from handbook.model.text import Text


@dataclass(frozen=True)
class Shape:
    """What stands at a place: ``text``, ``record`` (of type ``of``), ``named`` (``of`` by key) or ``fact``."""

    form: str
    of: Any = None


TEXT, FACT = Shape("text"), Shape("fact")


@cache
def shape(annotation: Any) -> Shape:
    """Return the shape of a type annotation."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return shape(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return shape(next(kind for kind in get_args(annotation) if kind is not type(None)))
    if annotation is Text:
        return TEXT
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape("record", annotation)
    if origin is dict and shape(get_args(annotation)[1]).form in ("text", "record"):
        return Shape("named", get_args(annotation)[1])
    return FACT


@cache
def fields(record: type[Record]) -> dict[str, Shape]:
    """Return the shape of each field of a record by its key in YAML, in order."""
    return {key: shape(annotation) for key, _name, annotation in _fields(record)}


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, str, Any], ...]:
    """Return key in YAML, name in Python and annotation of each field, in order."""
    hints = get_type_hints(record, include_extras=True)
    return tuple((info.alias or name, name, hints[name]) for name, info in record.model_fields.items())


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


def children(value: Any, annotation: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield key, value and annotation of everything one level inside a model value."""
    form = shape(annotation)
    if value is None or form.form in ("text", "fact"):
        return
    if form.form == "named":
        for key, child in value.items():
            yield key, child, form.of
        return
    record: Any = type(value)
    for key, name, annotation in _fields(record):
        yield key, getattr(value, name), annotation
