"""What has changed between two texts, word by word, in plain characters."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\[\[.*?\]\]|\{\{.*?\}\}|\w+|[^\w\s]|\s+")


def word_changes(before: str, after: str) -> str:
    """Return ``after`` with what is new as ``{+new+}`` and what ``before`` had instead as ``[-old-]``."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    gone, come, said = "", "", ""
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(new[begin:stop]) if tag == "equal" else ""
        if tag != "equal" or ((gone or come) and stop < len(new) and same.isspace()):
            gone += "".join(old[start:end])  # one change, also across the blank between two words
            come += "".join(new[begin:stop])
        else:
            said += _change(gone, come) + same
            gone = come = ""
    return said + _change(gone, come)


def _change(gone: str, come: str) -> str:
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
