"""The built site is broken file by file: each fault is caught where it is; the sound site has none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Tree, plant

from handbook.build.jobs import build_all, jobs
from handbook.check.site import check_site
from handbook.finish.open_data import write_open_data
from handbook.finish.root_pages import write_root_pages
from handbook.finish.sitemap import write_sitemap
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
    return found


@pytest.fixture
def site(staged: Staged, tmp_path: Path) -> Path:
    return shutil.copytree(staged.folder.parent / "site", tmp_path / "site")


def test_a_sound_site_has_no_problem(staged: Staged, site: Path) -> None:
    assert check_site(staged, site) == []


LIGHT = "docs/light.md: "
FRENCH = "docs_fr/light.md: "
HTML = "</article>"

# file of the site, words in it, what replaces them, where the problem is, what is said
BROKEN = {
    "a link to nothing": ("en/light/index.html", HTML, '<a href="../dark/">x</a>', LIGHT, "a link leads to no file"),
    "a link to a folder of files": ("en/light/index.html", HTML, '<a href="../assets/">x</a>', LIGHT, "to no file"),
    "a link without its slash": ("en/light/index.html", HTML, '<a href="../../fr">x</a>', LIGHT, "leads to no file"),
    "a link out of the site": ("en/light/index.html", HTML, '<a href="/other/">x</a>', LIGHT, "leads to no file"),
    "a link to a file of the disk": ("en/light/index.html", HTML, '<a href="/etc/hosts">x</a>', LIGHT, "to no file"),
    "a link above everything": ("en/light/index.html", HTML, '<a href="../../../../x/">x</a>', LIGHT, "to no file"),
    "an absolute link to nothing": (
        "en/light/index.html",
        HTML,
        '<a href="https://lamps.example/book/en/dark/">x</a>',
        LIGHT,
        "a link leads to no file",
    ),
    "a link without address": ("en/light/index.html", HTML, '<a href="">x</a>', LIGHT, "a link has no address"),
    "a link to an anchor of nothing": ("en/light/index.html", HTML, '<a href="#x">x</a>', LIGHT, "leads to no anchor"),
    "a link to an anchor elsewhere": (
        "en/light/index.html",
        HTML,
        '<a href="../#nothing">x</a>',
        LIGHT,
        "a link leads to no anchor",
    ),
    "a link with an odd scheme": (
        "en/light/index.html",
        HTML,
        '<a href="javascript:alert()">x</a>',
        LIGHT,
        "the address has an unknown scheme",
    ),
    "a link into another language": (
        "fr/light/index.html",
        HTML,
        '<a href="../../en/light/">x</a>',
        FRENCH,
        "a link leads to another language",
    ),
    "a missing picture": ("fr/index.html", HTML, '<img src="lampe.png" alt="">', "docs_fr/index.md: ", "to no file"),
    "a picture from elsewhere": (
        "fr/index.html",
        HTML,
        '<img src="https://other.example/x.png" alt="">',
        "docs_fr/index.md: ",
        "the page loads something from elsewhere",
    ),
    "a script from elsewhere": (
        "en/light/index.html",
        HTML,
        '<script src="https://cdn.example/x.js"></script>',
        LIGHT,
        "the page loads something from elsewhere",
    ),
    "a script without scheme": (
        "en/light/index.html",
        HTML,
        '<script src="//cdn.example/book/index.html"></script>',
        LIGHT,
        "the page loads something from elsewhere",
    ),
    "a style from elsewhere": (
        "en/light/index.html",
        "</head>",
        '<link rel="stylesheet" href="https://fonts.example/css">',
        LIGHT,
        "the page loads something from elsewhere",
    ),
    "an id twice": (
        "en/light/index.html",
        HTML,
        '<p id="programme.light"></p>',
        LIGHT,
        "the id 'programme.light' stands twice",
    ),
    "another language": ("fr/light/index.html", '<html lang="fr"', '<html lang="en"', FRENCH, "says another language"),
    "no language": ("fr/light/index.html", '<html lang="fr"', "<html", FRENCH, "says another language"),
    "a root page without language": ("404.html", '<html lang="en"', "<html", "site/404.html: ", "another language"),
    "a template mark": ("en/light/index.html", HTML, "<p>{{ title }}</p>", LIGHT, "a mark of a template"),
    "a template block": ("en/light/index.html", HTML, "<p>{% if %}</p>", LIGHT, "a mark of a template"),
    "an entry that was not replaced": ("en/light/index.html", HTML, "<p>[[lamp-board]]</p>", LIGHT, "a mark of"),
    "a link by key": ("en/light/index.html", HTML, "<p>[x](@bodies)</p>", LIGHT, "a mark of"),
    "an entry that was not opened": ("en/light/index.html", HTML, "<p>lamp-board]]</p>", LIGHT, "a mark of"),
    "an anchor that was not understood": ("en/light/index.html", HTML, "<p>x { #y }</p>", LIGHT, "a mark of"),
    "a class that was not understood": ("en/light/index.html", HTML, "<p>x {: .y }</p>", LIGHT, "a mark of"),
    "a footnote that leads nowhere": ("en/light/index.html", HTML, "<p>x[^1]</p>", LIGHT, "a mark of"),
    "a link without its address": ("en/light/index.html", HTML, "<p>[x][y]</p>", LIGHT, "a mark of"),
    "a template mark in the head": (
        "en/light/index.html",
        '<meta name="description" content="',
        '<meta name="description" content="{{ x }}',
        LIGHT,
        "a mark of a template",
    ),
    "a statement without anchor": (
        "fr/light/index.html",
        'id="programme.light.means.ask-the-board"',
        "",
        FRENCH,
        "the anchor 'programme.light.means.ask-the-board' is not on the page",
    ),
    "a canonical address of another page": (
        "en/light/index.html",
        '<link rel="canonical" href="https://lamps.example/book/en/light/"',
        '<link rel="canonical" href="https://lamps.example/book/en/"',
        LIGHT,
        "the canonical address is another",
    ),
    "a canonical address in another language": (
        "fr/light/index.html",
        '<link rel="canonical" href="https://lamps.example/book/fr/light/"',
        '<link rel="canonical" href="https://lamps.example/book/en/light/"',
        FRENCH,
        "the canonical address is another",
    ),
    "an alternate that is not returned": (
        "fr/light/index.html",
        '<link rel="alternate" hreflang="en" href="https://lamps.example/book/en/light/">',
        "",
        LIGHT,
        "the alternate 'fr' does not lead back",
    ),
    "an alternate that is missing": (
        "fr/light/index.html",
        '<link rel="alternate" hreflang="en" href="https://lamps.example/book/en/light/">',
        "",
        FRENCH,
        "the alternate 'en' is missing",
    ),
    "an alternate of another page": (
        "en/light/index.html",
        'hreflang="fr" href="https://lamps.example/book/fr/light/">',
        'hreflang="fr" href="https://lamps.example/book/fr/">',
        LIGHT,
        "the alternate 'fr' does not lead back",
    ),
    "an alternate that is no page": (
        "en/light/index.html",
        'hreflang="fr" href="https://lamps.example/book/fr/light/">',
        'hreflang="fr" href="https://lamps.example/book/fr/lumiere/">',
        LIGHT,
        "a link leads to no file",
    ),
    "no default among the alternates": (
        "en/light/index.html",
        'hreflang="x-default"',
        'hreflang="es"',
        LIGHT,
        "the alternate 'x-default' is missing",
    ),
    "a fallback page with an alternate": (
        "fr/oil/index.html",
        "</head>",
        '<link rel="alternate" hreflang="fr" href="https://lamps.example/book/fr/oil/">',
        "docs/oil.md: ",
        "the alternate 'fr' is too much",
    ),
    "a fallback page that calls itself the original": (
        "fr/oil/index.html",
        '<link rel="canonical" href="https://lamps.example/book/en/oil/">',
        '<link rel="canonical" href="https://lamps.example/book/fr/oil/">',
        "docs/oil.md: ",
        "the canonical address is another",
    ),
    "a link on 'not found' that depends on the address": (
        "fr/404.html",
        HTML,
        '<a href="light/">x</a>',
        "site/fr/404.html: ",
        "a relative link on a page that is shown at any address",
    ),
    "a chooser without one of its languages": (
        "index.html",
        '<a href="fr/"',
        '<a href="de/"',
        "site/index.html: ",
        "a link leads to no file",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "place", "said"), BROKEN.values(), ids=BROKEN)
def test_a_fault_of_the_built_site_is_caught(
    staged: Staged, site: Path, file: str, old: str, new: str, place: str, said: str
) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new if old != HTML else new + HTML, 1), encoding="utf-8")
    problems = [str(problem) for problem in check_site(staged, site)]
    assert [one for one in problems if one.startswith(place) and said in one], problems


def test_a_page_that_was_not_built_is_caught(staged: Staged, site: Path) -> None:
    (site / "fr/light/index.html").unlink()
    problems = [str(problem) for problem in check_site(staged, site)]
    said = "the anchor 'programme.light.means.count-lamps' is not on the page"
    assert any(one.startswith(f"{FRENCH}{said}") for one in problems)
    assert any(one.startswith("docs_fr/index.md: a link leads to no file") for one in problems)


def test_a_problem_tells_the_line_where_the_address_was_written(staged: Staged, site: Path) -> None:
    (site / "en/pictures/lamp.svg").unlink()
    problems = [str(problem) for problem in check_site(staged, site)]
    line = (staged.settings.root / "docs/index.md").read_text().split("\n").index("![Lamp](pictures/lamp.svg)") + 1
    assert len(problems) == 1
    assert problems[0].startswith(f"docs/index.md:{line}: a link leads to no file (in site/en/index.html, line ")
    assert problems[0].endswith("); found 'pictures/lamp.svg'.")


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
    "an encoded anchor": '<p id="été"></p><a href="#%C3%A9t%C3%A9">x</a>',
}


@pytest.mark.parametrize("html", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_no_problem(staged: Staged, site: Path, html: str) -> None:
    file = site / "en/light/index.html"
    file.write_text(file.read_text(encoding="utf-8").replace(HTML, html + HTML), encoding="utf-8")
    assert check_site(staged, site) == []
