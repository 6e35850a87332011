"""Units of the data files: every sentence, by its key path."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.join.references import dotted, strings
from handbook.model.handbook import content
from handbook.model.shape import Shape, form_inside, shape
from handbook.read.words import Words
from handbook.read.yaml import Path
from handbook.translations.unit import Kind, Unit, folded

#: The kind of a field's words; any other is a sentence.
_KINDS: dict[str, Kind] = {"title": "heading", "short": "name", "name": "name", "label": "heading", "hint": "heading"}


def data_units(words: Words) -> Iterator[Unit]:
    """Yield the units of all data files of one language, in the order of the files."""
    for name, file in words.data.items():
        annotation = content(name)
        if file is None or annotation is None:
            continue
        for path, text in strings(file.tree):
            if _form(shape(annotation), path).form == "text":
                key = dotted((name.replace("/", "."), *path))
                yield Unit(key, file.file, file.line(path), folded(text), _kind(name, path), dotted(path[:-1]))


def _form(form: Shape, path: Path) -> Shape:
    for part in path:
        form = form_inside(form, part)
    return form


def _kind(name: str, path: Path) -> Kind:
    return "label" if name in ("labels", "units") else _KINDS.get(str(path[-1]), "sentence")
