"""Text and tables in Markdown, for the page of a job: words are shown as they are written, whatever they are."""

from __future__ import annotations

from collections.abc import Sequence


def plain(text: str) -> str:
    """Return text that Markdown shows as it is written, on one line."""
    folded = " ".join(text.split()).replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
    for mark in "|*_`[]#":
        folded = folded.replace(mark, f"\\{mark}")
    return folded


def head(names: Sequence[str]) -> str:
    """Return the head of a table whose first column holds words, the others numbers."""
    return "\n".join((row([plain(name) for name in names]), row([":---", *("---:" for _ in names[1:])])))


def row(cells: Sequence[str]) -> str:
    """Return a row of a table; its cells are Markdown already."""
    return f"| {' | '.join(cells)} |"
