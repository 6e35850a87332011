"""Each address is written as its scheme wants it, everybody can reach it, and pages fetch nothing elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.links import Finding, Options
from handbook.links.checks.addresses import check_addresses
from handbook.links.run import read_site
from handbook.links.syntax.hosts import private
from handbook.links.syntax.mail import wrong_mail
from handbook.links.syntax.schemes import is_known, meant
from handbook.links.syntax.telephone import loose_number, wrong_number
from handbook.links.syntax.web import malformed, untidy


def found(root: Path, html: str, **options: object) -> list[Finding]:
    (root / "index.html").write_text(f"<!doctype html><html lang=en><body>{html}", encoding="utf-8")
    (root / "my file.pdf").write_bytes(b"%PDF")
    return list(check_addresses(read_site(root, Options(**options))))  # type: ignore[arg-type]


WRONG = {
    "a file of a computer": ('<a href="file:///C:/a.pdf">x</a>', ["local-file"]),
    "a drive": (r'<a href="C:\Users\a.pdf">x</a><a href="d:/a.pdf">y</a>', ["local-file", "local-file"]),
    "a share": (r'<a href="\\server\files\a.pdf">x</a>', ["local-file"]),
    "the own computer": ('<a href="http://localhost:8000/a">x</a>', ["localhost"]),
    "the own computer, without http": ('<a href="localhost:8000/a">x</a>', ["localhost"]),
    "the own computer, in numbers": (
        '<a href="http://127.0.0.1/">x</a><a href="https://[::1]/">y</a>',
        ["localhost"] * 2,
    ),
    "an inner name": ('<a href="https://intranet/a">x</a><a href="https://files.local">y</a>', ["localhost"] * 2),
    "without encryption": ('<a href="http://example.org/">x</a>', ["insecure"]),
    "a picture without encryption": ('<img src="http://example.org/a.png" alt>', ["mixed-content", "third-party"]),
    "a style of others": ('<link rel=stylesheet href="//cdn.example.org/a.css">', ["third-party"]),
    "a script of others": ('<script src="https://cdn.example.org/a.js"></script>', ["third-party"]),
    "a picture of others, by size": ('<img src="a.png" srcset="https://example.org/b.png 2x" alt>', ["third-party"]),
    "a film of others": ('<iframe src="https://video.example.org/1"></iframe>', ["third-party"]),
    "a font of others": ('<style>@font-face { src: url("https://f.example.org/f.woff2") }</style>', ["third-party"]),
    "a style of others, in a style": ('<style>@import "https://f.example.org/f.css";</style>', ["third-party"]),
    "an icon of others": ('<link rel="shortcut icon" href="https://example.org/i.png">', ["third-party"]),
    "a font of others, ahead": ('<link rel=preload as=font href="https://example.org/f.woff2">', ["third-party"]),
    "a scheme misspelt": ('<a href="htps://example.org/">x</a>', ["unknown-scheme"]),
    "a program": ('<a href="javascript:history.back()">x</a>', ["script-address"]),
    "a page in an address": ('<a href="data:text/html,x">x</a>', ["script-address"]),
    "a program, in capitals": ('<a href=" JavaScript:void(0)">x</a>', ["script-address"]),
    "mail to nobody": ('<a href="mailto:">x</a>', ["bad-mail"]),
    "a number without digits": ('<a href="tel:">x</a>', ["bad-telephone"]),
    "a number without country": ('<a href="tel:0227991111">x</a>', ["loose-telephone"]),
    "twice": ('<a href="https://https://example.org">x</a>', ["bad-address"]),
    "a comma at the end": ('<a href="https://example.org/a,">x</a>', ["untidy-address"]),
    "blanks in full": ('<a href="https://example.org/a b">x</a>', ["untidy-address"]),
    "blanks in a path that leads somewhere": ('<a href="my file.pdf">x</a>', ["untidy-address"]),
    "no address": ('<a href="">x</a><img src="" alt>', ["empty-address", "empty-address"]),
    "no address, in a form": ('<form action=""></form>', []),
    "a place holder": ('<a href="#">Form</a>', ["placeholder-address"]),
    "a link that is none": ("<a>Statutes</a>", ["no-address"]),
    "each place, once": ('<a href="htps:a">x</a><a href="htps:a">y</a>', ["unknown-scheme"] * 2),
}
SOUND = {
    "paths": '<a href="a/b.html?x=1#y">x</a> <a href="../%C3%A9t%C3%A9/">x</a> <a href="/a">x</a> <a href="été/">x</a>',
    "others": '<a href="https://example.org:8443/a_(b)?q=[1]&r=%20#f%">x</a> <a href="//example.org/">x</a>',
    "a full stop that belongs there": '<a href="https://example.org/wiki/Inc.">the company</a>',
    "an international name": '<a href="https://exämple.org/straße">x</a> <a href="https://例え.jp">x</a>',
    "mail": '<a href="mailto:a.b+c@example.org?subject=a%20b&amp;cc=d@example.org">x</a>',
    "numbers": '<a href="tel:+41-22-799.00(11)">x</a> <a href="tel:112">x</a> <a href="tel:18;phone-context=+41">x</a>',
    "applications": '<a href="whatsapp://send?text=a">x</a> <a href="web+x:a">x</a> <a href="ms-word:a">x</a>',
    "data": '<img src="data:image/png;base64,AAAA" alt> <img srcset="data:image/png;base64,AA 1x" alt>',
    "the top": '<a href="#">Back to top</a> <a href="#">Haut de page</a> <a href="#">↑</a> <a href="#top">x</a>',
    "buttons of a script": '<a href="#" role=button>x</a> <a href="#" onclick="x()">x</a> <a role="button">x</a>',
    "a menu": '<nav><a>Here</a> <a href="#">Menu</a></nav>',
    "an anchor": '<a name="x"></a><a id="y">z</a>',
    "a blank in a path to nothing": '<a href="no file.pdf">x</a>',
    "only a connection": '<link rel=preconnect href="https://f.example.org"><link rel=dns-prefetch href="//x.org">',
    "not fetched": '<link rel=license href="http://example.org/l"><link rel=canonical href="https://example.org/">',
    "shown by others": '<meta property="og:image" content="https://pictures.example.org/a.png">',
    "a template": '<a href="{{ url }}">x</a><a href="https://{{ host }}/">x</a>',
    "the host of an example": '<a href="https://192.0.2.1/">x</a>',
    "an empty frame": '<iframe src="about:blank"></iframe><a href="data:text/plain,x">x</a>',
}


@pytest.mark.parametrize(("html", "codes"), WRONG.values(), ids=WRONG)
def test_a_wrong_address_is_found(tmp_path: Path, html: str, codes: list[str]) -> None:
    assert [one.code for one in found(tmp_path, html)] == codes


@pytest.mark.parametrize("html", SOUND.values(), ids=SOUND)
def test_a_sound_address_is_left_alone(tmp_path: Path, html: str) -> None:
    assert found(tmp_path, html) == []


def test_a_finding_names_place_words_and_what_was_meant(tmp_path: Path) -> None:
    assert found(tmp_path, '\n\n<a href="htps://example.org/a">the <b>law</b></a>') == [
        Finding(
            "unknown-scheme",
            "index.html",
            3,
            "htps://example.org/a",
            "the law",
            "https://example.org/a",
            {"scheme": "htps"},
        )
    ]


def test_the_own_site_and_trusted_hosts_may_be_fetched_from(tmp_path: Path) -> None:
    html = "".join(f'<img src="https://{host}/a.png" alt>' for host in ("h.org", "v.org", "a.v.org", "av.org"))
    others = found(tmp_path, html, address="https://h.org/book/", trusted=frozenset({"v.org"}))
    assert [one.address for one in others] == ["https://av.org/a.png"]


def test_a_site_without_encryption_may_fetch_without(tmp_path: Path) -> None:
    html = '<img src="http://v.org/a.png" alt>'
    assert [one.code for one in found(tmp_path, html, address="http://h.org/", trusted=frozenset({"v.org"}))] == []


MAIL = {
    "mailto:a@b.org": "",
    "MAILTO:o'neil@b.org": "",
    "mailto:a@b.org,c@d.org": "",
    "mailto:?to=a@b.org": "",
    "mailto:?subject=x&to=a@b.org": "",
    "mailto:a%40b.org": "",
    "mailto:é@exämple.org": "",
    "mailto:a@[127.0.0.1]": "",
    "mailto:a@b.org?subject=a%20b&body=c%0D%0Ad": "",
    "mailto:a@b.org?subject=what is": "",
    "mailto:": "it names nobody",
    "mailto:?subject=x": "it names nobody",
    "mailto:ab.org": "it has no @",
    "mailto:a@b": "what stands after the @ is no domain, such as example.org",
    "mailto:a@b..org": "what stands after the @ is no domain, such as example.org",
    "mailto:a@b.org.": "what stands after the @ is no domain, such as example.org",
    "mailto:a@b.1": "what stands after the @ is no domain, such as example.org",
    "mailto:a@b@c.org": "it has more than one @",
    "mailto:@b.org": "what stands before the @ is no name of a mailbox",
    "mailto:a..b@c.org": "what stands before the @ is no name of a mailbox",
    "mailto:a b@c.org": "it holds a blank",
    "mailto:a@b.org,": "it names nobody",
    "mailto:a@b.org;c@d.org": "several addresses are separated by a comma",
    "mailto:Ann <a@b.org>": "only the address belongs here, not the name of the person",
    "mailto://a@b.org": "two slashes follow mailto:, which has none",
    "mailto:a@b.org&subject=x": "a question mark stands before the subject",
    "mailto:a@b.org?subject=x?body=y": "only the first field follows a question mark, the others an &",
    "mailto:a@b.org?Hello": "what follows the question mark is no field, such as subject=Words",
    "mailto:a@b.org?cc=c": "cc: it has no @",
    "mailto:a@b.org?subject=100%": "a percent sign that stands for itself is written %25",
}
MAIL_MEANT = {
    "mailto:a @b.org": "mailto:a@b.org",
    "mailto:a@b.org;c@d.org": "mailto:a@b.org,c@d.org",
    "mailto:Ann <a@b.org>?subject=x": "mailto:a@b.org?subject=x",
    "mailto:a@b.org&subject=x": "mailto:a@b.org?subject=x",
    "mailto:a@b.org.": "mailto:a@b.org",
    "mailto:ab.org": "",
}
NUMBERS = {
    "tel:+41-22-799-00-00": "",
    "tel:+41%2022": "",
    "tel:*100%23": "",
    "tel:+41227990000;ext=12": "",
    "tel:": "it holds no number",
    "tel:+": "it holds no digit",
    "tel:0800-CALL": "'CALL' is no part of a number",
    "tel://022": "two slashes follow tel:, which has none",
    "tel:+41/22": "it holds signs that no number has",
    "tel:+4122;extension 12": "what follows the semicolon is nothing that belongs to a number, such as ;ext=12",
}
MALFORMED = {
    "https://https://example.org": "https://example.org",
    "http://https//example.org": "https://example.org",
    "https:/example.org/a": "https://example.org/a",
    "https:example.org": "https://example.org",
    "https//example.org": "https://example.org",
    r"https:\\example.org": "https://example.org",
    "https://example.org:99999/a": "https://example.org/a",
    "https://exam ple.org/": "https://example.org/",
    "https://example..org/": "https://example.org/",
    "https://example.org/a\u200b": "https://example.org/a",
    "a/100%.html": "a/100%25.html",
    "https://[::1/": "",
    "https://": "",
    "http:///": "",
}
WELL_FORMED = (
    "https://example.org",
    "//example.org/a",
    "a:b",
    "https://web.archive.org/2020/https://a.org",
    "#100%",
    "",
)
UNTIDY = {
    "https://example.org/a,": "https://example.org/a",
    "https://example.org/a)": "https://example.org/a",
    "https://example.org/a_(b))": "https://example.org/a_(b)",
    "https://example.org/a»": "https://example.org/a",
    r"a\b.html": "a/b.html",
    "a b.pdf": "a%20b.pdf",
    "a?x=1&amp;y=2": "a?x=1&y=2",
    "https://example.org/a_(b)": "",
    "https://example.org/a?b[]=1": "",
    "https://example.org/a?b[]": "",
    "https://example.org/Inc.": "",
}


@pytest.mark.parametrize(("address", "reason"), MAIL.items(), ids=MAIL)
def test_mail(address: str, reason: str) -> None:
    assert wrong_mail(address)[0] == reason


@pytest.mark.parametrize(("address", "instead"), MAIL_MEANT.items(), ids=MAIL_MEANT)
def test_mail_that_was_meant(address: str, instead: str) -> None:
    assert wrong_mail(address)[1] == instead


@pytest.mark.parametrize(("address", "reason"), NUMBERS.items(), ids=NUMBERS)
def test_numbers(address: str, reason: str) -> None:
    assert wrong_number(address)[0] == reason


def test_loose_numbers() -> None:
    assert loose_number("tel:+41 22 799")[1] == "tel:+41-22-799"
    assert "abroad" in loose_number("tel:022-799-00-00")[0]
    assert loose_number("tel:112") == loose_number("tel:+41227990000") == ("", "")


@pytest.mark.parametrize(("address", "instead"), MALFORMED.items(), ids=map(ascii, MALFORMED))
def test_malformed(address: str, instead: str) -> None:
    reason, proposed = malformed(address)
    assert reason
    assert proposed == instead


@pytest.mark.parametrize("address", WELL_FORMED)
def test_well_formed(address: str) -> None:
    assert malformed(address) == ("", "")


@pytest.mark.parametrize(("address", "instead"), UNTIDY.items(), ids=UNTIDY)
def test_untidy(address: str, instead: str) -> None:
    assert untidy(address)[1] == instead


def test_a_full_stop_is_told_of_where_the_address_was_taken_from_a_sentence() -> None:
    assert untidy("https://example.org/a.", "https://example.org/a.")[1] == "https://example.org/a"
    assert untidy("https://example.org/a.", "example.org/a")[1] == "https://example.org/a"


def test_schemes() -> None:
    assert all(map(is_known, ("https", "mailto", "tel", "web+a", "ms-word", "com.example.app", "urn")))
    assert not any(map(is_known, ("htps", "htttp", "malto", "example.org", "hhtps")))
    assert meant("htps://a.org") == "https://a.org"
    assert meant("malto:a@b.org") == "mailto:a@b.org"
    assert meant("www.example.org:443/a") == "https://www.example.org:443/a"
    assert meant("qqqq:a") == ""


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "0.0.0.0", "127.8.8.8", "::1"])
def test_the_own_computer(host: str) -> None:
    assert private(host) == "the computer of whoever reads it"


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.1", "172.20.0.1", "169.254.1.1", "fd00::1", "wiki", "a.lan"])
def test_one_house(host: str) -> None:
    assert private(host) == "one house or network"


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "172.32.0.1", "local.example.org", "2606:4700::1", "192.0.2.1"]
)
def test_for_everybody(host: str) -> None:
    assert private(host) == ""
