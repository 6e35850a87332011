"""How the doors end and write what they say: to a terminal, into a pipe that may close, into a file."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path


def ended(run: Callable[[], int], refused: int = 1) -> int:
    """Return the exit code of ``run``: its own, ``refused`` if it refuses its input, 2 if it cannot run."""
    from handbook.problems import CouldNotRun, Refused
    from handbook.process import soon_over

    soon_over()
    try:
        return run()
    except Refused as problems:
        print(problems, file=sys.stderr)
        return refused
    except CouldNotRun as error:
        print(f"Could not run: {error}.", file=sys.stderr)
    except OSError as error:
        print(f"Could not run: {error.filename or ''}: {error.strerror or error}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
    except Exception:  # a mistake of the program must not look like one of the words
        traceback.print_exc()
    return 2


def show(text: str) -> None:
    """Print a text; a reader that has enough of it (``| head``) is no mistake."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(file: str, text: str, add: bool = False) -> None:
    """Write a report into a file, or at its end, or print it for ``-``. Raises `OSError`."""
    if file == "-":
        show(text.removesuffix("\n"))
    else:
        with Path(file).open("a" if add else "w", encoding="utf-8") as out:
            out.write(text)
