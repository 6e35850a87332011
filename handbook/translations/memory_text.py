"""The text of a memory file: written in one form, which can be read back at a glance.

A handbook remembers as many words as it has, twice; read as any YAML they would take most of the time of the
checks. What is not exactly as it was written here is left to the reader of YAML, which can say what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from handbook.read.text import HIDDEN

FORMAT = 1
_HEAD = "# Written by scripts/translations.py: the original that each translation renders. Do not edit.\n"
_START = f"{_HEAD}format: {FORMAT}\nunits:\n"
_UNIT = re.compile(
    r"  ([a-z][\w./#-]*):\n    english: (.+)\n"
    r"    translation: ([0-9a-f]{8}|'[0-9a-f]{8}')\n    'on': '(\d{4}-\d\d-\d\d)'\n"
)
#: What may begin a plain text; what it cannot hold, or cannot be.
_PLAIN = re.compile(r"[^\W\d_]|[(«“‘¿¡–—…]")
_NOT_PLAIN = re.compile(r": |:$| #|^(?:null|true|false|yes|no|on|off|y|n)$", re.IGNORECASE)

Fields = tuple[str, str, str]


def memory_text(units: Mapping[str, Fields]) -> str:
    """Return the text of a memory file: original, mark of the translation and day of each unit, in their order."""
    named = {
        key: {"english": english, "translation": translation, "on": on}
        for key, (english, translation, on) in units.items()
    }
    body = yaml.safe_dump({"format": FORMAT, "units": named}, allow_unicode=True, sort_keys=False, width=10**6)
    return _HEAD + body


def read_at_a_glance(text: str) -> dict[str, Fields] | None:
    """Return what a memory file holds that is just as `memory_text` wrote it, else None."""
    if not text.startswith(_START) or HIDDEN.search(text):
        return None
    units: dict[str, Fields] = {}
    at = len(_START)
    while at < len(text):
        found = _UNIT.match(text, at)
        english = _scalar(found[2]) if found else None
        if found is None or english is None or found[1] in units:
            return None
        units[found[1]] = english, found[3].strip("'"), found[4]
        at = found.end()
    return units


def _scalar(written: str) -> str | None:
    """Return the text that a plain or singly quoted scalar stands for, else None."""
    if written[0] == "'" and len(written) > 1 and written[-1] == "'":
        inner = written[1:-1]
        return inner.replace("''", "'") if "'" not in inner.replace("''", "") else None
    return written if _PLAIN.match(written) and not _NOT_PLAIN.search(written) else None
