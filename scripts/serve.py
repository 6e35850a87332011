"""Shows the handbook in all its languages in the browser, and follows every edit.

python3 scripts/serve.py               on http://127.0.0.1:8000/
python3 scripts/serve.py --port 8080   on another port
"""

import argparse
import gc
import sys
from pathlib import Path

from environment import ROOT, enter


def main() -> int:
    """Serve until interrupted. Exit codes: 0 stopped, 2 could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    parser.add_argument("--port", type=int, default=8000)
    arguments = parser.parse_args()
    enter("requirements.txt")
    gc.disable()
    from handbook.preview.server import serve
    from handbook.problems import CouldNotRun

    gc.freeze()  # what is loaded is no waste, now and later
    gc.enable()
    try:
        serve(arguments.handbook.resolve(), arguments.port, lambda said: print(said, flush=True))
    except CouldNotRun as error:
        print(f"Could not run: {error}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
