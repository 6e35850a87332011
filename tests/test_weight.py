"""What a page weighs, compressed over all requests and raw beside its own words, however large the handbook is."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from jinja2 import Environment, FileSystemLoader
from real_site import Readers, Site
from test_browser import AREA, LANGUAGES, all_pages

FIRST_VIEW, SECOND_PAGE, FRAME = 60 * 1024, 15 * 1024, 16 * 1024
#: The whole of a page, its words included, uncompressed: what a phone must read.
RAW = 40_000


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def requested(readers: Readers, site: Site, path: str) -> dict[str, int]:
    """Return the weight of everything that a page asks for, as a server sends it that compresses."""
    reader, asked = readers(), dict[str, int]()
    reader.page.on("request", lambda request: asked.setdefault(request.url, 0))
    reader.opens(path).wait_for_load_state("networkidle")
    assert reader.wrong == []
    return {url: compressed(site.answer(url)[2]) for url in asked}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_view_and_the_second_page(readers: Readers, site: Site, code: str) -> None:
    first, second = requested(readers, site, f"{code}/"), requested(readers, site, f"{code}/{AREA}")
    longest = max(compressed(file.read_bytes()) for language, _path, file in all_pages(site) if language == code)
    around = sum(weight for url, weight in first.items() if not urlsplit(url).path.endswith("/"))
    assert around + longest <= FIRST_VIEW
    assert sum(weight for url, weight in second.items() if url not in first) <= SECOND_PAGE
    assert len(first) <= 12


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_is_light(site: Site, code: str) -> None:
    heavy = {}
    for path, file in ((path, file) for language, path, file in all_pages(site) if language == code):
        html = file.read_text(encoding="utf-8")
        frame = len(re.sub(r"<article.*</article>", "", html, flags=re.S).encode())
        weight = compressed(html.encode())
        if frame > FRAME or weight > SECOND_PAGE or len(html.encode()) > RAW:
            heavy[path] = (frame, weight, len(html.encode()))
    assert heavy == {}


def navigation(pages: int, here: int) -> str:
    """Return the list of one chapter with so many pages."""
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides" / "partials"), autoescape=False)
    templates.filters["url"] = str
    items: list[Any] = [
        SimpleNamespace(title=f"The title of page {number}", url=f"page-{number}/", active=number == here, meta={})
        for number in range(pages)
    ]
    made = templates.get_template("nav-list.html").make_module({"page": items[here]})
    return str(made.items(items))  # type: ignore[attr-defined]


@pytest.mark.parametrize("pages", [41, 100, 1000])
def test_a_page_does_not_grow_with_the_handbook(pages: int) -> None:
    for here in (0, pages // 2, pages - 1):
        links = re.findall(r'href="page-(\d+)/"( aria-current="page")?', navigation(pages, here))
        shown = [int(number) for number, _ in links]
        assert [int(number) for number, current in links if current] == [here]
        assert {near for near in range(here - 10, here + 11) if 0 <= near < pages} <= set(shown)
        assert max(after - before for before, after in pairwise(shown)) <= pages // 20 + 1
        assert len(shown) <= 42


def test_every_page_of_a_chapter_that_is_not_long_is_shown() -> None:
    assert navigation(40, 7).count("<a ") == 40


def test_the_site_holds_nothing_that_no_page_asks_for(site: Site) -> None:
    files = [file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()]
    assert [file for file in files if file.endswith(".map") or "/assets/javascripts/" in file] == []
