"""The real handbook in a real browser: what a reader sees, by mouse, by keyboard, with and without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
import yaml
from conftest import ROOT
from html_page import html_page
from playwright.sync_api import Locator, Page, expect
from real_site import SITE_URL, Reader, Readers, Site

LANGUAGES = ("en", "fr", "es")
#: Every direction from one language to another, one after the other.
ROUND_TRIP = ("en", "fr", "es", "en", "es", "fr", "en")
COLON = {"en": ":", "fr": "\N{NO-BREAK SPACE}:", "es": ":"}
AREA = "programme/career-path/"
STATEMENT = "programme.career-path.sections.promotion.means.help-jnc"
PAGES = [
    "",
    "how-to-read/",
    "vision-and-mission/",
    "objectives/",
    "course-of-action/",
    "programme/",
    "programme/safety-and-health/",
    "calendar/",
    "bodies/",
    "bodies/joint/",
    "texts/",
    "words/",
    "questions/",
    "questions/career/",
    "in-the-field/",
    "objectives/safety-and-health/",
    "said-reported-won/",
    "figures/",
    "glossary/",
    "forms/case-note/",
    "sources/",
    "sources/programme-2025/",
    "state/",
]


def words(code: str, name: str) -> dict[str, Any]:
    """Return a file of words as a person wrote it."""
    folder = "docs" if code == "en" else f"docs_{code}"
    content: dict[str, Any] = yaml.safe_load((ROOT / folder / "data" / f"{name}.yml").read_text(encoding="utf-8"))
    return content


def labels(code: str) -> dict[str, Any]:
    return words(code, "labels")


def switch(page: Page) -> Locator:
    return page.locator("header details.languages")


def link_to(page: Page, code: str) -> Locator:
    return switch(page).locator(f"a[hreflang={code}]")


# The language switch


@pytest.mark.parametrize("door", ["loopback", "deployed"])
def test_the_switch_stays_on_the_statement_by_mouse(readers: Readers, door: str) -> None:
    reader = readers(door)
    page = reader.opens(f"{ROUND_TRIP[0]}/{AREA}#{STATEMENT}")
    for code in ROUND_TRIP[1:]:
        switch(page).locator("summary").click()
        link_to(page, code).click()
        reader.at(f"{code}/{AREA}#{STATEMENT}")
        expect(page.locator("html")).to_have_attribute("lang", code)
        expect(page.locator(f"[id='{STATEMENT}']")).to_be_in_viewport()


@pytest.mark.parametrize("door", ["loopback", "deployed"])
def test_the_switch_stays_on_the_statement_by_keyboard(readers: Readers, door: str) -> None:
    reader = readers(door)
    page = reader.opens(f"{ROUND_TRIP[0]}/{AREA}#{STATEMENT}")
    for code in ROUND_TRIP[1:]:
        page.locator("a.md-skip").focus()
        tab_to(page, switch(page).locator("summary"))
        page.keyboard.press("Enter")
        tab_to(page, link_to(page, code))
        page.keyboard.press("Enter")
        reader.at(f"{code}/{AREA}#{STATEMENT}")
        expect(page.locator(f"[id='{STATEMENT}']")).to_be_in_viewport()


@pytest.mark.parametrize("door", ["loopback", "deployed"])
def test_the_switch_stays_on_the_page_without_scripts(readers: Readers, door: str) -> None:
    reader = readers(door, java_script_enabled=False)
    page = reader.opens(f"{ROUND_TRIP[0]}/{AREA}")
    for code in ROUND_TRIP[1:]:
        switch(page).locator("summary").click()
        link_to(page, code).click()
        reader.at(f"{code}/{AREA}")
        expect(page.locator("html")).to_have_attribute("lang", code)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus."""
    for _ in range(30):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("30 times Tab does not lead there")


def test_the_switch_stays_on_every_page(site: Site) -> None:
    for code, path, file in all_pages(site):
        links = html_page(file).all(".//details[@class='languages']//a")
        own = f"{SITE_URL}{code}/{path}"
        assert [urljoin(own, link.get("href", "")) for link in links] == [f"{SITE_URL}{to}/{path}" for to in LANGUAGES]


