"""The new site takes the place of the old one in one move, or the old one comes back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

from handbook import publish as module
from handbook.problems import CouldNotRun
from handbook.publish import check_place, publish, restore, throw_away


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A new and an old site."""
    new, site = tmp_path / ".site-new" / "site", tmp_path / "site"
    for folder, words in ((new, "new"), (site, "old")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(words)
    (site / "gone.html").write_text("old")
    return new, site


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_new_site_takes_the_place_of_the_old_one(folders: tuple[Path, Path]) -> None:
    new, site = folders
    publish(new, site)
    assert (site / "index.html").read_text() == "new"
    assert names(site) == ["index.html"]
    assert names(new) == ["gone.html", "index.html"]


def test_the_first_site_is_moved_to_its_place(folders: tuple[Path, Path]) -> None:
    new, site = folders
    site.rename(site.with_name("elsewhere"))
    publish(new, site)
    assert (site / "index.html").read_text() == "new"


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="other systems exchange in two renames")
def test_at_no_moment_is_there_no_site(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    new, site = folders
    monkeypatch.setattr(os, "rename", lambda *_paths: pytest.fail("the site was moved away"))
    publish(new, site)
    assert (site / "index.html").read_text() == "new"


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_exchange", lambda _one, _other: False)


def test_two_renames_do_it_where_folders_cannot_be_exchanged(folders: tuple[Path, Path], no_exchange: None) -> None:
    new, site = folders
    publish(new, site)
    assert (site / "index.html").read_text() == "new"
    assert names(site) == ["index.html"]
    assert names(new) == ["gone.html", "index.html"]
    assert sorted(path.name for path in site.parent.iterdir()) == [".site-new", "site"]


def test_the_old_site_comes_back_if_the_second_rename_fails(
    folders: tuple[Path, Path], no_exchange: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = folders
    rename = os.rename

    def fail(source: Path, target: Path) -> None:
        if source == new:
            raise OSError(28, "No space left on device", str(new))
        rename(source, target)

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(OSError, match="No space left"):
        publish(new, site)
    assert (site / "index.html").read_text() == "old"
    assert names(site) == ["gone.html", "index.html"]


KILLED = """
import os, sys
from pathlib import Path
from handbook import publish
publish._exchange = lambda one, other: False
rename = os.rename
def die(source, target):
    rename(source, target)
    os.kill(os.getpid(), 9)
os.rename = die
publish.publish(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_the_old_site_is_brought_back_after_a_kill_between_the_renames(folders: tuple[Path, Path]) -> None:
    new, site = folders
    command = [sys.executable, "-c", KILLED, str(new), str(site)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9
    assert not site.exists()
    restore(site)
    assert names(site) == ["gone.html", "index.html"]
    assert (site / "index.html").read_text() == "old"


def test_what_is_thrown_away_vanishes_at_once_and_is_deleted(folders: tuple[Path, Path]) -> None:
    new, site = folders
    throw_away(new.parent, site)
    assert not new.parent.exists()
    gone = site.with_name(".site-gone")
    end = time.monotonic() + 60
    while gone.exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]
    assert names(site) == ["gone.html", "index.html"]


def test_where_no_process_can_be_started_it_is_deleted_here(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = folders

    def fail(*_command: object, **_options: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", fail)
    throw_away(new.parent, site)
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


def test_an_older_leftover_is_not_in_the_way(folders: tuple[Path, Path]) -> None:
    new, site = folders
    (site.with_name(".site-gone") / "en").mkdir(parents=True)
    throw_away(new.parent, site)
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


@pytest.mark.parametrize("name", [".site-old", ".site-gone"])
def test_a_leftover_of_the_old_site_is_deleted(folders: tuple[Path, Path], name: str) -> None:
    _new, site = folders
    leftover = site.with_name(name)
    leftover.mkdir()
    (leftover / "index.html").write_text("older")
    restore(site)
    assert not leftover.exists()
    assert (site / "index.html").read_text() == "old"


def test_there_is_nothing_to_restore_at_first(tmp_path: Path) -> None:
    restore(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_site_is_put_only_where_nothing_else_is_lost(tmp_path: Path) -> None:
    root = tmp_path / "union" / "handbook"
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("words")
    (tmp_path / "file").write_text("x")
    for place in (root, root.parent, tmp_path, root / "docs", tmp_path / "file"):
        with pytest.raises(CouldNotRun):
            check_place(root, place)
    with pytest.raises(CouldNotRun, match="is not a folder"):
        check_place(tmp_path / "nothing", tmp_path / "site")
    (tmp_path / "empty").mkdir()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "index.html").write_text("x")
    for place in (root / "site", tmp_path / "site", tmp_path / "empty", tmp_path / "old"):
        check_place(root, place)
