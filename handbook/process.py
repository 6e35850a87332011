"""How the process of a run behaves: when Ctrl+C waits or comes too late, and what happens to rubbish."""

from __future__ import annotations

import atexit
import ctypes
import gc
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl+C wait while processes are started, which have this from their parent.

    Python passes over an interruption that comes while a process is copied; a pool that is interrupted while it starts
    its processes would wait for them for ever.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def until_too_late() -> Iterator[Callable[[], None]]:
    """Yield what says that all but tidying is done: from then to the end of this context, Ctrl+C is passed over."""
    before = signal.getsignal(signal.SIGINT)
    here = before is not None and threading.current_thread() is threading.main_thread()

    def too_late() -> None:
        if here:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    try:
        yield too_late
    finally:
        if here:
            signal.signal(signal.SIGINT, before)


def soon_over() -> None:
    """Let Python look for rubbish seldom, and not at the end, in a run that makes much and drops little."""
    gc.set_threshold(100_000, 50, 100)
    atexit.register(gc.freeze)


def give_back() -> None:
    """Give free memory back to the system, which the C library of Linux may keep for ever."""
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)
