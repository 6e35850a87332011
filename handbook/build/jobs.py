"""The jobs of the engine, one a language, done side by side in processes."""

from __future__ import annotations

import gc
import math
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from handbook.apart import STOPPED, in_processes
from handbook.build.job import Job
from handbook.build.language import build_kept, build_language
from handbook.problems import CouldNotRun, Problem
from handbook.read.settings import Language
from handbook.stage import Staged, front_of

#: The fixed words with which a language offers itself on a page in another one.
_OFFER = ("read-here", "read-here-close")


def jobs(staged: Staged, site: Path) -> Iterator[Job]:
    """Yield one job a language; the HTML of ``fr`` goes to ``site/fr``."""
    for language in staged.settings.languages:
        yield job_of(staged, site, language)


def job_of(staged: Staged, site: Path, language: Language) -> Job:
    """Return the job of one language."""
    pages, labels = staged.site.pages[language.code], staged.site.handbooks[language.code].named("labels")
    return Job(
        staged.settings,
        language,
        staged.folder / language.code,
        site / language.code,
        {path: staged.site.translated(path) for path in pages},
        {path: page.file for path, page in pages.items()},
        {path: front_of(page, language, labels) for path, page in pages.items()},
        {name: str(text) for name, text in labels.items()},
        {other.code: _offer(staged, other.code) for other in staged.settings.languages if other != language},
        staged.kept,
    )


def _offer(staged: Staged, code: str) -> dict[str, str]:
    """Return the words with which a language offers itself; none where they are not written in it yet."""
    labels = staged.site.handbooks[code].named("labels")
    written = {name: str(labels[name]) for name in _OFFER if name in labels and labels[name].language in ("", code)}
    return written if len(written) == len(_OFFER) else {}


def build_all(todo: list[Job]) -> list[Problem]:
    """Build all languages, as many at a time as there are processors; return what the engine objects to.

    Raises `CouldNotRun` if a process dies (killed, out of memory).
    """
    todo = [job for job in todo if not build_kept(job)]
    if not todo:
        return []
    _load_engine()
    many, ended = os.cpu_count() or 1, dict[int, list[Problem] | Exception | None]()
    # Languages go side by side; the last few, for which processors are left over, go in parts.
    alone = len(todo) // many * many
    parts = math.ceil(many / max(1, len(todo) - alone))
    shares = [job if number < alone else replace(job, parts=parts) for number, job in enumerate(todo)]
    in_processes([partial(_built, job) for job in shares], ended.__setitem__)
    return [problem for number in sorted(ended) for problem in _objections(ended[number])]


def _built(job: Job) -> list[Problem] | Exception:
    gc.enable()  # what the engine leaves behind from page to page would fill the memory
    try:
        return build_language(job)
    except Exception as error:  # it is raised where somebody waits for it
        return error


def _objections(ended: list[Problem] | Exception | None) -> list[Problem]:
    if ended is None:
        raise CouldNotRun(f"a build process {STOPPED}")
    if isinstance(ended, Exception):
        raise ended
    return ended


def _load_engine() -> None:
    """Load once what every process needs; where processes are copies of this one, they have it."""
    import handbook.build.engine  # noqa: F401
