"""Writes the JSON Schemas with which editors check the YAML files.

python3 scripts/schemas.py           writes schemas/
python3 scripts/schemas.py --check   says which of them are not up to date
"""

import argparse

from environment import ROOT, enter


def main() -> int:
    """Write or check the schemas. Exit codes: 0 fine, 1 not up to date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    enter("requirements.txt")
    from handbook.join.schemas import FOLDER, outdated, write_schemas

    old = outdated(ROOT)
    if arguments.check:
        for path in old:
            print(f"{FOLDER}/{path}: not up to date. Run: python3 scripts/schemas.py")
        return 1 if old else 0
    write_schemas(ROOT)
    print(f"{len(old)} schemas written." if old else "All schemas are up to date.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
