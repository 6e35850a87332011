"""The real handbook, built once and opened in a real browser: what the tests of the reader's side share."""

from __future__ import annotations

import fcntl
import mimetypes
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from handbook.read.settings import Settings, read_settings
from handbook.way import build_site

ROOT = Path(__file__).resolve().parents[1]
#: Where the built site is said to be published: below a folder, as project sites often are.
SITE_URL = "https://union.example/staff/handbook/"
#: How long a busy machine may take for one step, in milliseconds.
PATIENCE = 20_000


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
    alone = tmp_path_factory.getbasetemp()
    shared = alone.parent if "PYTEST_XDIST_WORKER" in os.environ else alone
    folder = shared / "handbook" / "site"
    with pytest.MonkeyPatch.context() as patch, (shared / "handbook.lock").open("w") as lock:
        patch.setenv("SITE_URL", SITE_URL)
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first who needs it builds it for all
        if not folder.exists():
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
    server.server_close()


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
