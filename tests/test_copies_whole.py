"""The copies of the real handbook: all its words and no others in each, and a zip that is light enough to send.

Its PDF takes longer to set than tests may: one chapter of it stands for the others, which go the same way.
"""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from both_ways import beyond, differences, unsaid
from editions import editions
from meeting_documents import SOFFICE, read_by_libreoffice, unread, word_texts
from opened_copies import PHONE, laid, phone, unpacked
from paragraphs import of_html, of_pdf, pressed
from playwright.sync_api import Browser
from real_site import Site

from handbook.copies.book import book
from handbook.copies.edition import Edition
from handbook.copies.epub import epub
from handbook.copies.folder import folder
from handbook.copies.pdf.chapter import chapter_html
from handbook.copies.print import lay_out
from handbook.copies.programme import programme
from handbook.copies.single import single

#: The most that a zip of one language may weigh, and a question of each language with letters that are wrong.
LIGHT = 400_000
QUESTIONS = {"en": "harrassment", "fr": "teletravail", "es": "negociacion"}
#: How each bar of a chart is filled, and what it is a part of: filled as well, that would hide the bar.
FILLS = "() => [...document.querySelectorAll('svg rect')].map((one) => [one.classList[0], getComputedStyle(one).fill])"
#: The chapter that is set as PDF, by its key.
CHAPTER = "vision-and-mission"


@pytest.fixture(scope="module")
def whole(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    return editions(site, tmp_path_factory.mktemp("staged"))


@pytest.mark.parametrize("code", QUESTIONS)
def test_the_words_of_each_copy_are_those_of_the_site(
    whole: dict[str, Edition], tmp_path: Path, browser: Browser, code: str
) -> None:
    edition = whole[code]
    packed, book, page = (next(kind(edition)).make() for kind in (folder, epub, single))
    assert len(packed) <= LIGHT
    leaves = [content for name, content in unpacked(packed).items() if name.endswith(".html")]
    sheets = [content for name, content in unpacked(book).items() if name.endswith(".xhtml")]
    assert differences(edition, [words for leaf in leaves for words in of_html(leaf, "//article")]) == []
    assert differences(edition, [words for sheet in sheets for words in of_html(sheet)]) == []
    assert differences(edition, of_html(page)) == []
    file = tmp_path / f"{code}.html"
    file.write_bytes(page)
    with phone(browser) as window:
        window.opens(file)
        assert len(window.searches(QUESTIONS[code])) > 2
        assert window.wrong == []


@pytest.mark.parametrize("code", QUESTIONS)
def test_pages_of_the_e_book_fit_a_phone_and_its_charts_are_true(
    whole: dict[str, Edition], tmp_path: Path, browser: Browser, code: str
) -> None:
    files, drawn = unpacked(next(epub(whole[code])).make()), 0
    folder = laid(files, tmp_path)
    with phone(browser) as window:
        for name, content in files.items():
            if b"<table" in content or b"<svg" in content:
                page = window.opens(folder / name)
                assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
                fills = page.evaluate(FILLS)
                assert {kind: fill == "none" for kind, fill in fills} == {kind: kind == "whole" for kind, _ in fills}
                drawn += len(fills)
        assert window.wrong == []
    assert drawn > 10


@pytest.mark.parametrize("code", QUESTIONS)
def test_meeting_documents_say_what_the_site_says_and_nothing_else(
    whole: dict[str, Edition], tmp_path: Path, code: str
) -> None:
    edition = whole[code]
    for one in programme(edition):
        if one.kind == "docx":
            made = one.make()
            words = [pressed(line) for line in word_texts(made)]
            assert beyond(edition, words) == []
            assert unsaid(edition, words, (f"{one.name.partition('-')[0]}.",)) == []
            if SOFFICE:
                assert unread(words, read_by_libreoffice(made, tmp_path)) == []


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_chapter_says_what_its_pages_say(whole: dict[str, Edition], code: str) -> None:
    edition, words = whole[code], book(whole[code])
    chapter = next(one for one in words.chapters if one.key == CHAPTER)
    made = lay_out(chapter_html(edition, words, chapter, 0), edition.folder, "").pdf()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert differences(edition, of_pdf(pdf), paper=True, pages=[page.path for page in chapter.pages]) == []
