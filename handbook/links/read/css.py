"""Style sheets: what they import and show.

https://www.w3.org/TR/css-values-4/#urls, https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.links.document import Document, Kind, Reference
from handbook.links.read.text import decoded

_ADDRESS = re.compile(
    r"""/\*.*?(?:\*/|\Z) | (?P<font>@font-face\b) | (?P<end>})
    | (?P<import>@import\s*(?:/\*.*?\*/\s*)*)(?:"(?P<plain>(?:[^"\\]|\\.)*)"|'(?P<quoted>(?:[^'\\]|\\.)*)')
    | (?P<imported>@import\s*(?:/\*.*?\*/\s*)*)?(?<![\w-])url\(\s*
      (?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>(?:[^)"'\s\\]|\\.)*))\s*\)
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|\r?\n|(.))", re.IGNORECASE | re.DOTALL)
_NAMES = ("plain", "quoted", "double", "single", "bare")


def read_css(data: bytes, document: Document) -> None:
    """Put what a style sheet refers to into ``document``."""
    document.references += css_references(decoded(data, document), 1)


def css_references(text: str, line: int) -> Iterator[Reference]:
    """Yield the addresses in a style sheet that begins on ``line``.

    Data within the sheet is left out, and so is ``url(#name)``, which names a part of the page that uses it.
    """
    if "(" not in text and "@" not in text:
        return
    font, last = False, 0
    for found in _ADDRESS.finditer(text):
        if found["font"] or found["end"]:
            font = bool(found["font"])
        elif (address := next((found[name] for name in _NAMES if found[name] is not None), None)) is not None:
            line, last = line + text.count("\n", last, found.start()), found.start()
            address = _ESCAPE.sub(_unescaped, address).strip()
            if address and address[0] != "#" and address[:5].lower() != "data:":
                kind: Kind = "style" if found["import"] or found["imported"] else "font" if font else "image"
                yield Reference(kind, address, line, "url()")


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1], 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return found[2] or ""
