"""The dated events of a handbook as a file for calendar programs (iCalendar, RFC 5545), one a language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from babel import Locale

from handbook.model.dates import span
from handbook.model.facts import Event
from handbook.model.handbook import Handbook
from handbook.read.addresses import page_url
from handbook.read.settings import Language, Settings
from handbook.render.dates import order, written
from handbook.render.sentences import Sentences

if TYPE_CHECKING:  # it takes a tenth of a second to load, which runs without a calendar are spared
    import icalendar

CALENDAR = "calendar.ics"
_DAY = datetime.timedelta(days=1)


def calendar_file(settings: Settings, language: Language, handbook: Handbook, homes: Mapping[str, str]) -> bytes:
    """Return the calendar of one language; the same handbook for the same date gives the same bytes.

    ``homes`` maps the key of an event to the page that shows it. Every event lasts whole days. Where the
    source gives a month or a year, it lasts so long, and its title says the date in words; an event
    without a date is left out.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{urlsplit(settings.site_url).hostname}//{language.site_name}//{language.code.upper()}")
    calendar.add("x-wr-calname", language.site_name)
    sentences = Sentences(handbook, {}, language.locale)
    for event in sorted(_dated(handbook), key=lambda each: (order(each.when), each.key)):
        calendar.add_component(_event(event, settings, language, sentences, homes))
    content: bytes = calendar.to_ical()
    return content


def _dated(handbook: Handbook) -> Iterator[Event]:
    return (event for event in handbook.named("events").values() if event.when is not None)


def _event(
    event: Event, settings: Settings, language: Language, sentences: Sentences, homes: Mapping[str, str]
) -> icalendar.Event:
    assert event.when is not None, "only dated events are asked for"
    name = event.key.removeprefix("events.")
    site = urlsplit(settings.site_url)
    first, last = span(event.when, event.until)
    address = f"{settings.address(language.code)}{page_url(homes[event.key])}#{event.key}"
    import icalendar

    entry = icalendar.Event()
    entry.add("uid", f"{name}.{language.code}@{site.hostname}{site.path.rstrip('/')}")
    entry.add("dtstamp", datetime.datetime.combine(settings.date, datetime.time(), datetime.UTC))
    entry.add("dtstart", first)
    if last < datetime.date.max:  # without an end, it lasts one day
        entry.add("dtend", last + _DAY)
    if event.when.startswith("--"):
        entry.add("rrule", {"freq": "yearly"})
    entry.add("summary", _title(event, language.locale, sentences))
    entry.add("description", f"{sentences.plain(event.text)}\n\n{address}")
    entry.add("url", address)
    entry.add("transp", "TRANSPARENT")
    return entry


def _title(event: Event, locale: Locale, sentences: Sentences) -> str:
    """Return the title of an event, with its date where that is not a day."""
    assert event.when is not None, "only dated events are asked for"
    title = sentences.plain(event.title)
    first, last = span(event.when)
    if first == last and not event.until:
        return title
    words = written(event.when, locale, sentences.label)
    return f"{title} ({words}{f' – {written(event.until, locale, sentences.label)}' if event.until else ''})"
