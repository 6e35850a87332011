"""A new year: the programme goes on under its keys, the old one stays readable; all of it is written, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Tree

from handbook.next_year.plan import Plan
from handbook.next_year.start import start_year
from handbook.problems import CouldNotRun, Refused

NEXT = "1902"


@pytest.fixture
def ready(tiny: Tree) -> Tree:
    """A tiny handbook whose labels are those of the tests, in all its languages."""
    for folder in ("docs", "docs_fr"):
        labels = yaml.safe_load((ROOT / "docs" / "data" / "labels.yml").read_text(encoding="utf-8"))
        tiny.write(f"{folder}/data/labels.yml", yaml.safe_dump(labels, allow_unicode=True, width=1000))
    assert tiny.problems() == []
    return tiny


def start(tree: Tree, year: str = NEXT) -> Plan:
    return start_year(tree.root, year)


def snapshot(tree: Tree) -> dict[str, bytes]:
    files = (path for path in tree.root.rglob("*") if path.is_file() and "build" not in path.parts)
    return {path.relative_to(tree.root).as_posix(): path.read_bytes() for path in files}


def confirm(tree: Tree, year: str = "1901") -> None:
    for path in ("docs/data/programme.yml", "docs/data/programme/light.yml"):
        text = "\n".join(line for line in tree.read(path).split("\n") if line.strip() != f"carried-over: {year}")
        tree.write(path, text)


def wrong(tree: Tree, year: str = NEXT) -> str:
    """Return why a year cannot be started; fails if anything has changed."""
    before = snapshot(tree)
    with pytest.raises((CouldNotRun, Refused)) as error:
        start(tree, year)
    assert snapshot(tree) == before
    return str(error.value)


def test_the_handbook_has_no_problems_afterwards(ready: Tree) -> None:
    done = start(ready)
    assert (done.old, done.new, done.statements) == (1901, 1902, 3)
    assert ready.problems() == []


def test_statements_keep_their_keys_words_comments_and_order(ready: Tree) -> None:
    ready.replace("docs/data/programme/light.yml", "means:\n", "# by hand\nmeans:  # what we do\n")
    before = ready.read("docs/data/programme/light.yml")
    start(ready)
    after = ready.read("docs/data/programme/light.yml")
    assert after.replace("    carried-over: 1901\n", "") == before
    assert after.count("    carried-over: 1901\n    source: ") == 3
    assert ready.read("docs/data/programme.yml") == "title: Plan of the lamplighters\nyear: 1902\nareas: [light]\n"


def test_parts_notes_and_statements_on_one_line_are_marked(ready: Tree) -> None:
    ready.replace("docs/data/documents.yml", 'means: "1 2"', 'means: "1 2 2.1", footnote: "1"')
    ready.append(
        "docs/data/programme/light.yml",
        "    parts:\n      day: { text: By day., source: plan-1901/I/means/2.1 }\n"
        "    notes:\n      night:\n        text: At night.\n        source: [plan-1901/I/footnote/1]\n",
    )
    ready.append(
        "docs_fr/data/programme/light.yml",
        "    parts:\n      day:\n        text: Le jour.\n    notes:\n      night:\n        text: La nuit.\n",
    )
    assert start(ready).statements == 5
    data = yaml.safe_load(ready.read("docs/data/programme/light.yml"))
    last = data["means"]["count-lamps"]
    assert last["parts"]["day"]["carried-over"] == last["notes"]["night"]["carried-over"] == 1901
    assert last["parts"]["day"]["source"] == "plan-1901/I/means/2.1"


@pytest.mark.parametrize("folder", ["docs", "docs_fr"])
def test_the_old_year_is_kept_in_every_language(ready: Tree, folder: str) -> None:
    names = ("programme.yml", "programme/light.yml")
    before = [ready.read(f"{folder}/data/{name}") for name in names]
    start(ready)
    assert [ready.read(f"{folder}/data/years/1901/{name}") for name in names] == before
    if folder != "docs":
        assert [ready.read(f"{folder}/data/{name}") for name in names] == before


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_old_pages_show_the_old_year_under_its_own_keys(ready: Tree, code: str) -> None:
    start(ready)
    page = ready.staged(code, "years/1901/light.md")
    assert "{ #years.1901.programme.light.means.count-lamps }" in page
    assert "(1901) { #years.1901.programme.light }" in page
    assert "](changes.md#years.1901.changes)" in page
    assert "to-be-confirmed" not in page
    assert "{ #programme." not in page


@pytest.mark.parametrize(("code", "words"), [("en", "Carried over from 1901"), ("fr", "Carried over from 1901")])
def test_a_statement_carries_its_mark_until_it_is_confirmed(ready: Tree, code: str, words: str) -> None:
    start(ready)
    assert ready.staged(code, "light.md").count(words) == 3
    confirm(ready)
    assert words not in ready.staged(code, "light.md")


def test_links_of_the_old_year_stay_in_it(ready: Tree) -> None:
    link = "Count, then [ask](@programme.light.means.ask-the-board)."
    ready.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", link)
    ready.write("docs/programme/index.md", INDEX)
    ready.write("docs_fr/programme/index.md", INDEX)
    ready.replace("mkdocs.yml", "      - light.md\n", "      - light.md\n      - programme/index.md\n")
    start(ready)
    page = ready.staged("en", "years/1901/light.md")
    assert "[ask](#years.1901.programme.light.means.ask-the-board)" in page
    index = ready.staged("en", "years/1901/index.md")
    assert "[far](light.md#years.1901.programme.light.means.ask-the-board)" in index
    assert "[key](light.md#years.1901.programme.light)" in index
    assert "[home](../../index.md#bodies)" in index
    assert "[web](https://example.org/programme.html)" in index
    assert "[here](#areas)" in index
    assert "{ #years.1901.programme }" in index
    assert "- [I. Light for all](light.md#years.1901.programme.light)" in index
    confirm(ready)
    text = ready.read("docs/data/programme/light.yml")
    ready.write("docs/data/programme/light.yml", text.replace(link, "Count."))
    assert ready.problems() == []


INDEX = """\
---
description: The plan as a whole.
---
# The plan { #programme }

