"""Dates and times in a text, in any language of which CLDR knows the months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from handbook.translations.meaning.facts import Fact
from handbook.translations.meaning.language import Language

_ORDINAL = r"(?:st|nd|rd|th|er|re|e|ème|\.?[ºª°ᵉ]|\.)?"
_SPACE = r"[\s\u00a0\u202f]"
_DAY = rf"(?<![\d.,])(?P<{{name}}>\d{{{{1,2}}}}|(?<!\w)1er){_ORDINAL}"
#: Between two days: 'to', 'and', 'au', 'y el', a dash.
_BETWEEN = rf"(?:{_SPACE}*[–—\u2011-]{_SPACE}*|{_SPACE}+(?:[^\W\d]{{1,3}}{_SPACE}+){{1,2}})"
_OF = rf"(?:{_SPACE}+(?:of|de|del|d['’]|di|do|van)?{_SPACE}*|(?<=\.){_SPACE}*)"
_ISO = re.compile(r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\w-])")
_DIGITS = re.compile(r"(?<![\w./])(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<y>\d{4})(?![\w/])")
_TIMES = (
    re.compile(r"(?<![\w.])(?P<h>\d{1,2})(?:[.:](?P<m>\d{2}))?[\s\u00a0\u202f]?(?P<p>[ap])\.?[\s\u00a0]?m\b\.?", re.I),
    re.compile(
        r"(?<![\w.])(?P<h>\d{1,2})(?:[.:](?P<m>\d{2}))?[\s\u00a0\u202f]?(?:h|hrs?|horas|heures|Uhr|uur|ore)\b"
        r"(?:[\s\u00a0\u202f]?(?P<n>\d{2})(?!\d))?"
    ),
    re.compile(r"(?<![\w.:])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\w:])"),
)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns for ``23 February 2024``, ``February 23, 2024`` and a month without a day."""
    month = rf"(?P<month>{language.month_names})"
    day, first = _DAY.format(name="d"), _DAY.format(name="d1")
    year = rf"(?:\.?,?(?:{_OF})(?P<y>\d{{4}})(?!\d))?"
    must = year.removesuffix("?")
    return (
        re.compile(rf"(?:{first}{_BETWEEN})?{day}{_OF}{month}(?!\w)\.?{year}"),
        re.compile(
            rf"(?:(?P<y0>\d{{4}})[.,年년]?\s?)?(?<![^\W_年년]){month}\.?[\s日]?(?P<d1>\d{{1,2}})(?!\d|[.,]\d){_ORDINAL}"
            rf"(?:{_BETWEEN}(?P<d>\d{{1,2}})(?!\d){_ORDINAL}(?!{_SPACE}*\w))?[日일]?(?:,?\s(?P<y>\d{{4}})(?!\d))?"
        ),
        re.compile(rf"(?<!\w)(?:{month}(?!\w)\.?{must}|(?P<alone>{language.full_months})(?!\w))"),
    )


def read_dates(text: str, language: Language, facts: list[Fact], words: frozenset[str], digits: bool) -> str:
    """Add the dates and times of a text to ``facts`` and return the text without them.

    ``words`` are all its words in small letters; ``digits`` says whether it holds any.
    """

    def noted(match: re.Match[str]) -> str:
        facts.extend(_dates(match, language))
        return "•"

    if digits:
        text = _DIGITS.sub(noted, _ISO.sub(noted, text))
        for pattern in _TIMES:
            text = pattern.sub(lambda match: _time(match, facts), text)
    if not language.month_words.isdisjoint(words) or (digits and language.months_in_digits):
        for pattern in _patterns(language)[0 if digits else 2 :]:
            text = pattern.sub(noted, text)
    if not language.weekday_words.isdisjoint(words):
        for match in language.weekday_pattern.finditer(text):
            facts.append(Fact("weekday", language.weekdays[match[0].casefold()], match[0], False))
    return text


def _dates(match: re.Match[str], language: Language) -> Iterator[Fact]:
    """Yield the one or two dates of a match, as ``2024-02-23``; what is not said is ``*``."""
    said = match.groupdict()
    words = match[0].strip(" ,")
    year = said.get("y") or said.get("y0") or "*"
    if "a" in said:
        one, other = int(match["a"]), int(match["b"])
        day, month = (one, other) if (language.day_first or one > 12) and other <= 12 else (other, one)
        yield Fact("date", f"{year}-{month}-{day}", words)
        return
    name = said.get("month") or said.get("alone")
    month = language.months.get(name.casefold().rstrip("."), 0) if name else int(match["m"])
    days = [int(said[key].removesuffix("er")) for key in ("d1", "d") if said.get(key)]
    if not days:
        sure = language.table is not None and (name or "").casefold() not in language.table.unsure
        yield Fact("month", f"{year}-{month}", words, sure or year != "*")
    yield from (Fact("date", f"{year}-{month}-{day}", words) for day in days)


def _time(match: re.Match[str], facts: list[Fact]) -> str:
    """Add a time as ``13:30``; its ``number`` is how it reads without ``p.m.`` or ``h``."""
    said = match.groupdict()
    minutes = said.get("m") or said.get("n") or "00"
    hour = int(match["h"])
    shown = f"{hour}.{minutes}" if said.get("m") or said.get("n") else str(hour)
    if said.get("p"):
        hour = hour % 12 + (12 if said["p"].lower() == "p" else 0)
    if hour > 24 or int(minutes) > 59:
        return match[0]
    facts.append(Fact("time", f"{hour:02}:{minutes}", match[0].strip(), True, shown))
    return "•"
