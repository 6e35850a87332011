"""Copies opened from a file in a real browser without a network, and what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page
from real_site import PATIENCE

PHONE = {"width": 360, "height": 720}


@dataclass
class Window:
    """A window of a phone without a network, and everything that went wrong in it."""

    page: Page
    wrong: list[str] = field(default_factory=list)

    def opens(self, file: Path) -> Page:
        self.page.goto(file.as_uri())
        return self.page

    def searches(self, words: str) -> list[str]:
        """Search, and return what the results say."""
        self.page.locator("button.search-open").click()
        self.page.locator("#search-words").fill(words)
        self.page.locator("#search-words").press("Enter")
        self.page.locator(".search-results li").first.wait_for()
        return self.page.locator(".search-results li").all_inner_texts()


@contextmanager
def phone(browser: Browser, **options: object) -> Iterator[Window]:
    context = browser.new_context(viewport=PHONE, offline=True, **options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    window = Window(context.new_page())
    wrong = window.wrong
    outside = ("http:", "https:", "ws:")
    window.page.on("request", lambda asked: wrong.append(asked.url) if asked.url.startswith(outside) else None)
    window.page.on("requestfailed", lambda asked: wrong.append(f"failed: {asked.url}"))
    window.page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    window.page.on("pageerror", lambda error: wrong.append(str(error)))
    yield window
    context.close()


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def laid(files: Mapping[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
