"""Characters that nobody sees but that change what is seen: shown as escapes, so that a report cannot be forged."""

from __future__ import annotations

import re

#: Control characters, line ends, lone surrogates (file names that are not UTF-8), non-characters, and the marks
#: that turn the direction of text. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return ``text`` with every character that nobody sees as an escape: ``\x1b``, ``\u202e``."""
    return _UNSEEN.sub(_escape, text)


def encodable(text: str) -> str:
    """Return ``text`` with lone surrogates, which no file can hold, as escapes."""
    return _SURROGATES.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    named = {9: r"\t", 10: r"\n", 13: r"\r"}.get(code)
    return named or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")