def test_the_switch_goes_to_the_statement_that_was_chosen_last(readers: Readers) -> None:
    other = STATEMENT.replace("help-jnc", "review-groups")
    reader = readers()
    page = reader.opens(f"en/{AREA}")
    page.locator(f"article a[href='#{other}']").first.click()
    switch(page).locator("summary").click()
    link_to(page, "fr").click()
    reader.at(f"fr/{AREA}#{other}")
    page.go_back()
    reader.at(f"en/{AREA}#{other}")


def test_the_switch_says_which_language_is_shown(readers: Readers) -> None:
    page = readers().opens(f"fr/{AREA}")
    expect(switch(page).locator("summary")).to_contain_text(labels("fr")["language-switch"])
    expect(switch(page).locator("summary")).to_contain_text("Français")
    assert switch(page).locator("a[aria-current=true]").get_attribute("hreflang") == "fr"
    names = [(link.get_attribute("lang"), link.text_content()) for link in switch(page).locator("a").all()]
    assert names == [("en", "English"), ("fr", "Français"), ("es", "Español")]


def test_escape_and_a_click_elsewhere_close_the_switch(readers: Readers) -> None:
    page = readers().opens(f"fr/{AREA}")
    summary, menu = switch(page).locator("summary"), switch(page).locator("ul")
    summary.click()
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.locator("article h1").click()
    expect(menu).to_be_hidden()


# The chooser


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_chooser_works_without_scripts(readers: Readers, code: str) -> None:
    reader = readers(java_script_enabled=False)
    page = reader.opens("")
    assert [link.get_attribute("hreflang") for link in page.locator("main a").all()] == list(LANGUAGES)
    page.locator(f"main a[hreflang={code}]").click()
    reader.at(f"{code}/")
    expect(page.locator("html")).to_have_attribute("lang", code)


@pytest.mark.parametrize(("locale", "code"), [("fr-CH", "fr"), ("es-MX", "es"), ("en-GB", "en")])
def test_the_chooser_suggests_the_language_of_the_browser(readers: Readers, locale: str, code: str) -> None:
    reader = readers(locale=locale)
    page = reader.opens("")
    expect(page.locator("#suggestion")).to_have_text(labels(code)["suggestion"])
    expect(page.locator("#suggestion")).to_have_attribute("lang", code)
    expect(page.locator("main a").first).to_have_attribute("hreflang", code)
    reader.at("")


def test_the_chooser_suggests_nothing_to_a_browser_in_another_language(readers: Readers) -> None:
    page = readers(locale="th-TH").opens("")
    expect(page.locator("#suggestion")).to_be_empty()
    assert [link.get_attribute("hreflang") for link in page.locator("main a").all()] == list(LANGUAGES)


def test_the_chooser_remembers_the_choice_and_never_redirects(readers: Readers) -> None:
    reader = readers(locale="fr-FR")
    page = reader.opens("")
    page.locator("main a[hreflang=es]").click()
    reader.at("es/")
    page = reader.opens("")
    page.wait_for_load_state("networkidle")
    reader.at("")
    expect(page.locator("main a").first).to_have_attribute("hreflang", "es")
    expect(page.locator("main a")).to_have_count(3)
    expect(page.locator("#suggestion")).to_be_empty()


def test_the_chooser_remembers_what_the_switch_chose(readers: Readers) -> None:
    reader = readers(locale="fr-FR")
    page = reader.opens("fr/")
    switch(page).locator("summary").click()
    link_to(page, "en").click()
    reader.at("en/")
    expect(reader.opens("").locator("main a").first).to_have_attribute("hreflang", "en")


def test_a_page_in_another_language_than_the_browser_stays_as_it_is(readers: Readers) -> None:
    reader = readers(locale="fr-FR")
    page = reader.opens(f"es/{AREA}")
    page.wait_for_load_state("networkidle")
    reader.at(f"es/{AREA}")


