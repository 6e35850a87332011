"""The zip of a language: its pages work from a folder without a network, and without scripts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from both_ways import beyond, differences
from editions import sample_editions
from lxml import etree
from opened_copies import laid, phone, unpacked
from paragraphs import of_html
from playwright.sync_api import Browser, expect
from test_accessibility import violations

from handbook.copies.edition import Edition
from handbook.copies.folder import folder, folders
from handbook.copies.folder.links import Links
from handbook.copies.pictures import MOST
from handbook.problems import CouldNotRun, Refused

__all__ = ["sample_editions"]
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def zips(sample_editions: dict[str, Edition]) -> dict[str, Files]:
    return {code: unpacked(next(folder(one)).make()) for code, one in sample_editions.items()}


@pytest.fixture(scope="module")
def german(zips: dict[str, Files], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid(zips["de"], tmp_path_factory.mktemp("de"))


def pages(files: Files) -> dict[str, etree._Element]:
    html = {name: content for name, content in files.items() if name.endswith(".html")}
    return {name: etree.HTML(content, etree.HTMLParser(encoding="utf-8")) for name, content in html.items()}


def test_every_link_leads_to_a_file_and_its_anchor_or_to_an_address(zips: dict[str, Files]) -> None:
    for files in zips.values():
        trees, links = pages(files), 0
        anchors = {name: {one.get("id") for one in tree.iter() if one.get("id")} for name, tree in trees.items()}
        for name, tree in trees.items():
            for element in tree.iter("a", "link", "script", "img"):
                named = element.get("href") or element.get("src") or ""
                if urlsplit(named).scheme:
                    continue
                file, anchor = urldefrag(urljoin(f"file:///{name}", named))
                inside = unquote(urlsplit(file).path[1:])
                assert inside in files, (name, named)
                assert not anchor or unquote(anchor) in anchors[inside], (name, named)
                links += 1
        assert links > 30
        assert "handbook.menu.html" in trees


def test_the_words_are_those_of_the_site(zips: dict[str, Files], sample_editions: dict[str, Edition]) -> None:
    for code, files in zips.items():
        edition, pages = sample_editions[code], pages_only(files)
        assert differences(edition, [words for page in pages for words in of_html(page, "//article")]) == []
        assert beyond(edition, {words for page in pages for words in of_html(page)}) == []
        assert 'dir="rtl"' in files["index.html"].decode() or code != "ar"


def pages_only(files: Files) -> list[bytes]:
    return [content for name, content in files.items() if name.endswith(".html")]


def test_nothing_needs_a_server_or_breaks_a_policy(zips: dict[str, Files]) -> None:
    names = " ".join(zips["de"])
    for needless in ("pagefind", "sw.js", "manifest", "offline", "statements.json", ".map"):
        assert needless not in names
    for name, tree in pages(zips["de"]).items():
        assert all(not str(one).startswith("on") for element in tree.iter() for one in element.attrib), name
        assert tree.find(".//style") is None
        assert all(script.get("src") and not script.text for script in tree.iter("script")), name


def test_it_is_the_same_every_time(sample_editions: dict[str, Edition]) -> None:
    one = next(folder(sample_editions["de"]))
    assert one.make() == one.make()
    assert (one.kind, one.group, one.name) == ("zip", "whole", "handbook-de.zip")


def test_the_folder_opens_searches_and_leads_on(german: Path, browser: Browser) -> None:
    with phone(browser) as window:
        page = window.opens(german / "index.html")
        assert any("Wache" in one for one in window.searches("wache"))
        expect(page.locator(".search-results mark").first).to_be_visible()
        page.locator(".search-results a").first.click()
        expect(page.locator("article h1")).to_be_visible()
        assert page.evaluate("decodeURIComponent(location.hash).length > 1 && !!document.querySelector(':target')")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator("nav.chapters summary").click()
        page.locator("nav.chapters a[aria-current=page]").wait_for()
        page.locator("nav.next a").last.click()
        expect(page.locator("article h1")).to_be_visible()
        page.locator("details.languages summary").click()
        other = page.locator("details.languages a[hreflang=ar]").get_attribute("href")
        assert other is not None
        assert other.startswith("https://lighthouses.example/manual/ar/")
        assert window.wrong == []


def test_accents_are_folded_and_right_to_left_is_searched(
    zips: dict[str, Files], tmp_path: Path, browser: Browser
) -> None:
    with phone(browser) as window:
        window.opens(laid(zips["pt"], tmp_path / "pt") / "index.html")
        assert window.searches("salario")
        window.opens(laid(zips["ar"], tmp_path / "ar") / "index.html")
        assert window.searches("السفن")
        assert window.wrong == []


def test_nobody_is_shut_out(german: Path, browser: Browser) -> None:
    with phone(browser) as window:
        assert violations(window.opens(german / "programme" / "watch.html")) == []
        assert violations(window.opens(german / "handbook.menu.html")) == []


def test_menu_and_contents_work_without_scripts(german: Path, browser: Browser) -> None:
    with phone(browser, java_script_enabled=False) as window:
        page = window.opens(german / "programme" / "watch.html")
        page.locator("nav.contents summary").click()
        page.locator("nav.contents a").first.click()
        page.locator("a.menu-open").click()
        expect(page).to_have_url((german / "handbook.menu.html").as_uri())
        page.locator("article a").nth(3).click()
        expect(page.locator("article h1")).to_be_visible()
        assert window.wrong == []


def test_all_languages_in_one_zip_lead_to_each_other(
    sample_editions: dict[str, Edition], tmp_path: Path, browser: Browser
) -> None:
    (wanted,) = folders(list(sample_editions.values()))
    whole = laid(unpacked(wanted.make()), tmp_path)
    with phone(browser, locale="de-DE") as window:
        page = window.opens(whole / "index.html")
        page.locator("a[hreflang=pt]").click()
        expect(page.locator("html")).to_have_attribute("lang", "pt")
        page.goto((whole / "pt" / "programme" / "watch.html").as_uri())
        page.locator("details.languages summary").click()
        page.locator("details.languages a[hreflang=ar]").click()
        expect(page).to_have_url((whole / "ar" / "programme" / "watch.html").as_uri())
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        assert window.wrong == []


def copied(edition: Edition, folder: Path) -> Edition:
    shutil.copytree(edition.folder, folder)
    return replace(edition, folder=folder)


def test_a_picture_comes_along_unless_it_is_missing_or_too_large(
    sample_editions: dict[str, Edition], tmp_path: Path
) -> None:
    edition = copied(sample_editions["de"], tmp_path / "de")
    page = edition.folder / "words" / "index.html"
    shown = page.read_text(encoding="utf-8").replace("</article>", '<img src="../lamp.svg" alt="Lampe"></article>')
    page.write_text(shown, encoding="utf-8")
    with pytest.raises(Refused, match=r"^docs_de/words.md: a picture of a copy is missing; .* 'lamp.svg'"):
        next(folder(edition)).make()
    picture = edition.folder / "lamp.svg"
    picture.write_bytes(b"<svg/>")
    assert unpacked(next(folder(edition)).make())["lamp.svg"] == b"<svg/>"
    picture.write_bytes(b" " * (MOST + 1))
    with pytest.raises(Refused, match=r"a picture is too large .* expected at most 1 MB; found 1\.0 MB in 'lamp.svg'"):
        next(folder(edition)).make()


def test_a_page_that_is_not_there_is_told(sample_editions: dict[str, Edition], tmp_path: Path) -> None:
    edition = copied(sample_editions["de"], tmp_path / "de")
    (edition.folder / "words" / "index.html").unlink()
    with pytest.raises(CouldNotRun, match=r"words/index.html cannot be read"):
        next(folder(edition)).make()


def test_a_page_without_headings_is_a_page(
    sample_editions: dict[str, Edition], tmp_path: Path, browser: Browser
) -> None:
    edition = copied(sample_editions["de"], tmp_path / "de")
    page = edition.folder / "words" / "index.html"
    before, _article, _after = page.read_text(encoding="utf-8").partition("<article")
    page.write_text(f"{before}<article><p>Nur Worte.</p></article></main></body></html>", encoding="utf-8")
    files = laid(unpacked(next(folder(edition)).make()), tmp_path / "made")
    with phone(browser) as window:
        expect(window.opens(files / "words.html").locator("article")).to_have_text("Nur Worte.")
        assert window.searches("wache")
        assert window.wrong == []


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("../b/", "../b/index.html"),
        ("../b/#x", "../b/index.html#x"),
        ("../b", "../b/index.html"),
        ("./#x", "#x"),
        ("#x", "#x"),
        ("../%C3%A9/", "../%C3%A9/index.html"),
        ("../c/", "https://site.example/en/c/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://other.example/", "https://other.example/"),
    ],
)
def test_links(href: str, wanted: str) -> None:
    root = "https://site.example/en/"
    links = Links({f"{root}{name}/": f"{name}/index.html" for name in ("a", "b", "é")})
    assert links.to(href, f"{root}a/", "a/index.html") == wanted
