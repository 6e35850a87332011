"""Units of the data files: every sentence, by its key path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.join.references import dotted, strings
from handbook.kept import Shelf, mark_of
from handbook.model.handbook import content
from handbook.model.shape import Shape, form_inside, shape
from handbook.read.words import Words
from handbook.read.yaml import Path, YamlFile
from handbook.translations.unit import Kind, Unit, folded

#: The kind of a field's words; any other is a sentence.
_KINDS: dict[str, Kind] = {"title": "heading", "short": "name", "name": "name", "label": "heading", "hint": "heading"}


def data_units(words: Words, shelf: Shelf | None = None) -> Iterator[Unit]:
    """Yield the units of all data files of one language, in their order; those on the ``shelf`` from there."""
    shelf = shelf if shelf is not None else Shelf({})
    for name, file in words.data.items():
        if file is not None and content(name) is not None:
            yield from shelf.result(mark_of("data", name, file.mark), partial(_units, name, file))


def _units(name: str, file: YamlFile) -> list[Unit]:
    form = shape(content(name))
    return [
        Unit(
            dotted((name.replace("/", "."), *path)),
            file.file,
            file.line(path),
            folded(text),
            _kind(name, path),
            dotted(path[:-1]),
        )
        for path, text in strings(file.tree)
        if _form(form, path).form == "text"
    ]


def _form(form: Shape, path: Path) -> Shape:
    for part in path:
        form = form_inside(form, part)
    return form


def _kind(name: str, path: Path) -> Kind:
    return "label" if name in ("labels", "units") else _KINDS.get(str(path[-1]), "sentence")
