"""Pairs in which the checks found nothing, remembered between two runs, so that only what is new is read again.

The memory holds for the same checks, words of the field and dictionary only (their ``fingerprint``). It
lies in the folder of what is built, is no part of the handbook, and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from handbook.translations.finding import Pair

_PROGRAM = Path(__file__).parent


class Clean:
    """The pairs of one language in which nothing was found; a damaged memory is forgotten."""

    def __init__(self, file: Path, fingerprint: str) -> None:
        self._file, self._fingerprint = file, fingerprint
        self._known = _remembered(file, fingerprint)
        self._now: set[str] = set()

    def __contains__(self, pair: Pair) -> bool:
        """Return whether nothing was found in this very pair of texts."""
        mark = _mark(pair)
        if mark not in self._known:
            return False
        self._now.add(mark)
        return True

    def add(self, pair: Pair) -> None:
        """Remember that nothing was found in a pair."""
        self._now.add(_mark(pair))

    def write(self) -> None:
        """Write what is clean now, in one move; where nothing can be written, nothing is remembered."""
        if self._now == self._known:
            return
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(
                json.dumps({"fingerprint": self._fingerprint, "clean": sorted(self._now)}), encoding="utf-8"
            )
            part.replace(self._file)
        except OSError:
            part.unlink(missing_ok=True)


def _remembered(file: Path, fingerprint: str) -> set[str]:
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return set(map(str, held["clean"])) if held["fingerprint"] == fingerprint else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _mark(pair: Pair) -> str:
    """Return a mark of all that the checks see of a pair."""
    seen = [(unit.kind, unit.file, unit.text) for unit in (pair.original, pair.translation) if unit is not None]
    return hashlib.blake2b(repr(seen).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def fingerprint(texts: Iterable[str], files: Iterable[Path]) -> str:
    """Return a mark of this program's checks, of ``texts`` that they know, and of ``files`` that they read."""
    digest = hashlib.blake2b(f"{sys.version}\n".encode(), digest_size=12)
    for path in (*sorted(_PROGRAM.rglob("*.py")), *files):
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
