"""What holds copies against the site: meeting documents by it, and that it sees what is lost and what is added."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from both_ways import beyond, differences, unsaid
from editions import sample_editions
from meeting_documents import word_texts
from paragraphs import of_html, of_pdf, pressed

from handbook.copies.book import book
from handbook.copies.edition import Edition
from handbook.copies.pdf.chapter import chapter_html
from handbook.copies.print import lay_out
from handbook.copies.programme import programme
from handbook.copies.single import single

__all__ = ["sample_editions"]
ADDED = "Der Turm ist seit Langem leer."


@pytest.mark.parametrize("code", ["de", "ar", "pt"])
def test_meeting_documents_say_what_the_site_says(sample_editions: dict[str, Edition], code: str) -> None:
    edition = sample_editions[code]
    for one in programme(edition):
        part, made = f"{one.name.partition('-')[0]}.", one.make()
        if one.kind == "docx":
            words = [pressed(line) for line in word_texts(made)]
        elif edition.language.direction == "rtl":
            continue  # drawn from the end; what it says is that of the document, which the other format proves
        else:
            words = of_pdf(pikepdf.open(io.BytesIO(made)))
        assert beyond(edition, words) == [], one.name
        assert unsaid(edition, words, (part,)) == [], one.name


def without(html: str, text: str) -> str:
    """Take out the first paragraph that begins with a text."""
    return re.sub(rf"<p>{text}.*?</p>", "", html, count=1, flags=re.DOTALL)


def with_more(html: str, text: str) -> str:
    """Add a sentence to the first paragraph that begins with a text."""
    return html.replace(f"<p>{text}", f"<p>{ADDED} {text}", 1)


def test_what_a_page_lost_or_added_is_seen(sample_editions: dict[str, Edition]) -> None:
    edition = sample_editions["de"]
    page = next(single(edition)).make().decode()
    text = re.findall(r"<p>(\w[\w ]{30,})", page)[3]
    assert differences(edition, of_html(page.encode())) == []
    [lost, *_unsaid] = differences(edition, of_html(without(page, text).encode()))
    assert lost.startswith(f"lost: {pressed(text)}")
    told = differences(edition, of_html(with_more(page, text).encode()))
    assert [one for one in told if one.startswith("added")] == [next(one for one in told if pressed(ADDED) in one)]


def test_what_a_sheet_lost_or_added_is_seen(sample_editions: dict[str, Edition]) -> None:
    edition = sample_editions["de"]
    words = book(edition)
    chapter = next(one for one in words.chapters if one.key == "charter")
    html = chapter_html(edition, words, chapter, 0)
    text = re.findall(r"<p>(\w[\w ]{30,})", html)[0]

    def told(changed: str) -> list[str]:
        made = io.BytesIO(lay_out(changed, edition.folder, "").pdf())
        return differences(edition, of_pdf(pikepdf.open(made)), paper=True, pages=[one.path for one in chapter.pages])

    assert told(html) == []
    assert [one for one in told(without(html, text)) if not one.startswith(f"lost: {pressed(text)}")] == []
    assert told(without(html, text)) != []
    assert any(one.startswith(f"added: {pressed(ADDED)}") for one in told(with_more(html, text)))


def test_a_sentence_of_no_page_is_seen_in_any_paragraph(sample_editions: dict[str, Edition]) -> None:
    edition = sample_editions["de"]
    documents = [one.make() for one in programme(edition) if one.kind == "docx"]
    words = [pressed(line) for line in word_texts(documents[0])]
    longest = max(words, key=len)
    assert beyond(edition, words) == []
    for more in (f"{longest}{pressed(ADDED)}", f"{pressed(ADDED)}{longest}", pressed(ADDED)):
        [rest] = beyond(edition, [*words, more])
        assert pressed(ADDED)[:20] in rest
    assert unsaid(edition, [line for line in words if line != longest], ("programme.",)) != []
