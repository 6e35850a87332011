"""What was worked out before, kept by the content it was made from, in a folder that may be deleted at any time.

A shelf holds the results of one step. It is read as a whole, and put back as a whole with what this run asked
for; so it does not grow, and of two runs at once the later one's shelf stays. What is damaged, or was made by
another state of the program or its packages, counts as nothing. Python's own pickles are kept, so the folder
must be as safe as the program's: it lies beside it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeVar

Result = TypeVar("Result")
_PROGRAM = Path(__file__).parent
_DIGEST = 20


def mark_of(*parts: object) -> str:
    """Return a short mark of texts, bytes, and what prints the same only if it is the same."""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        said = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogateescape")
        digest.update(f"{len(said)}:".encode())
        digest.update(said)
    return digest.hexdigest()


@cache
def program() -> str:
    """Return a mark of the program itself, of Python, and of the packages that are installed."""
    files = sorted(path for path in _PROGRAM.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*-info"))
    return mark_of(sys.version, *packages, *(part for path in files for part in (path, path.read_bytes())))


class Shelf:
    """The results of one step by their marks."""

    def __init__(self, before: dict[str, Any]) -> None:
        self.before, self.now, self.left = before, dict[str, Any](), False

    def result(self, mark: str, work: Callable[[], Result]) -> Result:
        """Return what was kept under ``mark``, else what ``work`` returns, which is kept."""
        if mark not in self.now:
            self.now[mark] = self.before[mark] if mark in self.before else work()
        result: Result = self.now[mark]
        return result

    def known(self, mark: str) -> Any:
        """Return what lies under ``mark``, and keep it; raises `KeyError` if nothing does."""
        self.now[mark] = self.now[mark] if mark in self.now else self.before[mark]
        return self.now[mark]

    def put(self, mark: str, result: object) -> None:
        """Put a result under ``mark``, in place of what lay there."""
        self.now[mark] = result

    def keep(self, mark: str) -> None:
        """Keep what lies under ``mark``, if anything does, for the next run."""
        if mark in self.before:
            self.now[mark] = self.before[mark]

    def keep_all(self) -> None:
        """Keep everything that lies on the shelf for the next run."""
        self.now = self.before | self.now

    def leave(self) -> None:
        """Leave the shelf as it was found."""
        self.left = True

    def __contains__(self, mark: str) -> bool:
        """Return whether there is a result without any work."""
        return mark in self.now or mark in self.before


class Kept:
    """The shelves in a folder; without a folder, nothing is kept from one run to the next.

    With ``here``, shelves stay in this process, and results are the very same objects, run after run; the folder is
    read at first and left as it is.
    """

    def __init__(self, folder: Path | None = None, here: bool = False) -> None:
        self.folder = folder
        self.shelves: dict[str, dict[str, Any]] | None = {} if here else None

    @contextmanager
    def shelf(self, name: str) -> Iterator[Shelf]:
        """Yield a shelf, and put it back if all went well."""
        file = self.folder / name if self.folder is not None else None
        here = (self.shelves or {}).get(name)
        shelf = Shelf(here if here is not None else _read(file) if file is not None else {})
        yield shelf
        if self.shelves is not None:
            self.shelves[name] = shelf.before if shelf.left else shelf.now
        elif file is not None and not shelf.left and shelf.now.keys() != shelf.before.keys():
            _write(file, shelf.now)


def read_kept(file: Path) -> bytes | None:
    """Return what `write_kept` wrote into a file; None if it is not there, damaged, or of another program."""
    body = _body(file)
    return None if body is None else bytes(body)


def write_kept(file: Path, body: bytes) -> None:
    """Write a file in one step; a folder that cannot be written costs time only."""
    _put(file, lambda there: there.write(body))


class _Marked:
    """A file whose first bytes mark what is written after them; a shelf is large, so it is never held as a whole."""

    def __init__(self, there: IO[bytes]) -> None:
        self.there, self.digest = there, _started()
        there.write(bytes(_DIGEST))

    def write(self, part: bytes) -> int:
        """Write the next bytes."""
        self.digest.update(part)
        return self.there.write(part)

    def close(self) -> None:
        """Write the mark."""
        self.there.seek(0)
        self.there.write(self.digest.digest())


def _put(file: Path, write: Callable[[_Marked], object]) -> None:
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        try:
            with os.fdopen(handle, "wb") as there, closing(_Marked(there)) as marked:
                write(marked)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink()
            raise


def _body(file: Path) -> memoryview | None:
    """Return what stands behind the mark of a file, if it is what was marked."""
    with suppress(OSError):
        content = memoryview(file.read_bytes())
        body = content[_DIGEST:]
        digest = _started()
        digest.update(body)
        if digest.digest() == content[:_DIGEST]:
            return body
    return None


def _read(file: Path) -> dict[str, Any]:
    """Return the results on a shelf; none if it cannot be used."""
    body = _body(file)
    with suppress(Exception):
        kept: dict[str, Any] = pickle.loads(body) if body is not None else {}  # noqa: S301
        return kept
    return {}


def _write(file: Path, results: dict[str, Any]) -> None:
    """Write a shelf."""
    _put(file, lambda there: pickle.dump(results, there, protocol=pickle.HIGHEST_PROTOCOL))


def _started() -> hashlib.blake2b:
    """Return the beginning of a mark: what another program kept does not count."""
    return hashlib.blake2b(program().encode(), digest_size=_DIGEST)
