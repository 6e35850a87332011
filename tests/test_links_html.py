"""What pages and style sheets refer to is read as browsers read it, however it is written."""

from __future__ import annotations

import pytest

from handbook.links.document import Document, Reference
from handbook.links.read.attributes import candidates
from handbook.links.read.css import css_references
from handbook.links.read.html import read_html


def read(html: str | bytes, name: str = "index.html") -> Document:
    document = Document(name, "html")
    read_html(html if isinstance(html, bytes) else html.encode(), document)
    return document


def told(html: str, name: str = "index.html") -> list[tuple[str, str]]:
    return [(one.kind, one.address) for one in read(html, name).references]


REFERENCES = {
    "a link": ('<a href="x">y</a>', [("link", "x")]),
    "capitals": ("<A HREF=x>y</A><IMG SRC='z'>", [("link", "x"), ("image", "z")]),
    "entities": ('<a href="a?b=1&amp;c=2&#x26;d&eacute;">y</a>', [("link", "a?b=1&c=2&dé")]),
    "no quotes": ("<a href=x>y<a href='z'>", [("link", "x"), ("link", "z")]),
    "an attribute twice": ('<a href="x" href="y">z</a>', [("link", "x")]),
    "a part of a map": ('<map><area href="x" alt="y"></map>', [("link", "x")]),
    "several sizes": ('<img src="a" srcset="b 1x, c 2x">', [("image", "a"), ("image", "b"), ("image", "c")]),
    "a picture": ('<picture><source srcset="a 100w"><img src="b"></picture>', [("image", "a"), ("image", "b")]),
    "sound": ('<audio src="a"></audio><video src="b" poster="c"><track src="d"></video>',
              [("media", "a"), ("media", "b"), ("image", "c"), ("media", "d")]),
    "frames": ('<iframe src="a"></iframe><embed src="b"><object data="c"></object>',
               [("frame", "a"), ("media", "b"), ("media", "c")]),
    "a page in an attribute": ('<iframe srcdoc="&lt;a href=x>y&lt;/a>&lt;a href=#z>y"></iframe>', [("link", "x")]),
    "forms": ('<form action="a"><button formaction="b"></button><input type=image src="c"></form>',
              [("link", "a"), ("link", "b"), ("image", "c")]),
    "another input": ('<input type="text" src="c">', []),
    "a background": ('<body background="a"><td style="background: url(b)">', [("image", "a"), ("image", "b")]),
    "a source": ('<blockquote cite="https://a.org/"></blockquote><q cite="The law"></q>', [("other", "https://a.org/")]),
    "SVG": ('<svg><a xlink:href="a"><text>x</text></a><image href="b"/><use xlink:href="c#d"/></svg>',
            [("link", "a"), ("image", "b"), ("other", "c#d")]),
    "styles": ('<style>@import "a"; p { background: url(b) }</style>', [("style", "a"), ("image", "b")]),
    "without scripts": ('<noscript><img src="a"></noscript>', [("image", "a")]),
    "a template": ('<template><a href="a">x</a></template><a href="b">x</a>', [("link", "b")]),
    "comments": ('<!-- <a href="a"> --><!--[if IE]><a href="b">x</a><![endif]--><a href="c">x</a>', [("link", "c")]),
    "a condition that all browsers see": ('<![if !IE]><a href="a">x</a><![endif]>', [("link", "a")]),
    "words of a program": ('<script>"<a href=x>"</script><textarea><a href="y"></textarea>', []),
    "data": ('<img src="data:image/png;base64,AA"><a href="data:,x">y</a>', [("image", "data:"), ("link", "data:,x")]),
    "a relation": ('<link rel="Shortcut Icon" href="a"><link rel=stylesheet href="b"><link rel=next href="c">',
                   [("icon", "a"), ("style", "b"), ("other", "c")]),
    "ahead": ('<link rel=preload as=font href="a"><link rel=modulepreload href="b">'
              '<link rel=preload as=image imagesrcset="c 1x" href="d">',
              [("font", "a"), ("script", "b"), ("image", "d"), ("image", "c")]),
    "a connection": ('<link rel=preconnect href="https://a.org"><link rel="dns-prefetch" href="//b.org">', []),
    "a feed in another language": ('<link rel=alternate hreflang=fr type="text/xml" href="a">', [("other", "a")]),
    "another language": ('<link rel=alternate hreflang=fr href="a">', [("alternate", "a")]),
    "to be shown by others": ('<meta property="og:image" content="a"><meta name="twitter:image" content="b">',
                              [("social", "a"), ("social", "b")]),
    "a reader sent on": ('<meta http-equiv=refresh content="0; URL=\'a b\'">', [("refresh", "a b")]),
    "a reader sent on, briefly": ('<meta http-equiv=refresh content="5 ;a?url=b">', [("refresh", "a?url=b")]),
    "a page read again": ('<meta http-equiv="refresh" content="30">', []),
    "an anchor": ('<a name="x"></a><a id="y">z</a>', []),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), REFERENCES.values(), ids=REFERENCES)
