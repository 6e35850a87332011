"""One HTML file with everything inside: opened on a phone without a network, with scripts and without."""

from __future__ import annotations

import re
from base64 import b64decode
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from both_ways import differences
from editions import sample_editions, with_a_picture
from lxml import etree
from opened_copies import phone
from paragraphs import of_html
from playwright.sync_api import Browser, expect
from test_accessibility import violations

from handbook.copies.edition import Edition
from handbook.copies.single import single
from handbook.problems import Refused

__all__ = ["sample_editions"]


@pytest.fixture(scope="module")
def files(sample_editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("single")
    for code, edition in sample_editions.items():
        (folder / f"{code}.html").write_bytes(next(single(edition)).make())
    return {code: folder / f"{code}.html" for code in sample_editions}


def tree(file: Path) -> etree._Element:
    return etree.HTML(file.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def test_it_says_what_it_is(files: dict[str, Path], sample_editions: dict[str, Edition]) -> None:
    for code, file in files.items():
        root, edition = tree(file), sample_editions[code]
        assert root.get("lang") == code
        assert root.get("dir") == edition.language.direction
        title = root.findtext("head/title") or ""
        assert title.startswith(edition.language.site_name)
        assert "1988" in title
        canonical = root.find("head/link[@rel='canonical']")
        assert canonical is not None
        assert canonical.get("href") == edition.address
        assert root.findtext(".//h1") == edition.language.site_name
        assert any(edition.address in words for words in of_html(file.read_bytes()))


def test_the_words_are_those_of_the_site(files: dict[str, Path], sample_editions: dict[str, Edition]) -> None:
    for code, file in files.items():
        assert differences(sample_editions[code], of_html(file.read_bytes())) == []


def test_links_stay_inside_or_lead_to_the_site_and_ids_are_unique(files: dict[str, Path]) -> None:
    for file in files.values():
        root = tree(file)
        ids = [one.get("id") for one in root.iter() if one.get("id")]
        assert len(ids) == len(set(ids))
        for link in root.iter("a"):
            href = link.get("href") or ""
            assert href[1:] in ids if href.startswith("#") else href.startswith(("https://", "mailto:")), href
        assert root.findall(".//link[@rel='stylesheet']") + root.findall(".//script[@src]") == []


def test_headings_go_down_one_step_at_a_time(files: dict[str, Path]) -> None:
    for file in files.values():
        levels = [int(one.tag[1]) for one in tree(file).find(".//article").iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_allows_what_is_inside_and_nothing_else(files: dict[str, Path]) -> None:
    meta = tree(files["de"]).find(".//meta[@http-equiv]")
    assert meta is not None
    policy = meta.get("content") or ""
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_it_opens_searches_and_moves_to_the_place(files: dict[str, Path], browser: Browser) -> None:
    for code, question in (("de", "wache"), ("pt", "salario"), ("ar", "السفن")):
        with phone(browser, color_scheme="dark") as window:
            page = window.opens(files[code])
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 31, 38)"
            assert window.searches(question)
            page.locator(".search-results a").first.click()
            expect(page.locator("dialog")).to_be_hidden()
            page.wait_for_function("document.querySelector(':target')")
            box = page.locator(":target").bounding_box()
            assert box is not None
            assert -1 <= box["y"] < 720
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert window.wrong == []


def test_without_scripts_the_contents_lead_on(files: dict[str, Path], browser: Browser) -> None:
    with phone(browser, java_script_enabled=False) as window:
        page = window.opens(files["de"])
        expect(page.locator("button.search-open")).to_be_hidden()
        page.locator("nav.copy-contents summary").first.click()
        page.locator("nav.copy-contents details a").first.click()
        page.wait_for_url(lambda address: "#programme" in address, timeout=5_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(files: dict[str, Path], browser: Browser, scheme: Any) -> None:
    with phone(browser, color_scheme=scheme, bypass_csp=True) as window:
        for code in files:
            assert violations(window.opens(files[code])) == []


def test_pictures_are_inside_and_a_missing_one_is_told(sample_editions: dict[str, Edition], tmp_path: Path) -> None:
    edition = with_a_picture(sample_editions["de"], tmp_path / "de")
    with pytest.raises(Refused, match=r"docs_de/words.md: a picture of a copy is missing"):
        next(single(edition)).make()
    (edition.folder / "lamp.svg").write_bytes(b"<svg/>")
    found = re.search(rb'src="data:image/svg\+xml;base64,([^"]+)"', next(single(edition)).make())
    assert found is not None
    assert b64decode(found[1]) == b"<svg/>"


def test_it_is_the_same_every_time(sample_editions: dict[str, Edition]) -> None:
    one = next(single(sample_editions["ar"]))
    assert one.make() == one.make()
    assert (one.kind, one.group, one.name) == ("html", "whole", "handbook-ar.html")
