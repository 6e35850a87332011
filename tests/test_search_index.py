"""The index of the search: what Pagefind is asked, what it must answer, and what is kept from run to run."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Tree

from handbook.finish import search, search_records
from handbook.finish.pagefind import index_of
from handbook.finish.search import write_search
from handbook.kept import Kept
from handbook.problems import CouldNotRun
from handbook.stage import Staged, stage_handbook

LAMPS = {
    "light.html": "<html><body><h1>Light</h1><p>Lamps for all</p></body></html>",
    "oil/oil%20lamp.html": "<html><body><h1>Oil</h1><p>The oil of lamps</p></body></html>",
}


def page(words: str) -> str:
    return (
        '<html lang="en"><body><article data-chapter="Work"><h1 id="light">Light</h1>'
        f'<p>{words}</p><h2 id="oil">Oil</h2><p>Oil for lamps</p></article></body></html>'
    )


class Book:
    """A staged handbook, whose built pages a test writes; every run of the search begins with pages alone."""

    def __init__(self, staged: Staged, folder: Path) -> None:
        self.staged, self.folder, self.pages = staged, folder, dict[str, str]()

    def searched(self, kept: Path | None = None) -> dict[str, bytes]:
        """Return the files of the search by their paths."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for path, html in self.pages.items():
            file = self.folder / path / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(html, encoding="utf-8")
        write_search(replace(self.staged, kept=Kept(kept)), self.folder)
        files = (file for file in sorted(self.folder.rglob("pagefind/**/*")) if file.is_file())
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def book(tiny: Tree, tmp_path: Path) -> Book:
    made = Book(stage_handbook(tiny.root, tmp_path / "stage", False), tmp_path / "site")
    for path in ("en", "en/more", "fr"):
        made.pages[path] = page("Lamps for all")
    return made


def shelves(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def never(*_given: object) -> None:
    raise AssertionError("this is kept")


def test_an_index_names_every_record_and_leaves_out_what_is_not_loaded() -> None:
    index = index_of(LAMPS, "en-GB")
    assert set(index.numbers) == {"light.html", "oil/oil lamp.html"}
    assert {f"fragment/{number}.pf_fragment" for number in index.numbers.values()} < set(index.files)
    outside = {path for path in index.files if "/" not in path and not path.endswith(".pf_meta")}
    assert outside == {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"}


def test_records_are_numbered_in_their_order() -> None:
    """The order of the records is all that counts, not that of a disk: each order has its own bytes, every time."""
    other = dict(reversed(LAMPS.items()))
    assert index_of(LAMPS, "en") == index_of(LAMPS, "en")
    assert index_of(other, "en").numbers == index_of(LAMPS, "en").numbers
    assert index_of(other, "en").files != index_of(LAMPS, "en").files


@pytest.mark.parametrize("records", [{}, {"a.html": "<html><body><p></p></body></html>"}], ids=["no record", "no word"])
def test_pages_without_a_word_cannot_be_searched(records: dict[str, str]) -> None:
    with pytest.raises(CouldNotRun, match="no words to search in the pages in en"):
        index_of(records, "en")


def test_what_pagefind_refuses_is_told() -> None:
    with pytest.raises(CouldNotRun, match="could not write the search: invalid type"):
        index_of({"a.html": None}, "en")  # type: ignore[dict-item]


def test_what_a_program_that_ends_has_said_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho the lamp is out >&2\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)
    with pytest.raises(CouldNotRun, match="could not write the search: the lamp is out"):
        index_of(LAMPS, "en")


def test_what_is_kept_gives_the_same_search_without_pagefind(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, plain = tmp_path / "kept", book.searched()
    assert book.searched(kept) == plain
    assert set(shelves(kept)) == {"sections.en", "search.en", "sections.fr", "search.fr"}
    for module, name in ((search, "index_of"), (search_records, "page_sections")):
        monkeypatch.setattr(module, name, never)
    assert book.searched(kept) == plain


def test_a_changed_page_changes_the_search_of_its_language_alone(book: Book, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    before, shelved = book.searched(kept), shelves(kept)
    book.pages["en/more"] = page("Candles for all")
    after = book.searched(kept)
    assert after == book.searched()
    assert b"candles" in after["en/pagefind/words.txt"]
    assert {path for path in before if path.startswith("fr/") and before[path] != after.get(path)} == set()
    assert {name for name, content in shelves(kept).items() if content != shelved[name]} == {"sections.en", "search.en"}


def test_words_outside_the_records_are_never_kept(book: Book, tiny: Tree, tmp_path: Path) -> None:
    """What has no answer is said beside the index, which stays as it is."""
    kept = tmp_path / "kept"
    before = book.searched(kept)
    tiny.write("docs/review/search.yml", "unanswered: moonlight\n")
    after = book.searched(kept)
    assert {path for path in before if before[path] != after[path]} == {"en/pagefind/marks.json"}
    assert b"moonlight" in after["en/pagefind/marks.json"]


@pytest.mark.parametrize("damage", [b"", b"lamps", None], ids=["emptied", "another file", "cut"])
def test_a_damaged_shelf_counts_as_nothing(book: Book, tmp_path: Path, damage: bytes | None) -> None:
    kept, plain = tmp_path / "kept", book.searched(tmp_path / "kept")
    for name, content in shelves(kept).items():
        (kept / name).write_bytes(content[:-9] if damage is None else damage)
    assert book.searched(kept) == plain
