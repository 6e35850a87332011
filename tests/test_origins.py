"""A finding in a published file names the line of the words in which it was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Tree, plant

from handbook.check.origins import Origins
from handbook.links import Finding, Options
from handbook.links.document import Reference
from handbook.links.run import read_site
from handbook.read.settings import read_settings
from handbook.read.words import read_words
from handbook.way import build_site

Told = Callable[[str, str, str], str]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A built handbook whose words hold links and pictures in every place where words can stand."""
    made = plant(tmp_path_factory.mktemp("origins"))
    light = "docs/data/programme/light.yml"
    made.replace(light, "Count the lamps twice a year.", "Count the [lamps](mailto:count@lamps.example) twice a year.")
    french = "Compter les [lampes](mailto:count@lamps.example) deux fois par an."
    made.replace("docs_fr/data/programme/light.yml", "Compter les lampes deux fois par an.", french)
    for folder in ("docs", "docs_fr"):
        made.write(f"{folder}/pictures/lamp.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
        last = "\n## Last { #last }\n\nOne\n[two](light.md#programme.light) and ![Lamp](pictures/lamp.svg).\n"
        made.append(f"{folder}/index.md", last)
    build_site(made.root, made.root / "site")
    return made


@pytest.fixture(scope="module")
def told(tree: Tree) -> Told:
    """Where a reference of a published page was written: the line, as it stands there."""
    settings = read_settings(tree.root)
    site = tree.root / "site"
    origins = Origins(settings, read_words(settings, []), site)
    documents = read_site(site, Options()).documents

    def tell(page: str, kind: str, start: str) -> str:
        found: Reference = next(
            one
            for one in documents[page].references
            if one.kind == kind and (one.words == start or one.address.startswith(start))
        )
        place = origins(Finding("x", page, found.line, found.address, found.words or ""))
        assert place is not None
        line = (
            Path(tree.root / place.file).read_text(encoding="utf-8").split("\n")[place.line - 1] if place.line else ""
        )
        return f"{place.file}: {line.strip()}"

    return tell


PLACES = {
    "a link of a page": ("en/index.html", "link", "two", "docs/index.md: [two](light.md#programme.light) and"),
    "the same in French": ("fr/index.html", "link", "two", "docs_fr/index.md: [two](light.md#programme.light) and"),
    "a picture": ("fr/index.html", "image", "Lamp", "docs_fr/index.md: [two](light.md#programme.light) and"),
    "a link in a sentence": ("en/light/index.html", "link", "lamps", "docs/data/programme/light.yml: text: Count the"),
    "a link in a translated sentence": (
        "fr/light/index.html",
        "link",
        "lampes",
        "docs_fr/data/programme/light.yml: text: Compter les",
    ),
    "an entry that a sentence names": (
        "en/light/index.html",
        "link",
        "../#bodies.lamp-board",
        "docs/data/programme/light.yml: Ask the [[lamp-board]]",
    ),
    "a statement that a macro links": (
        "fr/index.html",
        "link",
        "Compter les lampes",
        "docs_fr/data/programme/light.yml: count-lamps:",
    ),
    "a page in the menu": ("en/light/index.html", "link", "Light for all", "mkdocs.yml: - light.md"),
    "the address that a page calls its own": (
        "en/light/index.html",
        "canonical",
        "https:",
        "docs/light.md: description: Light for all.",
    ),
}


@pytest.mark.parametrize(("page", "kind", "words", "expected"), PLACES.values(), ids=PLACES)
def test_where_it_was_written(told: Told, page: str, kind: str, words: str, expected: str) -> None:
    assert told(page, kind, words).startswith(expected)


def test_files_that_were_copied_or_made_are_named_too(tree: Tree) -> None:
    settings = read_settings(tree.root)
    origins = Origins(settings, read_words(settings, []), tree.root / "site")
    copied = origins(Finding("x", "fr/pictures/lamp.svg", 1))
    assert copied is not None
    assert copied.file == "docs_fr/pictures/lamp.svg"
    assert origins(Finding("x", "en/assets/stylesheets/main.css", 1)) is None
    whole = origins(Finding("x", "fr/light/index.html"))
    assert whole is not None
    assert (whole.file, whole.line) == ("docs_fr/light.md", 1)
