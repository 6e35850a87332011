"""Builds the handbook in all its languages; if nothing has changed since the last run, there is nothing to do.

python3 scripts/build.py                  into site/
python3 scripts/build.py --allow-missing  shows what is not translated in the original, marked as such
python3 scripts/build.py --copies         with copies to take away: PDF, EPUB, Word, one HTML file, ZIP
python3 scripts/build.py --again          builds everything, without what earlier runs worked out
"""

import argparse
import os
import shutil
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from environment import ROOT, enter, offer

#: Where results are kept from run to run, below the handbook's folder; it may be deleted.
KEPT = "build/kept"


def main() -> int:
    """Read the arguments, build, report. Exit codes: 0 fine, 1 problems in the words, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    parser.add_argument("--output", type=Path, help="folder of the site (site/ in the handbook's folder)")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="day to build for: decides what is past")
    parser.add_argument("--allow-missing", action="store_true", help="go on where a translation is missing")
    parser.add_argument("--copies", action="store_true", help="make copies to take away, and offer them on the site")
    parser.add_argument("--again", action="store_true", help="build everything, without what earlier runs worked out")
    arguments = parser.parse_args()
    enter("requirements.txt")
    from handbook.process import soon_over

    soon_over()
    if arguments.copies:
        from handbook.copies.needs import REQUIREMENTS, helpful_libraries

        offer(REQUIREMENTS, helpful_libraries)
    if arguments.date:
        os.environ["HANDBOOK_DATE"] = arguments.date
    root = arguments.handbook.resolve()
    site = (arguments.output or root / "site").resolve()
    try:
        return _build(root, site, arguments)
    except KeyboardInterrupt:
        print("\nStopped. Nothing was published.", file=sys.stderr)
        return 2


def _build(root: Path, site: Path, arguments: argparse.Namespace) -> int:
    from handbook.copies.needs import surroundings
    from handbook.unchanged import inputs, remember, remembered

    start = time.monotonic()
    try:
        copies = list(surroundings()) if arguments.copies else []
        mark = inputs(root, site, {"allow_missing": arguments.allow_missing, "copies": copies})
    except OSError:  # what cannot be read will be told by the step that needs it
        mark = ""
    known = remembered(site, mark) if mark and not arguments.again else None
    told = _built(root, site, arguments) if known is None else known
    if isinstance(told, int):
        return told
    if known is None:
        remember(site, mark, told)
    else:
        print("Nothing has changed since the last run.")
    _tell(told, site, time.monotonic() - start)
    return 0


def _built(root: Path, site: Path, arguments: argparse.Namespace) -> dict[str, Any] | int:
    """Build, and return what is to be told; or the exit code of a run that published nothing."""
    from handbook.copies.kinds import KINDS
    from handbook.kept import Kept
    from handbook.problems import CouldNotRun, Refused
    from handbook.way import build_site

    try:
        if arguments.again:
            shutil.rmtree(root / KEPT, ignore_errors=True)
        tell, kept, kinds = partial(print, flush=True), Kept(root / KEPT), KINDS if arguments.copies else None
        done = build_site(root, site, arguments.allow_missing, tell, kept, kinds=kinds)
    except Refused as refused:
        print(f"\n{refused}\n", file=sys.stderr)
        count = len(refused.problems)
        print(f"{count} problem{'s' if count > 1 else ''}. Nothing was published.", file=sys.stderr)
        return 1
    except CouldNotRun as error:
        print(f"Could not run: {error}.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is published; what follows takes a moment
    remarks = [str(remark) for remark in done.remarks]
    counts = {"pages": done.pages, "missing": done.missing, "copies": done.copies}
    return {**counts, "languages": done.languages, "remarks": remarks}


def _tell(told: dict[str, Any], site: Path, seconds: float) -> None:
    if told["remarks"]:
        print("\nTo know (the site is built all the same):")
        print("\n".join(told["remarks"]))
    count = told["missing"]
    missing = f", {count} translation{'s' if count > 1 else ''} missing" if count else ""
    copies = f", {told['copies']} copies to take away" if told["copies"] else ""
    print(f"\n{told['pages']} pages in {', '.join(told['languages'])}{missing}{copies}, in {seconds:.1f} s.")
    print(f"Open {site / 'index.html'}, or run: python3 scripts/serve.py")


if __name__ == "__main__":
    raise SystemExit(main())
