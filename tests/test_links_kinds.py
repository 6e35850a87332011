"""Files other than pages and style sheets: what each kind refers to, with its line, and what is wrong with it."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from handbook.links.document import Document
from handbook.links.read.kinds import READERS, kind_of
from tests.link_tree import HOST, codes, page


def read(name: str, data: str | bytes) -> Document:
    document = Document(name, kind_of(name))
    READERS[document.kind](data if isinstance(data, bytes) else data.encode(), document)
    return document


def references(name: str, data: str | bytes) -> list[tuple[str, str, int]]:
    return [(one.kind, one.address, one.line) for one in read(name, data).references]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "html"),
        ("a/B.HTM", "html"),
        ("a.svg", "svg"),
        ("sitemap.xml", "xml"),
        ("sitemap.xml.gz", "packed"),
        ("site.webmanifest", "manifest"),
        ("manifest.json", "manifest"),
        ("feed.json", "json"),
        ("robots.txt", "robots"),
        ("en/robots.txt", ""),
        ("_redirects", "redirects"),
        ("_headers", "headers"),
        ("en/_redirects", ""),
        ("calendar.ics", "calendar"),
        ("plan.pdf", "pdf"),
        ("film.mp4", ""),
        ("html", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_file_tells_its_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind


SVG = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<style>@import "inner.css"; rect { fill: url(#a) }</style>
<a href="page.html"><text>words</text></a>
<image xlink:href="lamp.png" id="i"/>
<use href="icons.svg#b"/><g id="i"/></svg>"""


def test_a_drawing() -> None:
    document = read("a.svg", SVG)
    assert [(one.kind, one.address, one.line) for one in document.references] == [
        ("style", "inner.css", 2),
        ("link", "page.html", 3),
        ("image", "lamp.png", 4),
        ("other", "icons.svg#b", 5),
    ]
    assert document.references[1].words == "words"
    assert (document.ids, document.doubled) == ({"i": 4}, [("i", 5)])


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "data",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><a href="y">&x;</a></svg>',
        '<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd"><svg><a href="y">&x;</a></svg>',
        f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]><svg><a href="y">&l11;</a></svg>',
        f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]><svg><a href="y" id="&l11;"/></svg>',
        '<!DOCTYPE svg [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]><svg><a href="y">z</a></svg>',
    ],
)
def test_a_drawing_reaches_for_nothing_outside(data: str) -> None:
    document = read("a.svg", data)
    said = repr(document)
    assert "root:" not in said
    assert len(said) < 5000


@pytest.mark.parametrize(
    "data", ["", " ", "<svg", "no xml", "\0\0", "<a><b></a>", "<?xml version='1.0' encoding='no'?><a/>"]
)
@pytest.mark.parametrize("name", ["a.svg", "sitemap.xml"])
def test_broken_xml_is_damaged_and_no_more(name: str, data: str) -> None:
    assert [one.code for one in read(name, data).faults] == ["damaged"]


SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://lamps.example/book/ </loc>
<xhtml:link rel="alternate" hreflang="fr" href="https://lamps.example/book/fr/"/>
<image:image><image:loc>https://lamps.example/book/lamp.png</image:loc></image:image></url></urlset>"""


@pytest.mark.parametrize(
    ("name", "data"), [("sitemap.xml", SITEMAP.encode()), ("s.xml.gz", gzip.compress(SITEMAP.encode(), mtime=0))]
)
def test_a_sitemap_packed_or_not(name: str, data: bytes) -> None:
    document = read(name, data)
    assert document.kind == "sitemap"
    assert [(one.kind, one.address, one.line, one.language) for one in document.references] == [
        ("entry", "https://lamps.example/book/", 4, ""),
        ("alternate", "https://lamps.example/book/fr/", 5, "fr"),
        ("image", "https://lamps.example/book/lamp.png", 6, ""),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"no gzip", gzip.compress(b"<urlset/>", mtime=0)[:-9], gzip.compress(b"x" * 2**27, mtime=0)]
)
def test_a_sitemap_that_cannot_be_unpacked_is_damaged(data: bytes) -> None:
    assert {one.code for one in read("sitemap.xml.gz", data).faults} == {"damaged"}


def test_a_list_of_sitemaps() -> None:
    data = "<sitemapindex><sitemap><loc>https://lamps.example/book/fr/sitemap.xml</loc></sitemap></sitemapindex>"
    assert references("sitemap.xml", data) == [("entry", "https://lamps.example/book/fr/sitemap.xml", 1)]


def test_xml_of_other_kinds_holds_nothing() -> None:
    assert references("pom.xml", "<project><url>https://a.example/</url></project>") == []


MANIFEST = """{"name": "Lamps",
 "start_url": "/book/?a=b",
 "icons": [{"src": "lamp.png"}, {"src": 5}, "x"],
 "screenshots": [{"src": "shot.png"}],
 "shortcuts": [{"url": "field/",
   "icons": [{"src": "field.png"}]}], "scope": "/book/"}"""


