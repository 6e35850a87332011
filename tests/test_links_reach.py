"""Ways through a site: redirects, sitemaps, pages to which nothing leads, folders that are no site."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.links import Options
from handbook.links.own_address import own_address
from handbook.links.run import read_site
from tests.link_tree import HOST, codes, found, page, plant


def sends(address: str, delay: str = "0; url=") -> str:
    return page(head=f"<meta http-equiv='refresh' content='{delay}{address}'>")


def linking(*addresses: str) -> str:
    return page("".join(f"<a href='{one}'>x</a>" for one in addresses))


REDIRECTS: list[tuple[str, dict[str, str | bytes], list[str]]] = [
    (
        "a page that sends on, nobody linked",
        {"index.html": linking("b.html"), "a.html": sends("b.html"), "b.html": page()},
        [],
    ),
    ("a link to it", {"index.html": linking("a.html"), "a.html": sends("b.html"), "b.html": page()}, ["redirect"]),
    (
        "two steps",
        {"index.html": linking("c.html"), "a.html": sends("b.html"), "b.html": sends("c.html"), "c.html": page()},
        ["redirect-chain"],
    ),
    ("round", {"index.html": page(), "a.html": sends("b.html"), "b.html": sends("a.html")}, ["redirect-loop"] * 2),
    ("to itself", {"index.html": page(), "a.html": sends("a.html")}, ["redirect-loop"]),
    ("a page that loads itself anew", {"index.html": page(head="<meta http-equiv=refresh content=300>")}, []),
    ("to nothing", {"index.html": page(), "a.html": sends("none.html")}, ["redirect-to-nothing"]),
    ("to a page in other capitals", {"index.html": page(), "a.html": sends("Index.html")}, ["redirect-to-nothing"]),
    ("out of the site", {"index.html": page(), "a.html": sends("https://other.example/")}, []),
    ("start page that sends on", {"index.html": sends("en/"), "en/index.html": page()}, []),
    (
        "a link back to a start page that sends on",
        {"index.html": sends("en/"), "en/index.html": linking("../")},
        ["redirect"],
    ),
    ("a rule", {"index.html": page(), "_redirects": "/book/old /book/"}, []),
    ("a link to a rule", {"index.html": linking("old"), "_redirects": "/book/old /book/"}, ["redirect"]),
    (
        "a link to a rule, with its slash",
        {"index.html": linking("old/"), "_redirects": "/book/old /book/"},
        ["redirect"],
    ),
    ("a rule to nothing", {"index.html": page(), "_redirects": "/book/old /book/none/"}, ["redirect-to-nothing"]),
    ("rules round", {"index.html": page(), "_redirects": "/book/a /book/b\n/book/b /book/a"}, ["redirect-loop"] * 2),
    ("rules in a chain", {"index.html": page(), "_redirects": "/book/a /book/b\n/book/b /book/"}, ["redirect-chain"]),
    (
        "a pattern",
        {"index.html": linking("old/a/"), "a/index.html": page(), "_redirects": "/book/old/* /book/:splat"},
        ["redirect"],
    ),
    ("a pattern to nothing", {"index.html": linking("old/b/"), "_redirects": "/book/old/* /book/:splat"}, ["redirect"]),
    (
        "names in a pattern",
        {"index.html": linking("2019/a"), "a.html": page(), "_redirects": "/book/:year/:name /book/:name.html"},
        ["redirect"],
    ),
    ("a name twice", {"index.html": page(), "_redirects": "/book/:a/:a /book/:a"}, []),
    ("a rule that shows", {"index.html": linking("any/where"), "_redirects": "/* /book/index.html 200"}, []),
    ("a rule for what is gone", {"index.html": linking("any"), "_redirects": "/* /404.html 404"}, ["missing-page"]),
    ("a file goes before a rule", {"index.html": linking("a"), "a.html": page(), "_redirects": "/book/a /book/"}, []),
    (
        "but not before a forced one",
        {"index.html": linking("a"), "a.html": page(), "_redirects": "/book/a /book/ 301!"},
        ["redirect"],
    ),
    (
        "a rule for some",
        {"index.html": page(), "_redirects": "/book/ /book/fr/ 302 Language=fr"},
        ["redirect-to-nothing"],
    ),
    ("another host", {"index.html": linking("a"), "_redirects": "https://old.example/book/a /book/"}, ["missing-page"]),
]


@pytest.mark.parametrize(("files", "expected"), [pytest.param(files, kept, id=name) for name, files, kept in REDIRECTS])
def test_who_is_sent_on_arrives(tmp_path: Path, files: dict[str, str | bytes], expected: list[str]) -> None:
    assert [one for one in codes(tmp_path, files) if one != "orphan-page"] == expected


def test_a_redirect_says_where_it_ends(tmp_path: Path) -> None:
    files = {
        "index.html": linking("a.html#x"),
        "a.html": sends("b.html"),
        "b.html": sends("c.html"),
        "c.html": page("<p id=x>"),
    }
    said = {one.code: one for one in found(tmp_path, files)}
    assert said["redirect"].instead == "c.html#x"
    assert said["redirect-chain"].instead == "c.html"
    assert said["redirect-chain"].facts["found"] == "b.html → c.html"


def sitemap(*addresses: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{one}</loc></url>' for one in addresses)}</urlset>"


HIDDEN = page(head="<meta name=robots content=noindex>")
COPY = page(head=f"<link rel=canonical href='{HOST}'>")
SELF = page(head=f"<link rel=canonical href='{HOST}a/'>")
SITEMAPS: list[tuple[str, dict[str, str | bytes], list[str]]] = [
    ("none", {"a/index.html": page()}, []),
    ("complete", {"a/index.html": page(), "sitemap.xml": sitemap(HOST, f"{HOST}a/")}, []),
    ("one not listed", {"a/index.html": page(), "sitemap.xml": sitemap(HOST)}, ["sitemap-missing"]),
    ("error page", {"404.html": page(), "sitemap.xml": sitemap(HOST)}, []),
    ("hidden", {"a/index.html": HIDDEN, "sitemap.xml": sitemap(HOST)}, []),
    ("hidden and listed", {"a/index.html": HIDDEN, "sitemap.xml": sitemap(HOST, f"{HOST}a/")}, ["sitemap-extra"]),
    ("a copy", {"a/index.html": COPY, "sitemap.xml": sitemap(HOST)}, []),
    ("a copy, listed", {"a/index.html": COPY, "sitemap.xml": sitemap(HOST, f"{HOST}a/")}, ["sitemap-extra"]),
    ("not there", {"sitemap.xml": sitemap(HOST, f"{HOST}b/")}, ["sitemap-extra"]),
    ("sends on", {"a/index.html": sends("../"), "sitemap.xml": sitemap(HOST)}, []),
    ("sends on, listed", {"a/index.html": sends("../"), "sitemap.xml": sitemap(HOST, f"{HOST}a/")}, ["sitemap-extra"]),
    ("relative", {"a/index.html": page(), "sitemap.xml": sitemap(HOST, "/book/a/")}, ["sitemap-address"]),
    (
        "http",
        {"a/index.html": page(), "sitemap.xml": sitemap(HOST, f"{HOST}a/".replace("https", "http"))},
        ["sitemap-address"],
    ),
    ("other host", {"sitemap.xml": sitemap(HOST, "https://other.example/")}, ["sitemap-address"]),
    (
        "other spelling",
        {"a/index.html": SELF, "sitemap.xml": sitemap(HOST, f"{HOST}a/index.html")},
        ["sitemap-address"],
    ),
    (
        "a list",
        {
            "sitemap.xml": f"<sitemapindex><sitemap><loc>{HOST}a.xml</loc></sitemap></sitemapindex>",
            "a.xml": sitemap(HOST),
        },
        [],
    ),
    (
        "a list of nothing",
        {"sitemap.xml": f"<sitemapindex><sitemap><loc>{HOST}a.xml</loc></sitemap></sitemapindex>"},
        ["sitemap-extra"],
    ),
    (
        "of a folder",
        {"fr/a.html": page(), "fr/b.html": page(), "a.html": page(), "fr/sitemap.xml": sitemap(f"{HOST}fr/b.html")},
        ["sitemap-missing"],
    ),
    ("named by robots", {"sitemap.xml": sitemap(HOST), "robots.txt": f"Sitemap: {HOST}sitemap.xml"}, []),
    (
        "named wrongly by robots",
        {"sitemap.xml": sitemap(HOST), "robots.txt": f"Sitemap: {HOST}map.xml"},
        ["missing-file"],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [pytest.param(files, kept, id=name) for name, files, kept in SITEMAPS])
def test_sitemaps_list_the_pages_that_are_to_be_found(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[str]
) -> None:
    assert [one for one in codes(tmp_path, {"index.html": page(), **files}) if one != "orphan-page"] == expected


def test_the_address_of_a_site_is_known_from_its_sitemap(tmp_path: Path) -> None:
    plant(tmp_path, {"index.html": page(), "sitemap.xml": sitemap(HOST, f"{HOST}a/")})
    assert own_address(read_site(tmp_path, Options()).documents) == HOST
    plant(tmp_path, {"sitemap.xml": sitemap(f"{HOST}a/", f"{HOST}b/"), "robots.txt": f"Sitemap: {HOST}sitemap.xml"})
    assert own_address(read_site(tmp_path, Options()).documents) == HOST
    plant(tmp_path, {"a.html": page(head="<link rel=canonical href='https://other.example/x/a'>")})
    assert own_address(read_site(tmp_path, Options()).documents) == "https://other.example/x/"


REACH: list[tuple[str, dict[str, str | bytes], list[str]]] = [
    ("alone", {"index.html": page(), "a.html": page()}, ["a.html"]),
    ("linked", {"index.html": linking("a.html"), "a.html": page()}, []),
    ("linked by one that is linked", {"index.html": linking("a"), "a.html": linking("b/"), "b/index.html": page()}, []),
    (
        "linking each other",
        {"index.html": page(), "a.html": linking("b.html"), "b.html": linking("a.html")},
        ["a.html", "b.html"],
    ),
    ("in a menu", {"index.html": page("<nav><a href='a.html'>a</a></nav>"), "a.html": page()}, []),
    ("in a frame", {"index.html": page("<iframe src='a.html' title=x></iframe>"), "a.html": page()}, []),
    ("without its slash", {"index.html": linking("a"), "a/index.html": page()}, []),
    ("by a page that sends on", {"index.html": linking("a.html"), "a.html": sends("b.html"), "b.html": page()}, []),
    ("by a rule", {"index.html": linking("a"), "b.html": page(), "_redirects": "/book/a /book/b.html"}, []),
    ("sends on itself", {"index.html": page(), "a.html": sends("./")}, []),
    ("error page", {"index.html": page(), "404.html": page(), "fr/404/index.html": page()}, []),
    ("hidden", {"index.html": page(), "a.html": HIDDEN}, []),
    ("proof of ownership", {"index.html": page(), "google1a2b.html": "google-site-verification: google1a2b.html"}, []),
    ("start of a language", {"index.html": page(), "en/index.html": linking("a.html"), "en/a.html": page()}, []),
    ("no start page", {"a.html": page(), "b.html": page()}, []),
    ("only a head's link", {"index.html": page(head="<link rel=next href='a.html'>"), "a.html": page()}, ["a.html"]),
]


@pytest.mark.parametrize(("files", "expected"), [pytest.param(files, kept, id=name) for name, files, kept in REACH])
def test_each_page_can_be_reached(tmp_path: Path, files: dict[str, str | bytes], expected: list[str]) -> None:
    assert [one.file for one in found(tmp_path, files) if one.code == "orphan-page"] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, ["not-a-site"]),
        ({"a.txt": "x", "b.css": ""}, ["not-a-site"]),
        ({"a.html": page()}, ["no-start-page"]),
        ({"en/index.html": page()}, ["no-start-page"]),
        ({"index.htm": page()}, []),
        ({"en/index.html": page(), "_redirects": "/ /book/en/"}, []),
    ],
)
def test_a_folder_that_is_no_site(tmp_path: Path, files: dict[str, str | bytes], expected: list[str]) -> None:
    assert codes(tmp_path, files) == expected
