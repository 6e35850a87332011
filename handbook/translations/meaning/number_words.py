"""Numbers written as words, as far as the language has a table of them."""

from __future__ import annotations

import re

from handbook.translations.meaning.facts import Fact
from handbook.translations.meaning.language import Language
from handbook.translations.meaning.numbers import duration

_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[\s\u00a0]*[\s\u00a0\u2011-](?:(?:and|et|y)[\s\u2011-])?")


def read_words(text: str, language: Language, facts: list[Fact], words: frozenset[str]) -> None:
    """Add the numbers written as words to ``facts``: ``forty-two``, ``quatre-vingt-dix``, ``treinta y cinco``.

    ``words`` are all words of the text in small letters. In most texts they hold no number but an article.
    """
    counted = language.number_words & words
    if not counted:
        return
    if counted <= language.ones and language.unit_words.isdisjoint(words):
        facts.append(Fact("number", "1", next(iter(counted)), False, "1"))
        return
    if any(word in text for word in language.percent_words):
        text = language.percent_pattern.sub(lambda match: _percent(match, facts), text)
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if match[0].casefold() in counted:
            if run and not _JOINED.fullmatch(text, run[-1].end(), match.start()):
                _close(run, text, language, facts)
            run.append(match)
    _close(run, text, language, facts)


def _percent(match: re.Match[str], facts: list[Fact]) -> str:
    """Note that there is a percentage, whose number is a word, and take its words out."""
    facts.append(Fact("percent", "", match[0], False))
    return "•"


def _close(run: list[re.Match[str]], text: str, language: Language, facts: list[Fact]) -> None:
    """Add the numbers of words that stand together, and empty ``run``."""
    while run:
        value, used = _value(run, text, language)
        words, end = text[run[0].start() : run[used - 1].end()], run[used - 1].end()
        firm = value > 1 and (used > 1 or words.casefold() in language.firm)
        if value > 0 and (unit := language.unit_pattern.match(text, end)):
            facts.append(duration(str(value), unit, words, language))
        else:
            facts.append(Fact("number", str(value), words, firm, str(value)))
        del run[:used]


def _value(run: list[re.Match[str]], text: str, language: Language) -> tuple[int, int]:
    """Return the value of the first number in a run of words, and how many of them make it."""
    total, current, last = 0, language.counted[run[0][0].casefold()], 0
    last = current
    for place in range(1, len(run)):
        value = language.counted[run[place][0].casefold()]
        hyphen = text[run[place].start() - 1] in "-\u2011"
        if value in (100, 1000) or value >= 10**6:
            scaled = max(current, 1) * value if current < value else None
            if scaled is None:
                return total + current, place
            total, current = (total + scaled, 0) if value >= 1000 else (total, scaled)
        elif value == 20 and last == 4 and hyphen:
            current += 76
        elif (last >= 20 and 0 < value < min(last, 100)) or (hyphen and last >= 10 and 0 < value < 10):
            current += value
        else:
            return total + current, place
        last = 1000 if value >= 1000 else value
    return total + current, len(run)