def test_a_manifest() -> None:
    assert references("site.webmanifest", MANIFEST) == [
        ("other", "/book/?a=b", 2),
        ("other", "field/", 5),
        ("icon", "field.png", 6),
        ("icon", "lamp.png", 3),
        ("image", "shot.png", 4),
    ]


@pytest.mark.parametrize(
    ("data", "codes_found"),
    [
        ('{"start_url": "/a/", "scope": "/b/"}', ["manifest-scope"]),
        ('{"start_url": "a/b", "scope": "a/"}', []),
        ('{"start_url": 7, "scope": [], "icons": {"16": "x.png"}}', []),
        ("[]", []),
        ("null", []),
        ("{", ["damaged"]),
        ("[" * 100000, ["damaged"]),
    ],
)
def test_what_is_wrong_with_a_manifest(data: str, codes_found: list[str]) -> None:
    assert [one.code for one in read("manifest.json", data).faults] == codes_found


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("Sitemap: https://lamps.example/book/sitemap.xml", ["https://lamps.example/book/sitemap.xml"]),
        ("sitemap:/sitemap.xml", ["/sitemap.xml"]),
        ("# Sitemap: x", []),
        ("Disallow: /sitemap: x", []),
        ("Allow: /", []),
    ],
)
def test_robots_name_sitemaps(line: str, addresses: list[str]) -> None:
    assert [one for _, one, _ in references("robots.txt", f"User-agent: *\n{line}\n")] == addresses


