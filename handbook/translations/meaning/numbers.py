"""Numbers in a text: digits as each language groups them, words, percentages, amounts and lengths of time."""

from __future__ import annotations

import re
from decimal import Decimal

from handbook.translations.meaning.facts import Fact
from handbook.translations.meaning.language import Language

_GROUPING = " \u00a0\u202f\u2009'’"
_NUMBER = re.compile(rf"(?<![^\W\d])(?:\d{{1,3}}(?:[{_GROUPING}]\d{{3}}(?!\d))+(?:[.,٫]\d+)?|\d+(?:[.,٫٬]\d+)*)")
_YEARS = re.compile(r"(?<!\d)(?P<century>1[89]|20)(?P<first>\d\d)(?:[–—\u2011/-])(?P<last>\d\d)(?!\d)")
_BEFORE = re.compile(r"(US\$|[$€£¥]|\b[A-Z]{3})[\s\u00a0\u202f]?$")
_BEHIND = re.compile(r"[\s\u00a0\u202f]?(?:(US\$|[$€£¥]|[A-Z]{3}\b)|(?:d[e’'][\s]?)?([^\W\d]+))")
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


def read_digits(text: str, language: Language, facts: list[Fact]) -> str:
    """Add the numbers written in digits to ``facts`` and return the text without them."""
    text = _YEARS.sub(_span, text)
    kept, end = [], 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        kept.append(text[end : match.start()])
        fact, end = _counted(match, text, language)
        facts.append(fact)
        facts.extend(_money(text, match.start(), end, language))
    kept.append(text[end:])
    return "•".join(kept)


def _span(match: re.Match[str]) -> str:
    """Write ``2022-25`` as ``2022–2025``."""
    if match["last"] <= match["first"]:
        return match[0]
    return f"{match['century']}{match['first']}–{match['century']}{match['last']}"


def _counted(match: re.Match[str], text: str, language: Language) -> tuple[Fact, int]:
    """Return what a number counts, and where it ends: a percentage, a length of time, or a number alone."""
    value, end = number_value(match[0], language.decimal), match.end()
    if scale := language.scale_pattern.match(text, end):
        value, end = _scaled(value, scale[0], language), scale.end()
    words = text[match.start() : end]
    if percent := language.percent_pattern.match(text, end):
        return Fact("percent", value, words + percent[0], True, value), percent.end()
    if unit := language.unit_pattern.match(text, end):
        return duration(value, unit, words, language), unit.end()
    return Fact("number", value, words, True, value), end


def duration(value: str, unit: re.Match[str], words: str, language: Language) -> Fact:
    """Return the fact of a number with the word for a time behind it, which ``unit`` matched."""
    name, said = language.units[unit["unit"].casefold()], f"{words}{unit[0]}"
    return Fact("duration", f"{value} {name}", said, value not in ("0", "1"), value)


def number_value(written: str, decimal: str) -> str:
    """Return a number as ``1500`` or ``9.43``, whatever separates its groups.

    A single point or comma before three digits groups them unless the language writes its decimals so.
    """
    digits = re.sub(rf"[{_GROUPING}٬]", "", written).replace("٫", ".")
    if not digits.isascii():
        digits = "".join(str(int(each)) if each.isdigit() else each for each in digits)
    parts = re.split(r"[.,]", digits)
    if len(parts) == 1:
        return digits.lstrip("0") or "0"
    signs = re.sub(r"\d", "", digits)
    groups = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3 and parts[0] != "0"
    if len(set(signs)) > 1:
        return f"{''.join(parts[:-1])}.{parts[-1]}"
    if groups and (len(signs) > 1 or signs != decimal):
        return "".join(parts)
    return ".".join(parts)


def _scaled(value: str, scales: str, language: Language) -> str:
    """Return a number multiplied by the words behind it: ``1.5 million``."""
    assert language.table is not None
    if value.count(".") > 1:
        return value
    amount = Decimal(value)
    for word in scales.split():
        amount *= language.table.scales[word.casefold()]
    return f"{amount.normalize():f}"


def _money(text: str, start: int, end: int, language: Language) -> list[Fact]:
    """Return the currency written beside a number, if any."""
    before = _BEFORE.search(text, max(0, start - 5), start)
    behind = _BEHIND.match(text, end)
    said = before[1] if before else behind[1] if behind and behind[1] else ""
    code = _SIGNS.get(said) or (said if said and said in language.locale.currencies else "")
    if not code and behind and behind[2] and language.table:
        said = behind[2]
        code = language.table.money.get(said.casefold(), "")
    return [Fact("currency", code, said)] if code else []
