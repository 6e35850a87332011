"""A language's folder becomes data, pages and other files; what is no file of words is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Tree

from handbook.problems import Problem
from handbook.read.settings import read_settings
from handbook.read.words import Words, read_words


def read(tree: Tree) -> tuple[dict[str, Words], list[str]]:
    """The words by language, and what is said of them."""
    problems: list[Problem] = []
    words = read_words(read_settings(tree.root), problems)
    return {one.language.code: one for one in words}, [str(problem) for problem in problems]


def test_data_pages_and_other_files_are_told_apart(tiny: Tree) -> None:
    tiny.write("docs/assets/lamp.png", b"\x89PNG")
    tiny.write("docs/data.md", "---\ndescription: On data.\n---\n# Data { #data }\n")
    words, said = read(tiny)
    assert said == []
    assert sorted(words["en"].data) == ["bodies", "documents", "labels", "programme", "programme/light"]
    assert sorted(words["en"].pages) == ["data.md", "index.md", "light.md"]
    assert words["en"].assets == ["assets/lamp.png"]
    assert sorted(words["fr"].pages) == ["index.md", "light.md"]


def test_the_order_of_files_does_not_depend_on_the_disk(tiny: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = os.walk

    def backwards(*arguments: object, **named: object) -> object:
        for parent, folders, files in walk(*arguments, **named):  # type: ignore[call-overload]
            folders.sort(reverse=True)
            yield parent, folders, sorted(files, reverse=True)

    for name in ("z.png", "a.png", "m/b.png"):
        tiny.write(f"docs/{name}", b"x")
    monkeypatch.setattr(os, "walk", backwards)
    words, _ = read(tiny)
    assert words["en"].assets == ["a.png", "m/b.png", "z.png"]
    assert list(words["en"].data) == sorted(words["en"].data)


def test_hidden_files_and_folders_are_not_looked_at(tiny: Tree) -> None:
    tiny.write("docs/.DS_Store", b"\xff\xfe")
    tiny.write("docs/data/.bodies.yml.swp", b"\xff\xfe")
    tiny.write("docs/.git/x.md", "no page")
    words, said = read(tiny)
    assert said == []
    assert words["en"].assets == []


def test_what_cannot_be_used_is_known_to_be_there(tiny: Tree) -> None:
    tiny.write("docs/data/bodies.yml", "a: [\n")
    tiny.write("docs/light.md", "no front matter")
    tiny.remove("docs/data/programme.yml")
    (tiny.root / "docs/data/programme.yml").symlink_to("nowhere")
    tiny.remove("docs/index.md")
    (tiny.root / "docs/index.md").mkdir()
    words, said = read(tiny)
    assert len(said) == 4
    assert [words["en"].data[name] for name in ("bodies", "programme")] == [None, None]
    assert words["en"].pages == {"index.md": None, "light.md": None}


def test_a_folder_that_may_not_be_read_is_named(tiny: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def closed(path: object = ".") -> object:
        if Path(str(path)) == tiny.root / "docs_fr/data":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", closed)
    _, said = read(tiny)
    assert said == ["docs_fr/data: the folder cannot be read; found permission denied."]


def test_a_page_with_mistakes_is_kept_aside(tiny: Tree) -> None:
    tiny.replace("docs/light.md", '{{ area("light") }}', "{{ area }}")
    words, said = read(tiny)
    assert len(said) == 1
    assert words["en"].pages["light.md"] is None
    assert [page.path for page in words["en"].unsound] == ["light.md"]
