"""Leaflets: one side of A4 an objective, from the data alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from both_ways import beyond
from editions import sample_editions
from paragraphs import of_pdf, pressed
from pdf_file import PdfFile, letters

from handbook.copies.edition import Edition
from handbook.copies.leaflets import leaflets
from handbook.copies.leaflets.leaflets import fitting
from handbook.copies.leaflets.said import Said
from handbook.model.text import Text

__all__ = ["sample_editions"]


@pytest.fixture(scope="module")
def files(sample_editions: dict[str, Edition]) -> dict[str, PdfFile]:
    return {one.name: PdfFile(one.make()) for each in sample_editions.values() for one in leaflets(each)}


@pytest.fixture
def said(sample_editions: dict[str, Edition]) -> Said:
    edition = sample_editions["de"]
    assert edition.handbook.strategy is not None
    return Said(edition, "safe-watch", edition.handbook.strategy.objectives["safe-watch"])


def test_there_is_one_for_each_objective_and_language(sample_editions: dict[str, Edition]) -> None:
    found = [(one.name, one.title, one.group, one.pages) for one in leaflets(sample_editions["de"])]
    assert found[0] == ("leaflet-safe-watch-de.pdf", "Sichere Wache", "leaflets", ("charter.md",))
    assert [one[0] for one in found[1:]] == ["leaflet-fair-pay-de.pdf"]


def test_each_is_one_sheet_of_a4_that_can_be_heard(files: dict[str, PdfFile]) -> None:
    for name, file in files.items():
        [sheet] = file.pdf.pages
        assert [round(float(size)) for size in sheet.obj.MediaBox] == [0, 0, 595, 842]
        assert str(file.root.Lang) == name[-6:-4]
        assert file.headings[0] == 1
        assert [str(one.Alt) for one in file.tagged("/Figure")]
        assert not file.unmarked()


def test_it_says_what_is_wanted_how_where_to_turn_and_from_what(files: dict[str, PdfFile], said: Said) -> None:
    text = letters(files["leaflet-safe-watch-de.pdf"].text)
    for words in ("Sichere Wache", "Wie wir vorgehen", said.sentences.plain(said.wanted[0].text or Text(""))):
        assert letters(words) in text
    assert letters(said.address) in text
    assert letters("Vorschlag") in text
    assert letters("1. April 1988") in text


def test_its_words_are_those_of_the_site(files: dict[str, PdfFile], sample_editions: dict[str, Edition]) -> None:
    for code in ("de", "pt"):
        for key, objective in sample_editions[code].handbook.strategy.objectives.items():  # type: ignore[union-attr]
            words, said = of_pdf(files[f"leaflet-{key}-{code}.pdf"].pdf), Said(sample_editions[code], key, objective)
            assert beyond(said.edition, words) == []
            whole = "".join(words)
            assert [one.key for one in said.wanted if pressed(said.sentences.plain(one.text)) not in whole] == []
            assert [one.key for one in said.to_do if pressed(said.sentences.plain(one.title)) not in whole] == []


def test_the_square_code_and_the_words_lead_to_the_same_page(said: Said) -> None:
    assert said.address == "https://lighthouses.example/manual/de/charter/#strategy.objectives.safe-watch"
    file = PdfFile(fitting(said).pdf())
    assert {str(link.A.URI) for link in file.links} == {said.address}


@pytest.mark.parametrize(("times", "sheets"), [(1, 1), (12, 1), (40, 2)])
def test_letters_grow_smaller_until_all_fits(said: Said, times: int, sheets: int) -> None:
    text = Text(str(said.wanted[0].text) + " Wir wachen zu zweit, in jeder Nacht und bei jedem Wetter." * times * 2)
    assert fitting(replace(said, objective=said.objective.model_copy(update={"text": text}))).sheets == sheets
