"""Calendars.

https://www.rfc-editor.org/rfc/rfc5545
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.links.document import Document, Fault, Reference
from handbook.links.read.text import decoded

#: A line that goes on begins with a blank; it may be cut within a character, so bytes are joined. RFC 5545, 3.1
_FOLD = re.compile(rb"\r?\n[ \t]")
_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^=;:]+=(?:"[^"]*"|[^";:]*))*):(.*)', re.DOTALL)
_ADDRESSES = ("URL", "ATTACH", "SOURCE", "IMAGE", "CONFERENCE", "TZURL")
_WORDS = ("DESCRIPTION", "COMMENT", "LOCATION", "X-ALT-DESC")
_ESCAPED = re.compile(r"\\([nN,;\\])")
_IN_WORDS = re.compile(r"https?://[^\s<>\"'\\]+")
_FULL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def read_calendar(data: bytes, document: Document) -> None:
    """Put the addresses of a calendar into ``document``. A calendar is read elsewhere, so they must be complete."""
    decoded(data, document)  # notes a wrong encoding, at its line
    for line, text in _lines(data):
        if (found := _PROPERTY.match(text)) is None:
            continue
        name, options, value = found[1].upper(), found[2].upper(), found[3]
        if name in _ADDRESSES and "VALUE=BINARY" not in options and "ENCODING=BASE64" not in options:
            document.references.append(Reference("other", value.strip(), line, name))
            if value.strip() and not _FULL.match(value.strip()):
                document.faults.append(Fault("relative-address", line, {"address": value.strip()}))
        elif name in _WORDS:
            words = _ESCAPED.sub(lambda one: "\n" if one[1] in "nN" else one[1], value)
            for address in _IN_WORDS.findall(words):
                document.references.append(Reference("other", _ended(address), line, name))


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield each content line, unfolded, with the number of its first line."""
    line = 1
    parts = re.split(rb"\r?\n(?![ \t])", data)
    for part in parts:
        yield line, _FOLD.sub(b"", part).decode("utf-8", "replace")
        line += part.count(b"\n") + 1


def _ended(address: str) -> str:
    """Return an address without the punctuation of the sentence in which it stands."""
    address = address.rstrip(".,;:!?…»”’*_")
    return address.rstrip(")") if address.endswith(")") and "(" not in address else address
