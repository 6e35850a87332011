"""The real handbook in a real browser: what a reader sees, by mouse, by keyboard, with and without scripts."""

from __future__ import annotations

import json
import mimetypes
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from conftest import ROOT
from html_page import html_page
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect, sync_playwright

from handbook.read.settings import Settings, read_settings
from handbook.way import build_site

#: Where the built site is said to be published: below a folder, as project sites often are.
SITE_URL = "https://union.example/staff/handbook/"
#: How long a busy machine may take for one step, in milliseconds.
PATIENCE = 20_000
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
    "texts/",
    "words/",
    "questions/",
    "in-the-field/",
    "objectives/safety-and-health/",
    "said-reported-won/",
    "figures/",
    "glossary/",
    "forms/case-note/",
    "sources/",
    "state/",
]


@dataclass(frozen=True)
class Site:
    """The built site and two doors to it: the loopback address, and the address it will have."""

    folder: Path
    settings: Settings
    loopback: str = ""

    @property
    def address(self) -> str:
        return self.settings.site_url

    def answer(self, address: str) -> tuple[int, str, bytes]:
        """Return status, type and content, as hosts do that serve the nearest page 'not found'."""
        path = unquote(urlsplit(address).path)
        prefix = urlsplit(self.address).path
        if not path.startswith(prefix):
            return 404, "text/plain", b"outside of the site"
        file = self.folder / path.removeprefix(prefix)
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            near = next(folder for folder in file.parents if (folder / "404.html").is_file())
            return 404, "text/html; charset=utf-8", (near / "404.html").read_bytes()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return 200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, file.read_bytes()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("handbook") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        build_site(ROOT, folder)
        settings = read_settings(ROOT)
    assert settings.site_url == SITE_URL
    with served(Site(folder, settings)) as site:
        yield site


@contextmanager
def served(site: Site) -> Iterator[Site]:
    """Serve a site on the loopback address, below the same folder as at its own address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, content = site.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield replace(site, loopback=f"http://127.0.0.1:{server.server_port}{urlsplit(site.address).path}")
    server.shutdown()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the handbook of the invented union, one language of which is written right to left."""
    root, folder = ROOT / "tests" / "sample", tmp_path_factory.mktemp("sample") / "site"
    build_site(root, folder)
    return Site(folder, read_settings(root))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("HANDBOOK_CHROMIUM") or shutil.which("chromium")
    if not path or not shutil.which(path):
        pytest.fail(
            f"No browser: HANDBOOK_CHROMIUM={path or ''}. Install Chromium (sudo apt-get install chromium), "
            "or set HANDBOOK_CHROMIUM to the path of a Chromium or Chrome."
        )
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass
class Reader:
    """A person with a browser: one window, and everything that went wrong behind it."""

    page: Page
    root: str
    wrong: list[str] = field(default_factory=list)

    def opens(self, path: str) -> Page:
        """Open a page of the site and return the window."""
        self.page.goto(self.root + path)
        return self.page

    def at(self, path: str) -> None:
        """Hold the address against a page of the site."""
        expect(self.page).to_have_url(self.root + path)


Readers = Callable[..., Reader]


