"""Builds one staged language; MkDocs' warnings become problems at the place where a person wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from handbook.build.job import Job
from handbook.build.marks import Marks
from handbook.build.objections import heard
from handbook.kept import Kept, Shelf
from handbook.problems import Problem
from handbook.read.addresses import html_file
from handbook.side_by_side import side_by_side

#: So few pages are made in less time than it takes to start a process.
_FEW = 10


def build_kept(job: Job) -> bool:
    """Write a language that an earlier run made from the same, without the engine; return False if there is none."""
    marks = Marks(job)
    with _shelf(job, marks) as shelf:
        whole = marks.rest in shelf and all(mark in shelf for mark in marks.pages.values())
        if whole:
            _write(job, shelf.known(marks.rest))
            _write(job, {html_file(path): shelf.known(mark) for path, mark in marks.pages.items()})
            for mark in marks.articles.values():
                shelf.keep(mark)
        else:
            shelf.leave()
    return whole


def build_language(job: Job) -> list[Problem]:
    """Build one language and return what the engine objects to; runs in a process of its own.

    What was made before from the same is not made again.
    """
    marks = Marks(job)
    with _shelf(job, marks, "templates") as templates, _shelf(job, marks) as shelf:
        _made, problems = heard(job, partial(_make, job, marks, shelf, templates))
        if problems:
            shelf.leave()
    return problems


def _make(job: Job, marks: Marks, shelf: Shelf, templates: Shelf, said: list[str]) -> None:
    """Write a language, from the shelf or by the engine, whose objections gather in ``said``."""
    from handbook.build.engine import Engine

    engine = Engine(job, templates)
    _fill(shelf, marks.articles, engine.converted, job.parts, said)
    for path, mark in marks.articles.items():
        engine.take(path, shelf.known(mark))
    engine.write_rest()
    shelf.result(marks.rest, lambda: dict(_files(job.site)))
    _fill(shelf, marks.pages, engine.html, job.parts, said)
    _write(job, {html_file(path): shelf.known(mark) for path, mark in marks.pages.items()})
    engine.close()


def _fill(shelf: Shelf, marks: Mapping[str, str], work: Callable[[str], object], parts: int, said: list[str]) -> None:
    """Put what ``work`` makes of each path on the shelf where it is lacking, shared out among ``parts`` processes."""
    lacking = [path for path, mark in marks.items() if mark not in shelf]
    parts = parts if len(lacking) > _FEW else 1

    def done(paths: Sequence[str]) -> tuple[list[object], list[str]]:
        heard = len(said)
        made = [work(path) for path in paths]
        objections = said[heard:]
        del said[heard:]  # a copy of this process hears its own
        return made, objections

    shares = [lacking[part::parts] for part in range(parts)]
    for share, (made, objections) in zip(shares, side_by_side(done, shares), strict=True):
        said.extend(objections)
        for path, one in zip(share, made, strict=True):
            shelf.put(marks[path], one)


def _shelf(job: Job, marks: Marks, name: str = "build") -> AbstractContextManager[Shelf]:
    return (job.kept if marks.lasting else Kept()).shelf(f"{name}.{job.language.code}")


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _write(job: Job, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        file = job.site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
