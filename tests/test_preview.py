"""The live preview follows edits, shows a problem over the last good page, and says when a port is taken."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT, Tree

SERVE = [sys.executable, str(ROOT / "scripts" / "serve.py")]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


class Preview:
    def __init__(self, tree: Tree, port: int) -> None:
        self.tree, self.port = tree, port

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            text: str = answer.read().decode()
            return text

    def until(self, wanted: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """Return the news once they are as wanted; fail after a minute."""
        known = ""
        for _ in range(40):
            try:
                news: dict[str, str] = json.loads(self.get(f"/__preview?{known}"))
            except OSError:
                time.sleep(0.25)
                continue
            if wanted(news):
                return news
            known = f"{news['site']}-{news['turn']}"
        raise AssertionError("the preview never told the news")


@pytest.fixture
def preview(tiny: Tree) -> Iterator[Preview]:
    port = free_port()
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
    words = [*SERVE, "--handbook", str(tiny.root), "--port", str(port)]
    process = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = Preview(tiny, port)
    try:
        found.until(lambda news: news["site"] == "1")
        yield found
    finally:
        process.terminate()
        process.wait(20)


def test_an_edit_is_seen_and_a_problem_is_shown_over_the_last_good_page(preview: Preview) -> None:
    page = preview.get("/en/light/")
    assert "Ask the JLB for 40 lamps." in page
    assert "/__preview" in page

    preview.tree.replace("docs/data/programme/light.yml", "for 40 lamps", "for 41 lamps")
    preview.until(lambda news: news["site"] == "2")
    assert "for 41 lamps" in preview.get("/en/light/")

    preview.tree.replace("docs/data/programme/light.yml", "[[lamp-board]]", "[[lamp-bord]]")
    news = preview.until(lambda news: news["problems"] != "")
    assert "docs/data/programme/light.yml:12: the entry 'lamp-bord' does not exist" in news["problems"]
    assert "for 41 lamps" in preview.get("/en/light/")

    preview.tree.replace("docs/data/programme/light.yml", "[[lamp-bord]]", "[[lamp-board]]")
    preview.until(lambda news: news["site"] == "3" and news["problems"] == "")


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
