"""Starts the programme of a new year from the current one.

python3 scripts/next_year.py 2026

Statements keep their keys and are marked to be confirmed; the old year is kept under its own address, with a
page that says what is new, changed and dropped. Nothing is written unless everything can be.
"""

import argparse
import sys
from pathlib import Path

from environment import ROOT, enter


def main() -> int:
    """Read the arguments, start the year, report. Exit codes: 0 fine, 1 problems in the words, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("year", help="the year of the new programme, in four digits")
    parser.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    arguments = parser.parse_args()
    enter("requirements.txt")
    from handbook.next_year.start import start_year
    from handbook.problems import CouldNotRun, Refused

    try:
        done = start_year(arguments.handbook.resolve(), arguments.year)
    except Refused as refused:
        print(f"{refused}\n", file=sys.stderr)
        count = len(refused.problems)
        print(f"{count} problem{'s' if count > 1 else ''}. Nothing was changed.", file=sys.stderr)
        return 1
    except (CouldNotRun, OSError) as error:
        print(f"Could not run: {error}. Nothing was changed.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Nothing was changed.", file=sys.stderr)
        return 2
    for path in sorted(done.files):
        print(f"  {path}")
    print(f"\nThe programme is now that of {done.new}; that of {done.old} is kept. {len(done.files)} files written.\n")
    print("What to do next:")
    print(f"  1. Register the document of {done.new} and its rows in data/documents.yml.")
    print(f"  2. Read the {done.statements} statements that are carried over. Change the words if need be, give each")
    print("     its new source and delete its line 'carried-over'. Delete what is dropped, add what is new.")
    if done.to_read:
        print(f"  3. Read the lines that still speak of {done.old}:")
        for place in done.to_read:
            print(f"     {place}")
    print("Then run: python3 scripts/build.py")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
