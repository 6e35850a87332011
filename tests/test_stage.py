"""The staged tree of a language is complete, and only what changed is written anew."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import Tree

from handbook.join.completeness import SITE_LABELS


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_language_gets_its_pages_and_no_data(tiny: Tree) -> None:
    assert tiny.problems() == []
    assert sorted(tree(tiny.root / "build/stage/fr")) == ["index.md", "light.md"]
    assert sorted(path.name for path in (tiny.root / "build/stage").iterdir()) == ["en", "fr"]


def test_a_page_keeps_its_description_and_says_its_title(tiny: Tree) -> None:
    tiny.replace(
        "docs/light.md", "description: Light for all.", "description: >-\n  Light:\n  “all” & more\nhide: [toc]"
    )
    head = tiny.staged("en", "light.md").split("---\n")[1]
    assert yaml.safe_load(head) == {"title": "Light for all", "description": "Light: “all” & more", "hide": ["toc"]}


def test_what_is_no_longer_there_is_removed(tiny: Tree) -> None:
    tiny.write("docs/pictures/lamp.svg", "<svg/>")
    assert tiny.problems() == []
    tiny.write("build/stage/en/old/page.md", "old")
    tiny.remove("docs/pictures")
    assert tiny.problems() == []
    assert sorted(path.name for path in (tiny.root / "build/stage/en").rglob("*")) == ["index.md", "light.md"]


def test_a_file_takes_the_place_of_a_folder_and_the_reverse(tiny: Tree) -> None:
    tiny.write("docs/lamp", "a file")
    assert tiny.problems() == []
    tiny.remove("docs/lamp")
    tiny.write("docs/lamp/lamp.svg", "<svg/>")
    assert tiny.problems() == []
    assert (tiny.root / "build/stage/fr/lamp/lamp.svg").is_file()
    tiny.remove("docs/lamp")
    tiny.write("docs/lamp", "a file")
    assert tiny.problems() == []
    assert (tiny.root / "build/stage/fr/lamp").read_text() == "a file"


def test_only_what_changed_is_written(tiny: Tree) -> None:
    assert tiny.problems() == []
    before = {path: path.stat().st_mtime_ns for path in (tiny.root / "build/stage").rglob("*.md")}
    tiny.replace("docs_fr/data/programme/light.yml", "Compter les lampes deux fois", "Compter les lampes trois fois")
    assert tiny.problems() == []
    changed = {path for path, moment in before.items() if path.stat().st_mtime_ns != moment}
    assert changed == {tiny.root / "build/stage/fr/light.md"}


def test_a_problem_leaves_the_tree_as_it_was(tiny: Tree) -> None:
    assert tiny.problems() == []
    before = tree(tiny.root / "build/stage")
    tiny.append("docs/light.md", "\nMore.\n")
    tiny.append("docs_fr/light.md", "\n{{ nothing() }}\n")
    assert tiny.problems() != []
    assert tree(tiny.root / "build/stage") == before


def test_pictures_of_a_language_stand_before_those_of_the_reference(tiny: Tree) -> None:
    tiny.write("docs/pictures/lamp.svg", "<svg>lamp</svg>")
    tiny.write("docs/pictures/oil.svg", b"\x00\xff binary")
    tiny.write("docs_fr/pictures/lamp.svg", "<svg>lampe</svg>")
    tiny.write("docs_fr/seul.pdf", "pdf")
    assert tiny.problems() == []
    english, french = (tree(tiny.root / "build/stage" / code) for code in ("en", "fr"))
    assert english["pictures/lamp.svg"] == b"<svg>lamp</svg>"
    assert french["pictures/lamp.svg"] == b"<svg>lampe</svg>"
    assert french["pictures/oil.svg"] == b"\x00\xff binary"
    assert "seul.pdf" not in english
    assert "seul.pdf" in french


def test_hidden_files_are_left_out(tiny: Tree) -> None:
    tiny.write("docs/.draft.md", "# Draft")
    tiny.write("docs/.pictures/lamp.svg", "<svg/>")
    assert tiny.problems() == []
    assert sorted(tree(tiny.root / "build/stage/en")) == ["index.md", "light.md"]


def test_a_picture_that_cannot_be_read_is_named(tiny: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.write("docs/lamp.svg", "<svg/>")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "lamp.svg":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert tiny.problems() == ["docs/lamp.svg: the file cannot be read; found permission denied."]


def add_page(tree: Tree, path: str) -> None:
    for folder in ("docs", "docs_fr"):
        tree.write(f"{folder}/{path}", "---\ndescription: More.\n---\n# More { #more }\n\nMore.\n")


def test_a_page_outside_the_navigation_is_named(tiny: Tree) -> None:
    add_page(tiny, "more.md")
    assert tiny.problems() == [
        "docs/more.md: the page is not in the navigation. Add it under 'nav' in mkdocs.yml.",
    ]


def test_a_page_that_only_the_navigation_knows_is_named_once(tiny: Tree) -> None:
    tiny.remove("docs/light.md")
    assert tiny.problems() == [
        "mkdocs.yml:28: the navigation names 'light.md', and there is no such page. Create docs/light.md.",
    ]


def test_a_page_whose_name_is_mistyped_in_the_navigation_is_suggested(tiny: Tree) -> None:
    tiny.replace("mkdocs.yml", "- light.md", "- ligth.md")
    said = "mkdocs.yml:28: the navigation names 'ligth.md', and there is no such page. Did you mean 'light.md'?"
    assert said in tiny.problems()


def test_a_page_that_the_navigation_names_twice_is_named(tiny: Tree) -> None:
    tiny.append("mkdocs.yml", "  - light.md\n")
    assert tiny.problems() == ["mkdocs.yml:29: the navigation names 'light.md' twice. Delete one of the two."]


def test_a_page_without_twin_is_named(tiny: Tree) -> None:
    tiny.write("docs_fr/lights.md", "---\ndescription: x\n---\n# Plus { #more }\n\nPlus.\n")
    assert tiny.problems() == [
        "docs_fr/lights.md: the page has no twin docs/lights.md. Did you mean 'light.md'?",
    ]


def test_two_pages_with_one_address_are_named(tiny: Tree) -> None:
    add_page(tiny, "light/index.md")
    tiny.append("mkdocs.yml", "  - light/index.md\n")
    assert tiny.problems() == [
        "docs/light/index.md: the page has the same address as docs/light.md. Rename one of the two.",
        "docs_fr/light/index.md: the page has the same address as docs_fr/light.md. Rename one of the two.",
    ]


def test_a_page_with_another_ending_is_named(tiny: Tree) -> None:
    tiny.write("docs/more.markdown", "# More\n")
    assert tiny.problems() == ["docs/more.markdown: the page has another ending than pages have; expected .md."]


def test_a_file_with_a_language_in_its_name_is_told_its_folder(tiny: Tree) -> None:
    tiny.write("docs/forms/form.fr.pdf", "pdf")
    tiny.write("docs/forms/form.v2.pdf", "pdf")
    assert tiny.problems() == [
        "docs/forms/form.fr.pdf: the name of the file holds the language 'fr'; expected docs_fr/forms/form.pdf.",
    ]


def test_a_handbook_without_home_page_is_refused(tiny: Tree) -> None:
    tiny.remove("docs/index.md")
    tiny.remove("docs_fr/index.md")
    tiny.replace("mkdocs.yml", "  - index.md\n", "")
    assert tiny.problems() == ["docs/index.md: the handbook has no home page. Create this file."]


@pytest.mark.parametrize("label", [SITE_LABELS[0], "offline-keep", "search-none"])
def test_a_fixed_word_that_the_site_prints_is_not_missed_in_silence(tiny: Tree, label: str) -> None:
    for folder in ("docs", "docs_fr"):
        words = yaml.safe_load(tiny.read(f"{folder}/data/labels.yml"))
        del words[label]
        tiny.write(f"{folder}/data/labels.yml", yaml.safe_dump(words, allow_unicode=True))
    assert tiny.problems() == [f"docs/data/labels.yml: the label '{label}' is missing. Add it: the site prints it."]


@pytest.mark.parametrize(("folder", "code"), [("docs", "en"), ("docs_fr", "fr")])
def test_of_a_missing_folder_nothing_more_is_said(tiny: Tree, folder: str, code: str) -> None:
    tiny.remove(folder)
    problems = tiny.problems()
    assert len(problems) == 1
    assert problems[0].startswith(f"{folder}: the folder of the language '{code}' is missing.")
