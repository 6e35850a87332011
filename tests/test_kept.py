"""Results are kept by their content: used again, dropped when nobody asks, and not believed when damaged."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest

from handbook import kept
from handbook.kept import Kept, Shelf, mark_of


class Work:
    """Counts how often it was done."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self) -> int:
        self.done += 1
        return self.done


def test_what_was_worked_out_is_not_worked_out_again(tmp_path: Path) -> None:
    work = Work()
    for _run in range(3):
        with Kept(tmp_path / "kept").shelf("step") as shelf:
            assert shelf.result("a", work) == 1
            assert shelf.result("a", work) == 1
    with Kept(tmp_path / "kept").shelf("another step") as shelf:
        assert shelf.result("a", work) == 2


def test_without_a_folder_nothing_is_kept_and_here_the_very_object_is() -> None:
    for store, same in ((Kept(), False), (Kept(here=True), True)):
        with store.shelf("step") as shelf:
            first: list[str] = shelf.result("a", lambda: ["made"])
        with store.shelf("step") as shelf:
            assert (shelf.result("a", lambda: ["made"]) is first) == same


def test_here_the_folder_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    with Kept(tmp_path).shelf("step") as shelf:
        shelf.result("a", lambda: 1)
    before, store = (tmp_path / "step").read_bytes(), Kept(tmp_path, here=True)
    for name in ("a", "b", "a"):
        with store.shelf("step") as shelf:
            assert shelf.result(name, lambda: 2) == (1 if name == "a" and shelf.before.get("a") == 1 else 2)
    assert (tmp_path / "step").read_bytes() == before


def test_a_shelf_does_not_grow(tmp_path: Path) -> None:
    store = Kept(tmp_path)
    for run in range(3):
        with store.shelf("step") as shelf:
            shelf.result(f"of run {run}", lambda: "x")
            shelf.result("of every run", lambda: "y")
    with store.shelf("step") as shelf:
        assert "of run 2" in shelf
        assert "of every run" in shelf
        assert "of run 1" not in shelf


def test_a_run_that_fails_leaves_the_shelf_as_it_was(tmp_path: Path) -> None:
    with Kept(tmp_path).shelf("step") as shelf:
        shelf.result("a", lambda: 1)
    with pytest.raises(ZeroDivisionError), Kept(tmp_path).shelf("step") as shelf:
        shelf.result("b", lambda: 1 // 0)
    with Kept(tmp_path).shelf("step") as shelf:
        shelf.result("c", lambda: 1)
        shelf.leave()
    with Kept(tmp_path).shelf("step") as shelf:
        assert "a" in shelf
        assert "c" not in shelf


def _damages() -> dict[str, Any]:
    return {
        "empty": lambda content: b"",
        "cut off": lambda content: content[:-3],
        "one letter": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
        "another head": lambda content: b"0" * 40 + content[40:],
        "no file of ours": lambda content: b"something else altogether, and long enough to have a head of its own",
    }


@pytest.mark.parametrize("damage", _damages().values(), ids=_damages())
def test_what_is_damaged_counts_as_nothing(tmp_path: Path, damage: Any) -> None:
    with Kept(tmp_path).shelf("step") as shelf:
        shelf.result("a", lambda: "right")
    file = tmp_path / "step"
    file.write_bytes(damage(file.read_bytes()))
    with Kept(tmp_path).shelf("step") as shelf:
        assert shelf.result("a", lambda: "made again") == "made again"
    with Kept(tmp_path).shelf("step") as shelf:
        assert shelf.result("a", lambda: "never") == "made again"


def test_another_program_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Kept(tmp_path).shelf("step") as shelf:
        shelf.result("a", lambda: "old")
    monkeypatch.setattr(kept, "program", lambda: "a later version")
    with Kept(tmp_path).shelf("step") as shelf:
        assert shelf.result("a", lambda: "new") == "new"


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    for _run in range(2):
        with Kept(tmp_path / "kept").shelf("step") as shelf:
            assert shelf.result("a", lambda: 1) == 1


def _fill(folder: Path, name: str) -> None:
    for _turn in range(30):
        with Kept(folder).shelf("step") as shelf:
            assert shelf.result(name, lambda: name * 1000) == name * 1000


def test_two_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    runs = [multiprocessing.get_context("fork").Process(target=_fill, args=(tmp_path, name)) for name in "ab"]
    for run in runs:
        run.start()
    for run in runs:
        run.join(30)
    assert [run.exitcode for run in runs] == [0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["step"]
    with Kept(tmp_path).shelf("step") as shelf:
        assert "a" in shelf or "b" in shelf


def test_marks_tell_parts_apart() -> None:
    marks = {mark_of("ab", "c"), mark_of("a", "bc"), mark_of("abc"), mark_of("abc", ""), mark_of(b"abc", 1)}
    assert len(marks) == 5
    assert mark_of("é", 3) == mark_of("é".encode(), "3")


def test_a_shelf_keeps_what_was_not_worth_a_look() -> None:
    shelf = Shelf({"a": 1, "b": 2})
    shelf.keep("a")
    shelf.keep("nothing")
    assert shelf.now == {"a": 1}
