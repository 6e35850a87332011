"""Copies to take away: all are made side by side, offered with type and size, kept, or nothing is published."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
import yaml
from conftest import Tree

from handbook.check.site import check_site
from handbook.copies.edition import Edition, Wanted
from handbook.copies.kinds import Kinds, Lacking
from handbook.kept import Kept
from handbook.problems import CouldNotRun, Problem, Refused
from handbook.stage import stage_handbook
from handbook.way import Published, build_site

PAGE = "---\ndescription: {0}\n---\n# {0} {{ #take }}\n\n{{{{ copies() }}}}\n"


@pytest.fixture
def tree(tiny: Tree) -> Tree:
    """A handbook with a page for the list."""
    tiny.write("docs/take.md", PAGE.format("Take & read"))
    tiny.write("docs_fr/take.md", PAGE.format("Emporter"))
    tiny.replace("mkdocs.yml", "  - index.md\n", "  - index.md\n  - take.md\n")
    return tiny


class Making:
    """A kind of copies for tests: notes what is made, in a file, since that happens in other processes."""

    def __init__(self, log: Path, make: Callable[[], bytes] = lambda: b"x" * 1_500_000) -> None:
        self.log, self.make = log, make

    def paper(self, edition: Edition) -> Iterator[Wanted]:
        words = (edition.folder / "light" / "index.html").read_bytes()
        made = partial(self._made, edition.language.code)
        yield Wanted("pdf", "whole", "handbook.pdf", "Lamps <all>", partial(made, "whole", self.make))
        yield Wanted("pdf", "chapters", "light.pdf", "Light", partial(made, "light", lambda: words), ("light.md",))

    def bundle(self, editions: Sequence[Edition]) -> Wanted:
        codes = " ".join(edition.language.code for edition in editions).encode()
        return Wanted("zip", "whole", "all.zip", "", partial(self._made, "", "all", lambda: codes))

    def _made(self, code: str, name: str, make: Callable[[], bytes]) -> bytes:
        with self.log.open("a") as log:
            log.write(f"{code}{name} ")
        return make()

    @property
    def kinds(self) -> Kinds:
        return Kinds({"paper": lambda: self.paper}, {"bundle": lambda: self.bundle})

    def made(self) -> list[str]:
        """What was made since this was asked last."""
        said = self.log.read_text() if self.log.exists() else ""
        self.log.unlink(missing_ok=True)
        return sorted(said.split())


ALL = ["all", "enlight", "enwhole", "frlight", "frwhole"]


@pytest.fixture
def making(tmp_path: Path, no_pango: None) -> Making:
    return Making(tmp_path / "log")


def build(tree: Tree, kinds: Kinds | None, tell: Callable[[str], None] = lambda _said: None) -> Published:
    return build_site(tree.root, tree.root / "site", tell=tell, kept=Kept(tree.root / "build" / "kept"), kinds=kinds)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def one(make: Callable[[], bytes], name: str = "one.pdf") -> Kinds:
    """One copy a language."""
    return Kinds({"one": lambda: lambda _edition: iter([Wanted("pdf", "whole", name, "One", make)])})


def test_a_site_without_copies_says_so_and_offers_none(tree: Tree) -> None:
    assert build(tree, None).copies == 0
    page = tree.read("site/fr/take/index.html")
    said = yaml.safe_load(tree.read("docs_fr/data/labels.yml"))["copy-none"]
    assert said in page
    assert "copies/" not in page + tree.read("site/en/light/index.html")
    assert "take-away" not in tree.read("site/en/light/index.html")
    assert not list((tree.root / "site").rglob("copies"))


def test_copies_are_made_and_offered_with_type_size_and_day(tree: Tree, making: Making) -> None:
    heard: list[str] = []
    done = build(tree, making.kinds, heard.append)
    assert (done.copies, done.remarks) == (5, ())
    assert making.made() == ALL
    assert heard[-3] == "  copies    5 of 5 copies"
    site = tree.root / "site"
    assert (site / "copies/all.zip").read_bytes() == b"en fr"
    assert (site / "fr/copies/handbook.pdf").stat().st_size == 1_500_000
    english, french = tree.read("site/en/take/index.html"), tree.read("site/fr/take/index.html")
    assert '<a href="../copies/handbook.pdf" type="application/pdf">Lamps &lt;all&gt; (PDF, 1.5\xa0MB)</a>' in english
    assert ">Lamps &lt;all&gt; (PDF, 1,5\u202fMo)</a>" in french
    assert '<a href="../../copies/all.zip" type="application/zip">' in english
    assert "Edition of " in english
    assert "no files to take with you" not in english


def test_a_page_links_to_its_own_copies_and_to_the_list(tree: Tree, making: Making) -> None:
    build(tree, making.kinds)
    light = tree.read("site/en/light/index.html").partition("</article>")[2]
    assert '<a href="../copies/light.pdf" type="application/pdf">' in light
    assert '<li><a href="../take/">All files to take with you</a></li>' in light
    home = tree.read("site/en/index.html").partition("</article>")[2]
    assert ".pdf" not in home
    assert '<li><a href="take/">All files to take with you</a></li>' in home
    assert "take-away" not in tree.read("site/en/take/index.html")


def test_what_is_copied_says_where_the_list_is(tree: Tree) -> None:
    def page(edition: Edition) -> Iterator[Wanted]:
        yield Wanted("html", "whole", "take.html", "T", (edition.folder / "take" / "index.html").read_bytes)

    build(tree, Kinds({"page": lambda: page}))
    copied = tree.read("site/en/copies/take.html")
    assert '<a href="https://lamps.example/book/en/take/">https://lamps.example/book/en/take/</a>' in copied
    assert "no files to take with you" not in copied
    assert '<a href="../copies/take.html" type="text/html" download>' in tree.read("site/en/take/index.html")


def test_a_file_that_is_taken_away_is_no_page_of_the_site(tree: Tree) -> None:
    broken = b'<style>p{}</style><script>1</script><a href="nowhere.html" onclick="x()">x</a>'
    kinds = Kinds({"page": lambda: lambda _edition: iter([Wanted("html", "whole", "o.html", "O", lambda: broken)])})
    assert build(tree, kinds).remarks == ()
    assert tree.read("site/en/copies/o.html").encode() == broken
    assert "copies/" not in "".join(json.loads(tree.read("site/en/offline-files.json"))["files"])


def test_search_engines_are_told_of_documents_that_are_no_page(tree: Tree, making: Making) -> None:
    build(tree, making.kinds)
    sitemap, headers = tree.read("site/sitemap.xml"), tree.read("site/_headers")
    assert "<loc>https://lamps.example/book/fr/copies/handbook.pdf</loc>\n" in sitemap
    assert sitemap.count('hreflang="en" href="https://lamps.example/book/en/copies/handbook.pdf"') == 2
    assert "light.pdf" not in sitemap
    assert '/en/copies/light.pdf\n  Link: <https://lamps.example/book/en/light/>; rel="canonical"\n' in headers
    assert "handbook.pdf" not in headers


def test_the_same_bytes_in_any_order(tree: Tree, making: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    for processors in (1, 5):
        monkeypatch.setattr(os, "cpu_count", lambda count=processors: count)
        build_site(tree.root, tree.root / "site", kinds=making.kinds)
        seen.append(files(tree.root / "site"))
    assert seen[0] == seen[1]


def test_only_what_changed_is_made_again(tree: Tree, making: Making) -> None:
    build(tree, making.kinds)
    assert making.made() == ALL
    before = files(tree.root / "site")
    build(tree, making.kinds)
    assert making.made() == []
    assert files(tree.root / "site") == before
    tree.replace("docs_fr/data/programme/light.yml", "Demander 40 lampes", "Exiger 40 lampes")
    build(tree, making.kinds)
    assert making.made() == ["all", "frlight", "frwhole"]
    assert "Exiger" in tree.read("site/fr/copies/light.pdf")
    assert len(files(tree.root / "build" / "kept" / "copies")) == len(ALL)


def test_what_is_kept_and_damaged_is_made_again(tree: Tree, making: Making) -> None:
    build(tree, making.kinds)
    making.made()
    before = files(tree.root / "site")
    first = min((tree.root / "build" / "kept" / "copies").iterdir())
    first.write_bytes(first.read_bytes()[:-1] + b"!")
    build(tree, making.kinds)
    assert len(making.made()) == 1
    assert files(tree.root / "site") == before


def test_copies_of_an_earlier_run_do_not_stay(tree: Tree, making: Making) -> None:
    build(tree, making.kinds)
    build(tree, None)
    assert not list((tree.root / "site").rglob("copies"))


def killed() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def refused() -> bytes:
    raise Refused([Problem("docs/index.md", 4, "the picture is missing")])


def broken() -> bytes:
    raise ValueError("no such table")


def full() -> bytes:
    raise CouldNotRun("the disk is full")


FAILURES: dict[str, tuple[Callable[[], bytes], type[Exception], str]] = {
    "killed": (
        killed,
        CouldNotRun,
        "the copy en/one.pdf could not be made: its process was stopped (killed, or out of memory)",
    ),
    "refused": (refused, Refused, "docs/index.md:4: the picture is missing."),
    "broken": (broken, CouldNotRun, "the copy en/one.pdf could not be made: ValueError: no such table"),
    "full": (full, CouldNotRun, "the copy en/one.pdf could not be made: the disk is full"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_copy_that_cannot_be_made_leaves_the_old_site(name: str, tree: Tree, making: Making) -> None:
    build(tree, making.kinds)
    before = files(tree.root / "site")
    make, error, said = FAILURES[name]
    with pytest.raises(error) as raised:
        build(tree, one(make))
    assert str(raised.value).partition("; ")[0] == said
    assert files(tree.root / "site") == before


def lacking(said: str) -> Callable[[Edition], Iterator[Wanted]]:
    raise Lacking(said)


def test_what_the_system_lacks_is_left_out_and_told(tree: Tree, making: Making) -> None:
    def unloaded() -> bytes:
        raise OSError("cannot load library 'libpango': and a page of advice")

    kinds = Kinds(
        {"x": partial(lacking, "No module named 'x'"), "paper": lambda: making.paper, **one(unloaded).of_a_language}
    )
    done = build(tree, kinds)
    assert done.copies == 4
    begin = "requirements-copies.txt: copies to take away are left out"
    assert [str(remark).partition(". ")[0] for remark in done.remarks] == [
        f"{begin} (x): No module named 'x'",
        f"{begin} (pdf): cannot load library 'libpango'",
    ]
    assert "one.pdf" not in tree.read("site/en/take/index.html")


def test_a_site_whose_copies_are_all_left_out_is_one_without(tree: Tree) -> None:
    done = build(tree, Kinds({"x": partial(lacking, "No module named 'x'")}))
    assert (done.copies, len(done.remarks)) == (0, 1)
    with_kinds = files(tree.root / "site")
    build(tree, None)
    assert files(tree.root / "site") == with_kinds


def test_the_size_that_is_said_is_the_size(tree: Tree, making: Making, tmp_path: Path) -> None:
    build(tree, making.kinds)
    staged = stage_handbook(tree.root, tmp_path / "stage", False)
    assert check_site(staged, tree.root / "site").problems == ()
    (tree.root / "site/fr/copies/handbook.pdf").write_bytes(b"less")
    (tree.root / "site/en/copies/light.pdf").unlink()
    said = [str(problem) for problem in check_site(staged, tree.root / "site").problems]
    assert any("the link to fr/copies/handbook.pdf does not say how large it is" in one for one in said)
    assert any("light.pdf" in one for one in said), said


def test_two_copies_of_one_name_are_told(tree: Tree, making: Making) -> None:
    kinds = Kinds({**making.kinds.of_a_language, **one(lambda: b"", "Handbook.pdf").of_a_language})
    with pytest.raises(CouldNotRun, match=r"^2 copies to take away are called en/handbook\.pdf$"):
        build(tree, kinds)


def test_a_page_in_the_place_of_the_copies_is_told(tree: Tree, making: Making) -> None:
    for folder in ("docs", "docs_fr"):
        (tree.root / folder / "take.md").rename(tree.root / folder / "copies.md")
    tree.replace("mkdocs.yml", "take.md", "copies.md")
    assert build(tree, None).copies == 0
    with pytest.raises(Refused, match="docs: the handbook has a page or a folder 'copies'"):
        build(tree, making.kinds)


def test_a_handbook_without_a_place_for_the_list_is_told(tiny: Tree, making: Making) -> None:
    done = build(tiny, making.kinds)
    assert done.copies == 5
    assert [str(remark).partition(". ")[0] for remark in done.remarks] == [
        "docs: no page lists the copies to take away",
        "docs_fr: no page lists the copies to take away",
    ]
    assert "copies/light.pdf" in tiny.read("site/en/light/index.html")


def test_a_label_that_copies_need_is_asked_for(tree: Tree, making: Making) -> None:
    for folder in ("docs", "docs_fr"):
        labels = tree.read(f"{folder}/data/labels.yml")
        tree.write(f"{folder}/data/labels.yml", labels.replace("copy-type-pdf:", "copy-type-pfd:"))
    with pytest.raises(Refused, match=r"docs/data/labels\.yml: the label 'copy-type-pdf' is missing\."):
        build(tree, making.kinds)
