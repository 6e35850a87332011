"""The day of the build is given by the command line, the environment or mkdocs.yml before the clock is asked."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest
from conftest import Tree

import build
from handbook.problems import CouldNotRun, Problem
from handbook.read.date import EPOCH, VARIABLE, given_date
from handbook.read.yaml import parse

SETTINGS = "site_name: Lamps\n"
DATED = f"{SETTINGS}extra:\n  generator: false\n  date: 1901-03-05\n"
DAY = datetime.date(1901, 3, 5)


@pytest.fixture(autouse=True)
def _nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (VARIABLE, EPOCH):
        monkeypatch.delenv(name, raising=False)


def given(text: str = SETTINGS) -> tuple[datetime.date, list[str]]:
    problems: list[Problem] = []
    file = parse("mkdocs.yml", text, problems, engine_tags=True)
    assert file is not None
    return given_date(file, problems), [str(problem) for problem in problems]


def test_the_variable_goes_before_the_epoch_and_the_epoch_before_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(DATED) == (DAY, [])
    monkeypatch.setenv(EPOCH, "1000000000")
    assert given(DATED) == (datetime.date(2001, 9, 9), [])
    monkeypatch.setenv(VARIABLE, "1907-12-31")
    assert given(DATED) == (datetime.date(1907, 12, 31), [])


def test_an_empty_variable_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (VARIABLE, EPOCH):
        monkeypatch.setenv(name, "")
    assert given(DATED) == (DAY, [])


def test_seconds_mean_the_day_in_universal_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XXX-14")  # fourteen hours before all others
    time.tzset()
    for seconds, day in (("0", "1970-01-01"), ("86399", "1970-01-01"), ("86400", "1970-01-02")):
        monkeypatch.setenv(EPOCH, seconds)
        assert given()[0].isoformat() == day
    monkeypatch.undo()
    time.tzset()


def test_the_clock_is_asked_last() -> None:
    before = datetime.datetime.now(datetime.UTC).date()
    found, problems = given()
    assert before <= found <= datetime.datetime.now(datetime.UTC).date()
    assert problems == []
    assert given(f"{SETTINGS}extra: {{ generator: false }}\n")[0] >= before
    assert given(f"{SETTINGS}extra:\n")[0] >= before


def test_a_date_in_quotes_or_from_the_environment_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(DATED.replace("1901-03-05", '"1901-03-05"')) == (DAY, [])
    monkeypatch.setenv("DAY", "1901-03-06")
    text = f"{SETTINGS}extra:\n  date: !ENV [DAY, 1901-03-05]\n"
    assert given(text) == (datetime.date(1901, 3, 6), [])
    monkeypatch.delenv("DAY")
    assert given(text) == (DAY, [])


NO_DATES = ["1901-02-30", "5 March 1901", "1901", "1901-03", "tomorrow", "[1901-03-05]", '""', "05-03-1901"]


@pytest.mark.parametrize("words", NO_DATES)
def test_a_date_of_the_settings_that_is_none_is_told_at_its_line(words: str) -> None:
    (problem,) = given(DATED.replace("1901-03-05", words))[1]
    assert problem.startswith("mkdocs.yml:4: the date of the handbook is not a date; expected YYYY-MM-DD; found ")


@pytest.mark.parametrize("words", ["1901-02-30", "tomorrow", "1901", " 1901-03-05", "1901-03-05T12:00"])
def test_a_date_of_the_environment_that_is_none_stops_the_run(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv(VARIABLE, words)
    with pytest.raises(CouldNotRun) as stopped:
        given(DATED)
    assert str(stopped.value) == f"HANDBOOK_DATE is not a date: expected YYYY-MM-DD, found '{words}'"


@pytest.mark.parametrize("words", ["1901-03-05", "today", "1e9", "9" * 30])
def test_seconds_that_are_none_stop_the_run(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv(EPOCH, words)
    with pytest.raises(CouldNotRun) as stopped:
        given(DATED)
    assert str(stopped.value) == f"SOURCE_DATE_EPOCH is not a number of seconds: found '{words}'"


# Through the door.

EVENT = "night:\n  title: Night\n  text: Light.\n  source: plan-1901/I/means/1\n  when: 1901-03-04\n"


def with_event(tree: Tree) -> None:
    tree.write("docs/data/events.yml", EVENT)
    tree.write("docs_fr/data/events.yml", "night: { title: Nuit, text: Éclairer. }\n")
    for folder in ("docs", "docs_fr"):
        tree.append(f"{folder}/light.md", "\n## Dates { #dates }\n\n{{ calendar(3) }}\n")


def run(tree: Tree, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(build, "enter", lambda *requirements: None)
    monkeypatch.setattr("sys.argv", ["build.py", "--handbook", str(tree.root), *arguments])
    monkeypatch.setenv(VARIABLE, "")  # so that what the run sets is undone
    return build.main()


def section(html: str, anchor: str) -> str:
    """The part of a page from a heading to the next of its level."""
    return html.partition(f'id="{anchor}"')[2].partition("<h3")[0]


@pytest.mark.parametrize(
    ("date", "tense"), [("1901-03-03", "coming"), ("1901-03-04", "current"), ("1901-03-05", "past")]
)
def test_the_door_takes_the_date_for_the_pages_and_the_calendar(
    tiny: Tree, monkeypatch: pytest.MonkeyPatch, date: str, tense: str
) -> None:
    with_event(tiny)
    assert run(tiny, monkeypatch, "--date", date) == 0
    html = (tiny.root / "site/fr/light/index.html").read_text(encoding="utf-8")
    shown = [name for name in ("coming", "current", "past") if "Éclairer." in section(html, f"calendar-{name}")]
    assert shown == [tense]
    calendar = (tiny.root / "site/fr/calendar.ics").read_text(encoding="utf-8")
    assert f"DTSTAMP:{date.replace('-', '')}T000000Z" in calendar


@pytest.mark.parametrize(("name", "words"), [(VARIABLE, "1901-02-30"), (EPOCH, "soon")])
def test_a_date_that_is_none_is_no_mistake_of_the_words(
    tiny: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    tiny.write("site/en/index.html", "the old site")
    monkeypatch.setattr(build, "enter", lambda *requirements: None)
    monkeypatch.setattr("sys.argv", ["build.py", "--handbook", str(tiny.root)])
    monkeypatch.setenv(name, words)
    assert build.main() == 2
    said = capsys.readouterr().err
    assert said.startswith(f"Could not run: {name} is not a")
    assert f"found '{words}'" in said
    assert "Traceback" not in said
    assert tiny.read("site/en/index.html") == "the old site"


def test_a_date_on_the_command_line_that_is_none_ends_alike(
    tiny: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tiny, monkeypatch, "--date", "5 March") == 2
    assert "expected YYYY-MM-DD, found '5 March'" in capsys.readouterr().err
    assert not (tiny.root / "site").exists()


def test_two_builds_for_the_same_day_are_the_same(tiny: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    with_event(tiny)

    def files(folder: Path) -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    for name in ("one", "two"):
        assert run(tiny, monkeypatch, "--date", "1901-03-05", "--output", str(tiny.root / name)) == 0
    one, two = files(tiny.root / "one"), files(tiny.root / "two")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
