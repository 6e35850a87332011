"""A person who knows MkDocs can type its own commands, for one language, and meets no surprise."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import Tree
from html_page import HtmlPage

from handbook.build.job import LANGUAGE


def environment(code: str | None) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name != LANGUAGE}
    return plain | {"NO_MKDOCS_2_WARNING": "1"} | ({LANGUAGE: code} if code else {})


def mkdocs(
    tree: Tree, *words: str, code: str | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *words],
        cwd=folder or tree.root,
        env=environment(code),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def copy(built: Tree, tmp_path: Path) -> Tree:
    """A copy of a handbook whose site is built."""
    shutil.copytree(built.root, tmp_path / "copy")
    return Tree(tmp_path / "copy")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (None, "Count the lamps twice a year."),
        ("en", "Count the lamps"),
        ("fr", "Compter les lampes deux fois par an."),
    ],
)
def test_a_plain_strict_build_shows_one_language(copy: Tree, code: str | None, words: str) -> None:
    before = files(copy.root / "site")
    done = mkdocs(copy, "build", "--strict", code=code)
    assert done.returncode == 0, done.stderr
    page = HtmlPage(copy.root / "build/mkdocs/light/index.html")
    assert page.root.get("lang") == (code or "en")
    assert words in page.source
    assert page.one("./head/link[@rel='canonical']").get("href") == f"https://lamps.example/book/{code or 'en'}/light/"
    assert files(copy.root / "site") == before


def test_a_plain_build_gives_the_pages_of_the_whole_build(copy: Tree) -> None:
    assert mkdocs(copy, "build", "--strict", code="fr").returncode == 0
    for page in ("index.html", "light/index.html"):
        whole = re.sub(
            r'<meta http-equiv="Content-Security-Policy"[^>]*><meta name="referrer"[^>]*>',
            "",
            copy.read(f"site/fr/{page}"),
        )
        assert copy.read(f"build/mkdocs/{page}") == whole


def test_the_place_of_the_result_can_be_chosen_from_any_folder(copy: Tree, tmp_path: Path) -> None:
    done = mkdocs(copy, "build", "-f", str(copy.root / "mkdocs.yml"), "-d", str(tmp_path / "out"), folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "light" / "index.html").is_file()


def test_problems_of_the_words_are_shown_as_plain_lines(copy: Tree) -> None:
    before = files(copy.root / "site")
    copy.append("docs/data/programme/light.yml", "title: Again\n")
    copy.append("docs_fr/index.md", "\n## Plus\n")
    done = mkdocs(copy, "build", "--strict")
    assert done.returncode == 1
    places = re.findall(r"^(docs\S*:\d+): ", done.stderr, re.M)
    assert places == ["docs/data/programme/light.yml:18", "docs_fr/index.md:15"]
    assert "Traceback" not in done.stderr
    assert files(copy.root / "site") == before


def test_problems_that_mkdocs_finds_are_its_own(copy: Tree) -> None:
    copy.append("docs/index.md", "\n[x](y.md)\n")
    done = mkdocs(copy, "build", "--strict")
    assert done.returncode == 1
    assert "'index.md' contains a link 'y.md'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_language_that_is_not_listed_is_said(copy: Tree) -> None:
    done = mkdocs(copy, "build", code="de")
    assert done.returncode == 1
    assert "de" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def served(tiny: Tree) -> Iterator[tuple[Tree, str]]:
    """A handbook with `mkdocs serve` running, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    log = (tiny.root / "serve.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", host],
        cwd=tiny.root,
        env=environment("fr"),
        stdout=log,
        stderr=log,
    )
    try:
        yield tiny, f"http://{host}/book/"
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()


def patiently(ask: Callable[[], str | None], tree: Tree) -> str:
    """Ask until there is an answer, for at most a minute and a half."""
    end = time.monotonic() + 90
    while time.monotonic() < end:
        try:
            if answer := ask():
                return answer
        except (URLError, ConnectionError):
            pass
        time.sleep(0.2)
    return pytest.fail(tree.read("serve.log"))


def test_serve_shows_the_page_and_follows_edits(served: tuple[Tree, str]) -> None:
    tree, address = served

    def page(words: str) -> str | None:
        with urlopen(f"{address}light/", timeout=30) as answer:
            html: str = answer.read().decode()
        return html if words in html else None

    def turn(html: str) -> int:
        found = re.search(r"livereload\((\d+), \d+\)", html)
        assert found is not None
        return int(found[1])

    first = patiently(lambda: page("Compter les lampes deux fois"), tree)
    for later in ("manifest.webmanifest", "offline.json", "javascripts/search.js"):
        assert later not in first  # made of a whole site; here their request would fail
    tree.replace("docs_fr/data/programme/light.yml", "Compter les lampes deux", "Compter les lampes trois")
    second = patiently(lambda: page("Compter les lampes trois fois"), tree)
    assert turn(second) > turn(first)
    tree.append("docs_fr/light.md", "\n{{ rien() }}\n")
    patiently(lambda: tree.read("serve.log") if "docs_fr/light.md:8: 'rien'" in tree.read("serve.log") else None, tree)
    assert "Traceback" not in tree.read("serve.log")
    tree.replace("docs_fr/light.md", "\n{{ rien() }}\n", "\nEncore une ligne.\n")
    patiently(lambda: page("Encore une ligne."), tree)
    assert not (tree.root / "site").exists()
