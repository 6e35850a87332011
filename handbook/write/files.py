"""Many files are written or deleted together, or none of them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from handbook.problems import CouldNotRun

_NEW = ".new-"


def write_together(files: Mapping[Path, bytes | None]) -> None:
    """Write ``files``, and delete those with None; raise `CouldNotRun` if one resists, and leave all as it was.

    All are written beside their places first, so that a full disk or a folder that cannot be written is
    met before anything has changed.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    made: list[Path] = []
    try:
        for path, content in files.items():
            if content is not None:
                _make_folder(path.parent, made)
                _beside(path).write_bytes(content)
                if path.is_file():
                    shutil.copymode(path, _beside(path))
        for path, content in files.items():
            path.unlink(missing_ok=True) if content is None else _beside(path).replace(path)
    except BaseException as error:
        _undo(before, made)
        if isinstance(error, OSError):
            file = str(error.filename or "a file").replace(_NEW, "")
            raise CouldNotRun(f"{file} cannot be written: {error.strerror or error}") from error
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f"{_NEW}{path.name}")


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those around it; note each that was not there."""
    for each in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        each.mkdir()
        made.append(each)


def _undo(before: Mapping[Path, bytes | None], made: list[Path]) -> None:
    for path, content in before.items():
        if path.parent.is_dir():
            _beside(path).unlink(missing_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
    for folder in reversed(made):
        shutil.rmtree(folder, ignore_errors=True)
