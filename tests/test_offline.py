"""The handbook on a reader's device, in a real browser: kept on request, without a server, updated, removed."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from babel import Locale
from conftest import ROOT, Tree
from playwright.sync_api import Browser, Page, expect
from real_site import PATIENCE, Site, served

from handbook.finish.offline import in_words, write_offline
from handbook.read.settings import read_settings
from handbook.stage import stage_handbook

#: Wait until a version is no longer kept.
GONE = """async (old) => {
  for (let i = 0; i < 200 && (await caches.keys()).includes(old); i += 1) await new Promise((go) => setTimeout(go, 50));
}"""


def label(code: str, name: str) -> str:
    folder = "docs" if code == "en" else f"docs_{code}"
    return str(yaml.safe_load((ROOT / folder / "data" / "labels.yml").read_text(encoding="utf-8"))[name])


@dataclass(frozen=True)
class Connection(Site):
    """A site that answers, or does not."""

    answers: threading.Event = field(default_factory=threading.Event)

    def answer(self, address: str) -> tuple[int, str, bytes]:
        self.answers.wait()
        return super().answer(address)


class Device:
    """A browser of its own, a copy of the tiny handbook that may change, and its server, which may stop."""

    def __init__(self, tree: Tree, folder: Path, browser: Browser) -> None:
        self.tree, self.folder = tree, folder
        shutil.copytree(tree.root / "site", folder)
        self.server = ExitStack()
        self.site = Connection(folder, read_settings(tree.root))
        self.site.answers.set()
        self.root = self.server.enter_context(served(self.site)).loopback
        self.context = browser.new_context()
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self.wrong.append(said.text) if "Policy" in said.text else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def opens(self, path: str) -> Page:
        self.page.goto(self.root + path)
        return self.page

    def keeps(self, code: str) -> None:
        page = self.opens(f"{code}/")
        page.get_by_role("button", name=label(code, "offline-keep")).click()
        page.get_by_role("button", name=label(code, "offline-store"), exact=True).click()
        expect(page.get_by_role("button", name=label(code, "offline-remove"))).to_be_visible()

    def stops(self) -> None:
        self.site.answers.set()
        self.server.close()

    def stored(self) -> list[str]:
        names: list[str] = self.page.evaluate("caches.keys()")
        return names

    def changes(self, page: str, old: str, new: str) -> None:
        """Change a page of the site, as a later build does."""
        file = self.folder / page
        html = file.read_text(encoding="utf-8")
        assert old in html
        file.write_text(html.replace(old, new), encoding="utf-8")
        for code in ("en", "fr"):
            shutil.copy(ROOT / "overrides/javascripts/sw.js", self.folder / code / "javascripts/sw.js")
        write_offline(stage_handbook(self.tree.root, self.folder.with_name("stage"), True), self.folder)


@pytest.fixture
def device(built: Tree, tmp_path: Path, browser: Browser) -> Iterator[Device]:
    one = Device(built, tmp_path / "site", browser)
    yield one
    one.context.close()
    one.server.close()


def test_nothing_is_kept_before_the_reader_asks_and_the_size_comes_first(device: Device) -> None:
    page = device.opens("fr/light/")
    page.get_by_role("button", name=label("fr", "offline-keep")).click()
    size = json.loads((device.folder / "fr/offline.json").read_text(encoding="utf-8"))["size"]
    assert re.fullmatch(r"\d+\s(ko|Mo)", size)
    expect(page.locator(".offline__status")).to_contain_text(size)
    page.get_by_role("button", name=label("fr", "offline-cancel")).click()
    expect(page.get_by_role("button", name=label("fr", "offline-keep"))).to_be_focused()
    assert device.stored() == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_pages_and_search_answer_without_the_server(device: Device) -> None:
    device.keeps("fr")
    assert "VALUE" not in device.page.locator(".offline__status").inner_text()
    device.site.answers.clear()
    begun = time.monotonic()
    expect(device.opens("fr/light/").locator("article h1")).not_to_have_text(label("fr", "offline-title"))
    assert 2.4 < time.monotonic() - begun < PATIENCE / 1000
    device.stops()
    for path in ("fr/", "fr/light/", "fr/light", "fr/light/index.html?x=1"):
        expect(device.opens(path).locator("html")).to_have_attribute("lang", "fr")
        expect(device.page.locator("article h1")).not_to_have_text(label("fr", "offline-title"))
    device.page.locator("button.search-open").click()
    device.page.locator("#search-words").fill("eclairer")
    expect(device.page.locator(".search-results a").first).to_be_visible()
    device.opens("fr/not-kept/")
    expect(device.page.locator("h1")).to_have_text(label("fr", "offline-title"))
    device.page.locator("article a").click()
    expect(device.page).to_have_url(f"{device.root}fr/")
    device.page.locator("details.languages summary").click()
    device.page.locator("details.languages a[hreflang=en]").click()
    expect(device.page.locator("h1")).to_have_text(label("fr", "offline-title"))
    assert device.wrong == []


def test_the_kept_handbook_updates_itself(device: Device) -> None:
    device.keeps("en")
    (before,) = device.stored()
    device.changes("en/light/index.html", "Light for all</h1>", "Light for everyone</h1>")
    device.opens("en/")
    device.page.evaluate(GONE, before)
    (after,) = device.stored()
    assert after != before
    device.stops()
    expect(device.opens("en/light/").locator("h1")).to_contain_text("Light for everyone")


def test_one_click_removes_one_language_and_it_can_be_kept_again(device: Device) -> None:
    device.keeps("en")
    device.keeps("fr")
    device.page.get_by_role("button", name=label("fr", "offline-remove")).click()
    expect(device.page.locator(".offline__status")).to_have_text(label("fr", "offline-removed"))
    assert [name.split()[1] for name in device.stored()] == [f"{device.root}en/"]
    device.page.get_by_role("button", name=label("fr", "offline-keep")).click()
    device.page.get_by_role("button", name=label("fr", "offline-store"), exact=True).click()
    expect(device.page.get_by_role("button", name=label("fr", "offline-remove"))).to_be_visible()
    assert len(device.stored()) == 2


def test_the_worker_knows_every_file_and_the_manifest_its_language(built: Tree) -> None:
    site = built.root / "site" / "fr"
    told = json.loads((site / "offline-files.json").read_text(encoding="utf-8"))
    assert f'const VERSION = "{told["version"]}";' in (site / "sw.js").read_text(encoding="utf-8")
    files = set(told["files"])
    assert {"./", "light/", "offline.html", "offline.json", "search/index.json", "manifest.webmanifest"} <= files
    assert not files & {"404.html", "sw.js", "statements.json", "javascripts/sw.js"}
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["lang"], manifest["dir"], manifest["name"]) == ("fr", "ltr", "Allumage")
    assert (manifest["start_url"], manifest["scope"], manifest["icons"][0]["src"]) == ("./", "./", "icon.svg")
    assert "offline" not in (built.root / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in (site / "offline.html").read_text(encoding="utf-8")


def test_a_size_is_told_as_each_language_tells_it() -> None:
    assert in_words(1_940_000, Locale("en")) == "1.9 MB"
    assert in_words(1_940_000, Locale("fr")).split() == ["1,9", "Mo"]
    assert in_words(400_000, Locale("de")).split() == ["400", "kB"]
