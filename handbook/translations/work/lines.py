"""Lines for a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

_STEP = "  "


def fitted(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines that are no wider than ``width``; what is left of one goes on below, further in.

    Words stay whole, also keys and addresses that are wider, and no-break spaces keep what they join.
    """
    for line in lines:
        words = line.lstrip(" ")
        indent = line[: len(line) - len(words)]
        wrapped = textwrap.wrap(
            words,
            width,
            initial_indent=indent,
            subsequent_indent=indent + _STEP,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from wrapped if len(line) > width else [line]


def fitted_to(out: TextIO, lines: Sequence[str]) -> Sequence[str]:
    """Return lines as wide as the terminal ``out``; as they are where they go into a file or another program."""
    return list(fitted(lines, shutil.get_terminal_size().columns)) if out.isatty() else lines