# A statement


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_abbreviation_is_in_words_under_its_statement(readers: Readers, code: str) -> None:
    body = words(code, "bodies")["jnc"]
    page = readers(java_script_enabled=False).opens(f"{code}/{AREA}")
    below = page.locator(f"[id='{STATEMENT}'] + p + p.in-words")
    expect(below).to_be_visible()
    assert below.text_content() == f"{body['short']}{COLON[code]} {body['name']}"
    expect(below.locator("a")).to_have_attribute("href", "../../bodies/joint/#bodies.jnc")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_source_of_a_statement_opens_by_keyboard(readers: Readers, code: str, scripts: bool) -> None:
    page = readers(java_script_enabled=scripts).opens(f"{code}/{AREA}#{STATEMENT}")
    source = page.locator(f"[id='{STATEMENT}'] ~ details.source").first
    expect(source.locator("li")).to_be_hidden()
    page.locator(f"[id='{STATEMENT}'] + p + p.in-words a").focus()
    page.keyboard.press("Tab")  # the link to the statement
    page.keyboard.press("Tab")
    expect(source.locator("summary")).to_be_focused()
    assert source.locator("summary").evaluate("element => getComputedStyle(element).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(source.locator("li")).to_be_visible()
    expect(source.locator("li")).to_contain_text("III.A")
    page.keyboard.press("Enter")
    expect(source.locator("li")).to_be_hidden()


# 'Not found'


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", ["nothing-here/", "programme/nothing/here.html"])
def test_a_missing_page_says_so_in_its_language(readers: Readers, code: str, path: str) -> None:
    reader = readers()
    page = reader.opens(f"{code}/{path}")
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("article h1")).to_have_text(labels(code)["not-found-title"])
    assert [wrong for wrong in reader.wrong if "status of 404" not in wrong] == [f"404: {SITE_URL}{code}/{path}"]
    page.locator("article a").click()
    reader.at(f"{code}/")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_root_page_not_found_leads_to_every_language(readers: Readers, code: str) -> None:
    reader = readers()
    page = reader.opens("nothing/here")
    part = page.locator(f"section[lang={code}]")
    expect(part).to_contain_text(labels(code)["not-found-title"])
    part.locator("a").click()
    reader.at(f"{code}/")


def test_the_switch_of_a_page_not_found_leads_to_the_home_pages(readers: Readers) -> None:
    reader = readers()
    page = reader.opens("fr/nothing/")
    switch(page).locator("summary").click()
    link_to(page, "es").click()
    reader.at("es/")


# Every page


@pytest.mark.parametrize("door", ["loopback", "deployed"])
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", ["", AREA, "bodies/"])
def test_a_page_loads_whole_and_asks_nothing_of_others(readers: Readers, door: str, code: str, path: str) -> None:
    reader = readers(door)
    reader.opens(f"{code}/{path}").wait_for_load_state("networkidle")
    assert reader.wrong == []


@pytest.mark.parametrize("path", ["", "404.html"])
def test_the_pages_at_the_root_load_whole(readers: Readers, path: str) -> None:
    reader = readers()
    reader.opens(path).wait_for_load_state("networkidle")
    assert reader.wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_wider_than_the_smallest_screen(readers: Readers, code: str) -> None:
    reader = readers("loopback", viewport={"width": 320, "height": 640})
    own = list(PAGES)[LANGUAGES.index(code) :: len(LANGUAGES)]  # the same macros shape a page in each language
    assert too_wide(reader, ["", "404.html", f"{code}/404.html", *(f"{code}/{page}" for page in own)]) == []


def too_wide(reader: Reader, paths: list[str]) -> list[tuple[str, int]]:
    """Return the pages that a screen of 320 pixels cannot show without moving sideways, with everything unfolded."""
    wide = []
    for path in paths:
        page = reader.opens(path)
        page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        width = page.evaluate("() => document.documentElement.scrollWidth")
        if width > 320:
            wide.append((path, width))
    return wide


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_palette_switch_is_named_in_the_language_of_the_page(readers: Readers, code: str) -> None:
    names = {
        "en": ["Switch to dark colours", "Switch to light colours"],
        "fr": ["Passer aux couleurs sombres", "Passer aux couleurs claires"],
        "es": ["Cambiar a colores oscuros", "Cambiar a colores claros"],
    }[code]
    page = readers(color_scheme="light").opens(f"{code}/")
    for name, scheme in zip(names, ("slate", "default"), strict=True):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.locator("html")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.parametrize("scripts", [True, False])
def test_whoever_uses_the_keyboard_sees_where_they_are(readers: Readers, scripts: bool) -> None:
    page = readers(java_script_enabled=scripts).opens(f"en/{AREA}")
    page.keyboard.press("Tab")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUS)
        if seen["outline"] == "none" or not seen["inside"]:
            unseen.append(seen)
    assert unseen == []


