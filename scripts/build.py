"""Builds the handbook in all its languages; if nothing has changed since the last run, there is nothing to do.

python3 scripts/build.py                  into site/
python3 scripts/build.py --allow-missing  shows what is not translated in the original, marked as such
python3 scripts/build.py --again          builds everything, without what earlier runs worked out
"""

import argparse
import gc
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from environment import ROOT, enter

#: Where results are kept from run to run, below the handbook's folder; it may be deleted.
KEPT = "build/kept"


def main() -> int:
    """Read the arguments, build, report. Exit codes: 0 fine, 1 problems in the words, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    parser.add_argument("--output", type=Path, help="folder of the site (site/ in the handbook's folder)")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="day to build for: decides what is past")
    parser.add_argument("--allow-missing", action="store_true", help="go on where a translation is missing")
    parser.add_argument("--again", action="store_true", help="build everything, without what earlier runs worked out")
    arguments = parser.parse_args()
    enter("requirements.txt")
    if arguments.date:
        os.environ["HANDBOOK_DATE"] = arguments.date
    root = arguments.handbook.resolve()
    site = (arguments.output or root / "site").resolve()
    return _build(root, site, arguments.allow_missing, arguments.again)


def _build(root: Path, site: Path, allow_missing: bool, again: bool) -> int:
    from handbook.unchanged import inputs, remember, remembered

    start = time.monotonic()
    try:
        mark = inputs(root, site, {"allow_missing": allow_missing})
    except OSError:  # what cannot be read will be told by the step that needs it
        mark = ""
    known = remembered(site, mark) if mark and not again else None
    told = _built(root, site, allow_missing, again) if known is None else known
    if isinstance(told, int):
        return told
    if known is None:
        remember(site, mark, told)
    else:
        print("Nothing has changed since the last run.")
    _tell(told, site, time.monotonic() - start)
    return 0


def _built(root: Path, site: Path, allow_missing: bool, again: bool) -> dict[str, Any] | int:
    """Build, and return what is to be told; or the exit code of a run that published nothing."""
    from handbook.kept import Kept
    from handbook.problems import CouldNotRun, Refused
    from handbook.way import build_site

    # A build makes much and drops little before it ends: looking for rubbish at Python's pace costs a tenth of it.
    gc.set_threshold(100_000, 50, 100)
    try:
        if again:
            shutil.rmtree(root / KEPT, ignore_errors=True)
        done = build_site(root, site, allow_missing, lambda said: print(said, flush=True), Kept(root / KEPT))
    except Refused as refused:
        print(f"\n{refused}\n", file=sys.stderr)
        count = len(refused.problems)
        print(f"{count} problem{'s' if count > 1 else ''}. Nothing was published.", file=sys.stderr)
        return 1
    except CouldNotRun as error:
        print(f"Could not run: {error}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Nothing was published.", file=sys.stderr)
        return 2
    remarks = [str(remark) for remark in done.remarks]
    return {"pages": done.pages, "languages": done.languages, "missing": done.missing, "remarks": remarks}


def _tell(told: dict[str, Any], site: Path, seconds: float) -> None:
    if told["remarks"]:
        print("\nTo know (the site is built all the same):")
        print("\n".join(told["remarks"]))
    count = told["missing"]
    missing = f", {count} translation{'s' if count > 1 else ''} missing" if count else ""
    print(f"\n{told['pages']} pages in {', '.join(told['languages'])}{missing}, in {seconds:.1f} s.")
    print(f"Open {site / 'index.html'}, or run: python3 scripts/serve.py")


if __name__ == "__main__":
    raise SystemExit(main())