[far](../light.md#programme.light.means.ask-the-board), [key](@programme.light), [home](../index.md#bodies),
[web](https://example.org/programme.html), [here](#areas)

## Areas { #areas }

{{ area_list() }}
{{ programme_introduction() }}
"""


def test_what_is_not_of_the_programme_stays_on_the_page_of_today_alone(ready: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        page = ready.read(f"{folder}/index.md").replace('{{ entries("bodies", 3) }}\n', "")
        ready.write(f"{folder}/index.md", page)
        ready.append(f"{folder}/light.md", '\n{{ entries("bodies", 2) }}\n')
    assert ready.problems() == []
    start(ready)
    assert "entries" not in ready.read("docs/years/1901/light.md")
    assert ready.problems() == []


def test_the_navigation_names_the_old_pages_and_keeps_its_comments(ready: Tree) -> None:
    ready.append("mkdocs.yml", "# the end\n")
    start(ready)
    config = ready.read("mkdocs.yml")
    added = '  - Earlier years:\n      - "1901":\n          - years/1901/light.md\n          - years/1901/changes.md\n'
    assert config.endswith(f"      - light.md\n{added}# the end\n")
    assert 'nav_translations: { The year: L’année, Earlier years: Earlier years, "1901": "1901" }' in config


FLOW = (
    ("nav:\n  - index.md\n  - The year:\n      - light.md\n", "nav: [index.md, {The year: [light.md]}]\n"),
    (
        "          nav_translations: { The year: L’année }\n",
        "          nav_translations:\n            The year: L’année # x\n",
    ),
)


def test_a_navigation_in_another_form_is_understood(ready: Tree) -> None:
    for old, new in FLOW:
        ready.replace("mkdocs.yml", old, new)
    start(ready)
    confirm(ready)
    start(ready, "1903")
    config = ready.read("mkdocs.yml")
    years = '{Earlier years: [{"1902": [years/1902/light.md, years/1902/changes.md]}, {"1901": '
    assert years in config
    assert (
        '            The year: L’année # x\n            Earlier years: Earlier years\n            "1901": "1901"\n'
        in config
    )
    assert ready.problems() == []


def test_a_handbook_without_sections_gets_words_for_the_new_one(ready: Tree) -> None:
    ready.replace("mkdocs.yml", "  - The year:\n      - light.md\n", "  - light.md\n")
    ready.replace("mkdocs.yml", "          nav_translations: { The year: L’année }\n", "")
    start(ready)
    assert "          nav_translations:\n            Earlier years: Earlier years\n" in ready.read("mkdocs.yml")
    assert ready.problems() == []


def test_a_second_year_follows_and_the_first_one_keeps_its_page_of_changes(ready: Tree) -> None:
    start(ready)
    confirm(ready)
    ready.replace("docs/data/programme/light.yml", "twice a year", "three times a year")
    page = ready.staged("en", "years/1901/changes.md")
    start(ready, "1904")
    assert ready.problems() == []
    after = ready.staged("en", "years/1901/changes.md")
    assert "# What changes from 1901 to 1902" in page
    assert "# What changes from 1901 to 1902" in after
    assert "three times a year" in after
    assert "light.md#years.1902.programme.light.means.count-lamps" in after.replace("../1902/", "")
    assert "# What changes from 1902 to 1904" in ready.staged("en", "years/1902/changes.md")
    nav = yaml.safe_load(ready.read("mkdocs.yml").replace("!ENV", ""))["nav"]
    assert [next(iter(each)) for each in nav[-1]["Earlier years"]] == ["1902", "1901"]


def test_windows_line_ends_stay(ready: Tree) -> None:
    ready.write("docs/data/programme/light.yml", ready.read("docs/data/programme/light.yml").replace("\n", "\r\n"))
    start(ready)
    text = (ready.root / "docs/data/programme/light.yml").read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") > 0


def test_lines_that_still_speak_of_the_old_year_are_named(ready: Tree) -> None:
    done = start(ready)
    text = ready.read("docs/data/programme/light.yml").split("\n")
    places = [each.rpartition(":") for each in done.to_read if each.startswith("docs/data/")]
    assert [text[int(line) - 1].strip() for _, _, line in places] == ["text: Light every street by 31 December 1901."]


@pytest.mark.parametrize(
    ("year", "why"),
    [
        ("1901", "is that of 1901 already"),
        ("1900", "1900 is not later than 1901"),
        ("next", "'next' is not a year"),
        ("02", "'02' is not a year"),
        ("0999", "'0999' is not a year"),
        ("19021", "'19021' is not a year"),
        ("1902.0", "is not a year"),
        ("", "'' is not a year"),
        ("١٩٠٢", "is not a year"),
    ],
)
def test_a_year_that_cannot_follow_is_refused(ready: Tree, year: str, why: str) -> None:
    assert why in wrong(ready, year)


def test_a_year_that_is_kept_already_is_refused(ready: Tree) -> None:
    start(ready)
    confirm(ready)
    assert "keeps the programme of 1901 already" in wrong(ready, "1901")


@pytest.mark.parametrize("folder", ["docs/years/1901", "docs_fr/data/years/1901", "docs/data/years/1901"])
def test_a_folder_in_the_way_is_refused(ready: Tree, folder: str) -> None:
    (ready.root / folder).mkdir(parents=True)
    assert f"{folder} exists already" in wrong(ready)


def test_a_handbook_with_problems_is_refused(ready: Tree) -> None:
    ready.replace("docs/data/programme/light.yml", "plan-1901/I/means/2", "plan-1901/I/means/9")
    assert "the source row 'plan-1901/I/means/9' does not exist" in wrong(ready)


def test_a_missing_translation_is_refused(ready: Tree) -> None:
    ready.remove("docs_fr/light.md")
    assert "the page is not translated" in wrong(ready)


def test_a_handbook_without_a_programme_is_refused(ready: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        for path in ("light.md", "data/programme.yml", "data/programme"):
            ready.remove(f"{folder}/{path}")
        page = ready.read(f"{folder}/index.md").split("\n")
        ready.write(f"{folder}/index.md", "\n".join(line for line in page if "light.md" not in line))
    ready.replace("docs/data/documents.yml", 'I: { objective: "1", means: "1 2" }', 'I: { mission: "1" }')
    ready.replace("docs/data/bodies.yml", "plan-1901/I/means/1", "plan-1901/I/mission/1")
    ready.write("docs/data/events.yml", EVENT)
    ready.write("docs_fr/data/events.yml", "day:\n  title: Jour\n  text: Le jour.\n")
    for folder in ("docs", "docs_fr"):
        ready.append(f"{folder}/index.md", '\n{{ statement("events.day", 2) }}\n')
    ready.replace("mkdocs.yml", "  - The year:\n      - light.md\n", "")
    ready.replace("mkdocs.yml", "          nav_translations: { The year: L’année }\n", "")
    assert "the handbook has no programme" in wrong(ready)


EVENT = "day:\n  title: Day\n  text: The day.\n  source: plan-1901/I/mission/1\n"


def test_statements_that_nobody_confirmed_are_listed(ready: Tree) -> None:
    start(ready)
    said = wrong(ready, "1903")
    assert said.count("is still to be confirmed for the year that ends") == 3
    assert "docs/data/programme/light.yml:7: 'objectives.bright-streets'" in said


def test_a_missing_label_is_named(ready: Tree) -> None:
    labels = ready.read("docs/data/labels.yml")
    ready.write("docs/data/labels.yml", labels.replace("year-new:", "year-newer:"))
    ready.write("docs_fr/data/labels.yml", labels.replace("year-new:", "year-newer:"))
    assert "the label 'year-new' is missing" in wrong(ready)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="is not a folder"):
        start_year(tmp_path / "nowhere", NEXT)


@pytest.mark.parametrize("fails_at", [1, 2, 5, 9, 11])
@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_failure_half_way_leaves_everything_as_it_was(
    ready: Tree, monkeypatch: pytest.MonkeyPatch, step: str, fails_at: int
) -> None:
    real, count = getattr(Path, step), 0

    def failing(path: Path, *given: object) -> object:
        nonlocal count
        count += path.name.startswith(".new-")
        if path.name.startswith(".new-") and count == fails_at:
            raise OSError(28, "No space left on device", str(path))
        return real(path, *given)

    monkeypatch.setattr(Path, step, failing)
    folders = {path for path in ready.root.rglob("*") if path.is_dir()}
    assert "No space left on device" in wrong(ready)
    assert {path for path in ready.root.rglob("*") if path.is_dir()} == folders


def test_an_interruption_leaves_everything_as_it_was(ready: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = snapshot(ready), Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if target.name == "light.md":
            raise KeyboardInterrupt
        return real(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        start(ready)
    assert snapshot(ready) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_is_refused(ready: Tree) -> None:
    (ready.root / "docs_fr").chmod(0o555)
    try:
        assert "cannot be written" in wrong(ready)
    finally:
        (ready.root / "docs_fr").chmod(0o755)


@pytest.mark.parametrize(("year", "code", "said"), [("1902", 0, "files written"), ("1901", 2, "Could not run: ")])
def test_the_command_says_what_it_did(ready: Tree, year: str, code: int, said: str) -> None:
    done = run(ready, year)
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_names_problems_with_code_1(ready: Tree) -> None:
    ready.replace("docs/data/programme/light.yml", "plan-1901/I/means/2", "plan-1901/I/means/9")
    done = run(ready, NEXT)
    assert done.returncode == 1
    assert "docs/data/programme/light.yml:17:" in done.stderr
    assert "Nothing was changed." in done.stderr


def run(tree: Tree, year: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "next_year.py"), year, "--handbook", str(tree.root)]
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
