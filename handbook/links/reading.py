"""The files of a site become documents: on as many processors as there are, and none that was read before."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from handbook.kept import Kept, mark_of
from handbook.links.document import Document, Fault
from handbook.links.folder import Folder
from handbook.links.read.kinds import READERS, kind_of
from handbook.side_by_side import side_by_side

Result = TypeVar("Result")
#: No file of a site that people read is larger; one that is would only hold up the check.
_MOST = 20 * 1024 * 1024
#: Reading is what takes time, so many files are shared out among processors.
_PARTS = min(os.cpu_count() or 1, 8)
_FEW = 40
#: The shelf of documents. Each is kept as it is sent between processes, so that those of one run
#: are put back for the next without a look at them.
_SHELF = "documents"


def read_documents(folder: Folder, kept: Kept | None = None, downloads: tuple[str, ...] = ()) -> dict[str, Document]:
    """Return what the files of a folder say, by their names in order, but for those below the folders ``downloads``.

    ``kept`` spares those that did not change.
    """
    closed = tuple(f"{one}/" for one in downloads if not folder.find(f"{one}/"))
    names = [name for name in sorted(folder.files) if kind_of(name) and not name.startswith(closed)]
    if kept is None:
        return dict(zip(names, _shared_out(partial(_read, folder), names), strict=True))
    with kept.shelf(_SHELF) as shelf:
        marks = {name: mark_of(name, _content(folder, name)) for name in names}
        new = [name for name in names if marks[name] not in shelf]
        packed = {}
        for name, (marks[name], document) in zip(new, _shared_out(partial(_packed, folder), new), strict=True):
            packed[name] = document
        found = [(name, shelf.result(marks[name], partial(packed.__getitem__, name))) for name in names]
    return {name: pickle.loads(document) for name, document in found}  # noqa: S301


def _shared_out(work: Callable[[str], Result], names: Sequence[str]) -> list[Result]:
    """Return the result of ``work`` for each name, in order, worked out on all processors if there are many."""
    # One part a processor, each with pages of every folder, since those of one may be longer.
    parts = [names[part::_PARTS] for part in range(_PARTS)] if len(names) > _FEW else [names]
    done = side_by_side(lambda part: [(name, work(name)) for name in part], parts)
    results = dict(chain.from_iterable(done))
    return [results[name] for name in names]


def _packed(folder: Folder, name: str) -> tuple[str, bytes]:
    """Return the mark of what was read, and the document."""
    content = _content(folder, name)
    return mark_of(name, content), pickle.dumps(_document(name, content), pickle.HIGHEST_PROTOCOL)


def _read(folder: Folder, name: str) -> Document:
    return _document(name, _content(folder, name))


def _content(folder: Folder, name: str) -> bytes | Fault:
    """Return what a file holds, or why it is not read."""
    path = folder.root / name
    try:
        if (size := path.stat().st_size) > _MOST:
            return Fault("not-checked", 0, {"found": f"it has {size // 1024**2} megabytes"})
        return path.read_bytes()
    except OSError as error:
        return Fault("unreadable", 0, {"found": error.strerror or ""})


def _document(name: str, content: bytes | Fault) -> Document:
    document = Document(name, kind_of(name))
    if isinstance(content, Fault):
        document.faults.append(content)
        return document
    try:
        READERS[document.kind](content, document)
    except Exception as error:  # a file that a reader cannot take must not end the check of all others
        document.faults.append(Fault("damaged", 0, {"found": f"{type(error).__name__}: {error}"}))
    return document
