"""Measures this project beside other programs, as ratios in one run: absolute times differ by machine.

python3 scripts/benchmark.py builds                    whole builds beside the plain engine and theme, same pages
python3 scripts/benchmark.py seen                      from saving a file until the preview shows it
python3 scripts/benchmark.py links                     the check of links beside lychee, offline
python3 scripts/benchmark.py copies                    this handbook with copies to take away, beside the site alone
python3 scripts/benchmark.py builds --pages 100 400 --rounds 3
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from environment import ROOT, enter
from output import ended, show

#: Sizes: pages of a language of a handbook, or of a whole site; copies are made of the handbook as it is.
SIZES = {"builds": [20, 100], "seen": [100], "links": [300, 3000], "copies": [0]}


def main() -> int:
    """Read the arguments, measure, print a table. Exit codes: 0 measured, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=tuple(SIZES))
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="built site to copy pages from (links: site/)")
    parser.add_argument("--pages", type=int, nargs="+", help=f"sizes to measure ({SIZES})")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program at each size, in turn (3)")
    arguments = parser.parse_args()
    enter("requirements.txt", "requirements-test.txt")
    return ended(lambda: _run(arguments), refused=2)


def _run(arguments: argparse.Namespace) -> int:
    from handbook.measure.runs import HEAD
    from handbook.problems import CouldNotRun

    if arguments.what == "links" and not (arguments.site / "index.html").is_file():
        raise CouldNotRun(f"{arguments.site} is no built site; run scripts/build.py first")
    show(HEAD)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for pages in arguments.pages or SIZES[arguments.what]:
                for line in _measured(arguments, Path(folder) / str(pages), pages):
                    show(line)
    except RuntimeError as error:
        raise CouldNotRun(str(error)) from None
    return 0


def _measured(arguments: argparse.Namespace, folder: Path, pages: int) -> Iterator[str]:
    if arguments.what == "builds":
        from handbook.measure.builds import measure_builds

        return measure_builds(ROOT, folder, pages, arguments.rounds)
    if arguments.what == "seen":
        from handbook.measure.seen import measure_seen

        return measure_seen(ROOT, folder, pages, arguments.rounds)
    if arguments.what == "copies":
        from handbook.measure.copies import measure_copies

        return measure_copies(ROOT, folder, arguments.rounds)
    from handbook.links.external.lychee import find_lychee
    from handbook.measure.links import grown, measure_links

    return measure_links(ROOT, grown(arguments.site, folder, pages), pages, find_lychee(), arguments.rounds)


if __name__ == "__main__":
    sys.exit(main())