def test_what_holds_an_address(html: str, expected: list[tuple[str, str]]) -> None:
    assert told(html) == expected


SIZES = {
    "a.png": ["a.png"],
    " a.png 1x , b.png 2x": ["a.png", "b.png"],
    "a.png, b.png 2x": ["a.png", "b.png"],
    "a,b.png 1x,c.png 2x": ["a,b.png", "c.png"],
    "a.png 100w,\n  b.png 200w,": ["a.png", "b.png"],
    "data:image/png;base64,AA== 1x, b.png 2x": ["data:image/png;base64,AA==", "b.png"],
    ",,a.png": ["a.png"],
    "": [],
    " , ": [],
}


@pytest.mark.parametrize(("srcset", "expected"), SIZES.items(), ids=SIZES)
def test_the_sizes_of_a_picture(srcset: str, expected: list[str]) -> None:
    assert list(candidates(srcset)) == expected


STYLES = {
    "p { background: url(a.png) }": [("image", "a.png")],
    "p { background: URL( 'a b.png' ), url(\"c.png\") }": [("image", "a b.png"), ("image", "c.png")],
    "@font-face { src: local('x'), url(a.woff2) } p { background: url(b) }": [("font", "a.woff2"), ("image", "b")],
    "@import 'a.css'; @IMPORT url(b.css) print;@import/**/\"c.css\"": [
        ("style", "a.css"),
        ("style", "b.css"),
        ("style", "c.css"),
    ],
    "/* url(a) @import 'b' */ p { background: url(c) }": [("image", "c")],
    "p { background: url(a\\ b\\29.png) }": [("image", "a b).png")],
    "p { background: url('\\65 t\\e9.png') }": [("image", "eté.png")],
    'p::before { content: "url(a)" }': [],
    "p { mask: url(#a); background: url(data:image/png;base64,AA), url() }": [],
    "p { x: my-url(a) }": [],
    "/* open url(a)": [],
    "p { background: url(a": [],
}


@pytest.mark.parametrize(("css", "expected"), STYLES.items(), ids=STYLES)
def test_style_sheets(css: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.address) for one in css_references(css, 1)] == expected


def test_the_lines_of_a_style_sheet() -> None:
    assert [one.line for one in css_references("\np { background: url(a) }\n\nq { background: url(b) }", 10)] == [
        11,
        13,
    ]


WORDS = {
    "<b>a</b> <i>b</i>\n c": "a b c",
    '<img alt="a"> b': "a b",
    '<span aria-hidden="true">x</span>a<script>y</script>': "a",
    "<span><span><span>a</span>b</span>c</span>d": "abcd",
    '<svg aria-label="a"><path/></svg>b': "ab",
    "<!-- x -->a": "a",
}


@pytest.mark.parametrize(("html", "words"), WORDS.items(), ids=WORDS)
def test_the_words_of_a_link(html: str, words: str) -> None:
    assert read(f'<a href="x">{html}</a>').references[0].words == words


def test_what_a_page_says_of_itself() -> None:
    page = read(
        "<html lang=' fr '><head><title> A\n b</title><base><base href='/c/'><base href='/d/'>"
        "<meta name=ROBOTS content='NoIndex'></head><body><svg><title>x</title></svg>"
    )
    assert (page.language, page.title, page.base, page.hidden) == ("fr", "A b", "/c/", True)


def test_where_a_link_stands() -> None:
    page = read(
        "<header><a href=a>x</a></header><main><header><a href=b>x</a></header><nav><a href=c>x</a></nav></main>"
        "<div role=navigation><a href=d hreflang=fr>x</a></div><a href=e hreflang=fr>x</a>"
        "<footer><a href=f>x</a></footer>"
    )
    assert [one.area for one in page.references] == ["nav", "", "nav", "switch", "", "nav"]


