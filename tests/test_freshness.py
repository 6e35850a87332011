"""Readers see what is behind the original, where it stands, since when, and with the way to the original."""

from __future__ import annotations

import subprocess

import pytest
from conftest import Tree

from handbook.stage import Staged, stage_handbook
from handbook.translations.gather import gather
from handbook.translations.memory import Remembered, memory_file, place
from handbook.translations.unit import digest

NOTICE = "!!! outdated"


@pytest.fixture
def accepted(tiny: Tree) -> Tree:
    """Return the tiny handbook with everything remembered as translated on 4 March 1901."""
    gathered = gather(tiny.root)
    for language in gathered.translations:
        files: dict[str, list[tuple[str, Remembered]]] = {}
        for pair in gathered.pairs[language.code]:
            assert pair.original is not None
            assert pair.translation is not None
            one = Remembered(pair.original.text, digest(pair.translation.text), "1901-03-04")
            files.setdefault(place(pair.translation.file, language.folder), []).append((pair.key, one))
        for file, entries in files.items():
            tiny.write(f"{language.folder}/translated-from/{file}", memory_file(entries))
    return tiny


def staged(tree: Tree) -> Staged:
    return stage_handbook(tree.root, tree.root / "build" / "stage", allow_missing=False)


def page(tree: Tree, path: str, code: str = "fr") -> str:
    staged(tree)
    return tree.read(f"build/stage/{code}/{path}")


def test_a_page_that_is_current_says_from_when_it_is(accepted: Tree) -> None:
    text = page(accepted, "light.md")
    assert NOTICE not in text
    assert "translated: Traduction de l’original (English) dans son état au 4 mars 1901." in text


def test_a_page_of_which_nothing_is_remembered_says_nothing(tiny: Tree) -> None:
    assert "translated:" not in page(tiny, "light.md")


def test_the_original_carries_no_notice(accepted: Tree) -> None:
    accepted.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", "Count the lamps once a year.")
    assert NOTICE not in page(accepted, "light.md", "en")
    assert "translated:" not in accepted.read("build/stage/en/light.md")


def test_an_outdated_statement_says_so_under_its_heading(accepted: Tree) -> None:
    accepted.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", "Count the lamps once a year.")
    text = page(accepted, "light.md")
    assert text.count(NOTICE) == 1
    heading, notice = text.index("{ #programme.light.means.count-lamps }"), text.index(NOTICE)
    assert 0 < notice - heading < 60
    assert '<a href="../../en/light/#programme.light.means.count-lamps" hreflang="en">Lire l’original</a>' in text
    assert "translated:" not in text


def test_an_outdated_paragraph_of_a_page_says_so_under_its_heading(accepted: Tree) -> None:
    accepted.replace("docs/index.md", "See [light]", "Look at [light]")
    text = page(accepted, "index.md")
    assert text.count(NOTICE) == 1
    assert text.index(NOTICE) < text.index("{ #documents }")
    assert '<a href="../en/#home" hreflang="en">' in text


def test_a_change_of_typography_is_none(accepted: Tree) -> None:
    accepted.replace("docs/index.md", "See [light]", "See  [light]")
    assert NOTICE not in page(accepted, "index.md")


def test_the_day_of_the_change_is_told_where_a_history_knows_it(accepted: Tree) -> None:
    accepted.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", "Count the lamps once a year.")
    assert "cette partie a changé. La traduction" in page(accepted, "light.md")
    git = ["git", "-C", str(accepted.root), "-c", "user.name=A", "-c", "user.email=a@union.example"]
    day = {
        "GIT_COMMITTER_DATE": "2001-05-06T07:08:09Z",
        "GIT_AUTHOR_DATE": "2001-05-06T07:08:09Z",
        "PATH": "/usr/bin:/bin",
    }
    subprocess.run([*git, "init", "-q", "."], check=True)
    subprocess.run([*git, "add", "docs"], check=True)
    subprocess.run([*git, "commit", "-qm", "Words"], check=True, env=day)
    assert "cette partie a changé le 6 mai 2001." in page(accepted, "light.md")


def test_the_memory_is_no_part_of_the_site(accepted: Tree) -> None:
    staged(accepted)
    stage = accepted.root / "build" / "stage"
    assert not [path for path in stage.rglob("*") if "translated-from" in path.parts]


def test_the_state_of_the_translations_is_counted_and_listed(accepted: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        words = "---\ndescription: State.\n---\n# State { #state }\n\n{{ translation_state() }}\n"
        accepted.write(f"{folder}/state.md", words)
    accepted.replace("mkdocs.yml", "  - index.md\n", "  - index.md\n  - state.md\n")
    accepted.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", "Count the lamps once a year.")
    text = page(accepted, "state.md")
    count = len(gather(accepted.root).pairs["fr"])

    assert f"{count - 1} passages sur {count}" in text.replace("\N{NARROW NO-BREAK SPACE}", "")
    assert "[programme.light.means.count-lamps.text](light.md#programme.light.means.count-lamps)" in text
    assert text.count("Modifié dans l’original") == 1
