"""The dated events as a file for calendar programs: read back by a library and by a reader of its own (RFC 5545)."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field

import icalendar
import pytest
from conftest import Tree
from small import ARABIC, ENGLISH, FRENCH, golden_labels, handbook, settings

from handbook.render.calendar_file import calendar_file

S = "source: plan/I/event/1"
LONG = "Take your lamp, oil; a rope \\ and “bread”, for each of all the many rounds of the night. " * 4
EVENTS = {
    "en": f"""\
day: {{ title: A day, text: '{LONG.strip()}', {S}, when: 1901-03-04 }}
days: {{ title: Days, text: 'With the [[board]] & [a link](https://lamps.example/).', {S}, when: 1901-02-27,
        until: 1901-03-01 }}
month: {{ title: A month, text: T., {S}, when: 1904-02 }}
december: {{ title: A last month, text: T., {S}, when: 1901-12 }}
season: {{ title: A season, text: T., {S}, when: 1901-autumn }}
year: {{ title: A year, text: T., {S}, when: 1902, until: 1903-06 }}
alike: {{ title: As feasts are, text: T., {S}, when: --05-01 }}
feast: {{ title: The feast, text: T., {S}, when: --05-01 }}
leap: {{ title: A rare day, text: T., {S}, when: --02-29 }}
never: {{ title: Without a date, text: T., {S} }}
last: {{ title: The last day, text: T., {S}, when: 9999-12-31 }}
end: {{ title: The last month, text: T., {S}, when: 9999-12 }}
""",
    "fr": f"day: {{ title: Un jour de fête, text: 'L’été à Noël, où ça ? {'é' * 90}.', {S}, when: 1901-03-04 }}\n",
    "ar": f"day: {{ title: يوم, text: '{'مصباح ' * 30}.', {S}, when: 1901-03 }}\n",
}
BODIES = f"board: {{ kind: joint, name: Lamp Board, short: LB, about: A., {S} }}\n"
LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "ar": ARABIC}
ADDRESS = "https://lamps.example/book/"


def written(code: str = "en", date: str = "1901-03-05", events: str = "", address: str = ADDRESS) -> bytes:
    """The calendar in one language."""
    language = LANGUAGES[code]
    files = {"events": events or EVENTS[code], "bodies": BODIES, "labels": golden_labels()}
    book = handbook(files, language)
    homes = dict.fromkeys(book.records, "dates/calendar.md")
    return calendar_file(settings(*LANGUAGES.values(), date=date, address=address), language, book, homes)


@dataclass
class Component:
    """One part of a calendar file: its properties in order (name, parameters, value), and the parts inside it."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def one(self, name: str) -> str:
        (value,) = [value for each, _, value in self.properties if each == name]
        return value

    def kind(self, name: str) -> dict[str, str]:
        (parameters,) = [parameters for each, parameters, _ in self.properties if each == name]
        return parameters


_LINE = re.compile(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", re.S)
_PARAMETER = re.compile(r";([A-Z0-9-]+)=(\"[^\"]*\"|[^\";:,]*)")


def read(content: bytes) -> Component:
    """Read a calendar file as RFC 5545 defines it, and nothing that it does not allow."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    assert not [line for line in lines if b"\r" in line or b"\n" in line or len(line) > 75]
    for line in lines:
        line.decode("utf-8")  # a fold never cuts a character in two
    unfolded = b"\r\n".join(lines).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    root = Component("")
    open_ = [root]
    for line in unfolded:
        match = _LINE.fullmatch(line)
        assert match is not None, line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            open_[-1].inside.append(Component(value))
            open_.append(open_[-1].inside[-1])
        elif name == "END":
            assert open_.pop().name == value
        else:
            open_[-1].properties.append((name, dict(_PARAMETER.findall(parameters)), value))
    assert open_ == [root]
    (calendar,) = root.inside
    assert calendar.name == "VCALENDAR"
    return calendar


def text(value: str) -> str:
    """A value of the kind TEXT as it is shown."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value), "commas and semicolons are escaped"
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], value)


