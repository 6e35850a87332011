"""The check of typography: the rules of every language, those of this one, and the marks that come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from handbook.translations.finding import Finding, Pair, Severity
from handbook.translations.language.balance import lone_marks, without_closing, without_opening
from handbook.translations.language.ending import differs, ended, ending
from handbook.translations.language.every import EDGE_BLANK, EVERY, RARE, RAW, doubled_word
from handbook.translations.language.prose import Prose, prose
from handbook.translations.language.rule import Rule, hits
from handbook.translations.language.table import Table
from handbook.translations.language.tables import table
from handbook.translations.unit import Unit, same

_NONE = Table()
_AROUND = 24
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[*_«“¿¡(\u00a0\u202f]*([^\W\d_])[^\W\d_].*[.?!…][»”)*_]*\Z", re.DOTALL)
_PAIRED = re.compile(r"[()\[\]{}«»“”\"]")


def check_typography(pair: Pair) -> Iterator[Finding]:
    """Yield what is wrong with the typography of a translation, alone and beside its original."""
    if pair.translation is not None:
        yield from _findings(pair.translation, pair.code, pair.original)


def repaired(text: str, code: str, original: str = "", without: frozenset[str] = frozenset()) -> str:
    """Return a text with all that is mechanical repaired.

    ``original`` is what it translates, if anything. ``without`` names checks whose repair is not wanted.
    Repairing again changes nothing.
    """
    for _ in range(4 if _LETTER.search(text) else 0):
        before, text = text, _repaired_once(text, code, original, without)
        if before == text:
            break
    return text


def _findings(unit: Unit, code: str, original: Unit | None) -> Iterator[Finding]:
    """Yield the findings of a text; each carries the text with everything repaired."""
    said = original.text if original else ""
    if not _LETTER.search(unit.text):
        return
    raw = hits(unit.text, RAW) if RARE.search(unit.text) else []
    text = prose(unit.text, said)
    wrong = raw + hits(text.words, _rules(text.words, code, _title(unit.text, said)))
    others = list(_others(text.words, code, said)) if unit.text != said else []
    if not wrong and not others:
        return
    fix: str | None = repaired(unit.text, code, said)
    fix = None if fix == unit.text else fix
    for check, severity, found, expected, mechanical in (*_merged(wrong), *others):
        facts = {"found": text_shown(found), "expected": text_shown(expected)}
        yield Finding(check, severity, code, unit.key, unit.file, unit.line, facts, fix if mechanical else None)


_Said = tuple[str, Severity, str, str, bool]


def _merged(wrong: list[tuple[Rule, re.Match[str]]]) -> Iterator[_Said]:
    """Yield one finding for each check: its first place, as it is and as it should be."""
    seen: set[str] = set()
    for rule, match in wrong:
        if rule.check not in seen:
            seen.add(rule.check)
            before, after = _around(match)
            yield (
                rule.check,
                rule.severity,
                before + match[0] + after,
                before + rule.instead(match) + after if rule.new is not None else "",
                rule.new is not None,
            )


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return some whole words before and behind a match, with dots where there are more."""
    start, end = max(match.start() - _AROUND, 0), match.end() + _AROUND
    before, after = match.string[start : match.start()], match.string[match.end() : end]
    if start and " " in before:
        before = "…" + before[before.index(" ") :]
    if end < len(match.string) and " " in after:
        after = after[: after.rindex(" ") + 1] + "…"
    return before, after


def _tail(text: str) -> str:
    """Return the last words of a text, with dots where there are more."""
    cut = text[-_AROUND:]
    return "…" + cut[cut.index(" ") :] if len(text) > _AROUND and " " in cut else cut


def _rules(words: str, code: str, same: bool) -> tuple[Rule, ...]:
    """Return the rules to try on a text; one that is left in the original language follows those of all."""
    rules = _always("" if same else code, bool(_DIGIT.search(words)))
    if words[:1].isspace() or words[-1:].isspace():
        rules = (EDGE_BLANK, *rules)
    return (*rules, _doubled(code)) if _may_double(words) else rules


