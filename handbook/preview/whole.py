"""The whole site, built in a process of its own after each edit, while pages are shown already."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from handbook.kept import Kept
from handbook.preview.outline import Outline
from handbook.problems import CouldNotRun, Problem, Refused
from handbook.way import build_site


@dataclass(frozen=True)
class Built:
    """How a whole run ended: what is wrong with the words, or why it could not run; else what there is to say."""

    problems: tuple[Problem, ...] = ()
    failure: str = ""
    said: str = ""


class Whole:
    """Builds the handbook in ``root`` into ``site``, as often as it is told to."""

    def __init__(self, root: Path, site: Path) -> None:
        # A copy of this process would hold its threads' locks, so a new one is started.
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_work, args=(there, root, site), name="whole site")
        self._process.start()
        there.close()

    def build(self, outlined: Callable[[Outline], None]) -> Built:
        """Build once; ``outlined`` is told what all pages decide as soon as it is known. Raises `CouldNotRun`."""
        try:
            self._here.send("build")
            while isinstance(told := self._here.recv(), Outline):
                outlined(told)
        except (EOFError, OSError):
            raise CouldNotRun("the process that builds the site was stopped") from None
        built: Built = told
        return built

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._here.close()
        self._process.terminate()
        self._process.join()


def _work(there: Connection, root: Path, site: Path) -> None:
    """Build whenever told to, and end when the other side has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the other side's
    if hasattr(os, "nice"):
        os.nice(10)  # who edits and looks goes first
    kept = Kept(root / "build" / "kept")
    while True:
        try:
            there.recv()
            there.send(_built(root, site, kept, there))
        except (EOFError, OSError):
            os._exit(0)  # Python 3.13 would complain of what was to be sent (python/cpython#111331)


def _built(root: Path, site: Path, kept: Kept, there: Connection) -> Built:
    try:
        done = build_site(root, site, True, kept=kept, look=lambda staged: there.send(Outline.of(staged)))
    except Refused as refused:
        return Built(refused.problems)
    except CouldNotRun as error:
        return Built(failure=f"Could not run: {error}.")
    missing = f", {done.missing} translations missing" if done.missing else ""
    return Built(said=f"built: {done.pages} pages{missing}")
