"""The handbook and its chapters as PDF, read back: structure, languages, links, words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from both_ways import differences, plain_paragraphs, shuffled
from editions import sample_editions, with_a_picture
from paragraphs import of_pdf
from pdf_file import PdfFile, letters

from handbook.copies.edition import Edition, Wanted
from handbook.copies.pdf import pdf
from handbook.copies.pdf.press import WHOLE, press
from handbook.copies.print import Laid, lay_out
from handbook.kept import Kept

__all__ = ["sample_editions"]

SVG = "xmlns='http://www.w3.org/2000/svg' width='9' height='9'"


@pytest.fixture(scope="module")
def wanted(sample_editions: dict[str, Edition]) -> dict[str, list[Wanted]]:
    return {code: list(pdf(edition)) for code, edition in sample_editions.items()}


@pytest.fixture(scope="module")
def files(wanted: dict[str, list[Wanted]]) -> dict[str, PdfFile]:
    return {one.name: PdfFile(one.make()) for code in ("de", "ar") for one in wanted[code]}


@pytest.fixture(scope="module")
def book(files: dict[str, PdfFile]) -> PdfFile:
    return files["handbook-de.pdf"]


def test_there_is_the_handbook_and_a_file_for_each_chapter(wanted: dict[str, list[Wanted]]) -> None:
    found = [(one.name, one.group, one.title, one.pages) for one in wanted["de"]]
    assert found[0] == ("handbook-de.pdf", "whole", "Handbuch der Leuchttürme", ("index.md",))
    assert found[2][:3] == ("chapter-programme-de.pdf", "chapters", "Das Programm")
    assert found[2][3] == ("programme/index.md", "programme/watch.md", "programme/pay.md")
    names = {code: [one.name.replace(f"-{code}.", ".") for one in each] for code, each in wanted.items()}
    assert names["de"] == names["ar"] == names["pt"]


def test_each_page_has_a_copy(wanted: dict[str, list[Wanted]], sample_editions: dict[str, Edition]) -> None:
    linked = {path for one in wanted["de"] for path in one.pages}
    assert linked == set(sample_editions["de"].staged.site.pages["de"])


def test_every_file_says_what_it_is(files: dict[str, PdfFile], wanted: dict[str, list[Wanted]]) -> None:
    titles = {one.name: one.title for each in wanted.values() for one in each}
    for name, file in files.items():
        assert str(file.root.Lang) == name[-6:-4]
        assert file.root.MarkInfo.Marked
        assert file.root.ViewerPreferences.DisplayDocTitle
        assert str(file.pdf.docinfo["/Title"]).startswith(titles[name])
        assert str(file.pdf.docinfo["/CreationDate"]) == "D:19880401"
        assert b"pdfuaid" in file.root.Metadata.read_bytes()


def test_no_heading_is_skipped(files: dict[str, PdfFile]) -> None:
    for file in files.values():
        assert file.headings[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(file.headings))


def test_links_are_described_in_words(files: dict[str, PdfFile]) -> None:
    for file in files.values():
        assert all(str(link.Contents) and "--" not in str(link.Contents) for link in file.links)


def test_links_are_in_the_tree_and_lead_somewhere(files: dict[str, PdfFile]) -> None:
    for name, file in files.items():
        inner = {str(link.Dest) for link in file.links if "/Dest" in link}
        outer = {str(link.A.URI) for link in file.links if "/A" in link}
        assert inner <= file.anchors
        numbers = file.root.StructTreeRoot.ParentTree.Nums
        known = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        assert all(str(known[int(link.StructParent)].S) == "/Link" for link in file.links)
        own = [one for one in outer if one.startswith("https://lighthouses.example/manual/")]
        if name.startswith("handbook"):
            assert all(one.endswith((".ics", f"/{name[-6:-4]}/")) for one in own), own  # all pages are inside
        if name.startswith("chapter-programme"):
            assert own


def test_nothing_is_drawn_that_is_neither_tagged_nor_an_artifact(files: dict[str, PdfFile]) -> None:
    for file in files.values():
        assert not file.unmarked()


def test_the_outline_follows_the_chapters(book: PdfFile) -> None:
    top = [title for level, title in book.outline if level == 1]
    assert top[-4:] == ["Die Charta", "Das Programm", "Wörter und Termine", "Frühere Jahre"]
    assert (2, "Programm für 1988") in book.outline
    assert max(level for level, _ in book.outline) >= 3


def test_sheets_of_a_chapter_have_the_numbers_of_the_handbook(book: PdfFile, files: dict[str, PdfFile]) -> None:
    chapter = files["chapter-programme-de.pdf"]
    first = chapter.reader.page_labels[0]
    sheet = book.reader.page_labels.index(first)
    assert "Das Programm" in book.reader.pages[sheet].extract_text()
    assert book.reader.page_labels[-1].isdigit()


def test_the_contents_name_the_sheet_of_each_page(book: PdfFile) -> None:
    contents = next(page.extract_text() for page in book.reader.pages if "Inhalt" in page.extract_text())
    found = re.findall(r"^(\S.*?)\s+(\d+)$", contents, re.MULTILINE)
    assert len(found) >= 13
    for title, number in found:
        sheet = book.reader.pages[book.reader.page_labels.index(number)]
        assert title.split()[0] in sheet.extract_text()


def test_fonts_are_in_the_files(files: dict[str, PdfFile]) -> None:
    for file in files.values():
        assert all(file.fonts.values())
    assert all("Copy" in name for name in files["handbook-de.pdf"].fonts)


def test_the_words_are_those_of_the_site(
    files: dict[str, PdfFile], wanted: dict[str, list[Wanted]], sample_editions: dict[str, Edition]
) -> None:
    edition, (whole, *chapters) = sample_editions["de"], wanted["de"]
    assert differences(edition, of_pdf(files[whole.name].pdf), paper=True) == []
    for one in chapters:
        assert differences(edition, of_pdf(files[one.name].pdf), paper=True, pages=one.pages) == [], one.name


def test_words_from_right_to_left_are_those_of_the_site(
    files: dict[str, PdfFile], sample_editions: dict[str, Edition]
) -> None:
    drawn = shuffled(of_pdf(files["handbook-ar.pdf"].pdf))
    said = shuffled(plain_paragraphs(sample_editions["ar"]))
    assert len(said) > 100
    assert said <= drawn


def test_the_cover_says_what_it_is_from_when_and_on_what_it_rests(book: PdfFile) -> None:
    cover = letters(book.reader.pages[0].extract_text())
    for words in ("Gewerkschaft Leuchtfeuer", "Handbuch der Leuchttürme", "1. April 1988", "Fassung 1988.04.01"):
        assert letters(words) in cover
    assert letters("(die Gewerkschaft, Vorschlag,") in cover


def test_the_same_words_give_the_same_bytes(sample_editions: dict[str, Edition]) -> None:
    once, again = (dict(press(sample_editions["de"])) for _ in range(2))
    assert once == again


def test_a_chapter_is_set_again_only_if_it_changed(
    sample_editions: dict[str, Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is what would be made: after an edit of a page's words, of a picture alone, and of nothing."""
    kept = Kept(tmp_path / "kept")
    staged = replace(sample_editions["de"].staged, kept=kept)
    edition = replace(with_a_picture(sample_editions["de"], tmp_path / "de"), staged=staged)
    titles = list[str]()

    def heard(html: str, folder: Path, about: str) -> Laid:
        titles.append(html)
        return lay_out(html, folder, about)

    monkeypatch.setattr("handbook.copies.pdf.press.lay_out", heard)

    def made() -> tuple[dict[str, bytes], int]:
        """Return the files, and the number of documents that were set for them, the front of the handbook included."""
        titles.clear()
        files = dict(press(edition))
        return files, len(titles)

    picture, page = edition.folder / "lamp.svg", edition.folder / "words" / "index.html"
    picture.write_text(f"<svg {SVG}><title>Lampe</title><rect width='9' height='9'/></svg>", encoding="utf-8")
    first, every = made()
    assert made() == (first, 1)
    picture.write_text(f"<svg {SVG}><title>Lampe</title><rect width='7' height='9'/></svg>", encoding="utf-8")
    second, few = made()
    assert 1 < few < every
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", "</h1><p>Ein neuer Satz.</p>"), encoding="utf-8")
    third, few = made()
    assert 1 < few < every
    assert first[WHOLE] != second[WHOLE] != third[WHOLE]
    edition = replace(edition, staged=replace(staged, kept=Kept()))
    assert made() == (third, every)
