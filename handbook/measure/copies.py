"""How long copies to take away take, on top of the site: all of them, and after an edit."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.measure.runs import Run, median, row, run
from handbook.read.settings import read_settings

_ALONE, _ALL, _EDITED = "the site alone", "with all copies", "with copies, a page edited"
#: What a handbook's folder holds besides its words and looks.
_LEFT_OUT = shutil.ignore_patterns(".*", "site", "build", "node_modules", "__pycache__")


def measure_copies(root: Path, folder: Path, rounds: int) -> Iterator[str]:
    """Yield a line for each kind of run on a copy of the handbook in ``root``; the ratio is to the site alone."""
    shutil.copytree(root, folder, ignore=_LEFT_OUT)
    settings = read_settings(folder)
    home = folder / settings.reference.folder / "index.md"
    build = [sys.executable, str(root / "scripts/build.py"), "--handbook", str(folder)]
    runs: dict[str, list[Run]] = {_ALONE: [], _ALL: [], _EDITED: []}
    for number in range(rounds):
        runs[_ALONE].append(run([*build, "--again"]))
        runs[_ALL].append(run([*build, "--again", "--copies"]))
        with home.open("a", encoding="utf-8") as page:
            page.write(f"\n{number}\n")
        runs[_EDITED].append(run([*build, "--copies"]))
    for name, each in runs.items():
        yield row(name, each, median(runs[_ALONE]))
