"""A long sentence is laid over lines: never at a no-break space, inside a call, or so that a line begins a block."""

from __future__ import annotations

import re

WIDTH = 110
_NO_BREAK = ("\u00a0", "\u202f")
_WHOLE = re.compile(r"(?:\{\{.*?\}\}|\[\[.*?\]\]|\{:[^}]*\}|[^ ])+")
_CALL = re.compile(r"\{\{.*?\}\}")  # alone on a line it is shape, not words
_BEGINS = re.compile(r"\[\^[^\]\s]+\]:(?= |$)|\{:")
#: What would be a heading, list, quotation, table or box at the start of a line.
_BLOCK = re.compile(r"[-*+>#|=~`:]+$|[#>|`~=]|\d+[.)]$|!!!|\?\?\?")


def wrapped(words: str, width: int, first: int | None = None) -> list[str]:
    """Return ``words`` as lines of at most ``width`` characters where that can be, ``first`` for the first line."""
    lines: list[str] = []
    room = width if first is None else first
    for piece in _pieces(words):
        kept = not begins(piece) and not (lines and _ended(lines[-1]))
        if lines and kept and len(lines[-1]) + 1 + len(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            room = width if lines else room
            lines.append(piece)
    return lines


def begins(words: str) -> bool:
    """Return whether ``words`` must stand at the begin of a line, as a footnote and attributes do."""
    return _BEGINS.match(words) is not None


def _ended(line: str) -> bool:
    """Return whether a line ends with a break of Markdown: one backslash, itself not escaped."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _pieces(words: str) -> list[str]:
    """Return what must stay on one line."""
    pieces: list[str] = []
    for word in _WHOLE.findall(words):
        if pieces and (_glued(pieces[-1], word) or (len(pieces) == 1 and _CALL.fullmatch(pieces[0]))):
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
    return pieces


def _glued(before: str, word: str) -> bool:
    """Return whether no line may begin with ``word``."""
    breaks = not before.endswith(_NO_BREAK) and not word.startswith(_NO_BREAK)
    return not breaks or bool(_BLOCK.match(word) or word.startswith("{{"))
