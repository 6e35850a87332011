"""On paper: what stands on every sheet, addresses in full, everything unfolded, also without scripts."""

from __future__ import annotations

import io
import re
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from real_site import SITE_URL, Readers, Site
from test_browser import AREA, LANGUAGES, labels

NAMES = {"en": "English", "fr": "Français", "es": "Español"}
SITES = {
    "en": "Handbook for union representatives",
    "fr": "Guide de la représentation syndicale",
    "es": "Manual de la representación sindical",
}


def sheets(page: Page) -> list[str]:
    """Return the words of each sheet, blanks as one space, letters apart that a font joins."""
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(round(sheet.mediabox.width) == 595 and round(sheet.mediabox.height) == 842 for sheet in printed.pages)
    return [" ".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in printed.pages]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sheet_says_what_it_is(readers: Readers, code: str) -> None:
    page = readers("loopback", java_script_enabled=False).opens(f"{code}/{AREA}")
    edition = re.escape(labels(code)["edition"]).replace("DATE", r"22 [^·]*2026")
    pages = sheets(page)
    assert len(pages) > 1
    for number, sheet in enumerate(pages, 1):
        assert re.search(rf"– {SITES[code]} · {edition} · {NAMES[code]}", sheet)
        assert f"{SITE_URL}{code}/{AREA}" in sheet.replace(" ", "")
        assert f"{number}/{len(pages)}" in sheet


def test_sources_are_unfolded_on_paper_without_scripts(readers: Readers) -> None:
    page = readers("loopback", java_script_enabled=False).opens(f"fr/{AREA}")
    whole = " ".join(sheets(page))
    assert whole.count(labels("fr")["source-of"]) > 10
    assert whole.count("Programme 2025, partie III.") > 10
    assert labels("fr")["link"] not in whole.split()
    assert labels("fr")["also-mentioned"] not in whole


def test_addresses_of_others_are_printed_and_own_ones_are_not(readers: Readers) -> None:
    page = readers("loopback").opens("es/accessibility/")
    page.emulate_media(media="print")
    shown = page.locator("article a").evaluate_all(
        "all => all.map((one) => [one.getAttribute('href'), getComputedStyle(one, '::after').content])"
    )
    assert len(shown) > 1
    for address, after in shown:
        assert (address in after) == address.startswith("http"), (address, after)


def test_a_table_repeats_its_head_and_cuts_no_row(readers: Readers) -> None:
    page = readers("loopback").opens("fr/glossary/")
    page.emulate_media(media="print")
    styles = page.locator("article table").first.evaluate(
        """one => [one, one.tHead, one.tBodies[0].rows[0]].map((part) => getComputedStyle(part))
          .map(({ display, breakInside }) => [display, breakInside])"""
    )
    assert styles[0][0] == "table"
    assert styles[1][0] == "table-header-group"
    assert styles[2][1] == "avoid"


def test_paper_is_black_on_white_however_dark_the_screen_is(readers: Readers) -> None:
    page = readers("loopback", color_scheme="dark").opens(f"en/{AREA}")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector('article a')).color]"""
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_statement_on_accessibility_is_in_every_foot(site: Site, code: str) -> None:
    pages = list((site.folder / code).rglob("index.html"))
    assert len(pages) > 50
    linked = re.compile(r'<footer.*href="[^"]*(?:accessibility/|\./)">' + words_of(code) + "</a>.*</footer>", re.S)
    assert [path for path in pages if not linked.search(path.read_text(encoding="utf-8"))] == []


def words_of(code: str) -> str:
    return {"en": "Accessibility", "fr": "Accessibilité", "es": "Accesibilidad"}[code]
