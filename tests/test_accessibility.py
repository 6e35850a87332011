"""WCAG 2.2 AA in a real browser: axe on every type of page, walks by keyboard, and what works without scripts.

Each type of page is held against axe in each language, in widths and colours that take turns: all of them come
up in every language. HANDBOOK_EVERY_PAGE=1 asks for every page, in all of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect
from real_site import ROOT, Readers, Site
from test_browser import AREA, LANGUAGES, all_pages

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = "tags => axe.run({runOnly: tags, resultTypes: ['violations']})"
TYPES = (
    "",
    AREA,
    "calendar/",
    "figures/",
    "questions/family/",
    "forms/case-note/",
    "said-reported-won/",
    "your-role/",
    "state/",
    "take-away/",
    "404.html",
)
#: A screen of 320 by 256 pixels is one of 1280 by 1024 at 400 %.
SCREENS = ({"width": 1280, "height": 800}, {"width": 360, "height": 740}, {"width": 320, "height": 256})
COLOURS = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"})
MODES = [
    (screen, {"color_scheme": "light", "forced_colors": "none"} | colours)
    for screen, colours in product(SCREENS, COLOURS)
]
PHONE = SCREENS[1]


def violations(page: Page) -> list[str]:
    """Return what axe objects to on the page as it stands, everything unfolded."""
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE)
    found = page.evaluate(RUN, list(TAGS))["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"][:3]]


def in_turn(site: Site, code: str) -> Iterator[tuple[str, list[tuple[Any, Any]]]]:
    if os.environ.get("HANDBOOK_EVERY_PAGE"):
        yield from ((f"{code}/{path}", MODES) for language, path, _file in all_pages(site) if language == code)
        return
    start = 3 * LANGUAGES.index(code)
    for number, path in enumerate(TYPES, start):
        yield f"{code}/{path}", [MODES[number % len(MODES)]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing(readers: Readers, site: Site, code: str) -> None:
    reader, found = readers(), {}
    for path, modes in in_turn(site, code):
        for screen, colours in modes:
            reader.page.set_viewport_size(screen)
            reader.page.emulate_media(**colours)
            found[path, screen["width"], *colours.values()] = violations(reader.opens(path))
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


SEARCHED = list(zip(LANGUAGES, (MODES[0], MODES[4], MODES[8]), strict=True))


@pytest.mark.parametrize(("code", "mode"), SEARCHED, ids=LANGUAGES)
def test_axe_finds_nothing_while_the_search_is_open(readers: Readers, code: str, mode: Any) -> None:
    screen, colours = mode
    page = readers(viewport=screen, reduced_motion="reduce", **colours).opens(f"{code}/{AREA}")
    page.locator("header button.search-open").click()
    dialog = page.locator("dialog.search-dialog")
    for words, results in (("JNC CNC", True), ("qwxzk", False)):
        dialog.locator("input").fill(words)
        expect(dialog.locator(".search-status")).not_to_be_empty()
        if results:
            expect(dialog.locator("ol li").first).to_be_visible()
        else:
            expect(dialog.locator("ol li")).to_have_count(0)
        assert violations(page) == []


@pytest.mark.parametrize("path", ["", "404.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_root(readers: Readers, path: str, scheme: str) -> None:
    assert violations(readers(viewport=PHONE, color_scheme=scheme).opens(path)) == []


@pytest.mark.parametrize("path", ["ar/programme/watch/", "ar/years/1987/changes/"])
def test_axe_finds_nothing_from_right_to_left_and_in_an_earlier_year(readers: Readers, sample: Site, path: str) -> None:
    assert violations(readers(of=sample, viewport=PHONE).opens(path)) == []


def test_axe_would_find_something(readers: Readers) -> None:
    page = readers().opens("en/forms/case-note/")
    page.evaluate("() => { document.querySelector('article p').style.color = '#ccc'; document.title = ''; }")
    assert {one.partition(":")[0] for one in violations(page)} == {"color-contrast", "document-title"}


# By keyboard

#: What has the focus, and what of it a person sees: the middle of it is not covered by something else.
FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body || one === document.documentElement) return null;
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  return {
    what: one.outerHTML.replace(/\\s+/g, " ").slice(0, 120),
    outlined: getComputedStyle(one).outlineStyle !== "none",
    seen: box.left >= 0 && box.right <= innerWidth && Boolean(top) && (one.contains(top) || top.contains(one)),
    large: box.width >= 24 && box.height >= 24 || Boolean(one.closest("p, li, td, h2, h3, figcaption")),
  };
}"""


