"""What stands in a text beside its words: references, calls, links, code, emphasis."""

from __future__ import annotations

import re
from collections.abc import Callable

from handbook.translations.meaning.facts import Fact, FactKind

_PARTS: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("call", re.compile(r"\{\{-?\s*(?P<value>.*?)\s*-?\}\}")),
    ("code-span", re.compile(r"(`+)(?!`)(?P<value>.+?)(?<!`)\1(?!`)")),
    ("reference", re.compile(r"\[\[\s*(?P<value>[^\]:]+?)\s*(?::[^\]]*)?\]\]")),
    ("footnote", re.compile(r"\[\^(?P<value>[^\]]+)\]")),
    ("link", re.compile(r"(?<=\])\(\s*<?(?P<value>[^\s)>]+)>?(?:\s+[\"'][^)]*)?\)")),
    ("address", re.compile(r"(?:mailto:)?(?P<value>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    ("link", re.compile(r"(?P<value>(?:https?|ftp)://[^\s<>)\]»”\"]*[^\s<>)\]»”\".,;:!?])")),
    ("telephone", re.compile(r"(?P<value>\+\d[\d\s().\u2011-]{6,}\d)")),
    ("telephone", re.compile(r"(?<![\w.])(?P<value>0\d(?:[\s.\u2011-]?\d{2,3}){3,})\b")),
    (
        "placeholder",
        re.compile(r"\b(?P<value>NUMBER|YEAR|VALUE|DATE|LANGUAGE|CURRENT|NEXT|UNITS|PERCENT|NAME|PAGE|COUNT|TOTAL)\b"),
    ),
)
#: Parts that are shown with their signs.
_WHOLE: frozenset[FactKind] = frozenset({"call", "code-span", "reference", "footnote"})
_ROOM = re.compile(r"\s+(?=[(),])|(?<=[(,])\s+")
#: A character of every part, without which it is not looked for.
_SIGNS = ("{{", "`", "[[", "[^", "](", "@", "://", "+", " 0", "")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}]*\}|<!--.*?-->|</?[a-z][^>]*>|:[a-z0-9_-]+:(?=\s|$)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_OTHER = re.compile(r"(?<![\w*])\*(?=[^\s*])[^*]+?(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])[^_]+?(?<=[^\s_])_(?!\w)")
#: Emphasis of any kind.
EMPHASIS = re.compile(rf"{_STRONG.pattern}|{_OTHER.pattern}")
_CLOSING = " \u00a0\u202f»”\"'’)*_]"
#: What a masked part leaves: no letter, no digit, no blank, so that nothing grows together.
_GAP = "\u2022"


def marks(text: str, label: bool) -> tuple[list[Fact], str, tuple[int, int]]:
    """Return the facts beside the words of a text, its words without them, and its emphasis.

    Words in capitals such as NUMBER stand for others in fixed words, which ``label`` says that this is.
    """
    facts: list[Fact] = []
    for (kind, pattern), sign in zip(_PARTS, _SIGNS, strict=True):
        if sign in text and (label or kind != "placeholder"):
            text = pattern.sub(_noted(kind, facts), text)
    if "{" in text or "<" in text or text.count(":") > 1:
        text = _ATTRIBUTES.sub(_GAP, text)
    if "*" not in text and "_" not in text:
        return facts, text, (0, 0)
    text, strong = _STRONG.subn(r"\2", text)
    text, other = _OTHER.subn(lambda match: match[0][1:-1], text)
    return facts, text, (strong, other)


def _noted(kind: FactKind, facts: list[Fact]) -> Callable[[re.Match[str]], str]:
    def note(match: re.Match[str]) -> str:
        value = " ".join(match["value"].split())
        facts.append(Fact(kind, _same(kind, value), match[0] if kind in _WHOLE else value))
        return _GAP

    return note


def _same(kind: FactKind, value: str) -> str:
    """Return what is compared of a part."""
    if kind == "telephone":
        return re.sub(r"\(0\)|[^\d+]", "", value)
    if kind == "address":
        return value.casefold()
    return _ROOM.sub("", value.replace("'", '"')) if kind == "call" else value


def last_sign(text: str) -> str:
    """Return the character that ends the last sentence of a text, before closing marks and emphasis."""
    return text.rstrip(_CLOSING)[-1:]
