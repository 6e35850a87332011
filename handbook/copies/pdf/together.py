"""Files that are made together: whoever needs one first makes all of them, also if each is asked for by a process."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

Make = Callable[[], Iterable[tuple[str, bytes]]]


class Together:
    """The files that ``make`` yields by name, made once for all processes that were forked from this one."""

    def __init__(self, make: Make) -> None:
        self.make = make
        self._place = tempfile.TemporaryDirectory(prefix="copies-", ignore_cleanup_errors=True)

    def one(self, name: str) -> bytes:
        """Return the file called ``name``; raises what ``make`` raises."""
        folder = Path(self._place.name)
        done = folder / "done"
        with _alone(folder):
            if not done.exists():
                for each, content in self.make():
                    (folder / f"{each}.file").write_bytes(content)
                done.touch()
        return (folder / f"{name}.file").read_bytes()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other processes waiting; the system lets them go on if this one dies."""
    try:
        import fcntl
    except ImportError:  # a system that forks no processes either
        yield
        return
    lock = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
