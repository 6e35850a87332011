"""The rules of hosts: ``_redirects`` and ``_headers``.

https://docs.netlify.com/routing/redirects/ https://developers.cloudflare.com/pages/configuration/redirects/
"""

from __future__ import annotations

import re

from handbook.links.document import Document, Fault, Reference, Rule
from handbook.links.read.text import decoded

_STATUS = re.compile(r"(\d{3})(!?)")
_LINK = re.compile(r"<([^<>\s]+)>\s*;")
_TARGET = re.compile(r"/|https?://", re.IGNORECASE)


def read_redirects(data: bytes, document: Document) -> None:
    """Put the rules of a ``_redirects`` file into ``document``; a line that is no rule is a fault."""
    for number, line in enumerate(decoded(data, document).splitlines(), 1):
        words = line.split("#")[0].split() if line.lstrip().startswith("#") else re.split(r"\s#", line)[0].split()
        if not words:
            continue
        if (rule := _rule(words, number)) is not None:
            document.rules.append(rule)
        else:
            document.faults.append(Fault("redirect-rule", number, {"found": " ".join(words)[:100]}))


def _rule(words: list[str], line: int) -> Rule | None:
    """Return the rule of a line: from, questions (``id=:id``), to, status, conditions."""
    source, rest = words[0], words[1:]
    asked = [one for one in rest if "=" in one and not _TARGET.match(one)]
    plain = [one for one in rest if one not in asked]
    if not plain or not _TARGET.match(source) or not _TARGET.match(plain[0]):
        return None
    status = _STATUS.fullmatch(plain[1]) if len(plain) > 1 else None
    if len(plain) > 1 and status is None:
        return None
    code, forced = (int(status[1]), bool(status[2])) if status else (301, False)
    return Rule(source, plain[0], code, line, forced, bool(asked))


def read_headers(data: bytes, document: Document) -> None:
    """Put what the ``Link`` headers of a ``_headers`` file ask browsers to load into ``document``."""
    for number, line in enumerate(decoded(data, document).splitlines(), 1):
        name, colon, value = line.strip().partition(":")
        if colon and line[:1].isspace() and name.lower() == "link":
            document.references += (Reference("other", one, number, "header Link") for one in _LINK.findall(value))
