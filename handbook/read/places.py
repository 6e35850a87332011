"""Where words were written, for what is found only later: a link that leads nowhere, a macro's mistake."""

from __future__ import annotations

import re
from pathlib import Path


def written_at(root: Path, page: str, words: str) -> tuple[str, int]:
    """Return the file and line that hold ``words`` (a link's address) between brackets or quotes.

    ``page`` is looked through first, then the data files of its language, whose sentences the page may
    show; ``(page, 0)`` if the words stand in none of them.
    """
    if not words:
        return page, 0
    address = re.compile(rf"[(\s\"'<:]{re.escape(words)}(?:[)\s\"'>]|$)", re.M)
    data = root / page.partition("/")[0] / "data"
    for path in (root / page, *sorted(data.rglob("*.yml"))):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if found := address.search(text):
            return path.relative_to(root).as_posix(), text.count("\n", 0, found.start() + 1) + 1
    return page, 0
