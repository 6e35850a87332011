"""Where in a file of YAML something is wrong: nodes keep their lines, and validation tells its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handbook.problems import Problem, Refused, listed, near, refuse, shown

Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Nodes:
    """A file of YAML: its plain data (each scalar a string), and its nodes, which know their lines."""

    file: str
    data: Any
    root: yaml.Node | None

    def line(self, place: Place) -> int:
        """Return the line of what stands at ``place``, or of what holds the place if nothing stands there."""
        node, line = self.root, 1
        for step in place:
            found = next((one for one in _children(node) if str(one[0]) == str(step)), None)
            if found is None:
                break
            _, line, node = found
        return line


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, int, yaml.Node]]:
    """Yield key, line and node of each part of a node."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key.start_mark.line + 1, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((at, value.start_mark.line + 1, value) for at, value in enumerate(node.value))


def read_nodes(path: Path, file: str) -> Nodes:
    """Return the file ``path``, which problems call ``file``.

    Raises `Refused` if it cannot be read, is no YAML, or has a key twice in a group.
    """
    try:
        loader = yaml.BaseLoader(path.read_text(encoding="utf-8-sig"))
        root = loader.get_single_node()
        data = loader.construct_document(root) if root is not None else {}
    except OSError as error:
        raise Refused([Problem(file, 0, "the file cannot be read", found=error.strerror or "")]) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Refused([Problem(file, line, "the file is not in UTF-8", todo="Save it as UTF-8.")]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be read"
        raise Refused([Problem(file, mark.line + 1 if mark else 0, f"this is not YAML: {said}")]) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Refused([Problem(file, 0, f"this is not YAML: {' '.join(str(error).split())}")]) from error
    refuse(list(_doubled(file, root, set())))
    return Nodes(file, data if data != "" else {}, root)


def _doubled(file: str, node: yaml.Node | None, seen: set[int]) -> Iterator[Problem]:
    if id(node) in seen:
        return
    seen.add(id(node))
    first: dict[str | int, int] = {}
    for key, line, value in _children(node):
        if key in first:
            yield Problem(file, line, f"the key '{key}' stands twice (first in line {first[key]})", todo="Keep one.")
        first.setdefault(key, line)
        yield from _doubled(file, value, seen)


def refuse_invalid(model: type[Model], nodes: Nodes) -> Model:
    """Return the data as ``model``. Raises `Refused` with a problem for each thing that is wrong, at its line."""
    try:
        return model.model_validate(nodes.data)
    except ValidationError as error:
        raise Refused(_problem(model, nodes, one) for one in error.errors(include_url=False)) from error


def _problem(model: type[BaseModel], nodes: Nodes, error: ErrorDetails) -> Problem:
    place = tuple(step for step in error["loc"] if step != "[key]")
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in place) or "the file"
    line, kind, found = nodes.line(place), error["type"], shown(error["input"])
    if kind == "extra_forbidden":
        known = _keys(model, place)
        todo = near(str(place[-1]), known) or f"Known are: {listed(known)}."
        return Problem(nodes.file, line, f"the key '{name}' is not known", todo=todo)
    if kind == "missing":
        return Problem(nodes.file, line, f"the key '{name}' is missing")
    if kind == "value_error" and not place:
        return Problem(nodes.file, nodes.line(("reference",)), str(error["ctx"]["error"]))
    expected = str(error["ctx"]["error"]) if kind == "value_error" else _EXPECTED.get(kind, error["msg"])
    return Problem(nodes.file, line, f"'{name}' is not right", expected, found)


_EXPECTED = {
    "string_type": "words",
    "mapping_type": "a group of keys",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "tuple_type": "a list",
    "too_short": "two languages or more",
    "date_from_datetime_parsing": "a date that exists",
    "date_parsing": "a date that exists",
}


def _keys(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys that are known where ``place`` stands."""
    return list(model.model_fields) if len(place) == 1 else ["address", "reason", "until"]  # of the only list of groups