def test_anchors_and_doubled_ones() -> None:
    page = read(
        "<p id=a>x</p>\n<a name=b id=b></a><a name=a>x</a>\n<p id=a></p><img name=c><template><p id=a></template>"
    )
    assert page.ids == {"a": 1, "b": 2}
    assert page.doubled == [("a", 2), ("a", 3)]


def test_lines_and_tags() -> None:
    assert read("\n\n<a href=x>y</a>\n<a href=z aria-hidden=true></a><a>q</a>").references == [
        Reference("link", "x", 3, "a", "y"),
        Reference("link", "z", 4, "a hidden", ""),
        Reference("link", "", 4, "a without href", "q"),
    ]


def test_xhtml_with_prefixes() -> None:
    page = read(
        '<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml" xml:lang="fr" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><h:body><h:script src="a"/><h:a id="b"/><h:a href="c">x</h:a>'
        '<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="d"/></svg></h:body></h:html>',
        "a.xhtml",
    )
    assert [(one.kind, one.address) for one in page.references] == [("script", "a"), ("link", "c"), ("link", "d")]
    assert (page.language, page.ids) == ("fr", {"b": 1})


BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" \n ",
    "a zero": b"<a href='x\0y'>z</a>\0",
    "no HTML": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "open": b"<a href='x",
    "a comment without end": b"<!-- <a href=x>",
    "half a letter": b"<p>\xc3",
    "a byte order mark": b"\xef\xbb\xbf<a href=x>y</a>",
    "two bytes a letter": "\ufeff<a href=x>y</a>".encode("utf-16"),
    "deep in a link": b"<a href=x>" + b"<b>" * 1500 + b"y",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_pages_are_read_as_well_as_can_be(data: bytes) -> None:
    read(data)


def test_a_page_that_is_too_deep_is_told_of() -> None:
    assert [one.code for one in read("<div>" * 5000 + "<a href=x>y</a>").faults] == ["damaged"]


def test_letters_in_another_encoding_are_told_of_and_read() -> None:
    page = read("<p>\n<a href='été'>x</a>".encode("cp1252"))
    assert [(one.code, one.line) for one in page.faults] == [("wrong-encoding", 2)]
    assert page.references[0].address == "été"


LEFT = {
    "<p>{{ title('x') }}</p>": ["unrendered-template"],
    "<p>{% if x %}</p>": ["unrendered-template"],
    "<p>&lt;%= x %&gt;</p>": ["unrendered-template"],
    "<p>{{ title(<em>x</em>) }}</p>": ["unrendered-template"],
    "<a href='{{ url }}'>x</a>": ["unrendered-template"],
    "<img alt='{{ x }}'>": ["unrendered-template"],
    "<p>See [[jnc]]</p>": ["unrendered-name"],
    "<h2>Title {#one} more</h2>": ["unrendered-attributes"],
    "<p>{: .note #one }</p>": ["unrendered-attributes"],
    "<p>See [the law][law].</p>": ["undefined-reference"],
    "<div>See [the law](law.md).</div>": ["undefined-reference"],
    "<p>so it is.[^1]</p>": ["undefined-footnote"],
    "<p>x\n\ny [[a]]</p>": ["unrendered-name"],
}
MEANT = [
    "<code>{{ x }} [[a]] {: .b }</code><pre>{% x %}</pre><script>x = {{a}}; y[[b]]</script><style>a{b:c}</style>",
    "<p>Fixed {{ handling in attributes</p>",
    "<p>a[i][j], f[T](x.y), [1][2], [x](y z) and [] of {a, b}</p>",
    "<p>file{.txt,.md}, {:?}, ${x, 50 % {x}</p>",
    "<p>the class [^abc]* and a note [1]</p>",
    "<p class=arithmatex>\\(\\frac{{a}}{b}\\)</p><p>$\\sqrt{{x}}$</p>",
    "<!-- {{ x }} --><p title='a'>x</p>",
]


@pytest.mark.parametrize(("html", "codes"), LEFT.items(), ids=LEFT)
def test_what_templates_and_markdown_left_is_found(html: str, codes: list[str]) -> None:
    assert [one.code for one in read(html).faults] == codes


@pytest.mark.parametrize("html", MEANT)
def test_what_only_looks_so_is_left_alone(html: str) -> None:
    assert read(html).faults == []


def test_what_is_left_is_found_on_its_line() -> None:
    assert [(one.line, one.facts["found"]) for one in read("<p>x\n\ny [[a]]</p>").faults] == [(3, "x y [[a]]")]
