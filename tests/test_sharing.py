"""Passing a statement on: its address, how to quote it, what else names the same, and the reader's own language."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from real_site import SITE_URL, Readers
from test_browser import AREA, LANGUAGES, STATEMENT, labels, words

LINK = f".headerlink a[href='#{STATEMENT}']"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
COPIED = "() => navigator.clipboard.readText()"
#: A phone that takes what is shared, or refuses.
SHARES = "window.shared = []; navigator.share = async (what) => { window.shared.push(what); };"
REFUSES = "Object.defineProperty(navigator.clipboard, 'writeText', { value: async () => { throw new Error('no'); } });"


def title(page: Page) -> str:
    return str(page.locator(f"[id='{STATEMENT}']").text_content()).strip()


def allowed(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_link_to_a_statement_says_which_and_needs_no_script(readers: Readers, code: str) -> None:
    reader = readers(java_script_enabled=False)
    page = reader.opens(f"{code}/{AREA}")
    name = labels(code)["link-to"].replace("VALUE", title(page))
    link = page.get_by_role("link", name=name, exact=True)
    expect(link).to_have_text(labels(code)["link"])
    assert labels(code)["link"] in name  # who speaks to the device says what is seen
    link.click()
    reader.at(f"{code}/{AREA}#{STATEMENT}")


def test_every_statement_has_one_link(readers: Readers) -> None:
    page = readers(java_script_enabled=False).opens(f"en/{AREA}")
    sources = page.locator("article > details.source")
    assert sources.count() > 10
    assert page.locator("article > .headerlink + details.source").count() == sources.count()


@pytest.mark.parametrize("code", ["es"])
def test_with_scripts_the_link_copies_its_address_and_says_so(readers: Readers, code: str) -> None:
    reader = readers()
    allowed(reader.page.context)
    page = reader.opens(f"{code}/{AREA}")
    page.locator(LINK).focus()
    before = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text=labels(code)["link-copied"])).to_be_visible()
    assert page.evaluate(COPIED) == f"{SITE_URL}{code}/{AREA}#{STATEMENT}"
    reader.at(f"{code}/{AREA}#{STATEMENT}")
    expect(page.locator(LINK)).to_be_focused()
    assert page.evaluate("scrollY") == before
    assert reader.wrong == []


def test_where_nothing_can_be_copied_the_address_bar_has_it(readers: Readers) -> None:
    reader = readers()
    reader.page.add_init_script(REFUSES)
    page = reader.opens(f"fr/{AREA}")
    page.locator(LINK).click()
    expect(page.locator(".shared")).to_have_text(labels("fr")["link-not-copied"])
    reader.at(f"fr/{AREA}#{STATEMENT}")


def test_a_phone_shares_the_statement(readers: Readers) -> None:
    reader = readers(**PHONE)
    reader.page.add_init_script(SHARES)
    page = reader.opens(f"es/{AREA}")
    page.locator(LINK).tap()
    page.wait_for_function("() => window.shared.length")
    assert page.evaluate("() => window.shared") == [{"title": title(page), "url": f"{SITE_URL}es/{AREA}#{STATEMENT}"}]
    expect(page.locator(".shared")).to_be_empty()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_an_open_source_says_how_to_quote_the_statement(readers: Readers, code: str) -> None:
    reader = readers()
    allowed(reader.page.context)
    page = reader.opens(f"{code}/{AREA}")
    source = page.locator(f".headerlink:has(a[href='#{STATEMENT}']) + details.source")
    source.locator("summary").click()
    row = str(source.locator("li").text_content()).strip()
    page.get_by_role("button", name=labels(code)["cite-copy"]).click()
    expect(page.locator(".shared")).to_have_text(labels(code)["cite-copied"])
    copied = str(page.evaluate(COPIED))
    quoted = labels(code)["quoted"].replace("VALUE", title(page))
    assert copied.startswith(f"{quoted}, {row}. ")
    assert copied.endswith(f". {SITE_URL}{code}/{AREA}#{STATEMENT}")
    assert "2026" in copied.removeprefix(f"{quoted}, {row}. ")
    expect(source.locator(".cite")).to_contain_text(copied)


def test_a_page_has_one_box_for_quotes(readers: Readers) -> None:
    page = readers().opens(f"en/{AREA}")
    sources = page.locator("article > details.source > summary")
    sources.nth(0).click()
    sources.nth(1).click()
    expect(page.locator(".cite")).to_have_count(1)
    expect(page.locator("article > details.source").nth(1).locator(".cite")).to_be_visible()


@pytest.mark.parametrize("code", ["fr"])
def test_a_statement_leads_to_others_that_name_the_same_body(readers: Readers, code: str) -> None:
    reader = readers(java_script_enabled=False)
    page = reader.opens(f"{code}/{AREA}")
    source = page.locator(f".headerlink:has(a[href='#{STATEMENT}']) + details.source")
    source.locator("summary").click()
    expect(source).to_contain_text(labels(code)["also-mentioned"])
    source.get_by_role("link", name=words(code, "bodies")["jnc"]["short"]).click()
    reader.at(f"{code}/bodies/joint/#bodies.jnc")
    mentions = page.locator("[id='bodies.jnc'] ~ details.source", has_text=labels(code)["named-in"]).first
    mentions.locator("summary").click()
    expect(mentions.locator("a").nth(1)).to_be_visible()


# The reader's own language


def test_a_page_offers_the_language_of_the_device_and_does_not_redirect(readers: Readers) -> None:
    reader = readers(locale="fr-CH")
    page = reader.opens(f"es/{AREA}#{STATEMENT}")
    offer = page.locator(".offer")
    expect(offer).to_have_attribute("lang", "fr")
    expect(offer.locator("a")).to_have_text(labels("fr")["read-here"])
    expect(offer.locator("a")).to_have_attribute("hreflang", "fr")
    reader.at(f"es/{AREA}#{STATEMENT}")
    offer.locator("a").focus()
    page.keyboard.press("Enter")
    reader.at(f"fr/{AREA}#{STATEMENT}")
    expect(page.locator(".offer")).to_be_hidden()
    assert reader.wrong == []


@pytest.mark.parametrize("locale", ["es-MX", "th-TH"])
def test_nothing_is_offered_to_who_reads_their_language_or_has_none_here(readers: Readers, locale: str) -> None:
    expect(readers(locale=locale).opens("es/").locator(".offer")).to_be_hidden()


def test_who_chose_a_language_is_not_asked_for_that_of_the_device(readers: Readers) -> None:
    reader = readers(locale="fr-FR")
    page = reader.opens("en/")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=es]").click()
    reader.at("es/")
    expect(page.locator(".offer")).to_be_hidden()
    expect(reader.opens("en/").locator(".offer")).to_have_attribute("lang", "es")


@pytest.mark.parametrize("remembers", [True, False])
def test_an_offer_is_closed_for_good(readers: Readers, remembers: bool) -> None:
    reader = readers(locale="fr-FR")
    if not remembers:
        reader.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
        )
    page = reader.opens("en/")
    page.locator(".offer button", has_text=labels("fr")["read-here-close"]).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".offer")).to_be_hidden()
    expect(page.locator(".md-skip")).to_be_focused()
    expect(reader.opens(f"en/{AREA}").locator(".offer")).to_be_visible(visible=not remembers)
    assert reader.wrong == []


def test_an_offer_moves_nothing_that_was_already_painted(readers: Readers) -> None:
    page = readers(locale="fr-FR", **PHONE).opens(f"en/{AREA}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".offer")).to_be_visible()
    shifts = """() => new Promise((done) => new PerformanceObserver((list) => done(
        list.getEntries().filter((one) => one.entryType === 'layout-shift').map((one) => one.value)
    )).observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done([]), 300))"""
    assert sum(page.evaluate(shifts)) < 0.01
