"""Pictures of a copy: they come along with the words, so they must be there and be light."""

from __future__ import annotations

import os
from pathlib import Path

from handbook.copies.edition import Edition
from handbook.problems import Problem, Refused

#: More than a phone's connection carries in a few seconds.
MOST = 1_000_000


def picture(edition: Edition, page: str, path: str) -> bytes:
    """Return the picture at ``path`` in the language's folder, which ``page`` (``words/work.md``) shows.

    Raises `Refused` if it is missing or too large.
    """
    file, source = edition.folder / path, edition.staged.site.pages[edition.language.code][page].file
    try:
        size = file.stat().st_size
        if size <= MOST:
            return file.read_bytes()
    except OSError:
        raise Refused([_problem(edition, source, path, "a picture of a copy is missing", "a file")]) from None
    found = f"{size / 1_000_000:.1f} MB in '{os.path.basename(path)}'"  # noqa: PTH119
    wrong = "a picture is too large for the copies that take it along"
    raise Refused([_problem(edition, source, path, wrong, f"at most {MOST // 1_000_000} MB", found)])


def _problem(edition: Edition, source: str, path: str, wrong: str, expected: str, found: str = "") -> Problem:
    """Return the problem at the line of the page that names the picture."""
    root = edition.staged.settings.root
    name = Path(path).name
    try:
        lines = (root / source).read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    line = next((number for number, words in enumerate(lines, 1) if name in words), 0)
    todo = "Make it smaller, or save it as SVG or WebP." if found else "Put the file back, or take the picture out."
    return Problem(source, line, wrong, expected, found or f"nothing at '{path}'", todo)