#: What has the focus, whether it is on the screen and whether it has an outline.
FOCUS = """() => {
  const shown = document.activeElement;
  const box = shown.getBoundingClientRect();
  return {
    what: shown.outerHTML.replace(/\\s+/g, " ").slice(0, 120),
    outline: getComputedStyle(shown).outlineStyle,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def all_pages(site: Site) -> Iterator[tuple[str, str, Path]]:
    for language in site.settings.languages:
        for entry in site.settings.navigation:
            path = re.sub(r"(?:index)?\.md$", "", entry.page)
            path = f"{path}/" if path and not path.endswith("/") else path
            yield language.code, path, site.folder / language.code / path / "index.html"


def test_every_page_says_what_it_is_and_where(site: Site) -> None:
    codes = [language.code for language in site.settings.languages]
    assert tuple(codes) == LANGUAGES
    seen: dict[str, list[str]] = {code: [] for code in codes}
    for code, path, file in all_pages(site):
        html, own = html_page(file), f"{SITE_URL}{code}/{path}"
        alternates = {other: f"{SITE_URL}{other}/{path}" for other in codes}
        assert html.root.get("lang") == code, file
        assert len(html.all(".//h1")) == 1, file
        assert html.attributes("./head/link[@rel='canonical']", "href") == [own]
        assert html.alternates == alternates | {"x-default": alternates["en"] if path else SITE_URL}
        assert html.meta("og:url") == own
        assert html.meta("og:title") == (
            html.texts("./head/title")[0].partition(" – ")[0] if path else html.meta("og:title")
        )
        assert html.meta("og:description") == html.meta("description")
        assert html.meta("og:type")
        assert html.meta("og:site_name")
        assert html.meta("og:locale").startswith(code)
        seen[code].append(html.meta("description"))
    for code, descriptions in seen.items():
        assert all(len(words) > 30 for words in descriptions)
        assert len(set(descriptions)) == len(descriptions), f"two pages in {code} have one description"


def test_every_statement_is_on_the_page_that_its_address_says(site: Site) -> None:
    for code in LANGUAGES:
        data = json.loads((site.folder / code / "statements.json").read_text(encoding="utf-8"))
        for statement in data["statements"]:
            page, _, anchor = statement["address"].partition("#")
            file = site.folder / page.removeprefix(SITE_URL) / "index.html"
            assert anchor in html_page(file).anchors


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_subject_on_several_pages_lists_them_above_each(site: Site, code: str) -> None:
    files = [site.folder / code / path / "index.html" for path in ("glossary", "glossary/texts", "glossary/words")]
    for file in files:
        links = html_page(file).all(".//article/nav[@class='parts']//a")
        found = {(file.parent / str(link.get("href")) / "index.html").resolve() for link in links}
        assert found == set(files) - {file}
        assert len(html_page(file).all(".//article/nav[@class='parts']//*[@aria-current='page']")) == 1
    assert html_page(site.folder / code / "calendar" / "index.html").all(".//nav[@class='parts']") == []


# What a representative looks for

#: What is asked, and the statement that answers it.
ASKED = {
    "the duty of safety in a project": "campaigns.physical-security.results.security-funding",
    "when the Global Meeting is": "events.global-meeting",
    "how long parental leave is": "figures.parental-leave",
    "who reviews a grade": "bodies.irg",
    "how to help a colleague": "programme.disputes.means.accompany",
    "what C.190 is": "instruments.c190",
    "by when risks are assessed": "events.psychosocial-risk-assessment",
    "which contract talks go on": "programme.job-security.sections.contracts.means.inform-and-negotiate",
    "what the report says of sanctions": (
        "reports.hr-2022.outcomes.respectful-environment.areas.respect.paragraphs.sanctions"
    ),
    "who is all staff": "strategy.notes.all-staff",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_answers_are_at_most_three_clicks_from_home(site: Site, code: str) -> None:
    start = site.folder / code / "index.html"
    near, seen = {start}, {start}
    for _click in range(2):
        near = {target for file in near for target in linked(file)} - seen
        seen |= near
    reached = {anchor for file in seen for anchor in anchors_linked(file)} | {
        anchor for file in seen for anchor in html_page(file).anchors
    }
    assert [asked for asked, key in ASKED.items() if key not in reached] == []


def linked(file: Path) -> set[Path]:
    """Return the pages that the words of a page (not its menu) lead to."""
    article = re.search(r"<article.*?</article>", file.read_text(encoding="utf-8"), re.S)
    assert article is not None
    found = re.findall(r'href="([^":#]*)(?:#[^"]*)?"', article[0])
    return {(file.parent / unquote(href) / "index.html").resolve() for href in found if href.endswith("/")}


def anchors_linked(file: Path) -> set[str]:
    return set(re.findall(r'href="[^":#]*#([^"]+)"', file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("form", ["case-note", "meeting-note"])
def test_a_sheet_fits_one_page_of_a4(readers: Readers, code: str, form: str) -> None:
    page = readers("loopback").opens(f"{code}/forms/{form}/")
    printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "12mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "print": {},
}


@pytest.mark.parametrize("mode", MODES)
def test_a_chart_stands_out_from_its_ground(readers: Readers, mode: str) -> None:
    page = readers("loopback", **MODES[mode]).opens("fr/figures/")
    page.emulate_media(media="print" if mode == "print" else "screen")
    bars = page.locator(".chart .bar")
    assert bars.count() > 5
    assert contrast(page, bars.first.evaluate("bar => getComputedStyle(bar).fill"), ground(page)) >= 3
    words = page.locator(".chart text").first
    assert contrast(page, words.evaluate("text => getComputedStyle(text).fill"), ground(page)) >= 4.5


def ground(page: Page) -> str:
    """Return the colour behind the words of the page."""
    colour: str = page.evaluate(
        """() => { for (let one = document.querySelector('.chart'); one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor;
            if (!/, 0\\)$|transparent/.test(colour)) return colour;
        } return 'rgb(255, 255, 255)'; }"""
    )
    return colour


def contrast(page: Page, one: str, other: str) -> float:
    """Return the contrast of two CSS colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_chart_is_a_picture_with_words_and_a_table(readers: Readers, code: str) -> None:
    page = readers("loopback", java_script_enabled=False).opens(f"{code}/figures/")
    charts = page.locator("figure.chart")
    assert charts.count() >= 5
    for chart in charts.all():
        picture, table = chart.locator("svg"), chart.locator("table")
        assert picture.get_attribute("role") == "img"
        assert re.search(r"\d", picture.get_attribute("aria-label") or "")
        assert chart.locator("figcaption").inner_text().strip()
        assert table.locator("tbody tr").count() == chart.locator(".bar").count()
        assert table.locator("th[scope]").count() >= 3
        for words in picture.locator("text").all():
            box = words.evaluate("one => { const box = one.getBBox(); return [box.x, box.x + box.width]; }")
            assert box[0] >= -1
            assert box[1] <= 321


