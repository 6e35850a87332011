"""What is to be done for a translation is listed, with what changed; what is right is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Tree
from translated import LIGHT, accepted, states, todo, with_lamps

from handbook.problems import Refused
from handbook.translations.gather import gather
from handbook.translations.messages import catalogue
from handbook.translations.work.selection import selected
from handbook.translations.work.status_text import status_text
from handbook.translations.work.word_changes import word_changes

ENGLISH = "docs/data/programme/light.yml"
PAGE = "---\ndescription: What is new.\n---\n# News { #news }\n\nThere is a new lamp.\n"
COUNT = "programme.light.means.count-lamps.text"


def translations(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "translations.py"), *words, "--handbook", str(root)]
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=root, check=False)


@pytest.fixture
def right(tiny: Tree) -> Tree:
    with_lamps(tiny)
    accepted(tiny)
    assert todo(tiny) == []
    return tiny


def test_without_memory_everything_is_to_be_said(tiny: Tree) -> None:
    assert set(states(tiny).values()) == {"unrecorded"}


def test_a_changed_sentence_is_shown_with_its_changes_and_its_translation(right: Tree) -> None:
    right.replace(ENGLISH, "twice a year", "three times a year")
    (task,) = todo(right)
    assert (task.pair.key, task.state, task.file, task.line) == (COUNT, "outdated", LIGHT, 13)
    assert task.changes == "Count the lamps [-twice-]{+three times+} a year."
    said = "\n".join(status_text("Français", "fr", [task], 9, catalogue("en", "work")))
    assert "Translation, unchanged: Compter les lampes deux fois par an." in said
    assert task.changes in said


def test_both_sides_changed_is_touched(right: Tree) -> None:
    right.replace(ENGLISH, "twice a year", "three times a year")
    right.replace(LIGHT, "deux fois", "trois fois")
    assert states(right) == {COUNT: "touched"}


@pytest.mark.parametrize("edit", ["typography", "layout", "moved"])
def test_what_is_no_change_is_not_listed(right: Tree, edit: str) -> None:
    if edit == "typography":
        right.replace("docs/lamps.md", "Lamps are hot.", "Lamps are\u00a0hot.")
    elif edit == "layout":
        right.replace(ENGLISH, "text: Count the lamps twice", "text: >-\n      Count the lamps\n      twice")
    else:
        text = right.read(ENGLISH)
        one, two = text.index("  ask-the-board"), text.index("  count-lamps")
        right.write(ENGLISH, text[:one] + text[two:] + text[one:two])
    assert todo(right) == []


def test_missing_blank_and_orphaned(right: Tree) -> None:
    right.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    right.replace(LIGHT, "title: De la lumière pour tout le monde", 'title: ""')
    right.append("docs_fr/data/documents.yml", "plan-1902:\n  title: Plan pour 1902\n")
    assert states(right) == {
        COUNT: "missing",
        "programme.light.title": "missing",
        "documents.plan-1902.title": "orphaned",
    }


def test_blocks_of_a_page_keep_their_states_when_one_is_added(right: Tree) -> None:
    right.replace("docs/lamps.md", "- Lamps of oil\n", "- Lamps of wax\n- Lamps of oil\n")
    assert states(right) == {"lamps.md#lamps/item-1": "missing"}


def test_only_what_is_meant(right: Tree) -> None:
    pairs = gather(right.root).pairs["fr"]
    assert {pair.key for pair in selected(pairs, ["lamps.md#lamps"])} < {
        pair.key for pair in selected(pairs, ["lamps.md"])
    }
    assert selected(pairs, ["docs_fr/lamps.md"]) == selected(pairs, ["lamps.md"]) == selected(pairs, ["docs/lamps.md"])
    assert len(selected(pairs, ["programme.light.means.count-lamps"])) == 2
    assert [pair.key for pair in selected(pairs, [COUNT])] == [COUNT]
    assert selected(pairs, ["light.yml"]) == selected(pairs, ["programme/light.yml"]) == selected(pairs, [LIGHT])
    for nothing in ("", "docs_es", "light.ym", "docs/nothing.md"):
        with pytest.raises(Refused):
            selected(pairs, [nothing], ("docs",))
    with pytest.raises(Refused, match=r"Did you mean 'lamps\.md'"):
        selected(pairs, ["lampes.md"])


def test_what_is_to_be_translated_belongs_to_the_place_where_it_will_be(right: Tree) -> None:
    right.write("docs/news.md", PAGE)
    done = translations(right.root, "status", "docs_fr/news.md")
    assert done.stdout.startswith("Français: to be done, 3 of 3 texts.\n\ndocs_fr/news.md\n  To be translated (3)\n")
    assert translations(right.root, "status", "docs_fr").stdout.count("/news.md:") == 3


@pytest.mark.parametrize("file", [LIGHT, ENGLISH, "docs_fr/translated-from/data/programme/light.yml"])
def test_a_file_that_cannot_be_read_hides_its_texts_and_nothing_else(right: Tree, file: str) -> None:
    right.replace("docs/lamps.md", "Take care", "Be careful")
    right.append(file, '\n"\n')
    done = translations(right.root, "status")
    assert done.returncode == 1
    assert f"To be mended first: {file}:" in done.stdout
    assert "to be done, 1 of " in done.stdout


def test_word_changes() -> None:
    assert word_changes("a b c", "a b c") == "a b c"
    assert word_changes("by 3 March", "by 4 March, at noon") == "by [-3-]{+4+} March{+, at noon+}"
    assert word_changes("", "new") == "{+new+}"
    assert word_changes("the [[jnc]]", "the [[ramc]]") == "the [-[[jnc]]-]{+[[ramc]]+}"


def test_the_door(right: Tree) -> None:
    done = translations(right.root, "status")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nothing to do" in done.stdout
    right.replace("docs/lamps.md", "Take care", "Be careful")
    done = translations(right.root, "status", "--language", "fr", "lamps.md")
    assert done.returncode == 1
    assert "[-Take care-]{+Be careful+}" in done.stdout
    assert translations(right.root, "status", "--language", "de").returncode == 2
    assert translations(right.root, "status", "lampes.md").returncode == 1
    for words in (["accept"], ["accept", "--since", ""], ["accept", "--everything", "lamps.md"]):
        before = right.read("docs_fr/translated-from/lamps.yml")
        done = translations(right.root, *words)
        assert (done.returncode, done.stdout, done.stderr[:18]) == (2, "", "Say what is right,")
        assert right.read("docs_fr/translated-from/lamps.yml") == before
    assert translations(right.root, "accept", "").returncode == 1
    assert translations(right.root, "accept", "--everything", "--wording", "--language", "fr").returncode == 2
    done = translations(right.root, "accept", "lamps.md", "--date", "1901-09-09")
    assert (done.returncode, done.stdout) == (
        0,
        "Français: 1 text counts as right from now on. Written: docs_fr/translated-from/lamps.yml\n",
    )
    assert "1901-09-09" in right.read("docs_fr/translated-from/lamps.yml")
    assert translations(right.root, "status").returncode == 0
    for words in ("pack", "unpack", "status", "accept"):
        assert translations(right.root, words, "--help").returncode == 0
    assert "python3 scripts/translations.py unpack handbook-fr.po" in translations(right.root, "--help").stdout


def test_the_door_takes_no_option_for_a_revision(right: Tree) -> None:
    done = translations(right.root, "accept", "--since=--output=evil")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "is no revision" in done.stderr
    assert not (right.root / "evil").exists()


@pytest.mark.parametrize(
    "script", ["translations.py status", "check_translations.py --all", "check_translations.py --json -"]
)
def test_a_reader_who_has_enough_is_no_mistake(tiny: Tree, script: str) -> None:
    name, *options = script.split()
    command = [sys.executable, str(ROOT / "scripts" / name), *options, "--handbook", str(tiny.root)]
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "HANDBOOK_ENVIRONMENT": "ready"}
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_folder_that_cannot_be_written_is_named(right: Tree) -> None:
    done = translations(right.root, "pack", "--all", "--output", str(right.root / "mkdocs.yml"))
    assert done.returncode == 2
    assert "Errno" not in done.stderr
