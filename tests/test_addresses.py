"""Each page has an address in each language, an own canonical one, and twins that lead back."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from conftest import Tree

from handbook.build.addresses import addresses
from handbook.read.addresses import html_file, page_url
from handbook.read.settings import Settings, read_settings

URLS = {
    "index.md": ("index.html", ""),
    "light.md": ("light/index.html", "light/"),
    "programme/index.md": ("programme/index.html", "programme/"),
    "programme/field.md": ("programme/field/index.html", "programme/field/"),
    "README.md": ("index.html", ""),
    "myindex.md": ("myindex/index.html", "myindex/"),
    "a.b.md": ("a.b/index.html", "a.b/"),
    "mon été.md": ("mon été/index.html", "mon%20%C3%A9t%C3%A9/"),
}


@pytest.mark.parametrize(("page", "expected"), URLS.items())
def test_a_page_has_a_file_and_an_address(page: str, expected: tuple[str, str]) -> None:
    assert (html_file(page), page_url(page)) == expected


@pytest.fixture
def settings(tiny: Tree) -> Settings:
    return read_settings(tiny.root)


@pytest.mark.parametrize("page", ["index.md", "light.md", "programme/index.md", "programme/field.md"])
def test_a_link_to_another_language_leads_to_the_same_page(settings: Settings, page: str) -> None:
    found = addresses(settings, "en", page, ["en", "fr"])
    assert {urljoin(found.canonical, one.link) for one in found.alternates} == {
        f"https://lamps.example/book/{code}/{page_url(page)}" for code in ("en", "fr")
    }
    assert all(urljoin(found.canonical, one.link) == one.address for one in found.alternates)


def test_a_page_is_canonical_in_its_language(settings: Settings) -> None:
    french = addresses(settings, "fr", "light.md", ["en", "fr"])
    assert french.canonical == "https://lamps.example/book/fr/light/"
    assert french.x_default == "https://lamps.example/book/en/light/"
    assert [(one.code, one.current, one.translated) for one in french.alternates] == [
        ("en", False, True),
        ("fr", True, True),
    ]


def test_a_page_that_falls_back_is_canonical_where_it_was_written(settings: Settings) -> None:
    french = addresses(settings, "fr", "light.md", ["en"])
    assert french.canonical == "https://lamps.example/book/en/light/"
    assert [one.code for one in french.alternates if one.translated] == ["en"]


def test_the_default_of_the_home_pages_is_the_language_chooser(settings: Settings) -> None:
    assert addresses(settings, "fr", "index.md", ["en", "fr"]).x_default == "https://lamps.example/book/"


@pytest.mark.parametrize("site_url", ["https://lamps.example", "https://lamps.example/", "http://localhost:8000/a/b"])
def test_any_address_of_the_site_will_do(tiny: Tree, site_url: str) -> None:
    tiny.replace("mkdocs.yml", "https://lamps.example/book/", site_url)
    found = addresses(read_settings(tiny.root), "en", "light.md", ["en", "fr"])
    assert found.canonical == f"{site_url.rstrip('/')}/en/light/"