def walk(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """Press Tab from the head of the page to its end, or as often as `most`; fails in a trap."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or (stops and stop["what"] == stops[0]["what"]):
            return stops
        stops.append(stop)
    assert most < 400, f"no way out: {stops[-1]}"
    return stops


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen["width"]))
@pytest.mark.parametrize("scripts", [True, False])
def test_every_stop_of_a_walk_is_seen(readers: Readers, screen: Any, scripts: bool) -> None:
    page = readers(viewport=screen, java_script_enabled=scripts).opens("fr/forms/case-note/")
    stops = walk(page)
    assert len(stops) > 5
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"] and stop["large"])] == []


def test_the_way_past_the_navigation(readers: Readers) -> None:
    page = readers().opens(f"en/{AREA}")
    page.keyboard.press("Tab")
    expect(page.locator("a.md-skip")).to_be_focused()
    expect(page.locator("a.md-skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('article'))")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_menu_of_a_phone(readers: Readers, code: str, scripts: bool) -> None:
    reader = readers(viewport=PHONE, java_script_enabled=scripts)
    page = reader.opens(f"{code}/{AREA}")
    menu = page.locator("nav.chapters summary")
    links = page.locator("nav.chapters a")
    expect(links.first).to_be_hidden()
    assert not any("<li" in stop["what"] or "aria-current" in stop["what"] for stop in walk(page, 7))
    menu.focus()
    page.keyboard.press("Enter")
    expect(links.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    if scripts:
        page.keyboard.press("Escape")
        expect(links.first).to_be_hidden()
        expect(menu).to_be_focused()
        page.keyboard.press("Enter")
    page.locator("nav.chapters a[href='../field/']").click()
    reader.at(f"{code}/programme/field/")


def test_no_single_key_does_anything(readers: Readers) -> None:
    reader = readers()
    page = reader.opens(f"en/{AREA}")
    before = page.evaluate("() => [scrollY, document.activeElement.tagName]")
    for key in "npsf/.,?h":
        page.keyboard.press(key)
    reader.at(f"en/{AREA}")
    assert page.evaluate("() => [scrollY, document.activeElement.tagName]") == before


@pytest.mark.parametrize("scripts", [True, False])
def test_dark_comes_where_the_device_asks_for_it(readers: Readers, scripts: bool) -> None:
    page = readers(color_scheme="dark", java_script_enabled=scripts).opens("es/")
    colour = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", colour)) < 64


def test_the_chosen_colours_are_remembered(readers: Readers) -> None:
    page = readers(color_scheme="light").opens("fr/")
    page.get_by_role("button", name="Passer aux couleurs sombres").click()
    page.goto(page.url.replace("/fr/", f"/es/{AREA}"))
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("button", name="Cambiar a colores claros")).to_be_visible()


def test_back_to_the_top(readers: Readers) -> None:
    page = readers(java_script_enabled=False).opens(f"es/{AREA}")
    expect(page.locator(".top a")).not_to_be_in_viewport()
    page.mouse.wheel(0, 4000)
    expect(page.locator(".top a")).to_be_in_viewport(ratio=1)
    page.locator(".top a").click()
    page.wait_for_function("() => scrollY === 0")


def test_links_in_words_are_underlined(readers: Readers) -> None:
    page = readers().opens(f"fr/{AREA}")
    lines = page.locator("article a").evaluate_all("all => all.map((one) => getComputedStyle(one).textDecorationLine)")
    assert set(lines) == {"underline"}


def test_no_template_holds_script_or_style(readers: Readers, site: Site) -> None:
    wrong = r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=\"|javascript:"
    pages = [
        site.folder / "index.html",
        site.folder / "404.html",
        *(site.folder / code / "404.html" for code in LANGUAGES),
    ]
    pages += [file for _code, _path, file in all_pages(site)]
    assert [file for file in pages if re.search(wrong, file.read_text(encoding="utf-8"))] == []


def test_dark_is_the_same_whether_chosen_or_asked_for_by_the_device() -> None:
    css = (ROOT / "overrides" / "stylesheets" / "colours.css").read_text(encoding="utf-8")
    chosen, asked = re.findall(r"\{\s*color-scheme: dark;(.*?)\}", css, re.DOTALL)
    assert chosen == asked
