"""Codes, Roman numerals and abbreviations: what is written in capitals and the same in every language."""

from __future__ import annotations

import re

from handbook.translations.meaning.facts import Fact

#: Words in capitals, with the digits and signs that codes have.
_CAPITALS = re.compile(
    r"(?<![\w./])(?:[A-Z\u00c0-\u00de](?=[A-Z\u00c0-\u00de\d./+\u2011-])|[IVX](?!\w))[\w./+\u2011-]*"
)
_ROMAN = re.compile(r"(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?:e|er|\.?[ªº])?")
_SECTION = re.compile(r"[IVX]+\.[A-Z\d]+|[A-Z\d]+\.[IVX]+")
_CODE = re.compile(r"[A-Z]{1,8}(?:[./+][\w]+|[A-Z\d]+|[\u2011-]\d\w*)*")
_ABBREVIATION = re.compile(r"[^\W\d_a-z]{2,}(?=s?(?![^\W\d_]))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def read_codes(text: str, facts: list[Fact]) -> str:
    """Add the codes, Roman numerals and abbreviations of a text to ``facts``; return the text without codes."""

    def note(match: re.Match[str]) -> str:
        words = match[0].rstrip("./+-\u2011")
        if (numeral := _ROMAN.fullmatch(words)) and numeral["roman"]:
            facts.append(_numeral(numeral["roman"]))
        elif (code := _CODE.match(words) or _SECTION.match(words)) and _is_code(code[0]):
            facts.append(_code(code[0]))
            return f"•{match[0][code.end() :]}"
        else:
            facts.extend(Fact("abbreviation", each, each) for each in _ABBREVIATION.findall(words) if each.isupper())
            return match[0]
        return f"•{match[0][len(words) :]}"

    return _CAPITALS.sub(note, text)


def _is_code(words: str) -> bool:
    return any(map(str.isdigit, words)) or bool(_SECTION.fullmatch(words))


def _code(words: str) -> Fact:
    """Return a code without the points and hyphens that some languages leave out, with the number that ends it."""
    value = re.sub(r"[.\u2011-]", "", words)
    number = re.search(r"\d+$", value)
    return Fact("code", value, words, True, number[0] if number else "")


def _numeral(numeral: str) -> Fact:
    """Return the number of a Roman numeral up to 39; ``I`` alone is not firm, since it is a word too."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    number = sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return Fact("number", str(number), numeral, numeral != "I", str(number))
