"""Small changes of a text file where its words stand; every other byte stays as a person wrote it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Edit:
    """Words that take the place of the characters from ``start`` to ``end`` of a text with Unix line ends."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with all ``edits``, which do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


class Source:
    """A text file; ``text`` has Unix line ends, and an edit gives back the file's own."""

    def __init__(self, data: bytes) -> None:
        self._raw = data.decode("utf-8")
        self.text = self._raw.replace("\r\n", "\n").replace("\r", "\n")
        pairs = [match.start() for match in re.finditer("\r\n", self._raw)]
        self._dropped = [at - number for number, at in enumerate(pairs)]
        self._end = "\r\n" if 2 * len(pairs) > self.text.count("\n") else "\n"

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """Return the file's bytes with ``edits``, whose places are those of ``text``."""
        own = [Edit(self._at(one.start), self._at(one.end), one.words.replace("\n", self._end)) for one in edits]
        return edited(self._raw, own).encode()

    def _at(self, place: int) -> int:
        return place + bisect_left(self._dropped, place)


def difference(before: str, after: str) -> list[Edit]:
    """Return the one edit that turns ``before`` into ``after``; nothing where they are equal."""
    if before == after:
        return []
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    end = next((at for at in range(shorter - start) if before[-1 - at] != after[-1 - at]), shorter - start)
    return [Edit(start, len(before) - end, after[start : len(after) - end])]
