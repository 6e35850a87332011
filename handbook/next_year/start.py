"""Starts a new year: read, plan, try the plan on a copy, write everything."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from handbook.next_year.plan import Plan, plan
from handbook.next_year.refusals import year_from
from handbook.problems import CouldNotRun
from handbook.read.settings import Settings
from handbook.render.environment import MACROS
from handbook.stage import stage_handbook
from handbook.write.files import write_together


def start_year(root: Path, year: str) -> Plan:
    """Start the programme of ``year`` in the handbook in ``root`` and return what was written.

    Raises `Refused` with the problems of the handbook as it is, or as it would be; `CouldNotRun` if the year
    cannot be started or a file cannot be written. In both cases nothing has changed.
    """
    new = year_from(year)
    if not root.is_dir():
        raise CouldNotRun(f"{root} is not a folder")
    with tempfile.TemporaryDirectory() as folder:
        staged = stage_handbook(root, Path(folder) / "now", False)
        planned = plan(staged, new)
        copy = Path(folder) / "next"
        _copy(staged.settings, copy)
        _put(copy, planned.files)
        stage_handbook(copy, Path(folder) / "then", False)
    write_together({(root / path).resolve(): _content(root / path, text) for path, text in planned.files.items()})
    return planned


def _copy(settings: Settings, copy: Path) -> None:
    """Copy all that steps 1 to 4 read."""
    for name in (*(language.folder for language in settings.languages), MACROS):
        if (settings.root / name).is_dir():
            shutil.copytree(settings.root / name, copy / name, copy_function=shutil.copyfile)
    for folder in (copy, *(each for each in copy.rglob("*") if each.is_dir())):
        folder.chmod(0o700)  # what may not be changed in the handbook is found out when it is written
    shutil.copyfile(settings.root / settings.config, copy / settings.config)


def _put(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def _content(path: Path, text: str) -> bytes:
    """Return a text with the line ends of the file that it replaces, so that only what has changed differs."""
    ends = "\r\n" if path.is_file() and b"\r\n" in path.read_bytes() else "\n"
    return text.replace("\n", ends).encode()
