"""Whole builds beside the plain engine and theme with the same pages, and what a build takes after an edit."""

from __future__ import annotations

import re
import shutil
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.measure.runs import Run, median, row, run
from handbook.measure.synthetic import write_handbook, write_plain

_STEP = re.compile(r"(\d) (\w+)")
_EDITED = "page-1.md"


def measure_builds(root: Path, folder: Path, pages: int, rounds: int) -> Iterator[str]:
    """Yield lines on builds with so many ``pages`` a language in ``folder``: seconds, memory, ratios, steps, sizes."""
    ours, plain = folder / "ours", folder / "plain"
    write_handbook(root, ours, pages)
    write_plain(root, plain, pages)
    build = [sys.executable, str(root / "scripts/build.py"), "--handbook", str(ours)]
    engine = [sys.executable, "-m", "mkdocs", "build", "-q"]
    runs: dict[str, list[Run]] = {name: [] for name in ("plain engine", "clean", "nothing changed", "a page changed")}
    for number in range(rounds):
        shutil.rmtree(plain / "site", ignore_errors=True)
        runs["plain engine"].append(run(engine, plain))
        for made in (ours / "site", ours / "build"):
            shutil.rmtree(made, ignore_errors=True)
        runs["clean"].append(run(build))
        runs["nothing changed"].append(run(build))
        with (ours / "docs" / _EDITED).open("a", encoding="utf-8") as page:
            page.write(f"\nEdit {number}.\n")
        runs["a page changed"].append(run(build))
    base = median(runs["plain engine"])
    for name, each in runs.items():
        yield row(f"{pages} pages x 3, {name}", each, base)
    yield from _steps(runs["clean"][-1])
    for name, site in {"plain engine": plain / "site", "this project": ours / "site"}.items():
        yield _sizes(name, site)


def _steps(one: Run) -> Iterator[str]:
    """Yield how long each step took: from its line to the next one's."""
    begun = {f"{found[1]} {found[2]}": at for line, at in one.said.items() if (found := _STEP.match(line))}
    ends = [*list(begun.values())[1:], one.seconds]
    yield "    steps: " + ", ".join(
        f"{name} {end - at:.2f}" for (name, at), end in zip(begun.items(), ends, strict=True)
    )


def _sizes(name: str, site: Path) -> str:
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    whole = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return f"    {name}: a page has {statistics.median(pages) / 1024:.0f} kB of HTML, the site {whole / 1024**2:.1f} MB"
