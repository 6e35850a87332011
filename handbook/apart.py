"""Many pieces of work, each in a process of its own, at most as many at once as there are processors.

What a process needs of memory is given back when it ends, and one that dies takes no other with it.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import re
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

from handbook.process import give_back, undisturbed
from handbook.side_by_side import follow_parent

Result = TypeVar("Result")
#: What is said of a process that ended without a result.
STOPPED = "was stopped (killed, or out of memory)"
#: How Pango calls its threads.
_OF_PANGO = re.compile(r"\[pango\]")


def in_processes(todo: Sequence[Callable[[], Result]], ended: Callable[[int, Result | None], None]) -> None:
    """Do all of ``todo``, beginning with the first; ``ended`` hears the number of each that ends, and what it returned.

    A piece raises nothing and returns plain data; None is what is heard of a process that was stopped. Where this
    process cannot be copied, all is done here.
    """
    if not _can_be_copied():
        for number, work in enumerate(todo):
            ended(number, work())
        return
    give_back()
    waiting, running = list(range(len(todo))), dict[Connection, tuple[int, BaseProcess]]()
    try:
        while waiting or running:
            while waiting and len(running) < (os.cpu_count() or 1):
                number = waiting.pop(0)
                here, process = _start(todo[number])
                running[here] = (number, process)
            ready = wait(list(running))
            for here in [one for one in running if one in ready]:
                number, process = running.pop(here)
                ended(number, _received(here, process))
    finally:
        for _number, process in running.values():
            process.kill()


def _can_be_copied() -> bool:
    """Return whether the system copies processes, and a copy of this one lacks nothing.

    A copy has no threads but its own. Pango (1.56) looks for fonts in one, for which the copy would wait for ever: so
    nothing is laid out in this process before the others are begun.
    """
    return "fork" in multiprocessing.get_all_start_methods() and not any(map(_OF_PANGO.match, _threads()))


def _threads() -> Iterator[str]:
    """Yield the names of the threads of this process, where the system tells them."""
    for name in Path("/proc/self/task").glob("*/comm"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            yield name.read_text()


def _start(work: Callable[[], Result]) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, work))
    with undisturbed():
        process.start()
    there.close()
    return here, process


def _send(there: Connection, work: Callable[[], Result]) -> None:
    follow_parent()
    gc.disable()  # it ends soon, and to look for cycles among the many objects of a copy takes longer than they live
    there.send(work())


def _received(here: Connection, process: BaseProcess) -> Result | None:
    result: Result | None = None
    with contextlib.suppress(EOFError):
        result = here.recv()
    process.join()
    here.close()
    return result
