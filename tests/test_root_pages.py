"""The pages at the root belong to no language: a chooser that works without scripts, and 'not found' in all."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Tree
from html_page import HtmlPage, text

from handbook.way import build_site


@pytest.fixture
def chooser(built: Tree) -> HtmlPage:
    return HtmlPage(built.root / "site/index.html")


@pytest.fixture
def not_found(built: Tree) -> HtmlPage:
    return HtmlPage(built.root / "site/404.html")


def test_the_chooser_leads_to_every_language_by_plain_links(chooser: HtmlPage) -> None:
    links = chooser.all(".//main//a")
    assert [(link.get("href"), link.get("lang"), link.get("hreflang"), link.get("dir")) for link in links] == [
        ("en/", "en", "en", "ltr"),
        ("fr/", "fr", "fr", "ltr"),
    ]
    assert [text(link) for link in links] == ["English Lamplighters", "Français Allumage"]


def test_the_chooser_asks_in_every_language(chooser: HtmlPage) -> None:
    spans = chooser.all(".//h1/span")
    assert [(span.get("lang"), text(span)) for span in spans] == [
        ("en", "Choose your language"),
        ("fr", "Choisissez votre langue"),
    ]


def test_the_chooser_is_the_default_of_all_home_pages(chooser: HtmlPage, built: Tree) -> None:
    assert chooser.alternates == {
        "en": "https://lamps.example/book/en/",
        "fr": "https://lamps.example/book/fr/",
        "x-default": "https://lamps.example/book/",
    }
    assert chooser.one("./head/link[@rel='canonical']").get("href") == "https://lamps.example/book/"
    assert HtmlPage(built.root / "site/fr/index.html").alternates == chooser.alternates


def test_the_chooser_sends_nobody_away(chooser: HtmlPage) -> None:
    assert chooser.all(".//meta[@http-equiv='refresh']") == []
    assert "location" not in chooser.source


def test_the_chooser_loads_nothing_from_elsewhere(chooser: HtmlPage) -> None:
    assert chooser.attributes(".//script", "src") == ["en/javascripts/colours.js", "en/javascripts/chooser.js"]
    assert [element.get("src") for element in chooser.all(".//*[@src]") if element.tag != "script"] == []
    assert {link.get("href") for link in chooser.all("./head/link[@rel='icon']")} == {
        "/book/en/assets/images/favicon.png"
    }


def test_not_found_says_so_in_every_language(not_found: HtmlPage) -> None:
    sections = not_found.all(".//main/section")
    assert [section.get("lang") for section in sections] == ["en", "fr"]
    assert [text(section[0]) for section in sections] == ["Page not found", "Page introuvable"]
    assert len(not_found.all(".//h1")) == 1


def test_not_found_leads_home_from_any_address(not_found: HtmlPage) -> None:
    assert not_found.attributes(".//main//a", "href") == ["/book/en/", "/book/fr/"]
    assert not_found.meta("robots") == "noindex"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_each_language_has_its_own_not_found(built: Tree, code: str) -> None:
    page = HtmlPage(built.root / f"site/{code}/404.html")
    assert page.root.get("lang") == code
    assert page.texts(".//h1[@id='not-found']") == [{"en": "Page not found", "fr": "Page introuvable"}[code]]
    assert f"/book/{code}/" in page.attributes(".//article//a", "href")
    assert set(page.attributes(".//a[@hreflang]", "href")) == {"/book/en/", "/book/fr/"}
    relative = [
        address
        for name in ("href", "src")
        for address in page.attributes(f".//*[@{name}]", name)
        if not address.startswith(("/", "#", "https://"))
    ]
    assert relative == []


def test_names_are_escaped(tiny: Tree) -> None:
    tiny.replace("mkdocs.yml", "site_name: Allumage", "site_name: '<b>\"A\" & B</b>'")
    build_site(tiny.root, tiny.root / "site")
    chooser = HtmlPage(tiny.root / "site/index.html")
    assert chooser.texts(".//main//a")[1] == 'Français <b>"A" & B</b>'
    assert chooser.meta("description") == 'Lamplighters · <b>"A" & B</b>'


def test_a_site_at_the_root_of_its_host_has_root_pages_too(tiny: Tree) -> None:
    tiny.replace("mkdocs.yml", "https://lamps.example/book/", "https://lamps.example")
    site: Path = build_site(tiny.root, tiny.root / "site").site
    assert HtmlPage(site / "404.html").attributes(".//main//a", "href") == ["/en/", "/fr/"]
    assert HtmlPage(site / "index.html").alternates["fr"] == "https://lamps.example/fr/"
