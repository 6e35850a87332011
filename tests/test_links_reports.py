"""What the link check says: each format, the same defect told once, and words that try to break out of a report."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import html5lib
import jsonschema
import pytest
from conftest import ROOT
from html_page import HtmlPage, text
from playwright.sync_api import Browser

from handbook.links.defects import Defect
from handbook.links.finding import Finding
from handbook.links.place import Place
from handbook.links.reports.addresses import page_link, source_link, usual_template
from handbook.links.reports.data import report_json, report_schema
from handbook.links.reports.formats import FORMATS, made
from handbook.links.reports.groups import groups
from handbook.links.reports.report import Report
from handbook.links.reports.reported import Reported, anchors_of, nearest_anchor
from handbook.links.reports.text import LIMIT, report_text
from handbook.problems import CouldNotRun
from handbook.reports.visible import encodable, visible

HOSTILE = (
    "<script>alert(1)</script> ]]> ::error::x %0A \r\n::warning::y \x1b[31m \x07 \u202e|`*_ \ufffe \udcff \"' {{ x }}"
)
PAGE = "# A heading\n\nWhat it means.\n\n## Example\n\n`[a](b)`\n"
GONE = Defect("gone", "error", "'{words}' leads to nothing: {address}", "Mend it.", PAGE, "defects/gone.md")
DULL = Defect("dull", "warning", "'{words}' says nothing", "Say it.", PAGE, "defects/dull.md")
FINE = Defect("fine", "note", "this is so", "", PAGE, "defects/fine.md")


def told(defect: Defect, file: str, line: int = 1, source: Place | None = None, **facts: str) -> Reported:
    known = {name: facts.pop(name, "") for name in ("address", "words", "instead")}
    return Reported(Finding(defect.code, file, line, facts=facts, **known), defect, source)


def menu(count: int, source: Place | None = None) -> list[Reported]:
    """Return one broken entry of a menu, as it stands on pages at several depths."""
    deep = [f"{'d/' * (number % 3)}p{number}/index.html" for number in range(count)]
    return [
        told(GONE, file, 7, source, address=f"{'../' * file.count('/')}gone/", words="Menu", instead="here/")
        for file in deep
    ]


def report(tmp_path: Path, *found: Reported, **more: bool) -> Report:
    return Report(tmp_path / "site", 3, 40, found, **more)


@pytest.fixture
def mixed(tmp_path: Path) -> Report:
    """A run with each severity, one with a source, and one whose every word tries to break out."""
    bad = told(GONE, HOSTILE, 3, Place(HOSTILE, 9), address=HOSTILE, words=HOSTILE, instead=HOSTILE, found=HOSTILE)
    linked = told(
        GONE, "fr/a/index.html", 210, Place("docs_fr/a.md", 41), address="../b/", words="la page", instead="../c/"
    )
    return report(
        tmp_path,
        replace(bad, anchor=HOSTILE),
        replace(linked, anchor="sur-place"),
        told(DULL, "en/a/index.html", 8, address="x/", words="here"),
        told(FINE, "en/b/index.html", 0),
    )


# Grouping.


@pytest.mark.parametrize("source", [None, Place("mkdocs.yml", 12)])
def test_the_same_entry_of_a_menu_is_told_once(tmp_path: Path, source: Place | None) -> None:
    run = report(tmp_path, *menu(168, source))
    (group,) = run.groups
    assert len(group.elsewhere) == 167
    lines = list(report_text(run))
    assert len([line for line in lines if ": error: " in line]) == 1
    assert any("on 167 more pages" in line for line in lines)
    assert "1 error." in lines[-2]
    assert len(list(report_text(run, everything=True))) > 167


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told(GONE, "a/index.html", address="x/", words="X"), told(GONE, "b/index.html", address="x/", words="X")),
        (told(GONE, "a.html", address="x/", words="X"), told(GONE, "b.html", address="x/", words="Y")),
        (told(GONE, "a.html", address="x/"), told(DULL, "b.html", address="x/")),
        (told(GONE, "a.html"), told(GONE, "b.html")),
        (told(GONE, "a.html", 1, Place("m", 1), address="x"), told(GONE, "a.html", 1, Place("m", 2), address="x")),
        (told(GONE, "a.html", 1, Place("m", 1), address="x"), told(GONE, "a.html", 1, Place("m", 1), address="y")),
    ],
)
def test_what_needs_two_cures_is_told_twice(one: Reported, other: Reported) -> None:
    assert len(groups((one, other))) == 2


@pytest.mark.parametrize(
    ("file", "address", "other", "same"),
    [
        ("a/index.html", "../x/?q#f", "b/c/index.html", "../../x/?q#f"),
        ("index.html", "x/", "a/index.html", "../x/"),
        ("a.html", "/x/", "b/c.html", "/x/"),
        ("a.html", "https://x.example/", "b/c.html", "https://x.example/"),
        ("a.html", "#nil", "b/c.html", "#nil"),
    ],
)
def test_addresses_that_mean_the_same_are_one(file: str, address: str, other: str, same: str) -> None:
    found = told(GONE, file, address=address), told(GONE, other, address=same)
    (group,) = groups(found)
    assert group.elsewhere == found[1:]


def test_further_places_of_the_same_page_are_counted_apart(tmp_path: Path) -> None:
    found = [told(GONE, "a.html", line, address="x", words="X") for line in (4, 9)]
    run = report(tmp_path, *found, told(GONE, "b.html", 4, address="x", words="X"))
    assert "    Also in 1 more place of this page and on 1 more page" in report_text(run)


# Each format.


def test_the_text_names_places_words_target_and_the_page_of_the_defect(mixed: Report) -> None:
    lines = list(report_text(mixed))
    start = next(number for number, line in enumerate(lines) if line.startswith("docs_fr/a.md:41"))
    assert lines[start : start + 5] == [
        "docs_fr/a.md:41: error: 'la page' leads to nothing: ../b/. Did you mean '../c/'? Mend it.",
        f"    Published: {mixed.folder}/fr/a/index.html:210",
        "    Link: 'la page' to ../b/",
        "    More: defects/gone.md",
        "",
    ]
    assert not any("this is so" in line for line in lines)
    assert any("this is so" in line for line in report_text(mixed, notes=True))
    assert lines[-2:] == [
        "3 pages, 40 links: 2 errors, 1 warning, 1 note (--notes shows notes).",
        "Not all links hold: mend what is said above.",
    ]


def test_what_was_found_is_told_once(tmp_path: Path) -> None:
    names = replace(GONE, wrong="it is {found}")
    assert told(names, "a", found="F", expected="E").wrong == "it is F; expected 'E'"
    assert told(GONE, "a", words="w", address="x", found="F").wrong == "'w' leads to nothing: x; found 'F'"


def test_a_long_list_of_one_class_is_cut_unless_all_is_asked_for(tmp_path: Path) -> None:
    run = report(tmp_path, *(told(GONE, f"{number}.html") for number in range(LIMIT + 3)))
    short, everything = list(report_text(run)), list(report_text(run, everything=True))
    assert "… and 3 more of the class gone (--all shows them)." in short
    assert sum(": error: " in line for line in short) == LIMIT
    assert sum(": error: " in line for line in everything) == LIMIT + 3


def test_the_data_keep_their_schema(mixed: Report) -> None:
    schema, data = json.loads(report_schema()), json.loads(report_json(mixed))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["counts"] == {"error": 2, "warning": 1, "note": 1}
    found = next(one for one in data["findings"] if one["source"] == {"file": "docs_fr/a.md", "line": 41})
    wanted = {
        "code": "gone",
        "file": "fr/a/index.html",
        "line": 210,
        "address": "../b/",
        "words": "la page",
        "instead": "../c/",
    }
    assert wanted.items() <= found.items()
    assert data["findings"][0]["words"] == encodable(HOSTILE)
    data["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_findings_of_a_group_share_a_number(tmp_path: Path) -> None:
    data = json.loads(report_json(report(tmp_path, *menu(4), told(GONE, "z.html"))))
    assert [one["group"] for one in data["findings"]] == [0, 0, 0, 0, 1]


def test_junit_fails_the_files_with_errors(mixed: Report) -> None:
    root = ElementTree.fromstring(made("junit", mixed, Path("r.xml")))
    failed = {case.get("name") for case in root.iter("testcase") if case.find("failure") is not None}
    assert failed == {visible(HOSTILE), "docs_fr/a.md"}
    assert (root.get("tests"), root.get("failures")) == ("5", "2")
    strict = ElementTree.fromstring(made("junit", replace(mixed, strict=True), Path("r.xml")))
    assert strict.get("failures") == "3"


def test_annotations_are_one_line_each_and_cannot_be_broken_out_of(mixed: Report) -> None:
    lines = made("annotations", mixed, Path("-"), notes=True).splitlines()
    assert len(lines) == 4
    assert all(re.match(r"::(error|warning|notice) file=[^:,]+(,line=\d+)?,title=[^:,]+::", line) for line in lines)
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "::notice"]
    assert any(
        line.startswith("::error file=docs_fr/a.md,line=41,title=error (gone)::'la page' leads") for line in lines
    )
    assert len(made("annotations", mixed, Path("-")).splitlines()) == 3


def test_the_summary_counts_classes_and_leads_to_the_web(mixed: Report, tmp_path: Path) -> None:
    link = source_link("https://forge.example/main/{file}#L{line}", tmp_path)
    said = made("summary", mixed, Path("-"), link)
    assert "| gone | error | 2 | 2 |" in said
    assert "- [docs\\_fr/a.md:41](https://forge.example/main/docs_fr/a.md#L41): 'la page'" in said
    assert "<script" not in said
    assert "docs\\_fr/a.md:41:" in made("summary", mixed, Path("-"), source_link("vscode://file/{path}", tmp_path))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_a_report_too(tmp_path: Path, name: str) -> None:
    assert "error" not in re.sub(
        r"<style>.*</style>", "", made(name, report(tmp_path), Path("r")).replace('"error": 0', ""), flags=re.S
    )


@pytest.mark.parametrize("name", [*FORMATS, "text"])
def test_no_format_lets_hostile_words_out(mixed: Report, name: str) -> None:
    link = source_link("vscode://file/{path}:{line}", Path("/work"))
    said = "\n".join(report_text(mixed, True, True)) if name == "text" else made(name, mixed, Path("r"), link, True)
    said.encode("utf-8")
    assert not set(said) & set("\x1b\x07\r" + ("" if name == "json" else "\u202e\ufffe"))
    if name in ("text", "annotations", "summary"):
        assert not re.search(r"^(::warning::y|::error::x)", said, re.MULTILINE)


# HTML.


@pytest.fixture
def page(mixed: Report, tmp_path: Path) -> HtmlPage:
    link = source_link("vscode://file/{path}:{line}", tmp_path)
    file = tmp_path / "out" / "report.html"
    file.parent.mkdir()
    file.write_text(made("html", mixed, file, link, notes=True), encoding="utf-8")
    return HtmlPage(file)


def test_the_page_is_sound_and_needs_nothing_else(page: HtmlPage) -> None:
    html5lib.HTMLParser(strict=True).parse(page.source)
    assert not page.all(".//script")
    assert not page.all(".//link")
    assert not page.all(".//img")
    assert not [one for element in page.root.iter() for one in element.attrib if one.startswith("on")]
    assert page.one(".").get("lang") == "en"
    ids = [element.get("id") for element in page.root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    fragments = {href[1:] for href in page.attributes(".//a", "href") if href.startswith("#")}
    assert fragments <= set(ids)
    assert fragments >= {"class-gone", "class-dull", "class-fine", "findings"}


def test_each_finding_leads_to_its_source_its_page_and_its_explanation(page: HtmlPage, tmp_path: Path) -> None:
    found = next(one for one in page.all(".//li") if "la page" in text(one))
    links = [link.get("href") for link in found.iter("a")]
    assert links == [f"vscode://file{tmp_path}/docs_fr/a.md:41", "../site/fr/a/index.html#sur-place", "#class-gone"]
    meaning = next(one for one in page.all(".//article") if one.get("id") == "class-gone")
    assert [text(one) for one in (*meaning.iter("h3"), *meaning.iter("h4"))] == ["A heading", "Example"]
    assert page.texts(".//main/section/h2")[:2] == [visible(HOSTILE), "docs_fr/a.md"]


def test_hostile_words_are_words_and_their_addresses_lead_to_the_file(page: HtmlPage) -> None:
    found = page.all(".//ol[@class='findings']/li")[0]
    assert text(found).count("<script>alert(1)</script>") >= 4
    href = next(link.get("href", "") for link in found.iter("a") if link.get("href", "").startswith("../site"))
    assert re.fullmatch(r"[\w./%~#-]+", href)
    assert unquote(href.partition("#")[0], errors="surrogateescape") == f"../site/{HOSTILE}".replace("\ufffe", "\ufffe")


def test_the_page_works_in_a_browser(page: HtmlPage, browser: Browser, tmp_path: Path) -> None:
    said: list[str] = []
    colours = set()
    for scheme in ("light", "dark"):
        window = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 600})  # type: ignore[arg-type]
        window.on("console", lambda message: said.append(message.text))
        window.goto((tmp_path / "out" / "report.html").as_uri())
        colours.add(window.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert window.evaluate("document.documentElement.scrollWidth") <= 320
        window.keyboard.press("Tab")
        assert window.evaluate("document.activeElement.textContent") == "To the findings"
        window.keyboard.press("Enter")
        window.wait_for_url(lambda address: address.endswith("#findings"), timeout=5_000)
        window.close()
    assert len(colours) == 2
    assert said == []


# Where a click leads.


@pytest.mark.parametrize(
    ("template", "address"),
    [
        ("vscode://file/{path}:{line}", "vscode://file/w/o/a%20%25.md:3"),
        ("https://x.example/blob/main/{file}#L{line}", "https://x.example/blob/main/a%20%25.md#L3"),
        ("file://{path}", "file:///w/o/a%20%25.md"),
        ("file:///{path}", "file:///w/o/a%20%25.md"),
    ],
)
def test_the_address_of_a_source(template: str, address: str) -> None:
    assert source_link(template, Path("/w/o"))(told(GONE, "p", 1, Place("a %.md", 3))) == address


@pytest.mark.parametrize("template", ["", "nothing", "{line}", "{file", "{file}{0}", "{other}{path}", "{file.x}"])
def test_a_template_that_leads_nowhere_is_refused(template: str) -> None:
    with pytest.raises(CouldNotRun):
        source_link(template, Path("/w"))


def test_without_a_template_the_host_or_the_file_is_meant() -> None:
    host = {"GITHUB_SERVER_URL": "https://forge.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "c0"}
    assert usual_template(Path("/w"), host) == "https://forge.example/a/b/blob/c0/{file}?plain=1#L{line}"
    assert usual_template(Path("/w {x}"), {}) == "file:///w%20%7Bx%7D/{file}"


def test_a_page_is_named_from_where_the_report_is(tmp_path: Path) -> None:
    one = replace(told(GONE, "a:b/é.html"), anchor="ü 1")
    assert page_link(tmp_path / "site", tmp_path / "out" / "r.html")(one) == "../site/a%3Ab/%C3%A9.html#%C3%BC%201"
    assert page_link(tmp_path, tmp_path / "r.html")(one).startswith("./a%3Ab/")


@pytest.mark.parametrize(("line", "anchor"), [(0, ""), (4, ""), (5, "a"), (9, "b"), (30, "c"), (31, "c")])
def test_the_nearest_anchor_stands_at_the_finding_or_above(line: int, anchor: str) -> None:
    assert nearest_anchor(anchors_of({"c": 30, "a": 5, "b": 8, "__switch": 1}), line) == anchor
    assert nearest_anchor(anchors_of({}), line) == ""


def test_unseen_characters_become_visible_and_others_stay() -> None:
    assert visible("a\tb\nc\x1b\u202e\udcff\u2028") == r"a\tb\nc\x1b\u202e\udcff\u2028"
    kept = "é\u00a0\u202f«\u200c\u200d» עברית 👩\u200d🚒"
    assert visible(kept) == encodable(kept) == kept


# The door.

SOUND = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{0}</title></head>'
    '<body><main><h1 id="h">{0}</h1>{1}</main></body></html>'
)
Door = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def door(tmp_path: Path) -> Door:
    """Run the door for a site of two pages, the second of which has the words ``body``."""

    def run(*arguments: str, body: str = "") -> subprocess.CompletedProcess[str]:
        site = tmp_path / "site"
        (site / "b").mkdir(parents=True, exist_ok=True)
        (site / "index.html").write_text(SOUND.format("Lamps", '<p><a href="b/">The second page</a></p>'))
        (site / "b" / "index.html").write_text(
            SOUND.format("Lights", f'<p><a href="../">The first page</a>\n{body}</p>')
        )
        command = [sys.executable, str(ROOT / "scripts" / "check_links.py"), *arguments]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
        environment |= {"HANDBOOK_ENVIRONMENT": "ready", "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=tmp_path)

    return run


BROKEN = '<a href="../gone/">The third page</a>'


def test_the_door_tells_whether_links_hold(door: Door) -> None:
    fine = door("site")
    assert (fine.returncode, fine.stdout.splitlines()[-1]) == (0, "All links hold.")
    done = door("site", body=BROKEN)
    assert done.returncode == 1
    assert "site/b/index.html:2: error: the link 'The third page' leads to a page that does not exist" in done.stdout


def test_the_door_writes_every_format_at_once(door: Door, tmp_path: Path) -> None:
    names = ("json", "junit", "html", "summary", "schema")
    wanted = [word for name in names for word in (f"--{name}", f"out.{name}")]
    done = door("site", *wanted, "--annotations", body=BROKEN)
    assert done.returncode == 1
    assert "\n::error file=site/b/index.html,line=2,title=error (missing-page)::" in done.stdout
    jsonschema.validate(
        json.loads((tmp_path / "out.json").read_text()), json.loads((tmp_path / "out.schema").read_text())
    )
    assert HtmlPage(tmp_path / "out.html").attributes(".//dd/a", "href") == [
        "site/b/index.html#h",
        "#class-missing-page",
    ]
    assert ElementTree.parse(tmp_path / "out.junit").getroot().get("failures") == "1"


def test_the_door_is_quiet_when_a_report_is_printed(door: Door) -> None:
    assert json.loads(door("site", "--json", "-", body=BROKEN).stdout)["counts"]["error"] == 1
    assert json.loads(door("--schema", "-").stdout)["required"][0] == "format"
    assert door("site", "--html", "-").stdout.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["site/index.html"],
        ["empty"],
        ["site", "--json", "no/such/folder.json"],
        ["site", "--source-link", "{nowhere}"],
        ["site", "--config", "none.yml"],
        ["site", "--config", "wrong.yml"],
    ],
)
def test_the_door_says_that_it_could_not_run(door: Door, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "wrong.yml").write_text("adress: x\n")
    done = door(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_reader_that_has_enough_is_no_mistake(door: Door, tmp_path: Path) -> None:
    door("site", body=BROKEN)
    command = f"{sys.executable} {ROOT / 'scripts' / 'check_links.py'} site --json - | head -c 1"
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        ("KeyboardInterrupt", "\nStopped.\n"),
        ("KeyError(1)", "Traceback"),
        ("OSError(28, 'full', 'f')", "Could not run: f"),
    ],
)
def test_a_run_that_breaks_off_is_not_taken_for_broken_links(raised: str, said: str) -> None:
    script = (
        f"import sys; sys.path[:0] = [{str(ROOT / 'scripts')!r}, {str(ROOT)!r}]\n"
        f"from output import ended\ndef run():\n raise {raised}\nsys.exit(ended(run))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
