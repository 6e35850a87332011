"""The meeting documents as PDF: tagged, named, with every word, each note on the page that calls it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from conftest import Tree
from meeting_documents import documents, texts, tiny_edition, unions
from paragraphs import pressed

from handbook.copies.programme.document import Document, Heading, Item, plain
from handbook.copies.programme.meeting import programme_document
from handbook.copies.programme.pdf import pdf_of

__all__ = ["documents", "unions"]  # fixtures
NAMES = ("pt", "de", "strategy")


@pytest.fixture(scope="module")
def files(documents: dict[str, Document]) -> dict[str, bytes]:
    return {name: pdf_of(document) for name, document in documents.items()}


def reader(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made))


def placed(page: pypdf.PageObject) -> list[tuple[str, float, float]]:
    """The words of a page with the place where each run of them begins, from the left and from the foot."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            found.append((text, tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))

    page.extract_text(visitor_text=visit)
    return found


def rows(page: pypdf.PageObject) -> Iterator[str]:
    """The lines of a page as they are seen, without blanks."""
    lines: dict[int, list[tuple[float, str]]] = {}
    for text, left, foot in placed(page):
        lines.setdefault(round(foot), []).append((left, text))
    for line in lines.values():
        yield pressed("".join(text for _, text in sorted(line)))


def tags(made: bytes) -> list[str]:
    """The tags of a PDF in order."""

    def inside(element: Any) -> Iterator[str]:
        element = element.get_object()
        if isinstance(element, list):
            for one in element:
                yield from inside(one)
        elif isinstance(element, dict) and "/S" in element:
            yield str(element["/S"])
            if "/K" in element:
                yield from inside(element["/K"])

    root: Any = reader(made).trailer["/Root"]
    return list(inside(root["/StructTreeRoot"]["/K"]))


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(documents: dict[str, Document], files: dict[str, bytes], name: str) -> None:
    words = pressed("".join(page.extract_text() for page in reader(files[name]).pages))
    assert [line for line in texts(documents[name]) if pressed(line) not in words] == []


@pytest.mark.parametrize("name", NAMES)
def test_numbers_stand_before_their_words(documents: dict[str, Document], files: dict[str, bytes], name: str) -> None:
    lines = {line for page in reader(files[name]).pages for line in rows(page)}
    for block in documents[name].blocks:
        if isinstance(block, Heading | Item) and block.number:
            between = " – " if isinstance(block, Heading) else ". " if block.level == 0 else " "
            begin = pressed(f"{block.number}{between}{plain(block.runs)}")[:20]
            assert any(line.startswith(begin) for line in lines), begin


@pytest.mark.parametrize("name", [*NAMES, "ar"])
def test_it_is_tagged_and_names_language_and_title(
    documents: dict[str, Document], files: dict[str, bytes], name: str
) -> None:
    read = reader(files[name])
    root: Any = read.trailer["/Root"]
    assert root["/Lang"] == documents[name].language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata is not None
    assert (read.metadata.title, read.metadata.author) == (documents[name].head.title, documents[name].head.union)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert {"/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Link"} <= set(tags(files[name]))


def test_the_outline_is_that_of_the_headings(documents: dict[str, Document], files: dict[str, bytes]) -> None:
    def titles(entries: Any) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    headings = [block for block in documents["de"].blocks if isinstance(block, Heading)]
    expected = [f"{one.number} – {plain(one.runs)}" if one.number else plain(one.runs) for one in headings]
    assert list(titles(reader(files["de"]).outline)) == expected


def test_the_contents_name_headings_and_their_pages(documents: dict[str, Document], files: dict[str, bytes]) -> None:
    read = reader(files["pt"])
    pages = [" ".join(page.extract_text().split()) for page in read.pages]
    for heading in documents["pt"].contents():
        line = re.search(rf"{re.escape(plain(heading.runs))}[ .]+(\d+)", pages[1])
        assert line is not None
        assert plain(heading.runs) in pages[int(line[1]) - 1]


def test_fonts_are_inside(files: dict[str, bytes]) -> None:
    for page in reader(files["ar"]).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descendant)


def test_the_same_words_give_the_same_bytes(documents: dict[str, Document], files: dict[str, bytes]) -> None:
    assert pdf_of(documents["ar"]) == files["ar"]


def test_each_note_is_on_the_page_that_calls_it_and_no_paragraph_is_broken(tiny: Tree) -> None:
    long = "Light every street, and count what it takes, "
    means = "".join(
        f"""\
  count-{number}:
    title: Count number {number}
    text: {long * (2 + number % 7)}as said in {number}.
    caution: Remark upon {number}, {long * (number % 3)}and no more.
    notes:
      more: {{ title: More of {number}, text: Ask the board for number {number}., source: plan-1901/I/means/2 }}
    source: plan-1901/I/means/2
"""
        for number in range(1, 31)
    )
    light = tiny.read("docs/data/programme/light.yml")
    tiny.write("docs/data/programme/light.yml", light + means)
    document = programme_document(tiny_edition(tiny, allow_missing=True))
    pages = [pressed(page.extract_text()) for page in reader(pdf_of(document)).pages]
    for block in document.blocks:
        if isinstance(block, Item):
            found = [page for page in pages if pressed(plain(block.runs)) in page]
            assert len(found) == 1, block.number
            assert all(pressed(plain(run.note)) in found[0] for run in block.runs if run.note), block.number


def test_a_word_longer_than_the_line_is_broken_not_cut(tiny: Tree) -> None:
    word = "lamp" * 60
    tiny.replace("docs/data/programme/light.yml", "title: Bright streets", f"title: {word}")
    made = reader(pdf_of(programme_document(tiny_edition(tiny))))
    text = pressed("".join(page.extract_text() for page in made.pages))
    assert text.count(word) == 2  # in the paragraph and in the table of sources
    assert all(0 < left < float(page.mediabox.right) for page in made.pages for _, left, _ in placed(page))
    assert max(len(one) for page in made.pages for one, _, _ in placed(page)) < 120  # the word has 240 letters


def test_markup_stays_words_and_hyphenated_words_stay_whole(tiny: Tree) -> None:
    words = " ".join(["R&D, a&lt b, 3 < 4 and well-being"] * 30)
    tiny.replace("docs/data/programme/light.yml", "Light every street", words)
    made = reader(pdf_of(programme_document(tiny_edition(tiny))))
    text = "\n".join(page.extract_text() for page in made.pages)
    assert pressed(words) in pressed(text)
    assert text.count("well-being") == 30
