"""Modules joined into one plain script: from a file, a browser loads no module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.problems import CouldNotRun

_IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "(?P<file>[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<kind>async function|function|const|class) (?P<name>\w+)", re.MULTILINE)
#: What people read in a script: lines and blocks of words, and what stands before a line.
_REMARK = re.compile(r"^\s*(//[^\n]*|/\*\*.*?\*/)\n|^[ ]+", re.MULTILINE | re.DOTALL)
_STRICT = '"use strict";\n'


def plain_script(module: str, *folders: Path) -> str:
    """Return ``module`` and all that it imports as one script, each module in a room of its own.

    Modules lie in ``folders``, the first one that has it counts; they import names in one line, from beside them.
    Raises `CouldNotRun` if one is missing.
    """
    rooms = dict(_rooms(module, folders, ()))
    return without_remarks(f"{_STRICT}(() => {{\n{''.join(rooms.values())}}})();\n")


def without_remarks(script: str) -> str:
    """Return a script without its comments that begin a line, and without indentation."""
    return _REMARK.sub("", script)


def _rooms(file: str, folders: tuple[Path, ...], around: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the modules that ``file`` needs, and itself after them."""
    if file in around:
        raise CouldNotRun(f"{file} imports itself, by {', '.join(around)}")
    source = _read(file, folders)
    for found in _IMPORT.finditer(source):
        yield from _rooms(_name(found["file"]), folders, (*around, file))
    names = ", ".join(found["name"] for found in _EXPORT.finditer(source))
    body = _IMPORT.sub(lambda found: f"const {{ {found['names']} }} = {_room(found['file'])};\n", source)
    body = _EXPORT.sub(r"\g<kind> \g<name>", body).replace(_STRICT, "")
    yield file, f"const {_room(file)} = (() => {{\n{body}return {{ {names} }};\n}})();\n"


def _read(file: str, folders: tuple[Path, ...]) -> str:
    for folder in folders:
        if (folder / file).is_file():
            return (folder / file).read_text(encoding="utf-8")
    raise CouldNotRun(f"{file} is missing; the search of a copy needs it in {folders[-1]}")


def _name(file: str) -> str:
    return file.removeprefix("./")


def _room(file: str) -> str:
    return f"of_{_name(file).removesuffix('.js').replace('-', '_')}"
