"""Files that are made together, asked for by processes of their own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.copies.pdf.together import Together
from handbook.problems import CouldNotRun


def maker(log: Path, fails: int = 0) -> Together:
    def make() -> Iterator[tuple[str, bytes]]:
        with log.open("a") as file:
            file.write("made\n")
        yield "a", b"one"
        if log.read_text().count("made") <= fails:
            raise CouldNotRun("no paper")
        yield "b", b"two"

    return Together(make)


def test_whoever_comes_first_makes_all(tmp_path: Path) -> None:
    together = maker(tmp_path / "log")
    assert [together.one(name) for name in ("b", "a", "b")] == [b"two", b"one", b"two"]
    assert (tmp_path / "log").read_text() == "made\n"


def test_processes_share_what_one_of_them_made(tmp_path: Path) -> None:
    together = maker(tmp_path / "log")
    context = multiprocessing.get_context("fork")
    several = [context.Process(target=together.one, args=(name,)) for name in "abab"]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert [one.exitcode for one in several] == [0] * 4
    assert (tmp_path / "log").read_text() == "made\n"
    assert together.one("b") == b"two"


def test_what_failed_is_made_again(tmp_path: Path) -> None:
    together = maker(tmp_path / "log", fails=1)
    with pytest.raises(CouldNotRun, match="no paper"):
        together.one("a")
    assert together.one("a") == b"one"
