"""Links by key: ``[words](@programme.field)`` becomes a path to the page and anchor that show it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import quote

from handbook.problems import near

ANCHOR = re.compile(r"\{:?[^}\n]*?#([^\s}]+)[^}\n]*\}|<\w+[^>]*?\bid=\"([^\"]+)\"")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(@([^)\s]*)\)")
_FENCE = re.compile(r"^\s*(```|~~~).*?^\s*\1", re.S | re.M)


def anchors(markdown: str) -> list[str]:
    """Return the permanent anchors of a page's Markdown, in order, repeated if written twice."""
    return [found[0] or found[1] for found in ANCHOR.findall(_FENCE.sub("", markdown))]


def targets(markdown: str) -> Iterator[str]:
    """Yield the keys that a page links to."""
    for match in LINK.finditer(markdown):
        yield match[2]


@lru_cache(maxsize=10_000)
def _way(home: str, folder: str) -> str:
    return posixpath.relpath(home, folder or ".")


def resolved(markdown: str, page: str, homes: Mapping[str, str]) -> str:
    """Return ``markdown`` with every link by key replaced by a path relative to ``page``.

    ``homes`` maps a key to the page that shows it; words whose target is on no page stay without a link.
    """

    def link(match: re.Match[str]) -> str:
        home = homes.get(match[2])
        if home is None:
            return match[1]
        path = "" if home == page else _way(home, posixpath.dirname(page))
        return f"[{match[1]}]({quote(path)}#{match[2]})"

    return LINK.sub(link, markdown)


def guess(key: str, homes: Mapping[str, str]) -> str:
    """Return ``Did you mean …?`` for a key that does not exist."""
    return near(f"@{key}", [f"@{home}" for home in homes])