# Right to left: the handbook of the invented union

LAMPS = "programme.watch.sections.lamps.means.spare-lamps"
SAMPLE_PAGES = ("", "charter/", "programme/", "programme/watch/", "programme/pay/", "calendar/", "words/", "sources/")


def test_a_page_from_right_to_left_is_laid_out_so(readers: Readers, sample: Site) -> None:
    reader = readers(of=sample, viewport={"width": 1400, "height": 900})
    page = reader.opens("ar/programme/watch/")
    page.wait_for_load_state("networkidle")
    left = page.evaluate(
        """() => ["nav.chapters", "article", "nav.contents"]
          .map((one) => [...document.querySelectorAll(one)].at(-1).getBoundingClientRect().left)"""
    )
    assert left == sorted(left, reverse=True), "navigation stands right of the words, the contents left of them"
    assert page.locator("article h1").evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert reader.wrong == []


def test_the_switch_stays_on_the_statement_between_both_directions(readers: Readers, sample: Site) -> None:
    reader = readers(of=sample)
    page = reader.opens(f"pt/programme/watch/#{LAMPS}")
    for code in ("ar", "de", "ar", "pt"):
        switch(page).locator("summary").click()
        expect(link_to(page, code)).to_be_in_viewport(ratio=1)
        link_to(page, code).click()
        reader.at(f"{code}/programme/watch/#{LAMPS}")
        expect(page.locator("html")).to_have_attribute("lang", code)


@pytest.mark.parametrize("code", ["ar", "de"])
def test_nothing_of_the_sample_is_wider_than_the_smallest_screen(readers: Readers, sample: Site, code: str) -> None:
    reader = readers(of=sample, viewport={"width": 320, "height": 640})
    assert too_wide(reader, ["", "404.html", f"{code}/404.html", *(f"{code}/{page}" for page in SAMPLE_PAGES)]) == []
