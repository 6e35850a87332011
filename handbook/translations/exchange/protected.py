"""What a translator must not touch: references to entries, and calls of macros."""

from __future__ import annotations

import re

_PROTECTED = re.compile(r"\[\[[^\[\]]*\]\]|\{\{.*?\}\}")


def protected(text: str) -> list[str]:
    """Return the references and calls in a text, in order."""
    return _PROTECTED.findall(text)


def parts(text: str) -> list[tuple[str, bool]]:
    """Return a text in parts, each with whether it is protected; empty ones are left out."""
    found: list[tuple[str, bool]] = []
    at = 0
    for match in _PROTECTED.finditer(text):
        found += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return [each for each in (*found, (text[at:], False)) if each[0]]
