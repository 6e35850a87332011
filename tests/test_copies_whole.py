"""The copies of the real handbook: every statement in each of them, and a zip that is light enough to send."""

from __future__ import annotations

from pathlib import Path

import pytest
from editions import editions
from opened_copies import missing, phone, unpacked, words_of
from playwright.sync_api import Browser
from real_site import Site

from handbook.copies.edition import Edition
from handbook.copies.epub import epub
from handbook.copies.folder import folder
from handbook.copies.single import single

#: The most that a zip of one language may weigh, and a question of each language with letters that are wrong.
LIGHT = 400_000
QUESTIONS = {"en": "harrassment", "fr": "teletravail", "es": "negociacion"}


@pytest.fixture(scope="module")
def whole(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    return editions(site, tmp_path_factory.mktemp("staged"))


@pytest.mark.parametrize("code", QUESTIONS)
def test_every_statement_is_in_each_copy(
    whole: dict[str, Edition], tmp_path: Path, browser: Browser, code: str
) -> None:
    edition = whole[code]
    packed, book, page = (next(kind(edition)).make() for kind in (folder, epub, single))
    assert len(packed) <= LIGHT
    copies = {
        "folder": [content for name, content in unpacked(packed).items() if name.endswith(".html")],
        "e-book": [content for name, content in unpacked(book).items() if name.endswith(".xhtml")],
        "single": [page],
    }
    assert {name: missing(edition, words_of(pages)) for name, pages in copies.items()} == {name: [] for name in copies}
    file = tmp_path / f"{code}.html"
    file.write_bytes(page)
    with phone(browser) as window:
        window.opens(file)
        assert len(window.searches(QUESTIONS[code])) > 2
        assert window.wrong == []
