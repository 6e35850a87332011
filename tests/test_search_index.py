"""The index of the search: what it says of words and sections, what a browser reads of it, what is kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Tree
from playwright.sync_api import Page
from real_site import Readers

from handbook.finish import worth_finding
from handbook.finish.search import write_search
from handbook.finish.search_index import SIGNS, Index, index_of
from handbook.finish.search_terms import stemmer, terms
from handbook.finish.sections import Section
from handbook.finish.worth_finding import Found
from handbook.kept import Kept
from handbook.stage import Staged, stage_handbook


def found(title: str, text: str, names: tuple[str, ...] = ()) -> Found:
    return Found("light/", "Work", Section(f"light.{title.lower()}", 2, (), title, "", text), names, (), ())


LAMPS = [found("Light", "Lamps for all, and oil"), found("Oil", "The oil of a lamp"), found("Wicks", "Wicks of cotton")]


def words(index: Index) -> dict[str, int]:
    """Read the words of an index with the numbers of their stems."""
    read, before, last, new = dict[str, int](), "", -1, 0
    for line in index.words.split("\n"):
        rest, same, number = line[2:].partition("=")[0], "=" in line, line.partition("~")[2]
        word = before[: SIGNS.index(line[0])] + rest.partition("~")[0]
        last = last if same else int(number) if number else new
        read[word], before, new = last, word, max(new, last + 1)
    return read


def sections(index: Index, word: str) -> dict[int, int]:
    """Read the sections in which a word stands, with how much it counts there."""
    line = "\n".join(index.hits).split("\n")[words(index)[word]]
    read, last, gap, shift = dict[int, int](), -1, 0, 0
    signs: Iterator[int] = map(SIGNS.index, line)
    for value in signs:
        gap, shift = gap + ((value & 31) << shift), shift + 5
        if value < 32:
            last += gap + 1
            read[last], gap, shift = next(signs), 0, 0
    return read


def test_words_lead_to_their_sections() -> None:
    index = index_of(LAMPS, "en", ())
    assert set(sections(index, "lamps")) == set(sections(index, "lamp")) == {0, 1}
    assert set(sections(index, "cotton")) == {2}
    assert set(sections(index, "of")) == {1, 2}


def test_a_word_says_more_in_a_title_and_most_in_a_name() -> None:
    places = sections(index_of(LAMPS, "en", ()), "oil")
    assert places == {0: 1, 1: 5}
    named = [found("One", "cotton and wool and silk"), found("Two", "something", ("Cotton",)), found("Cotton", "else")]
    places = sections(index_of(named, "en", ()), "cotton")
    assert places == {0: 1, 1: 5, 2: 4}


def test_silent_words_stand_for_titles_and_names_only() -> None:
    index = index_of([*LAMPS, found("The", "of")], "en", ("the", "of"))
    assert set(sections(index, "the")) == {3}
    assert sections(index, "of") == {}


def test_numbers_of_many_sections_are_read_as_they_were_written() -> None:
    many = [found(f"T{number}", "lamp" if number % 37 == 0 else "oil") for number in range(9000)]
    index = index_of(many, "en", ())
    assert list(sections(index, "lamp")) == list(range(0, 9000, 37))
    assert len(index.hits) == len(index.starts) > 1
    assert max(map(len, index.hits)) < 30_000


def test_nothing_to_find_is_an_index_as_well() -> None:
    assert index_of([], "en", ()) == Index("", ("",), (0,), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TC+5 and C.190", ["tc+5", "tc", "5", "and", "c190", "c", "190"]),
        ("well-being", ["well-being", "well", "being"]),
        ("l’Œuvre, qu'il y ait", ["oeuvre", "il", "y", "ait"]),
        ("the Union’s O'Brien", ["the", "union", "brien"]),
        ("e\u0301té", ["été"]),
    ],
)
def test_words_are_compared_in_small_letters_whole_and_in_parts(text: str, expected: list[str]) -> None:
    assert list(terms(text)) == expected


def test_endings_are_taken_off_where_rules_are_known() -> None:
    assert stemmer("fr")("contrats") == stemmer("fr")("contrat")
    assert stemmer("pt-BR")("lâmpadas") == stemmer("pt")("lâmpada")
    assert stemmer("nb")("lamper") == "lamper"


def test_a_browser_reads_what_is_written(readers: Readers) -> None:
    """The two halves of the index agree: every word leads a browser to the sections that it was written for."""
    many = [*LAMPS, *(found(f"T{number}", f"été{number} straße contrats well-being") for number in range(400))]
    index = index_of(many, "fr", ())
    reader = readers()
    page: Page = reader.opens("en/")
    told: dict[str, list[tuple[int, int]]] = page.evaluate(
        """async ([root, words, hits]) => {
          const { hits: read, vocabulary } = await import(root + "javascripts/search/index.js");
          const lines = hits.join("\\n").split("\\n");
          return Object.fromEntries(vocabulary(words).map(({ word, stem }) => [word, read(lines[stem])]));
        }""",
        [f"{reader.root}en/", index.words, list(index.hits)],
    )
    assert set(told) - {"wellbeing"} == set(words(index))
    assert told["wellbeing"] == told["well-being"]
    for word, places in [(word, told[word]) for word in words(index)]:
        assert dict(places) == sections(index, word)


def page(said: str) -> str:
    return (
        '<html lang="en"><body><article data-chapter="Work"><h1 id="light">Light</h1>'
        f'<p>{said}</p><h2 id="oil">Oil</h2><p>Oil for lamps</p></article></body></html>'
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
        files = (file for file in sorted(self.folder.rglob("search/**/*")) if file.is_file())
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


def test_what_is_kept_gives_the_same_search(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, plain = tmp_path / "kept", book.searched()
    assert book.searched(kept) == plain
    assert set(shelves(kept)) == {"sections.en", "sections.fr"}
    monkeypatch.setattr(worth_finding, "page_sections", never)
    assert book.searched(kept) == plain


def test_a_changed_page_changes_the_search_of_its_language_alone(book: Book, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    before, shelved = book.searched(kept), shelves(kept)
    book.pages["en/more"] = page("Candles for all")
    after = book.searched(kept)
    assert after == book.searched()
    assert b"candles" in after["en/search/index.json"]
    assert {path for path in before if path.startswith("fr/") and before[path] != after.get(path)} == set()
    assert {name for name, content in shelves(kept).items() if content != shelved[name]} == {"sections.en"}


def test_what_changes_has_another_address(book: Book) -> None:
    """A browser that still has the table of yesterday never reads the parts of today by it."""
    before = book.searched()
    book.pages["en/more"] = page("Candles for all")
    after = book.searched()
    parts = {path for path in (*before, *after) if path.startswith("en/") and path != "en/search/index.json"}
    assert {path for path in parts if path in before and path in after} == set()
    assert json.loads(after["en/search/index.json"])["folder"] in {path.split("/")[2] for path in parts}


@pytest.mark.parametrize("damage", [b"", b"lamps", None], ids=["emptied", "another file", "cut"])
def test_a_damaged_shelf_counts_as_nothing(book: Book, tmp_path: Path, damage: bytes | None) -> None:
    kept, plain = tmp_path / "kept", book.searched(tmp_path / "kept")
    for name, content in shelves(kept).items():
        (kept / name).write_bytes(content[:-9] if damage is None else damage)
    assert book.searched(kept) == plain
