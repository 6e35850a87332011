"""Files become documents: those that were read before are not read again, and say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.kept import Kept
from handbook.links import reading
from handbook.links.folder import read_folder
from handbook.links.reading import read_documents

PAGES = {f"{name}.html": f'<html lang="en"><p id="{name}"><a href="b.html#{name}">{name}</a></html>' for name in "abc"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    for name, html in PAGES.items():
        (root / name).write_text(html, encoding="utf-8")
    return root


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really read."""
    names: list[str] = []
    document = reading._document
    monkeypatch.setattr(reading, "_document", lambda name, content: names.append(name) or document(name, content))
    return names


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, read: list[str]) -> None:
    kept = Kept(tmp_path / "kept")
    first = read_documents(read_folder(folder), kept)
    assert read == [*PAGES]
    assert first == read_documents(read_folder(folder))
    read.clear()
    (folder / "b.html").write_text('<html lang="fr"></html>', encoding="utf-8")
    second = read_documents(read_folder(folder), kept)
    assert read == ["b.html"]
    assert second == read_documents(read_folder(folder))
    assert (second["a.html"], second["b.html"].language) == (first["a.html"], "fr")


def test_the_same_content_under_another_name_is_another_document(folder: Path, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    read_documents(read_folder(folder), kept)
    (folder / "a.html").rename(folder / "d.xhtml")
    assert [(name, one.name) for name, one in read_documents(read_folder(folder), kept).items()] == [
        (name, name) for name in ("b.html", "c.html", "d.xhtml")
    ]


def test_a_file_that_cannot_be_read_is_read_once_it_can(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, files = Kept(tmp_path / "kept"), read_folder(folder)
    with monkeypatch.context() as patched:
        patched.setattr(reading, "_MOST", 3)
        assert {one.faults[0].code for one in read_documents(files, kept).values()} == {"not-checked"}
    assert read_documents(files, kept)["a.html"].ids == {"a": 1}


def test_many_files_are_shared_out_and_kept_in_order(folder: Path, tmp_path: Path) -> None:
    for number in range(50):
        (folder / f"page-{number}.html").write_text(f"<p id=n{number}>{number}", encoding="utf-8")
    files = read_folder(folder)
    plain = read_documents(files)
    assert list(plain) == sorted(files.files)
    kept = Kept(tmp_path / "kept")
    for _run in range(2):
        found = read_documents(files, kept)
        assert list(found.items()) == list(plain.items())
