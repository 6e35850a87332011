"""Which of many names resembles a wrong one most: quickly, however many and however long."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_LONGEST = 200
_CANDIDATES = 6


class Names:
    """Names of which the nearest can be asked for. Pieces of three characters choose a few, which are compared."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [one for one in names if len(one) <= _LONGEST]
        self._holding: dict[str, list[int]] = {}
        for number, name in enumerate(self._names):
            for piece in _pieces(name):
                self._holding.setdefault(piece, []).append(number)
        self._common = max(200, len(self._names) // 10)

    def nearest(self, name: str, cutoff: float = 0.7) -> str:
        """Return the name that resembles ``name`` most, or nothing; ``cutoff`` as that of `difflib`."""
        if not 1 < len(name) <= _LONGEST:
            return ""
        shared: Counter[int] = Counter()
        for piece in _pieces(name):
            holding = self._holding.get(piece, [])
            if len(holding) <= self._common:
                shared.update(holding)
        best = sorted(shared, key=lambda number: (-shared[number] / (len(self._names[number]) + len(name)), number))
        few = [self._names[number] for number in best[:_CANDIDATES]]
        return next(iter(difflib.get_close_matches(name, few, n=1, cutoff=cutoff)), "")


def _pieces(name: str) -> set[str]:
    whole = f"^{name.lower()}$"
    return {whole[start : start + 3] for start in range(len(whole) - 2)}


class Paths:
    """The files of a site, of which the one that was probably meant can be asked for."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files: dict[str, str] = {}
        self._last: dict[str, list[str]] = {}
        for name in sorted(files):
            plain = _plain(name)
            if self._files.setdefault(plain, name) == name:
                self._last.setdefault(plain.rpartition("/")[2], []).append(name)

    def nearest(self, path: str) -> str:
        """Return the file that was probably meant by ``path``, or nothing."""
        wanted = _plain(path)
        if wanted in self._files:
            return self._files[wanted]
        moved = self._last.get(wanted.rpartition("/")[2], [])
        if len(moved) > 1:  # the same name in several folders: that of the same first folder, if it is only one
            moved = [one for one in moved if one.partition("/")[0] == wanted.partition("/")[0]]
        if len(moved) == 1:
            return moved[0]
        return ("" if _ends(wanted) else self._meant(self._pages, wanted)) or self._meant(self._all, wanted)

    def _meant(self, names: Names, wanted: str) -> str:
        near = names.nearest(wanted, 0.8)
        return self._files.get(near, "") if _same_name(near, wanted) else ""

    @cached_property
    def _pages(self) -> Names:
        return Names(name for name in self._files if not _ends(name))

    @cached_property
    def _all(self) -> Names:
        return Names(self._files)


def _ends(path: str) -> bool:
    """Tell whether the last name of a plain path has an ending: pages have none."""
    return "." in path.rpartition("/")[2]


def _same_name(one: str, other: str) -> bool:
    """Tell whether the last steps of two paths, without their endings, resemble each other too."""
    names = [path.rpartition("/")[2] for path in (one, other)]
    stems = [name.rpartition(".")[0] or name for name in names]
    return difflib.SequenceMatcher(None, stems[0], stems[1]).ratio() >= 0.5


def _plain(path: str) -> str:
    """Return a path without what differs between ways of writing the address of a page."""
    path = path.rstrip("/")
    for end in ("/index.html", "/index.htm", ".html", ".htm", ".md"):
        if path.endswith(end):
            return path[: -len(end)]
    return path
