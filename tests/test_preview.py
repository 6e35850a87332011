"""The live preview follows edits, shows a problem over the last good page, and says when a port is taken."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Tree
from playwright.sync_api import Browser, expect

SERVE = [sys.executable, str(ROOT / "scripts" / "serve.py")]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


class Preview:
    """The preview of a small handbook, and a browser that knows what it shows and what it was told."""

    def __init__(self, tree: Tree, port: int) -> None:
        self.tree, self.port = tree, port

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            text: str = answer.read().decode()
            return text

    def news(self, page: str, mark: str = "", told: str = "") -> dict[str, str]:
        known = urllib.parse.urlencode({"page": page, "mark": mark, "told": told})
        news: dict[str, str] = json.loads(self.get(f"/__preview?{known}"))
        return news

    def shows(self, page: str, words: str) -> str:
        """Return the page once it shows ``words``; fail after half a minute."""
        return self._until(lambda: self.get(page), lambda html: words in html)

    def tells(self, page: str, words: str) -> str:
        """Return what is said to be wrong with a page once that is ``words``, or nothing where there are none."""
        said = lambda: self.news(page)["problems"]  # noqa: E731
        return self._until(said, lambda problems: words in problems and bool(words) == bool(problems))

    def _until(self, ask: Callable[[], str], right: Callable[[str], bool]) -> str:
        end, answer = time.monotonic() + 60, ""
        while time.monotonic() < end:
            try:
                answer = ask()
            except OSError:
                answer = ""
            if (answer and right(answer)) or (not answer and right("")):
                return answer
            time.sleep(0.05)
        raise AssertionError(f"not so after a minute: {answer[:500]}")


@contextmanager
def started(tree: Tree) -> Iterator[Preview]:
    """Yield a preview of a handbook, which has nothing to complain of by itself."""
    port = free_port()
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
    words = [*SERVE, "--handbook", str(tree.root), "--port", str(port)]
    process = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        yield Preview(tree, port)
    finally:
        process.terminate()
        _said, wrong = process.communicate(timeout=30)
    assert wrong == ""


@pytest.fixture
def preview(tiny: Tree) -> Iterator[Preview]:
    with started(tiny) as found:
        found.shows("/en/light/", "Ask the JLB for 40 lamps.")
        yield found


def test_words_are_followed_and_problems_are_shown_over_the_last_good_page(preview: Preview) -> None:
    tree, mark = preview.tree, preview.news("/en/light/")["mark"]
    assert f'data-mark="{mark}"' in preview.get("/en/light/")

    tree.replace("docs/data/programme/light.yml", "for 40 lamps", "for 41 lamps")
    assert preview.news("/en/light/", mark)["mark"] != mark
    assert "for 41 lamps" in preview.get("/en/light/")

    tree.replace("docs/data/programme/light.yml", "[[lamp-board]]", "[[lamp-bord]]")
    preview.tells("/en/light/", "docs/data/programme/light.yml:12: the entry 'lamp-bord' does not exist")
    preview.tells("/fr/", "docs/data/programme/light.yml:12: the entry 'lamp-bord' does not exist")
    assert "for 41 lamps" in preview.get("/en/light/")
    tree.replace("docs/data/programme/light.yml", "[[lamp-bord]]", "[[lamp-board]]")
    preview.tells("/en/light/", "")

    tree.append("docs/light.md", "\n[Oil](oil.md)\n")
    preview.tells("/en/light/", "docs/light.md:8: the link 'oil.md' leads to nothing")
    assert "for 41 lamps" in preview.get("/en/light/")
    tree.replace("docs/light.md", "[Oil](oil.md)", "Oil.")
    preview.tells("/en/light/", "")
    assert "Oil." in preview.get("/en/light/")

    tree.replace("docs_fr/index.md", "# Bienvenue { #home }", "# Bienvenue { #maison }")
    preview.tells("/en/", "docs_fr/index.md:4: the heading has another anchor than docs/index.md:4")
    tree.replace("docs_fr/index.md", "{ #maison }", "{ #home }")
    preview.tells("/en/", "")


def test_pages_languages_and_looks_come_and_go(preview: Preview) -> None:
    tree = preview.tree
    tree.write("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n\nA lot of oil.\n")
    tree.append("mkdocs.yml", "  - oil.md\n")
    preview.shows("/en/oil/", "A lot of oil.")
    preview.shows("/fr/oil/", "A lot of oil.")
    preview.shows("/en/light/", ">Oil</a>")
    tree.write("docs_fr/oil.md", "---\ndescription: Huile.\n---\n# Huile { #oil }\n\nBeaucoup d’huile.\n")
    preview.shows("/fr/oil/", "Beaucoup d’huile.")
    tree.replace("mkdocs.yml", "site_name: Lamplighters", "site_name: The lamps")
    preview.shows("/en/oil/", "The lamps")
    for folder in ("docs", "docs_fr"):
        tree.remove(f"{folder}/oil.md")
    tree.replace("mkdocs.yml", "  - oil.md\n", "")
    preview.tells("/en/", "")
    preview._until(lambda: preview.get("/en/light/"), lambda html: ">Oil</a>" not in html)
    tree.write("docs/stylesheets/own.css", "p { color: red }")
    preview.shows("/en/stylesheets/own.css", "color: red")
    tree.write("docs/stylesheets/own.css", "p { color: blue }")
    preview.shows("/en/stylesheets/own.css", "color: blue")


def test_files_to_take_away_are_not_offered_where_none_are_made(preview: Preview) -> None:
    tree = preview.tree
    for folder in ("docs", "docs_fr"):
        tree.write(f"{folder}/take.md", "---\ndescription: x\n---\n# Take { #take }\n\n{{ copies() }}\n")
    tree.append("mkdocs.yml", "  - take.md\n")
    said = yaml.safe_load(tree.read("docs/data/labels.yml"))["copy-none"]
    assert "/copies/" not in preview.shows("/en/take/", said)
    preview.tells("/en/take/", "")
    built = tree.root / "build" / "preview" / "site" / "en"
    preview._until(lambda: preview.get("/en/light/"), lambda _html: (built / "take" / "index.html").exists())
    assert said in preview.get("/en/take/")
    assert "copies/" not in preview.get("/en/take/") + preview.get("/en/light/")
    assert "take-away" not in preview.get("/en/light/")


def test_templates_are_followed_edit_by_edit(tiny: Tree) -> None:
    shutil.copytree(ROOT / "overrides", tiny.root / "overrides")
    text = tiny.read("mkdocs.yml")
    tiny.write("mkdocs.yml", text.replace(str(ROOT / "overrides"), str(tiny.root / "overrides")))
    top = tiny.read("overrides/partials/top.html")
    with started(tiny) as preview:
        preview.shows("/en/light/", "Ask the JLB for 40 lamps.")
        for number in range(3):
            tiny.write("overrides/partials/top.html", f"{top}<!-- look {number} -->")
            preview.shows("/en/light/", f"<!-- look {number} -->")


def test_a_browser_follows_and_keeps_its_place(preview: Preview, browser: Browser) -> None:
    tree, window = preview.tree, browser.new_page(viewport={"width": 400, "height": 300})
    preview.shows("/sitemap.xml", "<urlset")  # the first whole run sets menus and language switch right
    window.goto(f"http://127.0.0.1:{preview.port}/en/")
    window.evaluate("() => { scrollTo(0, 400); window.same = true; }")
    expect(window.locator("article")).not_to_contain_text("Seen at once.")
    tree.append("docs/index.md", "\nSeen at once.\n")
    expect(window.locator("article")).to_contain_text("Seen at once.")
    window.wait_for_function("() => scrollY > 300")
    assert window.evaluate("() => window.same"), "words are exchanged in their place"
    tree.append("docs/index.md", "\n[Oil](oil.md)\n")
    box = window.locator("pre[role=alert]")
    expect(box).to_contain_text("docs/index.md:17: the link 'oil.md' leads to nothing")
    expect(window.locator("article")).to_contain_text("Seen at once.")
    tree.replace("docs/index.md", "[Oil](oil.md)", "Oil.")
    expect(window.locator("article")).to_contain_text("Oil.")
    expect(window.locator("pre[role=alert]")).to_be_hidden()
    assert window.evaluate("() => window.same"), "a problem that is mended leaves the page as it was"
    tree.replace("mkdocs.yml", "site_name: Lamplighters", "site_name: The lamps")
    expect(window).to_have_title(re.compile("The lamps"))
    assert not window.evaluate("() => window.same"), "what stands around the words is loaded anew"
    window.close()


def test_files_saved_half_or_all_at_once_do_no_harm(preview: Preview) -> None:
    tree = preview.tree
    page, right = tree.root / "docs/light.md", tree.read("docs/light.md")
    for number in range(30):
        page.write_text(right[: 10 + number], encoding="utf-8")
        page.write_text(right + f"\nEdit {number}.\n", encoding="utf-8")
    preview.shows("/en/light/", "Edit 29.")
    preview.tells("/en/light/", "")
    part = page.with_suffix(".tmp")
    part.write_text(right + "\nMoved here.\n", encoding="utf-8")
    part.rename(page)
    preview.shows("/en/light/", "Moved here.")
    shutil.copytree(tree.root / "docs", tree.root / "aside")
    shutil.rmtree(tree.root / "docs")
    preview.tells("/en/light/", "docs: the folder of the language 'en' is missing")
    (tree.root / "aside").rename(tree.root / "docs")
    tree.append("docs/light.md", "\nBack again.\n")
    preview.tells("/en/light/", "")
    preview.shows("/en/light/", "Back again.")


def test_a_port_in_use_is_named(tiny: Tree) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        words = [*SERVE, "--handbook", str(tiny.root), "--port", port]
        environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"port {port} cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_published_site_is_left_alone(preview: Preview) -> None:
    assert not Path(preview.tree.root, "site").exists()
