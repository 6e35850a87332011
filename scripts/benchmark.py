"""Measures how long the checks take beside other programs, as ratios in one run: absolute times differ by machine.

python3 scripts/benchmark.py links                     this project's check of links beside lychee, offline
python3 scripts/benchmark.py links --pages 300 3000 --rounds 5
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from environment import ROOT, enter

OURS = "this project"


class Run(NamedTuple):
    """One run of a program: seconds on the clock, and its memory at most, in megabytes."""

    seconds: float
    memory: float


def main() -> int:
    """Read the arguments, measure, print a table. Exit codes: 0 measured, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("links",))
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="built site to copy pages from (site/)")
    parser.add_argument("--pages", type=int, nargs="+", default=[300, 3000], help="sizes to measure (300 3000)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program at each size, in turn (3)")
    arguments = parser.parse_args()
    enter("requirements.txt", "requirements-test.txt")
    from handbook.links.external.lychee import find_lychee

    if not (arguments.site / "index.html").is_file():
        print(f"Could not run: {arguments.site} is no built site; run scripts/build.py first.", file=sys.stderr)
        return 2
    print(f"{'pages':>6}  {'program':<13}{'seconds':>9}{'spread':>9}{'memory':>9}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for pages in arguments.pages:
            site = grown(arguments.site, Path(folder) / str(pages), pages)
            for line in measured(site, pages, find_lychee(), arguments.rounds):
                print(line, flush=True)
    return 0


def measured(site: Path, pages: int, lychee: str | Path, rounds: int) -> Iterator[str]:
    """Yield a line for each program: the median of its runs, which alternate with those of the other."""
    check = [sys.executable, str(ROOT / "scripts/check_links.py"), str(site), "--json", os.devnull]
    other = [str(lychee), "--offline", "--include-fragments=full", "--index-files", "index.html", "--no-progress", "-q"]
    commands = {OURS: check, "lychee": [*other, "--root-dir", str(site), str(site)]}
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    base = statistics.median(one.seconds for one in runs["lychee"])
    for name, each in runs.items():
        seconds = [one.seconds for one in each]
        middle, spread = statistics.median(seconds), max(seconds) - min(seconds)
        memory = max(one.memory for one in each)
        yield f"{pages:>6}  {name:<13}{middle:>9.2f}{spread:>9.2f}{memory:>7.0f}MB{middle / base:>8.2f}"


def run(command: list[str]) -> Run:
    """Run a program whose words nobody reads, and measure it with all processes that it starts."""
    start = time.monotonic()
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return Run(time.monotonic() - start, used.ru_maxrss / 1024)


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
                text = (folder / language / path / "index.html").read_text(encoding="utf-8")
                target = folder / language / name / "index.html"
                target.parent.mkdir(parents=True)
                renamed = re.sub(rf"(?<=/){re.escape(str(path))}/(?=[\"#])", f"{name}/", text)
                target.write_text(renamed, encoding="utf-8")
                count += 1
            links.append(f'<a href="{name}/">{name}</a>')
            entry = re.compile(rf"  <url>\n    <loc>[^<]*/{re.escape(str(path))}/</loc>.*?</url>\n", re.DOTALL)
            added += "".join(entry.findall(sitemap)).replace(f"/{path}/", f"/{name}/")
    for language in languages:
        home = folder / language / "index.html"
        text = home.read_text(encoding="utf-8").replace("</article>", f"{' '.join(links)}</article>", 1)
        home.write_text(text, encoding="utf-8")
    (folder / "sitemap.xml").write_text(sitemap.replace("</urlset>", f"{added}</urlset>"), encoding="utf-8")
    return folder


if __name__ == "__main__":
    raise SystemExit(main())
