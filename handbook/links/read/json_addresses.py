"""Addresses in JSON: feeds (https://www.jsonfeed.org/version/1.1/) and data of which only full addresses count."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from handbook.links.document import Document, Reference
from handbook.links.read.text import decoded

#: Members whose value is an address if it looks like one: those of JSON feeds, and plain ones.
_MEMBER = re.compile(
    r'"(url|address|href|link|permalink|home_page_url|feed_url|next_url|external_url|image|banner_image|icon|favicon'
    r'|avatar)"\s*:\s*"(https?:(?:[^"\\\x00-\x1f]|\\.)+)"'
)


def read_json(data: bytes, document: Document) -> None:
    """Put the full addresses of a JSON file into ``document``, each with its line."""
    if b"http" in data:
        document.references += _references(decoded(data, document))


def _references(text: str) -> Iterator[Reference]:
    line, last = 1, 0
    for found in _MEMBER.finditer(text):
        line, last = line + text.count("\n", last, found.start()), found.start()
        yield Reference("other", unescaped(found[2]), line, f"json {found[1]}")


def unescaped(written: str) -> str:
    """Return the string that stands between quotation marks in JSON; as it is, where it is none."""
    if "\\" not in written:
        return written
    try:
        return str(json.loads(f'"{written}"'))
    except ValueError:
        return written
