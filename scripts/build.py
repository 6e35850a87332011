"""Builds the handbook in all its languages.

python3 scripts/build.py                  into site/
python3 scripts/build.py --allow-missing  shows what is not translated in the original, marked as such
"""

import argparse
import os
import sys
import time
from pathlib import Path

from environment import ROOT, enter


def main() -> int:
    """Read the arguments, build, report. Exit codes: 0 fine, 1 problems in the words, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    parser.add_argument("--output", type=Path, help="folder of the site (site/ in the handbook's folder)")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="day to build for: decides what is past")
    parser.add_argument("--allow-missing", action="store_true", help="go on where a translation is missing")
    arguments = parser.parse_args()
    enter("requirements.txt")
    if arguments.date:
        os.environ["HANDBOOK_DATE"] = arguments.date
    from handbook.problems import CouldNotRun, Refused
    from handbook.way import build_site

    root = arguments.handbook.resolve()
    site = (arguments.output or root / "site").resolve()
    start = time.monotonic()
    try:
        done = build_site(root, site, arguments.allow_missing, lambda said: print(said, flush=True))
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
    if done.remarks:
        print("\nTo know (the site is built all the same):")
        print("\n".join(str(remark) for remark in done.remarks))
    missing = f", {done.missing} translation{'s' if done.missing > 1 else ''} missing" if done.missing else ""
    print(f"\n{done.pages} pages in {', '.join(done.languages)}{missing}, in {time.monotonic() - start:.1f} s.")
    print(f"Open {done.site / 'index.html'}, or run: python3 scripts/serve.py")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
