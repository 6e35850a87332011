"""Whatever a folder holds, the check ends soon, raises nothing, and leaves the folder to nobody."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest

from handbook.links import Options, check_links, run
from handbook.links.folder import read_folder
from handbook.links.run import check_site, read_site
from tests.link_tree import HOST, codes, found, page, plant


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    for wrong in (tmp_path / "a", tmp_path / "none"):
        with pytest.raises(NotADirectoryError):
            check_links(wrong)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"\0" * 5000,
        bytes(range(256)) * 50,
        b"\x89PNG\r\n\x1a\n" + os.urandom(5000),
        b"<html" * 5000,
        b"<a href='" + b"x" * 10**6,
        b'<a href="' + b"\"'<>" * 5000,
        b"<!--" + b"x" * 10**5,
        b"<p>" * 3000 + b"<a href='x'>y</a>",
        b"&" * 10**5,
        b"<a href='\xff\xfe'>\xed\xa0\x80</a>",
        "<a href='été'>café</a>".encode("latin-1"),
        "<a href='none.html'>é</a>".encode("utf-16"),
        "\ufeff<a href='none.html'>é</a>".encode(),
        "<a href='\ufdd0\U0010ffff'>x</a>".encode(),
        b"<meta http-equiv=refresh content='0;url='><base href='http://['><a href='#x'>x</a>",
        b"<base href='..'><base href='https://[::'><a href='a'>x</a><a href='//'>x</a><a href='http://:0'>x</a>",
        b"<a href='data:text/html," + b"x" * 10**6 + b"'>x</a>",
        b"<img srcset='" + b"a.png 1x, " * 10**4 + b"'>",
        b"<img srcset='" + b"," * 2000 + b"'>",
    ],
)
@pytest.mark.parametrize(
    "name",
    ["x.html", "x.css", "x.svg", "x.xml", "x.json", "x.webmanifest", "x.ics", "robots.txt", "_redirects", "_headers"],
)
def test_any_bytes_in_any_kind_of_file(tmp_path: Path, name: str, data: bytes) -> None:
    began = time.process_time()
    for finding in check_links(plant(tmp_path, {"index.html": page("<a href='x.html'>x</a>"), name: data})):
        str(finding).encode()
    assert time.process_time() - began < 5


@pytest.mark.parametrize("data", [b"", b"no", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\nstartxref\n0\n%%EOF" * 100])
def test_a_broken_pdf_file_is_said_to_be_so(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("pypdf")
    assert codes(tmp_path, {"index.html": page(), "a.pdf": data}) == ["damaged"]


def test_encodings_are_told_and_the_links_are_read_all_the_same(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "index.html": page("<a href='a.html'></a><a href='b.html'></a>"),
        "a.html": "<p>é</p><a href='none-é.html'>x</a>".encode("latin-1"),
        "b.html": "<a href='none-é.html'>x</a>".encode("utf-16"),
    }
    assert codes(tmp_path, files) == ["missing-page"] * 2 + ["wrong-encoding"] * 2


@pytest.mark.parametrize(
    "name",
    [
        "a b.html",
        "é.html",
        "e\u0301.html",
        "100%.html",
        "it's.html",
        'a"b.html',
        "a?b#c.html",
        "\\.html",
        "a\nb.html",
        ":x.html",
        "<b>.html",
        "\x7f.html",
        "x" * 250 + ".html",
        " .html",
        "%2e%2e.html",
    ],
)
def test_any_name_of_a_file_can_be_linked_and_is_written_rightly(tmp_path: Path, name: str) -> None:
    from handbook.links.checks.targets import written
    from handbook.links.document import Document

    address = written(Document("index.html", "html"), name).replace("'", "&#39;")
    files: dict[str, str | bytes] = {"index.html": page(f"<a href='{address}'>x</a>"), name: page()}
    assert codes(tmp_path, files) == []


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    plant(tmp_path, {"index.html": page("<a href='caf%E9.html'>x</a><a href='Caf%E9.html'>x</a>")})
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")).write_text(page("<a href='none'>x</a>"))
    except OSError:
        pytest.skip("the file system takes only text")
    kept = check_links(tmp_path)
    assert [one.code for one in kept if one.code.startswith(("missing", "wrong-case"))] == [
        "missing-page",
        "wrong-case",
    ]
    for one in kept:
        f"{one.file}{one.address}{one.instead}{dict(one.facts)}".encode()


def test_symbolic_links_are_never_followed_out(tmp_path: Path) -> None:
    outside = plant(tmp_path / "outside", {"secret.html": page("<a href='none'>x</a>"), "index.html": page()})
    site = plant(tmp_path / "site", {"index.html": page(), "a/index.html": page()})
    (site / "out").symlink_to(outside)
    (site / "secret.html").symlink_to(outside / "secret.html")
    (site / "loop").symlink_to(site / "loop")
    (site / "one").symlink_to(site / "two")
    (site / "two").symlink_to(site / "one")
    (site / "round").symlink_to(".")
    (site / "a/up").symlink_to("..")
    (site / "gone.html").symlink_to("none.html")
    (site / "near").symlink_to(f"../{site.name}x")
    folder = read_folder(site)
    assert folder.outside == ("a/up", "gone.html", "loop", "near", "one", "out", "round", "secret.html", "two")
    assert folder.files == {"index.html", "a/index.html"}
    assert [one.code for one in check_links(site)].count("symbolic-link") == 9


def test_symbolic_links_that_stay_inside_are_as_good_as_what_they_lead_to(tmp_path: Path) -> None:
    body = "<a href='latest/'>x</a><a href='latest/a.html#x'>x</a><a href='b.html'>x</a><a href='latest/no.html'>x</a>"
    site = plant(tmp_path, {"index.html": page(body), "v2/index.html": page(), "v2/a.html": page("<p id=x>")})
    (site / "latest").symlink_to("v2")
    (site / "newest").symlink_to("latest")
    (site / "b.html").symlink_to("v2/a.html")
    kept = [one for one in check_links(site, Options(address=HOST)) if one.file == "index.html"]
    assert [one.address for one in kept if one.code.startswith("missing")] == ["latest/no.html"]
    assert read_folder(site).find("newest/a") == "v2/a.html"


def test_many_symbolic_links_to_each_other_end(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"d{number}").mkdir()
        for other in range(30):
            if other != number:
                (tmp_path / f"d{number}" / f"to{other}").symlink_to(f"../d{other}")
    assert len(read_folder(tmp_path).aliases) == 870
    assert read_folder(tmp_path).find("/".join(["d0", "to1", "to2"] * 9)) is None


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = plant(tmp_path, {"index.html": page(), "shut/a.html": page(), "b.html": page()})
    scan, read = os.scandir, Path.read_bytes

    def scandir(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    def read_bytes(path: Path) -> bytes:
        if path.name == "b.html":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    kept = {(one.code, one.file, one.facts["found"]) for one in check_links(site) if one.code == "unreadable"}
    assert kept == {("unreadable", "shut", "Permission denied"), ("unreadable", "b.html", "Permission denied")}


def test_a_file_that_goes_away_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = plant(tmp_path, {"index.html": page(), "b.html": page()})
    before = read_folder(site)
    (site / "b.html").unlink()
    monkeypatch.setattr(run, "read_folder", lambda root: before)
    assert [one.file for one in check_links(site) if one.code == "unreadable"] == ["b.html"]


def test_special_files_are_no_files(tmp_path: Path) -> None:
    plant(tmp_path, {"index.html": page()})
    os.mkfifo(tmp_path / "pipe.html")
    assert read_folder(tmp_path).files == {"index.html"}


def test_a_folder_named_like_a_page(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"index.html": page("<a href='a.html/'>x</a><a href='b.html'>x</a>")}
    files |= {"a.html/index.html": page(), "b.html/c.txt": "x"}
    assert codes(tmp_path, files) == ["folder-without-page"]


def test_folders_in_folders_without_end(tmp_path: Path) -> None:
    deep = tmp_path
    made = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(600):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(made)
    assert len(read_folder(deep).folders) == 600


def test_files_of_other_kinds_are_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, {"index.html": page("<a href='film.mp4#t=10'>x</a>")})
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(200 * 1024 * 1024)
    opened: list[str] = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (opened.append(path.name), read(path))[1])
    assert check_site(read_site(tmp_path, Options())) == []
    assert opened == ["index.html"]


def test_a_page_too_large_for_any_reader_is_not_read(tmp_path: Path) -> None:
    plant(tmp_path, {"index.html": page()})
    with (tmp_path / "huge.html").open("wb") as huge:
        huge.truncate(200 * 1024 * 1024)
    assert [one.code for one in found(tmp_path, {}) if one.file == "huge.html"] == ["not-checked", "orphan-page"]


def test_a_large_page_is_read_to_its_end(tmp_path: Path) -> None:
    row = b"<tr><td id='r%d'><a href='#r%d'>row</a> <a href='none-%d.html'>none</a></td></tr>\n"
    data = io.BytesIO()
    data.write(b"<!doctype html><html lang=en><title>x</title><table>")
    for number in range(10_000):
        data.write(row % (number, number, number % 100))
    plant(tmp_path, {"index.html": data.getvalue()})
    kept = check_site(read_site(tmp_path, Options()))
    assert sum(one.code == "missing-page" for one in kept) == 10_000


@pytest.mark.parametrize("depth", [500, 20_000])
def test_elements_in_elements_without_end(tmp_path: Path, depth: int) -> None:
    began = time.process_time()
    for tag in (b"div", b"a href='x'", b"span id=a"):
        check_links(plant(tmp_path, {"index.html": b"<%s>" % tag * depth + b"{{ x"}))
    assert time.process_time() - began < 30
