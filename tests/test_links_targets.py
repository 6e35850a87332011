"""Addresses inside a site: each way in which one can be wrong, and each in which it is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.links.near import Names, Paths
from handbook.links.resolve import Addresses
from tests.link_tree import HOST, found, page, plant

FILES: dict[str, str | bytes] = {
    "index.html": page('<p id="home">x</p>'),
    "field/index.html": page("<h2 id='Means'>x</h2><h2 id='b%20c'>x</h2><a name='old'></a>"),
    "Guide/Rules.html": page(),
    "money.html": page('<h2 id="été">x</h2><h2 id="100%">x</h2>'),
    "café.html": page(),
    "two words.html": page(),
    "100%.html": page(),
    "a%20b.html": page(),
    "what?.html": page(),
    "c#.html": page(),
    "it's.html": page(),
    'say "hello".html': page(),
    "only.htm": page(),
    "pictures/lamp.png": b"\x89PNG",
    "forms/plan.pdf": b"not read here",
    "icons.svg": '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="lamp"/></svg>',
    "long/" + "x" * 200 + ".html": page(),
}


def beginning(address: str, tag: str = "a") -> dict[str, str | bytes]:
    attribute = "href" if tag == "a" else "src"
    files = {name: text for name, text in FILES.items() if name != "forms/plan.pdf"}
    return {**files, "start/page.html": page(f"<{tag} {attribute}='{address}'>words</{tag}>")}


def codes_of(root: Path, address: str, tag: str = "a", host: str = HOST) -> list[tuple[str, str]]:
    kept = [one for one in found(root, beginning(address, tag), host) if one.code != "orphan-page"]
    return [(one.code, one.instead) for one in kept if one.file == "start/page.html"]


@pytest.mark.parametrize(
    "address",
    [
        "../",
        "../index.html",
        "..",
        "../field/",
        "../field/index.html",
        "../field/#Means",
        "../field/?from=mail#Means",
        "../field/#old",
        "../field/#b%20c",
        "../field/#top",
        "../field/#TOP",
        "../field/#",
        "../field/#:~:text=some%20words",
        "../field/#Means:~:text=words",
        "../field/#/route/of/a/script",
        "../money.html#%C3%A9t%C3%A9",
        "../money.html#été",
        "../money.html#100%",
        "../money.html#100%25",
        "../money",
        "../money?x=1",
        "../Guide/Rules.html",
        "..\\Guide\\Rules.html",
        "../caf%C3%A9.html",
        "../café.html",
        "../two words.html",
        "../two%20words.html",
        " ../two%20words.html\n",
        "../100%.html",
        "../100%25.html",
        "../a%2520b.html",
        "../what%3F.html",
        "../c%23.html",
        "../it%27s.html",
        '../say "hello".html',
        "../only.htm",
        "../long/" + "x" * 200 + ".html",
        "/book/field/",
        "/book",
        "/book/",
        "/book/./field/../money.html",
        "../%2e%2e/book/money.html",
        "../icons.svg#lamp",
        "../icons.svg#svgView(viewBox(0,0,1,1))",
        "../pictures/lamp.png#t=10",
        "page.html",
        "",
        "#",
        "#top",
        "?sort=up",
        "https://other.example/book/nothing",
        "//other.example/nothing",
        "mailto:lamps@lamps.example",
        "data:text/plain,hello",
        "javascript:void(0)",
        "https://lamps.example/",
        "https://lamps.example/other/page",
    ],
)
def test_a_sound_address_is_not_found_fault_with(tmp_path: Path, address: str) -> None:
    assert codes_of(tmp_path, address.replace("'", "&#39;")) == []


@pytest.mark.parametrize(
    ("address", "code", "instead"),
    [
        ("../feild/", "missing-page", "../field/"),
        ("../nothing.html", "missing-page", ""),
        ("../nothing/at/all/", "missing-page", ""),
        ("../field.html", "missing-page", "../field/"),
        ("../money/", "missing-page", "../money.html"),
        ("../money.html/", "missing-page", "../money.html"),
        ("../only.html", "missing-page", "../only.htm"),
        ("../old/money.html?a=b#x", "missing-page", "../money.html?a=b#x"),
        ("../a%20b.html", "missing-page", "../a%2520b.html"),
        ("../what?.html", "missing-page", "../what%3F.html"),
        ("../c#.html", "missing-page", "../c%23.html"),
        ("../forms/none.zip", "missing-file", ""),
        ("../guide/Rules.html", "wrong-case", "../Guide/Rules.html"),
        ("../Guide/rules.html", "wrong-case", "../Guide/Rules.html"),
        ("../Field/", "wrong-case", "../field/"),
        ("../Money", "wrong-case", "../money.html"),
        ("../cafe%CC%81.html", "other-accents", "../caf%C3%A9.html"),
        ("../Cafe%CC%81.html", "wrong-case", "../caf%C3%A9.html"),
        ("../field", "missing-slash", "../field/"),
        ("../field?a=b#Means", "missing-slash", "../field/?a=b#Means"),
        ("../field.md", "source-link", "../field/"),
        ("../data/plan.yml", "source-link", ""),
        ("../pictures/", "folder-without-page", ""),
        ("../pictures", "folder-without-page", ""),
        ("../../../../field/", "outside-folder", "../field/"),
        ("/field/", "outside-folder", "../field/"),
        ("/field", "outside-folder", "../field/"),
        ("../../../nothing", "outside-folder", ""),
        ("/elsewhere/", "elsewhere-on-host", ""),
        ("../../elsewhere/", "elsewhere-on-host", ""),
        ("https://lamps.example/book/field/", "own-address", "../field/"),
        ("http://lamps.example/book/money.html#100%25", "own-address", "../money.html#100%25"),
        ("https://lamps.example/book/none/", "missing-page", ""),
        ("../field/#means", "anchor-case", "../field/#Means"),
        ("../field/#Meens", "missing-anchor", "../field/#Means"),
        ("../field#Meens", "missing-slash", "../field/#Meens"),
        ("#nothing", "missing-anchor", ""),
        ("../money.html#e%CC%81te%CC%81", "other-accents", "../money.html#été"),
        ("../icons.svg#lantern", "missing-anchor", ""),
        ("../" + "y" * 5000 + ".html", "missing-page", ""),
        ("../\x01.html", "missing-page", ""),
        ("../%00.html", "missing-page", ""),
        ("../%FF.html", "missing-page", ""),
    ],
)
def test_a_wrong_address_is_named_with_what_was_meant(tmp_path: Path, address: str, code: str, instead: str) -> None:
    assert (code, instead) in codes_of(tmp_path, address)


@pytest.mark.parametrize("tag", ["img", "script", "iframe", "video", "audio", "embed"])
def test_what_a_page_shows_must_be_there(tmp_path: Path, tag: str) -> None:
    code = "missing-page" if tag == "iframe" else "missing-file"
    assert [one for one, _ in codes_of(tmp_path, "../nothing.html", tag)] == [code]


def test_a_site_at_the_top_of_its_host_has_nothing_beside_it(tmp_path: Path) -> None:
    assert codes_of(tmp_path, "/field/", host="https://lamps.example") == []
    assert codes_of(tmp_path, "../../money.html", host="https://lamps.example") == [("outside-folder", "../money.html")]
    assert codes_of(tmp_path, "/en/", host="https://lamps.example") == [("missing-page", "")]


@pytest.mark.parametrize(
    ("base", "address", "codes"),
    [
        ("/book/", "money.html", []),
        ("/book/field/", "#Means", []),
        ("/book/field/", "#home", ["missing-anchor"]),
        ("../field/", "../money.html", []),
        ("https://other.example/", "nothing.html", []),
        ("https://lamps.example/book/", "nothing.html", ["missing-page"]),
    ],
)
def test_a_base_is_heeded_as_browsers_do(tmp_path: Path, base: str, address: str, codes: list[str]) -> None:
    files = {
        **FILES,
        "forms/plan.pdf": b"",
        "start/page.html": page(f"<a href='{address}'>x</a>", f"<base href='{base}'>"),
    }
    assert [one.code for one in found(tmp_path, files) if one.file == "start/page.html" and one.line] == codes


def test_ids_that_stand_twice_are_told_once(tmp_path: Path) -> None:
    files = {"index.html": page("<p id=a>x</p>\n<p id=a>y</p>")}
    assert [(one.code, one.line) for one in found(tmp_path, files)] == [("duplicate-id", 2)]


@pytest.mark.parametrize(
    ("address", "full"), [("index.html", ""), ("fr/index.html", "fr/"), ("été/a b.html", "%C3%A9t%C3%A9/a%20b.html")]
)
def test_the_address_of_a_file(address: str, full: str) -> None:
    assert Addresses(HOST).of(address) == HOST + full


@pytest.mark.parametrize(
    "address", ["http://[", "http://a:b", "https://", "//", "http:///x", "https://lamps.example:99999/"]
)
def test_what_is_no_address_is_told_so_and_nothing_is_raised(address: str) -> None:
    assert Addresses(HOST).target("index.html", address).kind in ("wrong", "outside")


def test_the_nearest_name_is_found_among_very_many() -> None:
    names = Names([f"chapter-{number}/section" for number in range(20000)] + ["x" * 10**6])
    assert names.nearest("chapter-1234/sectoin") == "chapter-1234/section"
    assert names.nearest("z" * 10**6) == ""
    assert names.nearest("") == ""


def test_a_page_that_moved_is_the_nearest() -> None:
    paths = Paths(["en/field/index.html", "fr/field/index.html", "fr/new/statutes/index.html"])
    assert paths.nearest("fr/statutes/") == "fr/new/statutes/index.html"
    assert paths.nearest("fr/old/field/") == "fr/field/index.html"
    assert paths.nearest("field/") in ("", "en/field/index.html")


def test_a_folder_of_many_wrong_links_takes_no_time(tmp_path: Path) -> None:
    body = "".join(f"<a href='chapter-{number}/x{number}'>x</a><a href='#no-{number}'>x</a>" for number in range(3000))
    files: dict[str, str | bytes] = {f"part-{number}/page-{number}.html": page() for number in range(500)}
    anchors = "".join(f"<p id='yes-{number}'></p>" for number in range(3000))
    assert len(found(tmp_path, {**files, "index.html": page(body + anchors)})) == 6500
    assert plant(tmp_path, {}) == tmp_path
