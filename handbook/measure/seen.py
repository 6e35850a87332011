"""How long it takes from saving a file until the preview shows what was saved."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml

from handbook.measure.runs import Run, row
from handbook.measure.synthetic import write_handbook

_PATIENCE = 600.0
_ADDRESS = re.compile(r"http://\S+/")


def measure_seen(root: Path, folder: Path, pages: int, rounds: int) -> Iterator[str]:
    """Yield lines on a preview with so many ``pages`` a language in ``folder``: the start, and edits of each kind."""
    write_handbook(root, folder, pages)
    (folder / "overrides").unlink()
    shutil.copytree(root / "overrides", folder / "overrides")
    edits = yaml.safe_load((Path(__file__).parent / "edits.yml").read_text(encoding="utf-8"))
    begun = time.monotonic()
    with _preview(root, folder) as address:
        yield row(
            f"{pages} pages x 3, first page", [Run(_until(address, edits["a sentence"][-1], "<article", begun), 0.0)]
        )
        yield row(f"{pages} pages x 3, whole site", [Run(_until(address, "sitemap.xml", "<urlset", begun), 0.0)])
        for name, edit in edits.items():
            runs = [Run(_seen(folder, address, edit, f"edited{number}"), 0.0) for number in range(rounds)]
            yield row(f"{pages} pages x 3, {name}", runs)


def _seen(folder: Path, address: str, edit: Sequence[str], word: str) -> float:
    """Edit a file, return the seconds until a page shows it, and wait until the whole site has followed."""
    name, pattern, instead, page = edit
    file = folder / name
    before = file.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda _found: instead.replace("WORD", word), before, count=1)
    time.sleep(3)
    file.write_text(after, encoding="utf-8")
    seconds = _until(address, page, word, time.monotonic())
    file.write_text(before, encoding="utf-8")
    return seconds


@contextmanager
def _preview(root: Path, folder: Path) -> Iterator[str]:
    """Yield the address of a preview that runs meanwhile."""
    command = [sys.executable, str(root / "scripts/serve.py"), "--handbook", str(folder), "--port", "0"]
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stdout is not None, "it is a pipe"
            found = next(filter(None, map(_ADDRESS.search, process.stdout)), None)
            if found is None:
                raise RuntimeError("the preview did not start")
            yield found[0]
        finally:
            process.terminate()


def _until(address: str, page: str, words: str, begun: float) -> float:
    """Return the seconds since ``begun`` until a page shows ``words``. Raises `RuntimeError` if it never does."""
    while time.monotonic() - begun < _PATIENCE:
        try:
            with urllib.request.urlopen(address + page, timeout=_PATIENCE) as answer:  # noqa: S310
                if words in answer.read().decode():
                    return time.monotonic() - begun
        except OSError:
            pass
        time.sleep(0.01)
    raise RuntimeError(f"the preview never showed '{words}' on {page}")
