"""A page of the preview is the page that a whole build makes, before and after every edit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Tree

from handbook.build.jobs import build_all, jobs
from handbook.preview.live import Live
from handbook.preview.outline import Outline
from handbook.problems import Refused
from handbook.read.addresses import page_url
from handbook.stage import Staged, stage_handbook


def whole(root: Path, folder: Path) -> tuple[Staged, dict[str, bytes]]:
    """Build every page from nothing; return it by its address."""
    staged = stage_handbook(root, folder / "stage", True)
    assert build_all(list(jobs(staged, folder / "site"))) == []
    addresses = [f"{code}/{page_url(path)}" for code, pages in staged.site.pages.items() for path in pages]
    return staged, {address: (folder / "site" / address / "index.html").read_bytes() for address in addresses}


def compare(live: Live, pages: dict[str, bytes]) -> None:
    for address, html in pages.items():
        made = live.page(address)
        assert made is not None, address
        assert made.decode() == html.decode(), address


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests" / "sample"], ids=["handbook", "sample"])
def test_every_page_is_that_of_a_whole_build(root: Path, tmp_path: Path) -> None:
    staged, pages = whole(root, tmp_path / "whole")
    live = Live(root, tmp_path / "live")
    live.read()
    assert b"<article" in (live.page(next(iter(pages))) or b"")
    live.set_right(Outline.of(staged))
    compare(live, dict(list(pages.items())[:: 4 if len(pages) > 100 else 1]))
    assert live.page("en/nowhere/") is None
    assert live.page("xx/") is None
    assert live.page("") is None


EDITS: dict[str, Callable[[Tree], object]] = {
    "a page": lambda tree: tree.append("docs/light.md", "\nMore light.\n"),
    "a translated page": lambda tree: tree.append("docs_fr/index.md", "\nPlus de lumière.\n"),
    "a sentence": lambda tree: tree.replace("docs/data/programme/light.yml", "40 lamps", "41 lamps"),
    "a translated sentence": lambda tree: tree.replace("docs_fr/data/programme/light.yml", "40 lampes", "41 lampes"),
    "a name that many sentences print": lambda tree: tree.replace("docs/data/bodies.yml", "JLB", "LB"),
}


def begun(tree: Tree, folder: Path) -> Live:
    staged, pages = whole(tree.root, folder)
    live = Live(tree.root, folder / "live")
    live.read()
    live.set_right(Outline.of(staged))
    compare(live, pages)
    return live


def test_words_are_seen_without_another_whole_run(tiny: Tree, tmp_path: Path) -> None:
    live = begun(tiny, tmp_path / "before")
    for edit in EDITS.values():
        edit(tiny)
        live.read()
    _staged, pages = whole(tiny.root, tmp_path / "after")
    outdated = b'class="admonition outdated"'
    compare(live, {address: html for address, html in pages.items() if outdated not in html})


FARTHER: dict[str, Callable[[Tree], object]] = {
    "a title": lambda tree: tree.replace("docs/data/programme/light.yml", "Light for all", "More light for all"),
    "the title of a group": lambda tree: tree.replace("mkdocs.yml", "L’année", "Une année"),
    "a page more": lambda tree: (
        tree.write("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n\nSee [light](light.md).\n"),
        tree.append("mkdocs.yml", "  - oil.md\n"),
        tree.append("docs/index.md", "\n[Oil](oil.md)\n"),
    ),
    "a statement elsewhere": lambda tree: (
        tree.replace("docs/light.md", '{{ area("light") }}', "Nothing yet."),
        tree.append("docs/index.md", '\n{{ area("light") }}\n'),
        tree.replace("docs_fr/light.md", '{{ area("light") }}', "Rien encore."),
        tree.append("docs_fr/index.md", '\n{{ area("light") }}\n'),
    ),
    "a picture": lambda tree: (
        tree.write("docs/lamp.svg", "<svg/>"),
        tree.append("docs/light.md", "\n![A lamp](lamp.svg)\n"),
    ),
    "a page that is not translated any more": lambda tree: tree.remove("docs_fr/light.md"),
}


def test_what_concerns_more_than_a_page_is_right_after_a_whole_run(tiny: Tree, tmp_path: Path) -> None:
    live = begun(tiny, tmp_path / "before")
    for number, edit in enumerate(FARTHER.values()):
        edit(tiny)
        live.read()
        if number % 2:
            staged, pages = whole(tiny.root, tmp_path / f"after-{number}")
            live.set_right(Outline.of(staged))
            compare(live, pages)


def test_a_title_is_not_lost_to_a_whole_run_that_began_before(tiny: Tree, tmp_path: Path) -> None:
    live = begun(tiny, tmp_path / "before")
    live.whole_run_begins()
    staged, _pages = whole(tiny.root, tmp_path / "meanwhile")
    tiny.replace("docs/index.md", "# Welcome", "# Come in")
    live.read(["docs/index.md"])
    live.set_right(Outline.of(staged))
    assert b"Come in" in (live.page("en/light/") or b"")
    live.whole_run_begins()
    tiny.append("docs/light.md", "\nMore.\n")
    live.read(["docs/light.md"])
    staged, pages = whole(tiny.root, tmp_path / "after")
    assert live.page("en/light/") == pages["en/light/"]
    live.set_right(Outline.of(staged))
    compare(live, pages)


def test_problems_are_raised_and_the_words_before_them_stay(tiny: Tree, tmp_path: Path) -> None:
    staged, pages = whole(tiny.root, tmp_path / "whole")
    live = Live(tiny.root, tmp_path / "live")
    live.read()
    live.set_right(Outline.of(staged))
    tiny.replace("docs/data/programme/light.yml", "[[lamp-board]]", "[[lamp-bord]]")
    with pytest.raises(Refused, match=r"docs/data/programme/light.yml:12: the entry 'lamp-bord' does not exist"):
        live.read()
    compare(live, pages)
    tiny.replace("docs/data/programme/light.yml", "[[lamp-bord]]", "[[lamp-board]]")
    tiny.append("docs/light.md", "\n[Oil](oil.md) and [this](@programme.oil).\n")
    live.read()
    with pytest.raises(Refused, match=r"docs/light.md:8: the link '@programme.oil' leads to nothing"):
        live.page("en/light/")
    tiny.replace("docs/light.md", " and [this](@programme.oil)", "")
    live.read()
    with pytest.raises(Refused, match=r"docs/light.md:8: the link 'oil.md' leads to nothing"):
        live.page("en/light/")
    assert live.page("en/") == pages["en/"]


def test_a_broken_template_is_a_problem_and_can_be_mended(tiny: Tree, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "overrides", tiny.root / "overrides")
    text = tiny.read("mkdocs.yml")
    tiny.write("mkdocs.yml", text.replace(str(ROOT / "overrides"), str(tiny.root / "overrides")))
    live, top = begun(tiny, tmp_path / "before"), tiny.read("overrides/partials/top.html")
    good = live.page("en/")
    for broken, said in (("{% nonsense %}", "Encountered unknown tag 'nonsense'"), ("{{ no.thing }}", "undefined")):
        tiny.write("overrides/partials/top.html", broken)
        live.read()
        with pytest.raises(Refused, match=rf"overrides/partials/top.html:1: the template is not well formed: .*{said}"):
            live.page("en/")
        assert live.last("en/") == good
    tiny.write("overrides/partials/top.html", top)
    live.read()
    assert live.page("en/") == good