@pytest.fixture
def readers(site: Site, browser: Browser) -> Iterator[Readers]:
    """Return a maker of readers; `door` is 'loopback' or 'deployed', `of` the site, other words go to the browser."""
    contexts: list[BrowserContext] = []

    def reader(door: str = "deployed", of: Site = site, **options: Any) -> Reader:
        root = of.loopback if door == "loopback" else of.address
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        one = Reader(context.new_page(), root)

        def intercept(route: Route) -> None:
            if not route.request.url.startswith(root):
                one.wrong.append(f"leaves the site: {route.request.url}")
                route.abort()
            elif door == "loopback":
                route.continue_()
            else:
                status, kind, content = of.answer(route.request.url)
                route.fulfill(status=status, content_type=kind, body=content)

        context.route("**/*", intercept)
        one.page.on("requestfailed", lambda request: one.wrong.append(f"failed: {request.url}"))
        one.page.on("response", lambda got: one.wrong.append(f"{got.status}: {got.url}") if got.status >= 400 else None)
        one.page.on("console", lambda said: one.wrong.append(said.text) if said.type in ("error", "warning") else None)
        one.page.on("pageerror", lambda error: one.wrong.append(str(error)))
        return one

    yield reader
    for context in contexts:
        context.close()


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
    expect(below.locator("a")).to_have_attribute("href", "../../bodies/#bodies.jnc")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_source_of_a_statement_opens_by_keyboard(readers: Readers, code: str, scripts: bool) -> None:
    page = readers(java_script_enabled=scripts).opens(f"{code}/{AREA}#{STATEMENT}")
    source = page.locator(f"[id='{STATEMENT}'] ~ details.source").first
    expect(source.locator("li")).to_be_hidden()
    page.locator(f"[id='{STATEMENT}'] + p + p.in-words a").focus()
    page.keyboard.press("Tab")
    expect(source.locator("summary")).to_be_focused()
    assert source.locator("summary").evaluate("element => getComputedStyle(element).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(source.locator("li")).to_be_visible()
    expect(source.locator("li")).to_contain_text("III.A")
    page.keyboard.press("Enter")
    expect(source.locator("li")).to_be_hidden()


# Search and 'not found'


def search(page: Page, words: str) -> None:
    field = page.locator("input[name=query]")
    field.click()
    field.press_sequentially(words)
    field.press("End")  # letters that are not on the keyboard come without the key that the theme waits for


@pytest.mark.parametrize(
    ("code", "word", "page_found"),
    [
        ("en", "harassment", "programme/safety-and-health/"),
        ("fr", "harcèlement", "programme/safety-and-health/"),
        ("es", "acoso", "programme/safety-and-health/"),
        ("fr", "précarité", "programme/job-security/"),
        ("es", "pensiones", "programme/social-protection/"),
        ("fr", "égalité", "calendar/"),  # l’égalité
        ("en", "C.190", "texts/"),
    ],
)
@pytest.mark.parametrize("door", ["loopback", "deployed"])
def test_search_finds_a_word_in_the_pages_of_its_language(
    readers: Readers, door: str, code: str, word: str, page_found: str
) -> None:
    reader = readers(door)
    page = reader.opens(f"{code}/")
    search(page, word)
    results = page.locator(".md-search-result__list > li > a")
    expect(results.first).to_be_visible()
    found = [link.evaluate("element => element.href") for link in results.all()]
    assert all(address.startswith(f"{reader.root}{code}/") for address in found)
    assert any(address.startswith(f"{reader.root}{code}/{page_found}") for address in found)
    assert reader.wrong == []


@pytest.mark.parametrize(("code", "foreign"), [("en", "vérifier"), ("fr", "colleagues"), ("es", "colleagues")])
def test_search_finds_nothing_of_another_language(readers: Readers, code: str, foreign: str) -> None:
    page = readers().opens(f"{code}/")
    search(page, foreign)
    nothing = {"en": "No matching documents", "fr": "Aucun document trouvé", "es": "No se encontraron documentos"}
    expect(page.locator(".md-search-result__meta")).to_contain_text(nothing[code])


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
    assert too_wide(reader, ["", "404.html", f"{code}/404.html", *(f"{code}/{page}" for page in PAGES)]) == []


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
    assert [one.get_attribute("aria-label") for one in page.locator("input[name=__palette]").all()] == names
    for name, scheme in zip(names, ("slate", "default"), strict=True):
        page.locator(f"label[title='{name}']:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


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


#: What has the focus, whether it is on the screen and whether it, or the label that shows it, has an outline.
FOCUS = """() => {
  const focused = document.activeElement;
  const shown = focused.matches(".md-option") ? focused.nextElementSibling : focused;
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
    assert bars.count() > 10
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
    assert charts.count() > 5
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
        """() => ["main nav.md-nav--primary", "article", "main nav.md-nav--secondary"]
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


@pytest.mark.parametrize(("code", "word"), [("ar", "المصابيح"), ("pt", "lâmpadas"), ("de", "Ersatzlampen")])
def test_search_finds_words_of_any_language(readers: Readers, sample: Site, code: str, word: str) -> None:
    reader = readers(of=sample)
    page = reader.opens(f"{code}/")
    search(page, word)
    found = page.locator(f".md-search-result__list a[href*='/{code}/programme/watch/']")
    expect(found.first).to_be_visible()
    assert reader.wrong == []


@pytest.mark.parametrize("code", ["ar", "de"])
def test_nothing_of_the_sample_is_wider_than_the_smallest_screen(readers: Readers, sample: Site, code: str) -> None:
    reader = readers(of=sample, viewport={"width": 320, "height": 640})
    assert too_wide(reader, ["", "404.html", f"{code}/404.html", *(f"{code}/{page}" for page in SAMPLE_PAGES)]) == []
