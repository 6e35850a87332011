"""Where a record of the data files was written, and what was written there, by its key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.links.place import Place
from handbook.read.words import Words
from handbook.read.yaml import Path, YamlFile


class Records:
    """The data files of one language, and behind them those of the reference."""

    def __init__(self, *words: Words) -> None:
        self._files = [
            {name.replace("/", "."): file for name, file in one.data.items() if file is not None} for one in words
        ]

    def place(self, key: str) -> Place | None:
        """Return where the record ``key`` begins; None if no file holds it."""
        for file, path in self._found(key):
            return Place(file.file, file.lines[path])
        return None

    def written(self, key: str, spelled: Sequence[re.Pattern[str]]) -> Place | None:
        """Return the line of the record ``key`` on which one of the spellings stands; None if on none."""
        for file, path in self._found(key):
            first, last = file.lines[path], _last(file, path)
            text = "\n".join(file.source[first - 1 : last])
            for pattern in spelled:
                if found := pattern.search(text):
                    return Place(file.file, first + text.count("\n", 0, found.start()))
        return None

    def anywhere(self, spelled: Sequence[re.Pattern[str]]) -> Place | None:
        """Return the first line of all files on which the first possible spelling stands; None if on none."""
        for pattern in spelled:
            for files in self._files:
                for file in files.values():
                    text = "\n".join(file.source)
                    if found := pattern.search(text):
                        return Place(file.file, 1 + text.count("\n", 0, found.start()))
        return None

    def _found(self, key: str) -> Iterator[tuple[YamlFile, Path]]:
        parts = key.split(".")
        for files in self._files:
            for size in range(len(parts), 0, -1):
                file = files.get(".".join(parts[:size]))
                if file is not None and tuple(parts[size:]) in file.lines:
                    yield file, tuple(parts[size:])
                    break


def _last(file: YamlFile, path: Path) -> int:
    """Return the last line of what stands at ``path``."""
    first = file.lines[path]
    after = [line for other, line in file.lines.items() if line > first and other[: len(path)] != path]
    return min(after, default=len(file.source) + 1) - 1
