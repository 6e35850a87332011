"""The search in a real browser: what each language finds first, and what its dialog does by keyboard and on a phone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from real_site import ROOT, Readers, Site

from handbook.finish.search import write_search
from handbook.stage import stage_handbook

LANGUAGES = ("en", "fr", "es")
TABLE: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "tests" / "search.yml").read_text(encoding="utf-8"))
#: Ask every question; tell as many of the first addresses of its answer as are wanted.
ASK = """async ([root, questions]) => {
  const { engine, shown } = await import(root + "javascripts/search/engine.js");
  const { search } = await engine(new URL(root + "search/"));
  const told = {};
  for (const [question, most] of questions) {
    const { results, words } = await search(question, "");
    const first = await Promise.all(results.slice(0, most).map((one) => shown(one, words)));
    told[question] = first.map((one) => one.address);
  }
  return told;
}"""


def ask(page: Page, root: str, questions: list[str], most: int = 3) -> dict[str, list[str]]:
    return asked(page, root, dict.fromkeys(questions, most))


def asked(page: Page, root: str, questions: dict[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate(ASK, [root, list(questions.items())])
    return found


def fits(wanted: str, addresses: list[str]) -> bool:
    anchors = [address.partition("#")[2] for address in addresses]
    if wanted == "-":
        return not anchors
    return wanted[1:] in anchors if wanted.startswith("~") else anchors[:1] == [wanted]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_question_finds_its_answer_first(readers: Readers, code: str) -> None:
    reader = readers()
    page = reader.opens(f"{code}/")
    table = TABLE[code]
    assert len(table) >= 60
    found = asked(
        page, f"{reader.root}{code}/", {one: 3 if wanted.startswith("~") else 1 for one, wanted in table.items()}
    )
    assert {question: found[question] for question, wanted in table.items() if not fits(wanted, found[question])} == {}
    assert reader.wrong == []


def test_every_answer_leads_to_an_anchor_of_its_page(site: Site) -> None:
    for code in LANGUAGES:
        for wanted in TABLE[code].values():
            key = wanted.removeprefix("~")
            if key != "-":
                assert any(f'id="{key}"' in file.read_text(encoding="utf-8") for file in pages(site, code)), key


def pages(site: Site, code: str) -> list[Path]:
    return sorted((site.folder / code).rglob("index.html"))


def dialog_of(page: Page) -> Any:
    return page.locator("dialog.search-dialog")


def opened(page: Page) -> Any:
    page.locator("header button.search-open").click()
    expect(dialog_of(page)).to_be_visible()
    return dialog_of(page)


@pytest.mark.parametrize(("door", "code"), [("loopback", "en"), ("deployed", "fr"), ("deployed", "es")])
def test_the_search_is_used_by_keyboard(readers: Readers, code: str, door: str) -> None:
    reader = readers(door)
    page = reader.opens(f"{code}/calendar/")
    page.wait_for_load_state("networkidle")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    button = page.locator("header button.search-open")
    button.focus()
    assert loaded == []
    page.keyboard.press("Enter")
    dialog = dialog_of(page)
    expect(dialog.locator("input")).to_be_focused()
    page.keyboard.type("JNC")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"\d"))
    links = dialog.locator("ol a")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(dialog.locator("input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    reader.at(f"{code}/bodies/joint/#bodies.jnc")
    assert all(address.startswith(reader.root) for address in loaded)
    assert reader.wrong == []


def test_a_result_shows_its_place_and_what_was_looked_for(readers: Readers) -> None:
    reader = readers()
    page = reader.opens("fr/")
    dialog = opened(page)
    dialog.locator("input").fill("l'égalité de genre")
    first = dialog.locator("ol li").first
    expect(first.locator("a")).to_have_attribute("href", f"{reader.root}fr/texts/plans/#instruments.gender-action-plan")
    expect(first.locator("a mark")).to_have_text(["égalité", "genre"])
    expect(first.locator(".search-place")).to_have_text(re.compile("Plans"))
    assert "⁂" not in dialog.inner_text()
    assert "\u2060" not in dialog.inner_text()
    assert reader.wrong == []


def test_a_chapter_narrows_the_results(readers: Readers) -> None:
    reader = readers()
    page = reader.opens("es/")
    dialog = opened(page)
    dialog.locator("input").fill("negociación")
    expect(dialog.locator("ol a").first).to_have_attribute("href", re.compile(r"/bodies/joint/#"))
    dialog.locator("select").select_option("El programa")
    expect(dialog.locator("ol a").first).to_have_attribute("href", re.compile(r"/es/(programme|money|calendar)/"))
    for link in dialog.locator("ol a").all():
        assert re.search(r"/es/(programme|money|calendar)/", link.get_attribute("href") or "")


def test_more_results_come_on_request_and_none_are_announced(readers: Readers) -> None:
    page = readers().opens("en/")
    dialog = opened(page)
    dialog.locator("input").fill("union")
    expect(dialog.locator("ol li")).to_have_count(10)
    dialog.locator(".search-more").click()
    expect(dialog.locator("ol li")).to_have_count(20)
    expect(dialog.locator("ol a").nth(10)).to_be_focused()
    dialog.locator("input").fill("xylophone")
    expect(dialog.get_by_role("status")).to_contain_text("Nothing found for “xylophone”.")
    expect(dialog.locator("ol li")).to_have_count(0)


def test_the_dialog_fits_the_smallest_screen(readers: Readers) -> None:
    page = readers(viewport={"width": 320, "height": 256}).opens("fr/")
    dialog = opened(page)
    dialog.locator("input").fill("représentation")
    expect(dialog.locator("ol li").first).to_be_attached()
    sizes = dialog.evaluate("one => [one.scrollWidth, one.clientWidth, one.getBoundingClientRect().right]")
    assert sizes[0] <= sizes[1]
    assert sizes[2] <= 320


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_scripts_the_search_is_the_index_from_a_to_z(readers: Readers, code: str) -> None:
    reader = readers(java_script_enabled=False)
    page = reader.opens(f"{code}/calendar/")
    expect(page.locator("header button.search-open")).to_be_hidden()
    page.locator("header a.search-open").click()
    reader.at(f"{code}/a-to-z/")
    page.locator("article a[href='../bodies/joint/#bodies.jnc']").first.click()
    reader.at(f"{code}/bodies/joint/#bodies.jnc")


@pytest.mark.parametrize(("code", "word"), [("ar", "المصابيح"), ("pt", "lâmpadas"), ("de", "Ersatzlampen")])
def test_search_finds_words_of_any_language(readers: Readers, sample: Site, code: str, word: str) -> None:
    reader = readers(of=sample)
    page = reader.opens(f"{code}/")
    dialog = opened(page)
    dialog.locator("input").fill(word)
    expect(dialog.locator(f"ol a[href*='/{code}/programme/watch/']").first).to_be_visible()
    assert reader.wrong == []


def test_earlier_years_come_after_the_present_one(readers: Readers, sample: Site) -> None:
    reader = readers(of=sample)
    page = reader.opens("pt/")
    found = ask(page, f"{reader.root}pt/", ["lâmpadas"], most=99)["lâmpadas"]
    years = ["#years." in address for address in found]
    assert years[:5] == [False] * 5
    assert sum(years) >= 4


def test_the_same_words_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    staged = stage_handbook(ROOT / "tests" / "sample", tmp_path / "stage", False)
    found = []
    for name in ("one", "other"):
        folder = tmp_path / name
        for language in staged.settings.languages:
            page = folder / language.code / "index.html"
            page.parent.mkdir(parents=True)
            page.write_bytes((site.folder / "en" / "calendar" / "index.html").read_bytes())
        write_search(staged, folder)
        found.append({file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()})
    assert found[0] == found[1]
