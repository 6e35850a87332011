"""The folder that will be published: which files it holds, under which addresses a web server shows them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

INDEX = ("index.html", "index.htm")
_MOST_LINKS = 10


@dataclass(frozen=True)
class Folder:
    """A folder of files, by their paths with slashes.

    ``outside`` are symbolic links that lead out of the folder, nowhere or round: they are never followed.
    ``unreadable`` are folders and files that cannot be opened, with the reason. ``aliases`` are symbolic links
    to other folders inside, with what they lead to.
    """

    root: Path
    files: frozenset[str]
    outside: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()
    folders: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def alike(self) -> Mapping[str, str]:
        """Return the files by their names without regard to capitals and the way accents are composed."""
        return {_folded(name): name for name in sorted(self.files, reverse=True)}

    def find(self, path: str) -> str | None:
        """Return the file that a server shows for ``path`` (decoded, without the first slash), or None.

        A folder shows its index; a name without ending shows the page of that name, as most hosts do.
        """
        if path in self.files:
            return path
        if path == "" or path.endswith("/"):
            found = next((path + name for name in INDEX if path + name in self.files), None)
        else:
            found = f"{path}.html" if f"{path}.html" in self.files else None
        if found is None and self.aliases and (real := self.real(path)) != path:
            return self.find(real)
        return found

    def folder_of(self, path: str) -> str | None:
        """Return the page of the folder that ``path`` names without its slash at the end, or None."""
        return None if not path or path.endswith("/") else self.find(f"{path}/")

    def like(self, path: str) -> str | None:
        """Return the file whose path differs from ``path`` only in capitals or the way accents are composed."""
        for one in (path, f"{path}index.html", f"{path}/index.html", f"{path}.html"):
            if (found := self.alike.get(_folded(one))) is not None:
                return found
        return None

    def real(self, path: str) -> str:
        """Return ``path`` with symbolic links to folders inside replaced by what they lead to."""
        for _ in range(_MOST_LINKS):
            linked = next((one for one in self.aliases if f"{path}/".startswith(f"{one}/")), None)
            if linked is None:
                break
            path = f"{self.aliases[linked]}{path[len(linked) :]}".lstrip("/")
        return path


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).lower())


def read_folder(root: Path) -> Folder:
    """Return what the folder ``root`` holds. Raises `NotADirectoryError` if it is none."""
    if not root.is_dir():
        raise NotADirectoryError(20, "not a folder", str(root))
    seen = _Seen(os.path.realpath(root))
    waiting = [""]
    while waiting:
        waiting += seen.enter(root, waiting.pop())
    files, folders = frozenset(seen.files), frozenset(seen.folders)
    outside, unreadable = tuple(sorted(seen.outside)), tuple(sorted(seen.unreadable))
    return Folder(root, files, outside, unreadable, folders, seen.aliases)


@dataclass
class _Seen:
    """What a walk through a folder has met; ``real`` is the folder's own path."""

    real: str
    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)

    def enter(self, root: Path, folder: str) -> list[str]:
        """Note what stands in ``folder``, and return the folders in it."""
        inner: list[str] = []
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    if self._note(entry, name):
                        inner.append(name)
        except OSError as error:
            self.unreadable.append((folder or ".", error.strerror or ""))
        self.folders += inner
        return inner

    def _note(self, entry: os.DirEntry[str], name: str) -> bool:
        """Note a file or a symbolic link; return whether it is a folder, to be entered."""
        try:
            if entry.is_symlink():
                self._link(entry, name)
            elif entry.is_file():
                self.files.append(name)
            else:
                return entry.is_dir()
        except OSError as error:
            self.unreadable.append((name, error.strerror or ""))
        return False

    def _link(self, entry: os.DirEntry[str], name: str) -> None:
        try:
            real = os.path.realpath(entry.path, strict=True)
        except OSError:  # it leads nowhere, or round
            self.outside.append(name)
            return
        inside = real.startswith(self.real.rstrip("/") + "/")
        if not inside or f"{Path(entry.path).parent.resolve()}/".startswith(f"{real}/"):
            self.outside.append(name)
        elif entry.is_file():
            self.files.append(name)
        elif entry.is_dir():
            self.aliases[name] = os.path.relpath(real, self.real)
