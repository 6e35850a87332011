"""Copies that an earlier run made from the same: one file each, since they are large, below the kept results."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from handbook.copies.edition import Edition
from handbook.copies.needs import surroundings
from handbook.kept import Kept, mark_of, read_kept, write_kept

_FOLDER = "copies"


class KeptCopies:
    """The copies that are kept, by their marks; without a folder for what is kept, none is."""

    def __init__(self, kept: Kept) -> None:
        self.folder = kept.folder / _FOLDER if kept.folder is not None else None

    def known(self, mark: str) -> bytes | None:
        """Return the copy that lies under ``mark``, if there is a sound one."""
        return read_kept(self.folder / mark) if self.folder is not None else None

    def put(self, mark: str, content: bytes) -> None:
        """Put a copy under ``mark``."""
        if self.folder is not None:
            write_kept(self.folder / mark, content)

    def clear(self, asked: Collection[str]) -> None:
        """Delete all but what lies under the marks ``asked``."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder is not None else ():
                if path.name not in asked:
                    path.unlink()


def mark_of_edition(edition: Edition) -> str:
    """Return a mark of all that the copies of a language are made from."""
    settings, handbook = edition.staged.settings, edition.handbook
    same = (edition.language, settings.site_url, settings.date, handbook.files, handbook.missing and "partly")
    files = (path for path in sorted(edition.folder.rglob("*")) if path.is_file())
    told = (part for path in files for part in (path.relative_to(edition.folder).as_posix(), path.read_bytes()))
    return mark_of(*same, *surroundings(), *told)
