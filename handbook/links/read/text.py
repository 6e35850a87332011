"""Bytes become text, whatever was meant, and what was wrong with them is told."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup

from handbook.links.document import Document, Fault

#: Where a page or a style sheet names its encoding. https://html.spec.whatwg.org/#prescan-a-byte-stream
_DECLARED = re.compile(rb"(?:charset\s*=|@charset)\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BEGINNING = 1024


def decoded(data: bytes, document: Document) -> str:
    """Return the text of a file.

    Text that is neither UTF-8 nor what it says it is, is a fault of ``document``, and read as well as can be.
    """
    try:
        return data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        if (text := _as_declared(data)) is not None:
            return text
        line = data.count(b"\n", 0, error.start) + 1
        wide = data.startswith((BOM_UTF16_BE, BOM_UTF16_LE))
        name = "UTF-16" if wide else "an older encoding, such as Windows-1252"
        document.faults.append(Fault("wrong-encoding", line, {"found": name}))
        return data.decode("utf-16" if wide else "cp1252", "replace")


def _as_declared(data: bytes) -> str | None:
    """Return the text in the encoding that the file names, or None where it names none that fits."""
    named = _DECLARED.search(data[:_BEGINNING])
    try:
        return data.decode(lookup(named[1].decode("ascii")).name) if named else None
    except (LookupError, UnicodeDecodeError):
        return None
