"""The book that copies are made from: chapters, anchors, links, and nothing that only a screen needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from editions import sample_editions
from lxml import etree

from handbook.copies.book import Book, book
from handbook.copies.book.clean import article, cleaned
from handbook.copies.book.links import linked, marked, pictured, slugs
from handbook.copies.edition import Edition
from handbook.problems import CouldNotRun

__all__ = ["sample_editions"]


@pytest.fixture(scope="module")
def books(sample_editions: dict[str, Edition]) -> dict[str, Book]:
    return {code: book(edition) for code, edition in sample_editions.items()}


def element(source: str) -> etree._Element:
    found = etree.HTML(source).find(".//article")
    assert found is not None
    return found


def written(body: etree._Element) -> str:
    return etree.tostring(body, encoding="unicode")


def test_chapters_are_the_top_of_the_navigation(books: dict[str, Book]) -> None:
    chapters = [(one.key, one.title, [page.path for page in one.pages]) for one in books["de"].chapters]
    assert chapters[0][0] == "index"
    assert chapters[2] == (
        "programme",
        "Das Programm",
        ["programme/index.md", "programme/watch.md", "programme/pay.md"],
    )
    assert {page.groups for page in books["de"].chapters[-1].pages} == {("1987",)}


def test_keys_are_equal_in_all_languages(books: dict[str, Book]) -> None:
    assert len({tuple(one.key for one in found.chapters) for found in books.values()}) == 1
    assert len({found.chapters[2].title for found in books.values()}) == 3


def test_ids_are_unique_and_links_inside_lead_to_them(books: dict[str, Book]) -> None:
    for found in books.values():
        ids = [one.get("id") for page in found.pages for one in page.body.iter() if one.get("id")]
        links = [one.get("href", "") for page in found.pages for one in page.body.iter("a")]
        assert len(ids) == len(set(ids))
        assert any(link.startswith("#") for link in links)
        assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
        assert all("://" in link or link.startswith("mailto:") for link in links if not link.startswith("#"))


def test_nothing_of_the_frame_is_left(books: dict[str, Book]) -> None:
    for found in books.values():
        for page in found.pages:
            assert not list(page.body.iter("script", "template", "nav", "button", "details", "summary"))
            assert not page.body.xpath(".//*[contains(@class, 'headerlink')]")
            assert len(list(page.body.iter("h1"))) == 1


def test_slugs_are_names_of_pages() -> None:
    assert list(slugs(["index.md", "a/index.md", "a/b.md", "a-b.md"]).values()) == ["index", "a", "a-b", "a-b-2"]


def test_what_is_folded_is_open_and_words_around_a_tool_stay() -> None:
    page = element(
        "<article><p>Before <button>Copy</button>after</p><details class='source'><summary>From</summary><p>Here</p>"
        "</details><details><summary><h3 id='x'>Title</h3></summary>Words</details></article>"
    )
    cleaned(page)
    assert " ".join("".join(page.itertext()).split()) == "Before afterFromHereTitleWords"
    assert '<div class="source"><p class="summary">From</p>' in written(page)
    assert '<div><h3 id="x">Title</h3>Words</div>' in written(page)


def test_drawings_keep_their_capitals(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text('<article><svg viewBox="0 0 1 1"><clipPath id="c"></clipPath></svg></article>')
    assert '<svg viewBox="0 0 1 1"><clipPath id="c"/></svg>' in written(article(file))


def test_links_lead_into_the_book_or_to_whole_addresses() -> None:
    page = element(
        '<article><a href="../b/#x">1</a><a href="../b/#gone">2</a><a href="../c/">3</a><a href="#y">4</a>'
        '<a href="mailto:a@b.example">5</a><h2 id="y">Y</h2><input aria-labelledby="y z"></article>'
    )
    marked(page, "a")
    linked(page, "https://h.example/a/", {"https://h.example/a/": "a", "https://h.example/b/": "b"}, {"a--y", "b--x"})
    links = [one.get("href") for one in page.iter("a")]
    assert links == ["#b--x", "#b", "https://h.example/c/", "#a--y", "mailto:a@b.example"]
    assert page.get("id") == "a"
    assert 'aria-labelledby="a--y a--z"' in written(page)


def test_pictures_are_named_by_their_path() -> None:
    page = element('<article><img src="../p/a%20b.png" srcset="x 2x"><img src="https://o.example/c.png"></article>')
    pictured(page, "https://h.example/en/a/", "https://h.example/en/")
    assert [one.get("src") for one in page.iter("img")] == ["p/a b.png", "https://o.example/c.png"]
    assert not page.xpath(".//@srcset")


def test_a_page_that_was_not_built_is_told(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match=r"index\.html cannot be read"):
        article(tmp_path / "index.html")
    (tmp_path / "index.html").write_text("<p>No article</p>")
    with pytest.raises(CouldNotRun, match="has no article"):
        article(tmp_path / "index.html")
