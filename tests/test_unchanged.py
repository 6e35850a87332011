"""A run that would change nothing is known, and anything that could change something is seen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest
from conftest import ROOT, Tree

from handbook.unchanged import inputs, remember, remembered

TOLD = {"pages": 4, "languages": ["en", "fr"], "missing": 0, "remarks": []}


@pytest.fixture
def made(tiny: Tree) -> Tree:
    """A handbook whose site was made by a run."""
    tiny.write("site/index.html", "<p>here</p>")
    tiny.write("site/en/index.html", "<p>there</p>")
    remember(tiny.root / "site", mark(tiny), TOLD)
    return tiny


def mark(tree: Tree, **options: object) -> str:
    return inputs(tree.root, tree.root / "site", {"allow_missing": False, **options})


def known(tree: Tree) -> bool:
    return remembered(tree.root / "site", mark(tree)) == TOLD


def test_nothing_has_changed(made: Tree) -> None:
    assert known(made)
    made.write("build/x", "what a run writes")
    made.write(".hidden/x", "what no run reads")
    (made.root / "docs" / "index.md").touch()
    assert known(made)


EDITS: dict[str, Callable[[Tree], object]] = {
    "a page": lambda tree: tree.append("docs/index.md", "\nMore.\n"),
    "a sentence": lambda tree: tree.replace(
        "docs_fr/data/programme/light.yml", "Compter les lampes deux", "Recompter les lampes deux"
    ),
    "the same length": lambda tree: tree.replace("docs/index.md", "Welcome", "Wellcom"),
    "a new file": lambda tree: tree.write("docs/data/terms.yml", ""),
    "a file renamed": lambda tree: (tree.root / "docs/light.md").rename(tree.root / "docs/lights.md"),
    "a file deleted": lambda tree: (
        (tree.root / "docs_fr/light.md").unlink(missing_ok=True) or (tree.root / "docs_fr/index.md").unlink()
    ),
    "the configuration": lambda tree: tree.append("mkdocs.yml", "\n# more\n"),
    "a macro of its own": lambda tree: tree.write("macros/own.jinja", "{% macro own() %}{% endmacro %}"),
    "a page of the site": lambda tree: tree.write("site/en/index.html", "<p>THERE</p>"),
    "a page of the site deleted": lambda tree: (tree.root / "site/en/index.html").unlink(),
    "a file put into the site": lambda tree: tree.write("site/more.html", ""),
    "the site deleted": lambda tree: shutil.rmtree(tree.root / "site"),
    "the record deleted": lambda tree: (tree.root / ".site-made").unlink(),
    "the record damaged": lambda tree: tree.write(".site-made", '{"inputs": '),
    "the record of another kind": lambda tree: tree.write(".site-made", "[]"),
    "history": lambda tree: tree.write(".git/HEAD", "0123456789"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_change_is_seen(made: Tree, edit: str) -> None:
    EDITS[edit](made)
    assert not known(made)


def test_what_was_told_is_kept_whole_or_not_believed(made: Tree) -> None:
    file = made.root / ".site-made"
    record = json.loads(file.read_text())
    file.write_text(json.dumps(record | {"told": "nothing"}))
    assert not known(made)


@pytest.mark.parametrize("name", ["HANDBOOK_DATE", "SOURCE_DATE_EPOCH", "HANDBOOK_LANGUAGE"])
def test_the_environment_counts(made: Tree, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("OF_NOBODY", "1")
    assert known(made)
    monkeypatch.setenv(name, "1")  # the last one is named in mkdocs.yml
    assert not known(made)


def test_the_options_count(made: Tree) -> None:
    assert mark(made) != mark(made, allow_missing=True)


def test_what_the_settings_name_elsewhere_counts(made: Tree, tmp_path_factory: pytest.TempPathFactory) -> None:
    hook = tmp_path_factory.mktemp("elsewhere") / "hook.py"
    hook.write_text("one = 1")
    made.replace("mkdocs.yml", str(ROOT / "scripts" / "mkdocs_hooks.py"), str(hook))
    before = mark(made)
    hook.write_text("one = 2")
    assert mark(made) != before


def test_folders_that_hold_themselves_are_read_once(made: Tree) -> None:
    (made.root / "docs" / "round").symlink_to(made.root)
    assert mark(made) == mark(made)


def test_where_nothing_can_be_noted_nothing_is(made: Tree) -> None:
    (made.root / ".site-made").unlink()
    (made.root / ".site-made").mkdir()
    remember(made.root / "site", mark(made), TOLD)
    assert not known(made)


def test_the_second_run_is_over_at_once_and_tells_the_same(tiny: Tree) -> None:
    def run(*words: str) -> tuple[int, str]:
        environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
        command = [sys.executable, str(ROOT / "scripts/build.py"), "--handbook", str(tiny.root), *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    first, page = run(), tiny.root / "site/en/index.html"
    before = page.stat().st_ino
    second = run()
    assert first[0] == second[0] == 0
    assert second[1].startswith("Nothing has changed since the last run.\n")
    assert first[1].partition("\n\n")[2].split(" in ")[0] == second[1].partition("\n\n")[2].split(" in ")[0]
    assert page.stat().st_ino == before
    assert "Nothing has changed" not in run("--again")[1]
    tiny.append("docs/index.md", "\nMore words.\n")
    assert "Nothing has changed" not in run()[1]
    assert "More words." in page.read_text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for(made: Tree) -> None:
    before = mark(made)
    os.mkfifo(made.root / "pipe.yml")
    os.mkfifo(made.root / "docs" / "pipe.md")
    assert mark(made) == before
