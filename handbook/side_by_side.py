"""The same work for several languages at once, on as many processors as there are."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

from handbook.process import undisturbed

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_turn(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """Return the result of ``work`` for each item, one after the other."""
    return [work(item) for item in items]


def side_by_side(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """Return the result of ``work`` for each item, in order; raise what it raises.

    Each item but the last gets a copy of this process, where the system can copy one and has a second
    processor; else all are done here, one after the other. Results are sent back, so they are plain data.
    """
    if len(items) < 2 or (os.cpu_count() or 1) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return in_turn(work, items)
    context = multiprocessing.get_context("fork")
    started = []
    for item in items[:-1]:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(there, work, item), daemon=True)
        with undisturbed():
            process.start()
        there.close()
        started.append((process, here, item))
    last = work(items[-1])
    results = [_received(here, work, item) for _, here, item in started]
    for process, _, _ in started:
        process.join()
    return [*results, last]


def _send(there: Connection, work: Callable[[Item], Result], item: Item) -> None:
    """Send the result; where there is none, the silence lets the work be done again where its error is seen."""
    follow_parent()
    try:
        there.send(work(item))
    except Exception:
        os._exit(1)


def _received(here: Connection, work: Callable[[Item], Result], item: Item) -> Result:
    """Return what a copy sends; the work of one that ended without a word is done here."""
    try:
        result: Result = here.recv()
    except EOFError:
        result = work(item)
    return result


def follow_parent() -> None:
    """Leave Ctrl+C to the parent, and end when it ends; what is inherited is not looked through for rubbish.

    A worker whose parent was killed would wait for ever, and keep the lock on the site that it inherited. Memory that
    nobody writes into, as Python does when it looks for rubbish, stays one with the parent's.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end_with_parent() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
