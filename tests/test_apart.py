"""Many pieces of work in processes of their own, and here where a process cannot be copied."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from handbook.apart import in_processes
from handbook.copies.print import lay_out


def told(folder: Path, name: str) -> str:
    (folder / name).write_text(str(os.getpid()))
    return name


def makers(folder: Path) -> set[int]:
    """Have some files made, and return the numbers of the processes that made them."""
    heard: dict[int, str | None] = {}
    in_processes([partial(told, folder, name) for name in "abc"], heard.__setitem__)
    assert heard == {0: "a", 1: "b", 2: "c"}
    return {int(path.read_text()) for path in folder.iterdir()}


@contextmanager
def thread_of_pango() -> Iterator[None]:
    """A thread with the name of one of Pango's."""
    named, over = threading.Event(), threading.Event()

    def waits() -> None:
        Path(f"/proc/self/task/{threading.get_native_id()}/comm").write_text("[pango] fontcon")
        named.set()
        over.wait(60)

    thread = threading.Thread(target=waits)
    thread.start()
    named.wait(60)
    try:
        yield
    finally:
        over.set()
        thread.join()


@pytest.mark.skipif(sys.platform != "linux", reason="how processes are copied elsewhere is another matter")
def test_each_piece_has_a_process_of_its_own(tmp_path: Path, no_pango: None) -> None:
    found = makers(tmp_path)
    assert len(found) == 3
    assert os.getpid() not in found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the names of threads")
def test_a_process_with_threads_that_its_copies_would_lack_is_not_copied(tmp_path: Path) -> None:
    with thread_of_pango():
        assert makers(tmp_path) == {os.getpid()}


def test_sheets_are_laid_out_after_others_were_in_the_same_process(tmp_path: Path) -> None:
    """Newer Pango has a thread from then on, which a copy of the process would lack."""

    def sheets(name: str) -> bytes:
        return lay_out(f"<html lang=en><title>x</title><p>Words {name}</p>", tmp_path, "x").pdf()[:5]

    sheets("first")
    heard: dict[int, bytes | None] = {}
    in_processes([partial(sheets, name) for name in ("second", "third")], heard.__setitem__)
    assert heard == {0: b"%PDF-", 1: b"%PDF-"}


@pytest.mark.skipif(sys.platform != "linux", reason="where all is done here, nothing is stopped alone")
def test_a_process_that_is_stopped_takes_no_other_with_it(no_pango: None) -> None:
    heard: dict[int, int | None] = {}
    in_processes([lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 2, lambda: 3], heard.__setitem__)
    assert heard == {0: None, 1: 2, 2: 3}