@cache
def _always(code: str, digits: bool) -> tuple[Rule, ...]:
    """Return the rules of every language and those of this one, for texts with or without digits."""
    known = table(code) or _NONE
    return (*EVERY, *known.rules, *(known.number_rules if digits else ()))


def _title(text: str, original: str) -> bool:
    """Tell whether a text is left in the original language, as official titles are; a word or two may be in both."""
    return same(text, original) and len(_WORD.findall(text)) > 2


def _may_double(words: str) -> bool:
    """Tell whether some word may stand twice in a row: one look, often wrong, never missing one."""
    each = words.lower().replace("\u00a0", " ").split(" ")
    return any(map(str.startswith, each[1:], each))


@cache
def _doubled(code: str) -> Rule:
    """Return the rule of doubled words; only a note where it is not known which words may stand twice."""
    known = table(code)
    return doubled_word(known.doubles if known else None)


def _others(words: str, code: str, original: str) -> Iterator[_Said]:
    """Yield findings of marks in pairs, opening marks and the end of a text."""
    known = table(code) or _NONE
    if _PAIRED.search(words):
        lone = lone_marks(words, known.opens)
        if lone and not (original and len(lone_marks(prose(original).words, {"”": "“", "»": "«"})) == len(lone)):
            yield "lone-mark", "warning", " ".join(lone), "", False
    if known.asks and ("?" in words or "!" in words or "¿" in words or "¡" in words):
        for place, mark in without_opening(words, known.asks):
            yield "opening-mark", "warning", words[max(place, 0) :][: 2 * _AROUND], mark, place >= 0
        if mark := without_closing(words, known.asks):
            yield "closing-mark", "warning", words[words.index(mark) :][: 2 * _AROUND], mark, False
    if known is not _NONE and _begins_small(words, original):
        yield "start-capital", "warning", words[:_AROUND], words[:_AROUND].capitalize(), False
    if original and differs(words.strip(), original):
        asked = ending(words) == "?" and ending(original) == "."
        severity: Severity = "warning" if table(code) and not asked else "note"
        able = known is not _NONE and ended(words, original) is not None
        yield "end-mark", severity, _tail(words), _tail(original), able


def _begins_small(words: str, original: str) -> bool:
    """Tell whether a sentence begins with a small letter, and its original with a capital one."""
    own = _SENTENCE.match(words)
    if own is None or not own[1].islower():
        return False
    said = _SENTENCE.match(original)
    return said is not None and said[1].isupper()


def _repaired_once(text: str, code: str, original: str, without: frozenset[str]) -> str:
    """Return a text after each repair was made once."""
    for rule in RAW if RARE.search(text) else ():
        if rule.check not in without:
            text = rule.repaired(text)
    held: Prose = prose(text, original)
    words, known = held.words, table(code) or _NONE
    if (
        original
        and known is not _NONE
        and text != original
        and "end-mark" not in without
        and differs(words.strip(), original)
    ):
        words = ended(words.strip(), original) or words
    for rule in _rules(words, code, _title(text, original)):
        if rule.check not in without:
            words = rule.repaired(words)
    if known.asks and "opening-mark" not in without:
        for place, mark in reversed([one for one in without_opening(words, known.asks) if one[0] >= 0]):
            words = words[:place] + mark + words[place:]
    return held.whole(words)


def text_shown(words: str) -> str:
    """Return words for a message: hidden pieces as dots, firm blanks and invisible characters by a sign."""
    shown = words.replace("\ufdd0", "[…]").replace("\u202f", "⍽").replace("\u00a0", "⍽")
    return re.sub(
        r"[\x00-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]",
        lambda m: f"‹U+{ord(m[0]):04X}›",
        shown,
    ).strip(" ")
