"""The check of links beside lychee, offline, on copies of a built site with more pages."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.measure.runs import Run, median, row, run


def measure_links(root: Path, site: Path, pages: int, lychee: str | Path, rounds: int) -> Iterator[str]:
    """Yield a line for each program: the median of its runs on ``site``, which alternate with those of the other."""
    check = [sys.executable, str(root / "scripts/check_links.py"), str(site), "--json", os.devnull]
    other = [str(lychee), "--offline", "--include-fragments=full", "--index-files", "index.html", "--no-progress", "-q"]
    commands = {"this project": check, "lychee": [*other, "--root-dir", str(site), str(site)]}
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command, status=(0, 1, 2)))
    for name, each in runs.items():
        yield row(f"{pages} pages, {name}", each, median(runs["lychee"]))


def grown(site: Path, folder: Path, pages: int) -> Path:
    """Return a copy of ``site`` in ``folder`` with so many pages: pages copied beside themselves, and linked."""
    shutil.copytree(site, folder)
    languages = [path.name for path in sorted(folder.iterdir()) if (path / "index.html").is_file()]
    first = folder / languages[0]
    folders = sorted(path.parent.relative_to(first) for path in first.rglob("*/index.html"))
    originals = [path for path in folders if not any(path in other.parents for other in folders)]
    count = len(list(folder.rglob("*.html")))
    sitemap, added = (folder / "sitemap.xml").read_text(encoding="utf-8"), ""
    links: list[str] = []
    for number in range(1, pages):
        for path in originals:
            if count >= pages:
                break
            name = f"{path}-{number}"
            for language in languages:
                _copy(folder / language, path, name)
            count += len(languages)
            links.append(f'<a href="{name}/">{name}</a>')
            entry = re.compile(rf"  <url>\n    <loc>[^<]*/{re.escape(str(path))}/</loc>.*?</url>\n", re.DOTALL)
            added += "".join(entry.findall(sitemap)).replace(f"/{path}/", f"/{name}/")
    for language in languages:
        home = folder / language / "index.html"
        text = home.read_text(encoding="utf-8").replace("</article>", f"{' '.join(links)}</article>", 1)
        home.write_text(text, encoding="utf-8")
    (folder / "sitemap.xml").write_text(sitemap.replace("</urlset>", f"{added}</urlset>"), encoding="utf-8")
    return folder


def _copy(folder: Path, path: Path, name: str) -> None:
    text = (folder / path / "index.html").read_text(encoding="utf-8")
    target = folder / name / "index.html"
    target.parent.mkdir(parents=True)
    target.write_text(re.sub(rf"(?<=/){re.escape(str(path))}/(?=[\"#])", f"{name}/", text), encoding="utf-8")
