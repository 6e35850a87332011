"""What a person says is right is remembered: stable, readable, without conflicts, and never lost in silence."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import Tree
from translated import DAY, LIGHT, MEMORY, accepted, snapshot, states, todo, with_lamps

from handbook.problems import CouldNotRun, Refused
from handbook.translations.accept import accept
from handbook.translations.gather import gather
from handbook.translations.messages import catalogue
from handbook.translations.work.commands import accept as command
from handbook.translations.work.since import touched_since

COUNT = "programme.light.means.count-lamps.text"
ENGLISH_WORDS = catalogue("en", "work")
ENGLISH = "docs/data/programme/light.yml"


@pytest.fixture
def right(tiny: Tree) -> Tree:
    with_lamps(tiny)
    accepted(tiny)
    return tiny


def git(root: Path, *words: str) -> str:
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *words], cwd=root, env=os.environ | who | quiet, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def committed(tree: Tree) -> Tree:
    git(tree.root, "init", "-q", "-b", "main")
    git(tree.root, "add", "-A")
    git(tree.root, "commit", "-q", "-m", "start")
    return tree


def test_a_file_for_each_file_in_the_order_of_the_words(right: Tree) -> None:
    files = {path.relative_to(right.root / MEMORY).as_posix() for path in (right.root / MEMORY).rglob("*.yml")}
    assert files == {
        *("index.yml", "light.yml", "lamps.yml", "site/mkdocs.yml"),
        *(f"data/{name}.yml" for name in ("bodies", "documents", "labels", "programme", "programme/light")),
    }
    units = yaml.safe_load(right.read(f"{MEMORY}/data/programme/light.yml"))["units"]
    streets = "programme.light.objectives.bright-streets"
    assert list(units)[:3] == ["programme.light.title", f"{streets}.title", f"{streets}.text"]
    assert units[COUNT]["english"] == "Count the lamps twice a year."
    assert units[COUNT]["on"] == DAY


def test_a_second_time_changes_nothing(right: Tree) -> None:
    before = snapshot(right.root)
    done = accepted(right, day="1999-09-09")
    assert (done.units, done.files) == (0, ())
    assert snapshot(right.root) == before


def test_one_unit_changes_one_entry(right: Tree) -> None:
    right.replace(ENGLISH, "twice a year", "three times a year")
    right.replace(ENGLISH, "Count the lamps\n", "Count all lamps\n")
    before = right.read(f"{MEMORY}/data/programme/light.yml").split("\n")
    assert accepted(right, COUNT, day="1901-05-05").units == 1
    after = right.read(f"{MEMORY}/data/programme/light.yml").split("\n")
    assert len(set(after) - set(before)) == 2
    assert states(right) == {"programme.light.means.count-lamps.title": "outdated"}


def test_what_is_gone_is_dropped_and_blocks_are_renumbered(right: Tree) -> None:
    for folder, words in (("docs", "Lamps of oil"), ("docs_fr", "Lampes à huile")):
        right.replace(f"{folder}/lamps.md", f"- {words}\n", "")
    assert todo(right) == []
    accepted(right)
    units = yaml.safe_load(right.read(f"{MEMORY}/lamps.yml"))["units"]
    assert [key for key in units if "/item-" in key] == ["lamps.md#lamps/item-1"]
    assert units["lamps.md#lamps/item-1"]["english"] == "Lamps of gas"


def test_a_page_that_is_gone_takes_its_memory_along(right: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        right.remove(f"{folder}/lamps.md")
    assert f"{MEMORY}/lamps.yml" in accepted(right).files
    assert not (right.root / MEMORY / "lamps.yml").exists()


def test_missing_is_named_and_not_remembered(right: Tree) -> None:
    right.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    assert accepted(right).missing == (COUNT,)
    assert states(right) == {COUNT: "missing"}


def test_an_orphan_keeps_its_memory_until_it_is_deleted(right: Tree) -> None:
    right.replace("docs/lamps.md", "- Lamps of oil\n", "")
    assert states(right) == {"lamps.md#lamps/item-1": "orphaned"}
    accepted(right, "lamps.md/description")
    right.replace("docs/lamps.md", "- Lamps of gas\n", "- Lamps of oil\n- Lamps of gas\n")
    assert todo(right) == []


def test_wording_keeps_what_is_outdated_current_and_nothing_else(right: Tree) -> None:
    right.replace(ENGLISH, "twice a year", "two times a year")
    right.replace(ENGLISH, "Light every street", "Light each street")
    right.replace("docs_fr/lamps.md", "Lampes à gaz", "Lampes à gaz bleu")
    accepted(right, COUNT, wording=True)
    assert states(right) == {"programme.light.objectives.bright-streets.text": "outdated"}
    right.replace(ENGLISH, "two times a year", "ten times a year")
    assert states(right)[COUNT] == "outdated"


def test_wording_says_nothing_of_what_nobody_accepted(tiny: Tree) -> None:
    before = snapshot(tiny.root)
    assert accepted(tiny, wording=True).units == 0
    assert snapshot(tiny.root) == before


def test_since_a_revision(right: Tree) -> None:
    committed(right)
    for word in ("twice", "40 lamps"):
        right.replace(ENGLISH, word, f"{word} or so")
    right.replace(LIGHT, "deux fois", "environ deux fois")
    right.replace("docs/lamps.md", "- Lamps of gas\n", "- Lamps of gas\n- Lamps of wax\n")
    right.replace("docs_fr/lamps.md", "- Lampes à gaz\n", "- Lampes à gaz\n- Lampes à cire\n")
    assert touched_since(gather(right.root), "fr", "HEAD") == {COUNT, "lamps.md#lamps/item-3"}
    command(right.root, ENGLISH_WORDS, None, (), False, "HEAD", False)
    assert states(right) == {"programme.light.means.ask-the-board.text": "outdated"}
    command(right.root, ENGLISH_WORDS, None, (), False, "HEAD", True)
    assert todo(right) == []


def test_since_without_git_or_revision(right: Tree) -> None:
    with pytest.raises(CouldNotRun, match="no history"):
        command(right.root, ENGLISH_WORDS, None, (), False, "HEAD", False)
    committed(right)
    with pytest.raises(CouldNotRun, match="knows no revision"):
        command(right.root, ENGLISH_WORDS, None, (), False, "no-such-branch", False)


def test_what_cannot_be_right_is_said_and_asks_for_work(right: Tree) -> None:
    right.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    right.replace("docs/lamps.md", "- Lamps of oil\n", "")
    said, code = command(right.root, catalogue("fr", "work"), None, (), True, None, False)
    assert code == 1
    assert said[1:] == [
        f"  Pas encore traduit, donc ne peut pas être juste\u00a0: {COUNT} ({LIGHT})",
        "  L’original a disparu, donc la traduction ne peut pas être juste\u00a0; supprimez-la, ou rétablissez"
        " l’original\u00a0: lamps.md#lamps/item-1 (docs_fr/lamps.md:8)",
    ]


def test_three_branches_change_three_pages_and_merge(right: Tree) -> None:
    committed(right)
    places = (("docs/lamps.md", "many lamps"), ("docs/index.md", "Welcome"), (ENGLISH, "twice"))
    for number, (file, words) in enumerate(places):
        git(right.root, "checkout", "-q", "-b", f"branch-{number}", "main")
        right.replace(file, words, f"{words} indeed")
        accepted(right, day=f"1901-06-0{number + 1}")
        assert todo(right) == []
        git(right.root, "add", "-A")
        git(right.root, "commit", "-q", "-m", file)
    git(right.root, "checkout", "-q", "main")
    for number in range(3):
        git(right.root, "merge", "-q", "--no-edit", f"branch-{number}")
    assert todo(right) == []
    assert accepted(right, day="1901-07-01").files == ()


DAMAGED = {
    "conflict": lambda text: "<<<<<<< one\n" + text + "=======\n>>>>>>> two\n",
    "not-yaml": lambda text: text + "  - [\n",
    "no-format": lambda text: text.replace("format: 1\n", ""),
    "not-utf-8": lambda text: text.encode("utf-16"),
    "empty": lambda text: "",
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_damaged_memory_is_replaced_as_a_whole_and_never_in_part(right: Tree, kind: str) -> None:
    file = f"{MEMORY}/lamps.yml"
    sound = right.read(file)
    right.write(file, DAMAGED[kind](sound))
    before = snapshot(right.root)
    with pytest.raises(Refused, match="lamps"):
        accepted(right, "lamps.md/description")
    assert snapshot(right.root) == before
    accepted(right, COUNT)  # another file goes on
    assert snapshot(right.root) == before
    accepted(right)
    assert right.read(file) == sound


def test_a_damaged_entry_is_said_anew_and_the_others_stay(right: Tree) -> None:
    file = f"{MEMORY}/lamps.yml"
    sound = right.read(file)
    right.replace(file, "    english: Lamps of gas\n", "")
    assert states(right) == {"lamps.md#lamps/item-2": "unrecorded"}
    accepted(right, "lamps.md#lamps/item-2")
    assert right.read(file) == sound


def test_memory_of_a_newer_program_is_never_overwritten(right: Tree) -> None:
    file = f"{MEMORY}/lamps.yml"
    right.replace(file, "format: 1", "format: 2")
    before = snapshot(right.root)
    with pytest.raises(Refused, match="newer program"):
        accepted(right)
    assert snapshot(right.root) == before


def test_nothing_is_forgotten_because_words_cannot_be_read(right: Tree) -> None:
    right.append(LIGHT, "  - [\n")
    before = snapshot(right.root)
    with pytest.raises(Refused):
        accepted(right)
    assert snapshot(right.root) == before


def test_a_folder_that_cannot_be_written_changes_nothing(right: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    right.replace(ENGLISH, "twice a year", "three times a year")
    right.replace("docs/lamps.md", "many lamps", "few lamps")
    before, replace, calls = snapshot(right.root), Path.replace, []

    def second_fails(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", second_fails)
    with pytest.raises(CouldNotRun, match="cannot be written"):
        accepted(right)
    assert snapshot(right.root) == before


def test_it_works_from_a_copy_without_history(right: Tree, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = Tree(tmp_path_factory.mktemp("copy"))
    for file, content in snapshot(right.root).items():
        copy.write(file, content)
    gathered = gather(copy.root)
    assert accept(gathered, "fr", None, DAY).units == 0
    assert todo(copy) == []
