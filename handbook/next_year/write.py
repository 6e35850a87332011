"""Many files are written together, or none of them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from handbook.problems import CouldNotRun

_NEW = ".next-year-"


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write ``files``; raise `CouldNotRun` if one cannot be written, and leave everything as it was.

    All are written beside their places first, so that a full disk or a folder that cannot be written is
    met before anything has changed.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    made: list[Path] = []
    replaced: list[Path] = []
    try:
        for path, content in files.items():
            _make_folder(path.parent, made)
            _beside(path).write_bytes(content)
            if path.is_file():
                shutil.copymode(path, _beside(path))
        for path in files:
            replaced.append(path)
            _beside(path).replace(path)
    except BaseException as error:
        _undo(replaced, before)
        for path in files:
            _beside(path).unlink(missing_ok=True)
        for folder in reversed(made):
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            file = str(error.filename or "a file").replace(_NEW, "")
            raise CouldNotRun(f"{file} cannot be written: {error.strerror or error}") from error
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f"{_NEW}{path.name}")


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those around it; note each that was not there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
        made.append(each)


def _undo(replaced: list[Path], before: Mapping[Path, bytes | None]) -> None:
    for path in replaced:
        content = before[path]
        if content is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != content:
            path.write_bytes(content)