def events(content: bytes) -> dict[str, Component]:
    """The events of a calendar by the start of their identity."""
    return {event.one("UID").partition(".")[0]: event for event in read(content).inside}


def test_a_calendar_says_what_it_is() -> None:
    calendar = read(written())
    assert calendar.one("VERSION") == "2.0"
    assert calendar.one("PRODID") == "-//lamps.example//Lamplighters//EN"
    assert text(calendar.one("X-WR-CALNAME")) == "Lamplighters"
    assert {event.name for event in calendar.inside} == {"VEVENT"}


def test_every_event_with_a_date_is_there_in_their_order() -> None:
    assert list(events(written())) == [
        *("days", "day", "season", "december", "year", "month", "leap", "alike", "feast", "end", "last")
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_event_has_what_the_standard_asks_and_once(code: str) -> None:
    for event in read(written(code)).inside:
        names = Counter(name for name, _, _ in event.properties)
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL"} <= names.keys()
        assert set(names.values()) == {1}


SPANS = {
    "day": ("19010304", "19010305"),
    "days": ("19010227", "19010302"),
    "month": ("19040201", "19040301"),
    "december": ("19011201", "19020101"),
    "season": ("19010101", "19020101"),
    "year": ("19020101", "19030701"),
    "feast": ("20000501", "20000502"),
    "leap": ("20000229", "20000301"),
}


@pytest.mark.parametrize("name", SPANS)
def test_an_event_lasts_whole_days_and_ends_before_the_next_one(name: str) -> None:
    event = events(written())[name]
    assert (event.one("DTSTART"), event.one("DTEND")) == SPANS[name]
    assert event.kind("DTSTART") == event.kind("DTEND") == {"VALUE": "DATE"}


def test_the_last_day_of_all_needs_no_end() -> None:
    last, end = (events(written())[name] for name in ("last", "end"))
    assert (last.one("DTSTART"), end.one("DTSTART")) == ("99991231", "99991201")
    assert not [name for event in (last, end) for name, _, _ in event.properties if name == "DTEND"]


def test_what_comes_back_every_year_says_so_and_nothing_else_does() -> None:
    rules = {
        name: [value for each, _, value in event.properties if each == "RRULE"]
        for name, event in events(written()).items()
    }
    yearly = {"alike", "feast", "leap"}
    assert {name: found for name, found in rules.items() if found} == {key: ["FREQ=YEARLY"] for key in yearly}


TITLES = {
    "day": "A day",
    "days": "Days (27 February 1901 – 1 March 1901)",
    "month": "A month (February 1904)",
    "season": "A season (autumn of 1901)",
    "year": "A year (1902 – June 1903)",
    "feast": "The feast",
}


@pytest.mark.parametrize("name", TITLES)
def test_a_title_says_the_date_where_it_is_no_single_day(name: str) -> None:
    assert text(events(written())[name].one("SUMMARY")) == TITLES[name]


def test_words_are_plain_and_lead_to_the_page_and_place_in_their_language() -> None:
    for code in LANGUAGES:
        event = events(written(code))["day"]
        assert event.one("URL") == f"{ADDRESS}{code}/dates/calendar/#events.day"
        assert text(event.one("DESCRIPTION")).endswith(f"\n\n{ADDRESS}{code}/dates/calendar/#events.day")
    assert text(events(written())["day"].one("DESCRIPTION")).startswith(LONG.strip())
    assert text(events(written())["days"].one("DESCRIPTION")).startswith("With the LB & a link.\n\n")
    assert text(events(written("fr"))["day"].one("SUMMARY")) == "Un jour de fête"
    assert text(events(written("ar"))["day"].one("SUMMARY")) == "يوم (مارس 1901)"


def test_identities_are_unique_in_all_languages_and_stay_when_the_words_change() -> None:
    found = [event.one("UID") for code in LANGUAGES for event in read(written(code)).inside]
    assert len(found) == len(set(found))
    assert "day.en@lamps.example/book" in found
    changed = written(events=EVENTS["en"].replace("A day", "Another day").replace("1901-03-04", "1901-03-24"))
    assert changed != written()
    assert events(changed)["day"].one("UID") == events(written())["day"].one("UID")


def test_two_sites_have_different_identities() -> None:
    other = written(address="https://lamps.example/other/")
    assert not {each.one("UID") for each in read(other).inside} & {each.one("UID") for each in read(written()).inside}


def test_the_same_handbook_on_the_same_day_gives_the_same_bytes() -> None:
    assert written() == written()
    backwards = "".join(reversed(re.split(r"(?m)^(?=\w)", EVENTS["en"])))
    assert written(events=backwards) == written()


def test_another_day_changes_the_stamp_and_nothing_else() -> None:
    one, other = (written(date=date).split(b"\r\n") for date in ("1901-03-05", "1907-01-01"))
    changed = {(a, b) for a, b in zip(one, other, strict=True) if a != b}
    assert changed == {(b"DTSTAMP:19010305T000000Z", b"DTSTAMP:19070101T000000Z")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_library_for_calendars_reads_the_same(code: str) -> None:
    content = written(code)
    parsed = icalendar.Calendar.from_ical(content)
    assert isinstance(parsed, icalendar.Calendar)
    assert not parsed.errors
    assert [str(each["UID"]) for each in parsed.walk("VEVENT")] == [each.one("UID") for each in read(content).inside]
    for theirs, ours in zip(parsed.walk("VEVENT"), read(content).inside, strict=True):
        assert isinstance(theirs, icalendar.Event)
        assert not theirs.errors
        assert str(theirs["SUMMARY"]) == text(ours.one("SUMMARY"))
        assert str(theirs["DESCRIPTION"]) == text(ours.one("DESCRIPTION"))
        assert theirs.DTSTART.strftime("%Y%m%d").rjust(8, "0") == ours.one("DTSTART")  # type: ignore[union-attr]
        assert type(theirs.DTSTART) is datetime.date
        assert "DTEND" not in theirs or theirs["DTEND"].dt > theirs.DTSTART


def test_long_lines_are_folded_without_loss() -> None:
    content = written("ar") + b""
    assert b"\r\n " in content
    assert "مصباح " * 29 in text(events(content)["day"].one("DESCRIPTION"))


# The file in the tree that is built.

NIGHT = "night:\n  title: Night\n  text: Light.\n  source: plan-1901/I/means/1\n  when: 1901-03-04\n"


def with_event(tree: Tree) -> None:
    tree.write("docs/data/events.yml", NIGHT)
    tree.write("docs_fr/data/events.yml", "night: { title: Nuit, text: Éclairer. }\n")
    for folder in ("docs", "docs_fr"):
        tree.append(f"{folder}/light.md", "\n## Dates { #dates }\n\n{{ calendar(3) }}\n")


def test_every_language_has_its_calendar_beside_its_pages(tiny: Tree) -> None:
    with_event(tiny)
    assert tiny.problems() == []
    for code, title in (("en", "Night"), ("fr", "Nuit")):
        event = events((tiny.root / f"build/stage/{code}/calendar.ics").read_bytes())["night"]
        assert event.one("SUMMARY") == title
        assert event.one("URL") == f"{ADDRESS}{code}/light/#events.night"
        assert "{ #events.night" in tiny.staged(code, "light.md")


def test_the_stamp_is_the_day_of_the_build(tiny: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    with_event(tiny)
    monkeypatch.setenv("HANDBOOK_DATE", "1901-03-01")
    assert "DTSTAMP:19010301T000000Z" in tiny.staged("fr", "calendar.ics")


def test_without_events_there_is_no_calendar(tiny: Tree) -> None:
    assert tiny.problems() == []
    assert not (tiny.root / "build/stage/en/calendar.ics").exists()