CALENDAR = (
    "BEGIN:VCALENDAR\r\nURL:https://lamps.example/bo\r\n ok/a/#x\r\n"
    "ATTACH;FMTTYPE=application/pdf:https://lamps.example/p.pdf\r\n"
    "ATTACH;ENCODING=BASE64;VALUE=BINARY:aHR0cDovL3g=\r\n"
    'DESCRIPTION;ALTREP="CID:a;b":See\\nhttps://lamps.example/book/b/\\n, or (htt\r\n'
    " ps://lamps.example/c).\\nhttps://lamps.example/d\\, too\r\nSUMMARY:http://not.looked.at/\r\nURL:relative/page/\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_a_calendar(ends: str) -> None:
    document = read("a.ics", CALENDAR.replace("\r\n", ends))
    assert [(one.address, one.line, one.tag) for one in document.references] == [
        ("https://lamps.example/book/a/#x", 2, "URL"),
        ("https://lamps.example/p.pdf", 4, "ATTACH"),
        ("https://lamps.example/book/b/", 6, "DESCRIPTION"),
        ("https://lamps.example/c", 6, "DESCRIPTION"),
        ("https://lamps.example/d", 6, "DESCRIPTION"),
        ("relative/page/", 9, "URL"),
    ]
    assert [(one.code, one.line) for one in document.faults] == [("relative-address", 9)]


def test_a_calendar_may_be_cut_within_a_character() -> None:
    data = "URL:https://lamps.example/é".encode()
    assert references("a.ics", data[:-1] + b"\r\n " + data[-1:] + b"\r\n")[0][1] == "https://lamps.example/é"


FEED = """{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://lamps.example/book/",
 "items": [{"id": "https://lamps.example/not/looked/at", "url":
 "https:\\/\\/lamps.example\\/book\\/a\\u00e9",
 "address": "12 Lamp street", "image": "pictures/x.png"}]}"""


def test_json_of_which_only_full_addresses_count() -> None:
    assert references("feed.json", FEED) == [
        ("other", "https://lamps.example/book/", 1),
        ("other", "https://lamps.example/book/aé", 2),
    ]
    assert references("x.json", '{"url": "https://x.example/\\ud800"}') == [("other", "https://x.example/\ud800", 1)]
    assert references("x.json", '{"url": "https://x.example/\\q"}') == [("other", "https://x.example/\\q", 1)]


RSS = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://lamps.example/book/</link>
<atom:link href="https://lamps.example/book/rss.xml" rel="self"/>
<item><link>news/</link><guid isPermaLink="false">a</guid><guid>https://lamps.example/book/b/</guid>
<description>&lt;a href="https://lamps.example/book/c/"&gt;x&lt;/a&gt;</description>
<enclosure url="https://lamps.example/book/d.mp3"/></item></channel></rss>"""


def test_feeds() -> None:
    document = read("rss.xml", RSS)
    assert [(one.address.removeprefix(HOST), one.line) for one in document.references] == [
        ("", 1),
        ("rss.xml", 2),
        ("news/", 3),
        ("b/", 3),
        ("c/", 4),
        ("d.mp3", 5),
    ]
    assert [(one.code, one.line) for one in document.faults] == [("relative-address", 3)]
    atom = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lamps.example/book/"><link href="a/"/></feed>'
    assert references("a.atom", atom) == [("other", "a/", 1)]
    assert read("a.atom", atom).faults == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("/old /new", ("/old", "/new", 301, False, False)),
        ("/old /new 302!", ("/old", "/new", 302, True, False)),
        ("/a/* /b/:splat 200 # words", ("/a/*", "/b/:splat", 200, False, False)),
        ("/store id=:id /blog/:id 301", ("/store", "/blog/:id", 301, False, True)),
        ("/ /fr/ 302 Language=fr", ("/", "/fr/", 302, False, True)),
        ("https://old.example/* https://lamps.example/:splat 301!", None),
        ("/only", None),
        ("old new", None),
        ("/old /new abc", None),
        ("# words", ()),
        ("", ()),
    ],
)
def test_rules_of_redirects(line: str, rule: tuple[object, ...] | None) -> None:
    document = read("_redirects", f"\n{line}\n")
    if line.startswith("https:"):
        assert document.rules[0].forced
        return
    assert [one.code for one in document.faults] == (["redirect-rule"] if rule is None else [])
    kept = [(one.source, one.target, one.status, one.forced, one.conditional) for one in document.rules]
    assert kept == ([rule] if rule else [])
    assert all(one.line == 2 for one in document.rules)


def test_headers_ask_for_files() -> None:
    data = "/*\n  Link: </a.css>; rel=preload, </b.js>; rel=preload\n  X-Frame-Options: DENY\n# x\n"
    assert references("_headers", data) == [("other", "/a.css", 2), ("other", "/b.js", 2)]


def drawn_pdf() -> bytes:
    pypdf = pytest.importorskip("pypdf")
    import io

    from pypdf.annotations import Link
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

    writer = pypdf.PdfWriter()
    for _ in range(2):
        writer.add_blank_page(100, 100)
    writer.add_named_destination("means", 1)
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://lamps.example/book/a/"))
    action = DictionaryObject({NameObject("/S"): NameObject("/GoToR"), NameObject("/F"): TextStringObject("other.pdf")})
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject([NumberObject(0)] * 4),
            NameObject("/A"): action,
        }
    )
    writer.add_annotation(1, note)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_a_pdf_file_and_its_places(tmp_path: Path) -> None:
    document = read("a.pdf", drawn_pdf())
    assert [(one.address, one.tag) for one in document.references] == [
        ("https://lamps.example/book/a/", "page 1"),
        ("other.pdf", "page 2"),
    ]
    assert set(document.ids) == {"page=1", "page=2", "means"}
    sound = ("#page=2", "#means", "#nameddest=means", "#page=1&zoom=50", "#zoom=20", "")
    links = "".join(f"<a href='a.pdf{one}'>x</a>" for one in (*sound, "#page=3", "#nothing", "#nameddest=no"))
    files = {"index.html": page(links), "a/index.html": page(), "a.pdf": drawn_pdf(), "other.pdf": drawn_pdf()}
    assert codes(tmp_path, files) == ["missing-anchor"] * 3 + ["orphan-page"]


def test_a_pdf_file_is_not_looked_at_without_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert [one.code for one in read("a.pdf", b"%PDF-1.7").faults] == ["not-checked"]


KEPT = {
    "index.html": page("<a href='a/'>x</a>"),
    "a/index.html": page("<p id='x'>x</p>"),
    "lamp.png": b"",
}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("d.svg", SVG, ["duplicate-id", "missing-file", "missing-file", "missing-page"]),
        ("site.webmanifest", '{"start_url": "a/", "icons": [{"src": "lamp.png"}]}', []),
        ("site.webmanifest", '{"start_url": "b/", "icons": [{"src": "l.png"}]}', ["missing-file", "missing-page"]),
        ("robots.txt", f"Sitemap: {HOST}sitemap.xml", ["missing-file"]),
        ("robots.txt", "Sitemap: sitemap.xml", ["missing-file", "sitemap-address"]),
        ("c.ics", f"URL:{HOST}a/#x\r\n", []),
        ("c.ics", f"URL:{HOST}a/#y\r\nURL:{HOST}b/\r\n", ["missing-anchor", "missing-page"]),
        ("d.json", f'{{"url": "{HOST}a/#x", "address": "{HOST}b.zip"}}', ["missing-file"]),
        ("rss.xml", f"<rss><link>{HOST}a/</link><link>{HOST}b/</link></rss>", ["missing-page"]),
        ("_headers", "/*\n Link: </book/lamp.png>; rel=preload, </book/x.png>; rel=preload", ["missing-file"]),
        ("_redirects", "nonsense", ["redirect-rule"]),
    ],
)
def test_what_other_files_refer_to_must_be_there(tmp_path: Path, name: str, data: str, expected: list[str]) -> None:
    assert codes(tmp_path, {**KEPT, name: data}) == expected
