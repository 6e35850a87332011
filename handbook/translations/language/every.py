"""What is wrong in every language: blanks, invisible characters, repeated and misplaced marks."""

from __future__ import annotations

import re
import unicodedata

from handbook.translations.language.rule import Rule, rule

_BLANK = "[ \u00a0\u202f]"
_LATIN = "A-Za-zÀ-ɏ"
_FLOWING = "\u0590-\u08ff\u0900-\u0dff\u1780-\u18af\U0001f000-\U0001faff\u2600-\u27bf\ufe0f"


def _one_blank(match: re.Match[str]) -> str:
    """Return the firmest of several blanks."""
    return next((blank for blank in match[0] if blank != " "), " ")


def _composed(match: re.Match[str]) -> str:
    """Return a letter and its accent as one character, where there is one."""
    return unicodedata.normalize("NFC", match[0])


def doubled_word(allowed: frozenset[str] | None) -> Rule:
    """Return the rule of words that stand twice in a row, but for those allowed and names (Bora Bora).

    None: it is not known which words may stand twice (orang orang), so it is a note for a person.
    """

    def once(match: re.Match[str]) -> str:
        named = match[1][0].isupper() and match[2][0].isupper()
        letter = len(match[1]) == 1 and match[1].isupper() and match[2].islower()  # de la A a la Z
        return match[0] if named or letter or match[1].lower() in (allowed or ()) else match[1]

    pattern = r"(?i)\b([^\W\d_]+)[ \u00a0]+(\1)\b(?![-’'])"
    return rule("doubled-word", pattern, severity="note") if allowed is None else rule("doubled-word", pattern, once)


#: Tried on the whole text, hidden pieces included. A joiner is right in scripts that flow.
RAW: tuple[Rule, ...] = (
    rule("control-character", r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffc\ue000-\uf8ff]", ""),
    rule("invisible-character", r"[\u00ad\u200b\u2060-\u2064\ufeff]", ""),
    rule("invisible-character", rf"(?<![{_FLOWING}])[\u200c\u200d]|[\u200c\u200d](?![{_FLOWING}])", ""),
    rule(
        "invisible-character",
        r"\A([^\u0590-\u08ff]*?)[\u200e\u200f\u202a-\u202e\u2066-\u2069](?=[^\u0590-\u08ff]*\Z)",
        r"\1",
    ),
    rule("broken-character", r"\ufffd|Ã[\u0080-\u00bf]|â€|Â[\u00a1-\u00bf]"),
    rule("loose-accent", rf"[{_LATIN}][\u0300-\u036f]+", _composed),
    rule("mixed-alphabets", rf"[{_LATIN}][\u0370-\u052f]|[\u0370-\u052f][{_LATIN}]"),
)
#: One look that tells whether any rule above is worth trying.
RARE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u0300-\u052f\ue000-\uf8ff"
    "\ufeff\ufff9-\ufffdÃâÂ]"
)

EDGE_BLANK = rule("edge-blank", r"\A\s+|\s+\Z", "")
EVERY: tuple[Rule, ...] = (
    rule(
        "doubled-blank",
        rf"{_BLANK}{{2,}}",
        _one_blank,
        "  ",
        " \u00a0",
        "\u00a0 ",
        "\u00a0\u00a0",
        " \u202f",
        "\u202f ",
    ),
    rule("ellipsis", r"(?<!\.)\.\.\.(?!\.)", "…", "..."),
    rule(
        "doubled-mark",
        rf"([,;]){_BLANK}?\1|(?<!\.)(\.)\.(?![./])|(?<!:)(:){_BLANK}?:(?!:)",
        lambda match: match[1] or match[2] or match[3],
        *(",,", ", ,", ";;", "; ;", "\u00a0;", "..", "::", ": :", ":\u00a0:"),
    ),
    rule("blank-before-mark", rf"(?<=\S){_BLANK}+([,.])(?=[\s»”)*_]|$)", r"\1", " ,", " .", "\u00a0,", "\u00a0."),
    rule(
        "blank-in-brackets",
        rf"\({_BLANK}+(?=\S)|(?<=\S){_BLANK}+\)",
        lambda match: match[0].strip(),
        "( ",
        " )",
        "(\u00a0",
        "\u00a0)",
    ),
    rule(
        "no-blank-after-mark",
        r",(?=[^\W\d_])(?<=[^\W\d_],)|;(?=[^\W\d_])(?<=[\w\u00a0],|[\w\u00a0];)",
        r"\g<0> ",
        ",",
        ";",
    ),
    rule("no-blank-after-mark", r"\.(?<=[a-zà-ÿ]{2}\.)(?=[A-ZÀ-Þ][a-zà-ÿ]+[ ,.’])", r"\g<0> ", "."),
)
