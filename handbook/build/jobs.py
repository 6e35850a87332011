"""The jobs of the engine, one a language, done side by side in processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from handbook.build.addresses import addresses
from handbook.build.engine import Job, build_language
from handbook.problems import CouldNotRun, Problem
from handbook.stage import Staged


def jobs(staged: Staged, site: Path) -> Iterator[Job]:
    """Yield one job a language; the HTML of ``fr`` goes to ``site/fr``."""
    for language in staged.settings.languages:
        pages = staged.site.pages[language.code]
        yield Job(
            staged.settings,
            language,
            staged.folder / language.code,
            site / language.code,
            {path: addresses(staged.settings, language.code, path, staged.site.translated(path)) for path in pages},
            {path: page.file for path, page in pages.items()},
            {name: str(text) for name, text in staged.site.handbooks[language.code].named("labels").items()},
        )


def build_all(todo: list[Job]) -> list[Problem]:
    """Build all languages, as many at a time as there are processors; return what the engine objects to.

    Raises `CouldNotRun` if a process dies (killed, out of memory).
    """
    workers = min(len(todo), os.cpu_count() or 1)
    try:
        with ProcessPoolExecutor(workers, initializer=_follow_parent) as pool:
            return [problem for problems in pool.map(build_language, todo) for problem in problems]
    except BrokenProcessPool:
        raise CouldNotRun("a build process was stopped (killed, or out of memory)") from None


def _follow_parent() -> None:
    """Leave Ctrl+C to the parent, and end when it ends.

    A worker whose parent was killed would wait for ever, and keep the lock on the site that it inherited.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end_with_parent() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
