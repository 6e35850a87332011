"""The built site is broken file by file: each fault is caught where it is; the sound site has none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Tree, plant

from handbook.build.jobs import build_all, jobs
from handbook.check.site import Checked, check_site
from handbook.finish.offline import write_offline
from handbook.finish.open_data import write_open_data
from handbook.finish.root_pages import write_root_pages
from handbook.finish.sitemap import write_sitemap
from handbook.kept import Kept
from handbook.stage import Staged, stage_handbook
from handbook.way import overrides


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """A handbook with one page that is not translated, built into `staged.folder.parent / "site"`."""
    tree: Tree = plant(tmp_path_factory.mktemp("checked"))
    for folder in ("docs", "docs_fr"):
        tree.write(f"{folder}/pictures/lamp.svg", "<svg/>")
        tree.append(f"{folder}/index.md", "\n![Lamp](pictures/lamp.svg)\n[Mail](mailto:a@lamps.example)\n")
    tree.write("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n\nOil.\n")
    tree.append("mkdocs.yml", "  - oil.md\n")
    found = stage_handbook(tree.root, tree.root / "work/stage", allow_missing=True)
    site = tree.root / "work/site"
    assert build_all(list(jobs(found, site))) == []
    write_root_pages(found, overrides(tree.root), site)
    write_sitemap(found, site)
    write_open_data(found, site)
    write_offline(found, site)
    return found


@pytest.fixture
def site(staged: Staged, tmp_path: Path) -> Path:
    return shutil.copytree(staged.folder.parent / "site", tmp_path / "site")


def test_a_sound_site_has_no_problem(staged: Staged, site: Path) -> None:
    assert check_site(staged, site) == Checked((), ())


HTML = "</article>"

# file of the site, words in it, what replaces them, the class of defect, where it was written
BROKEN = {
    "a link to nothing": ("en/light/index.html", HTML, '<a href="../dark/">x</a>', "missing-page", "docs/light.md"),
    "a link to a folder of files": (
        "en/light/index.html",
        HTML,
        '<a href="../assets/">x</a>',
        "folder-without-page",
        "docs/light.md",
    ),
    "a link without its slash": (
        "en/light/index.html",
        HTML,
        '<a href="../../fr">x</a>',
        "missing-slash",
        "docs/light.md",
    ),
    "a link above everything": (
        "en/light/index.html",
        HTML,
        '<a href="../../../../x/">x</a>',
        "outside-folder",
        "docs/light.md",
    ),
    "an absolute link to nothing": (
        "en/light/index.html",
        HTML,
        '<a href="https://lamps.example/book/en/dark/">x</a>',
        "missing-page",
        "docs/light.md",
    ),
    "a link without address": ("en/light/index.html", HTML, '<a href="">x</a>', "empty-address", "docs/light.md"),
    "a link to an anchor of nothing": (
        "en/light/index.html",
        HTML,
        '<a href="#x">x</a>',
        "missing-anchor",
        "docs/light.md",
    ),
    "a link to an anchor elsewhere": (
        "en/light/index.html",
        HTML,
        '<a href="../#nothing">x</a>',
        "missing-anchor",
        "docs/light.md",
    ),
    "a link with an odd scheme": (
        "en/light/index.html",
        HTML,
        '<a href="javascript:alert()">x</a>',
        "script-address",
        "docs/light.md",
    ),
    "a link into another language": (
        "fr/light/index.html",
        HTML,
        '<a href="../../en/light/">x</a>',
        "language-leak",
        "docs_fr/light.md",
    ),
    "a missing picture": ("fr/index.html", HTML, '<img src="lampe.png" alt="">', "missing-file", "docs_fr/index.md"),
    "a picture from elsewhere": (
        "fr/index.html",
        HTML,
        '<img src="https://other.example/x.png" alt="">',
        "third-party",
        "docs_fr/index.md",
    ),
    "a script from elsewhere": (
        "en/light/index.html",
        HTML,
        '<script src="https://cdn.example/x.js"></script>',
        "third-party",
        "docs/light.md",
    ),
    "a script without scheme": (
        "en/light/index.html",
        HTML,
        '<script src="//cdn.example/book/index.html"></script>',
        "third-party",
        "docs/light.md",
    ),
    "a style from elsewhere": (
        "en/light/index.html",
        "</head>",
        '<link rel="stylesheet" href="https://fonts.example/css">',
        "third-party",
        "docs/light.md",
    ),
    "an id twice": (
        "en/light/index.html",
        HTML,
        '<p id="programme.light"></p>',
        "duplicate-id",
        "docs/data/programme/light.yml",
    ),
    "another language": (
        "fr/light/index.html",
        '<html lang="fr"',
        '<html lang="en"',
        "wrong-language",
        "docs_fr/light.md",
    ),
    "no language": ("fr/light/index.html", '<html lang="fr"', "<html", "no-language", "docs_fr/light.md"),
    "a root page without language": ("404.html", '<html lang="en"', "<html", "no-language", "site/404.html"),
    "a template mark": ("en/light/index.html", HTML, "<p>{{ title }}</p>", "unrendered-template", "docs/light.md"),
    "a template block": ("en/light/index.html", HTML, "<p>{% if %}</p>", "unrendered-template", "docs/light.md"),
    "an entry that was not replaced": (
        "en/light/index.html",
        HTML,
        "<p>[[lamp-board]]</p>",
        "unrendered-name",
        "docs/data/programme/light.yml",
    ),
    "a link by key": ("en/light/index.html", HTML, "<p>[x](@bodies)</p>", "undefined-reference", "docs/light.md"),
    "an anchor that was not understood": (
        "en/light/index.html",
        HTML,
        "<p>x { #y }</p>",
        "unrendered-attributes",
        "docs/light.md",
    ),
    "a class that was not understood": (
        "en/light/index.html",
        HTML,
        "<p>x {: .y }</p>",
        "unrendered-attributes",
        "docs/light.md",
    ),
    "a footnote that leads nowhere": (
        "en/light/index.html",
        HTML,
        "<p>x[^1]</p>",
        "undefined-footnote",
        "docs/light.md",
    ),
    "a link without its address": (
        "en/light/index.html",
        HTML,
        "<p>[x][y]</p>",
        "undefined-reference",
        "docs/light.md",
    ),
    "a template mark in the head": (
        "en/light/index.html",
        '<meta name="description" content="',
        '<meta name="description" content="{{ x }}',
        "unrendered-template",
        "docs/light.md",
    ),
    "a statement without anchor": (
        "fr/light/index.html",
        'id="programme.light.means.ask-the-board"',
        "",
        "the anchor 'programme.light.means.ask-the-board' is not on the page",
        "docs_fr/light.md",
    ),
    "a canonical address of another page": (
        "en/light/index.html",
        '<link rel="canonical" href="https://lamps.example/book/en/light/"',
        '<link rel="canonical" href="https://lamps.example/book/en/"',
        "canonical-elsewhere",
        "docs/light.md",
    ),
    "a canonical address in another language": (
        "fr/light/index.html",
        '<link rel="canonical" href="https://lamps.example/book/fr/light/"',
        '<link rel="canonical" href="https://lamps.example/book/en/light/"',
        "canonical-language",
        "docs_fr/light.md",
    ),
    "an alternate that is not returned": (
        "fr/light/index.html",
        '<link rel="alternate" hreflang="en" href="https://lamps.example/book/en/light/">',
        "",
        "alternate-not-returned",
        "docs/light.md",
    ),
    "an alternate that is missing": (
        "fr/light/index.html",
        '<link rel="alternate" hreflang="en" href="https://lamps.example/book/en/light/">',
        "",
        "alternate-missing",
        "docs_fr/light.md",
    ),
    "an alternate of another page": (
        "en/light/index.html",
        'hreflang="fr" href="https://lamps.example/book/fr/light/">',
        'hreflang="fr" href="https://lamps.example/book/fr/">',
        "alternate-extra",
        "docs/light.md",
    ),
    "an alternate that is no page": (
        "en/light/index.html",
        'hreflang="fr" href="https://lamps.example/book/fr/light/">',
        'hreflang="fr" href="https://lamps.example/book/fr/lumiere/">',
        "missing-page",
        "docs/light.md",
    ),
    "no default among the alternates": (
        "en/light/index.html",
        'hreflang="x-default"',
        'hreflang="es"',
        "no-default",
        "docs/light.md",
    ),
    "a fallback page with an alternate": (
        "fr/oil/index.html",
        "</head>",
        '<link rel="alternate" hreflang="fr" href="https://lamps.example/book/fr/oil/">',
        "fallback-offered",
        "docs/oil.md",
    ),
    "a fallback page that calls itself the original": (
        "fr/oil/index.html",
        '<link rel="canonical" href="https://lamps.example/book/en/oil/">',
        '<link rel="canonical" href="https://lamps.example/book/fr/oil/">',
        "canonical-language",
        "docs/oil.md",
    ),
    "a link on 'not found' that depends on the address": (
        "fr/404.html",
        HTML,
        '<a href="light/">x</a>',
        "relative-on-not-found",
        "site/fr/404.html",
    ),
    "a chooser without one of its languages": (
        "index.html",
        '<a href="fr/"',
        '<a href="de/"',
        "missing-page",
        "site/index.html",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "code", "source"), BROKEN.values(), ids=BROKEN)
def test_a_fault_of_the_built_site_is_caught(
    staged: Staged, site: Path, file: str, old: str, new: str, code: str, source: str
) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new if old != HTML else new + HTML, 1), encoding="utf-8")
    found = check_site(staged, site).problems
    assert [one for one in found if code in f"{one.wrong} {one.todo}" and one.file == source], found


def test_a_page_that_was_not_built_is_caught(staged: Staged, site: Path) -> None:
    (site / "fr/light/index.html").unlink()
    problems = [str(problem) for problem in check_site(staged, site).problems]
    said = "the anchor 'programme.light.means.count-lamps' is not on the page"
    assert any(one.startswith(f"docs_fr/light.md: {said}") for one in problems)
    assert any("no page in it: light/" in one for one in problems)


def test_a_problem_tells_the_line_where_the_address_was_written(staged: Staged, site: Path) -> None:
    (site / "en/pictures/lamp.svg").unlink()
    problems = [str(problem) for problem in check_site(staged, site).problems]
    line = (staged.settings.root / "docs/index.md").read_text().split("\n").index("![Lamp](pictures/lamp.svg)") + 1
    assert len(problems) == 1
    start = f"docs/index.md:{line}: a file is not there: pictures/lamp.svg"
    assert problems[0].startswith(f"{start} (in site/en/index.html, line ")


def test_what_was_meant_is_told_as_it_is_written_in_the_words(staged: Staged, site: Path) -> None:
    file = site / "en/index.html"
    file.write_text(file.read_text(encoding="utf-8").replace('href="light/">light', 'href="lihgt/">light'), "utf-8")
    problems = check_site(staged, site).problems
    assert [one.todo.partition(" Correct")[0] for one in problems if one.file == "docs/index.md"] == [
        "Did you mean 'light.md'?"
    ], problems


def test_what_a_person_may_have_reasons_for_is_only_told(staged: Staged, site: Path) -> None:
    file = site / "en/light/index.html"
    vague = '<a href="../">click here</a>'
    file.write_text(file.read_text(encoding="utf-8").replace(HTML, vague + HTML), encoding="utf-8")
    checked = check_site(staged, site)
    assert checked.problems == ()
    assert [one.todo.rpartition("/")[2] for one in checked.remarks] == ["vague-text.md."]


SOUND = {
    "a page elsewhere": '<a href="https://other.example/x#y">x</a>',
    "a neighbour on the same host": '<a href="https://lamps.example/other/">x</a>',
    "a page of the site by its whole address": '<a href="https://lamps.example/book/en/light/#programme.light">x</a>',
    "a page by its path": '<a href="/book/en/light/">x</a>',
    "a telephone": '<a href="tel:+41220000000">x</a>',
    "a passage of a page": '<a href="../#:~:text=lamps">x</a>',
    "the top of the page": '<a href="#">x</a>',
    "the language switch": '<a href="../../fr/light/" hreflang="fr">x</a>',
    "code about templates": "<pre><code>{{ title }} [[x]]</code></pre>",
}


@pytest.mark.parametrize("html", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_no_problem(staged: Staged, site: Path, html: str) -> None:
    file = site / "en/light/index.html"
    file.write_text(file.read_text(encoding="utf-8").replace(HTML, html + HTML), encoding="utf-8")
    assert check_site(staged, site) == Checked((), ())


def sprayed(site: Path) -> None:
    """Break two pages in two languages."""
    for page, html in (("en/light/index.html", '<a href="../dark/">x</a>'), ("fr/index.html", "<p>{{ title }}</p>")):
        file = site / page
        file.write_text(file.read_text(encoding="utf-8").replace(HTML, html + HTML), encoding="utf-8")


def test_what_is_kept_changes_no_finding(staged: Staged, site: Path, tmp_path: Path) -> None:
    keeping = replace(staged, kept=Kept(tmp_path / "kept"))
    assert check_site(keeping, site) == check_site(keeping, site) == Checked((), ())
    sprayed(site)
    expected = check_site(staged, site)
    assert len(expected.problems) == 2
    assert check_site(keeping, site) == check_site(keeping, site) == expected


def test_a_damaged_shelf_counts_as_nothing(staged: Staged, site: Path, tmp_path: Path) -> None:
    keeping = replace(staged, kept=Kept(tmp_path / "kept"))
    sprayed(site)
    expected = check_site(keeping, site)
    (file,) = (tmp_path / "kept").iterdir()
    for damaged in (file.read_bytes()[:-9], b"", b"\x80\x05."):
        file.write_bytes(damaged)
        assert check_site(keeping, site) == expected
