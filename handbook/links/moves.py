"""Where a site sends its readers on: pages that only do that, and the rules of ``_redirects``.

https://docs.netlify.com/routing/redirects/ and https://developers.cloudflare.com/pages/configuration/redirects/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from handbook.links.document import Document, Rule

_SENDS = (301, 302, 303, 307, 308)
_SHOWS = 200


class Hop(NamedTuple):
    """One step: the file and line that send a reader on, and the address they send to."""

    file: str
    line: int
    address: str


class Moves:
    """All redirects of a site, to be asked by path; ``host`` is that of the site."""

    def __init__(self, documents: Iterable[Document], host: str = "") -> None:
        self._rules: dict[str, tuple[Document, Rule]] = {}
        self._patterns: list[tuple[re.Pattern[str], Document, Rule]] = []
        self._first = False
        pages: dict[str, Hop] = {}
        for document in documents:
            for rule in document.rules:
                self._add(document, rule, host)
            if document.kind == "html" and (sent := document.of("refresh")):
                pages[document.name] = Hop(document.name, sent[0].line, sent[0].address)
        self.pages: Mapping[str, Hop] = pages
        self.ruled = bool(self._rules or self._patterns)

    def _add(self, document: Document, rule: Rule, host: str) -> None:
        if rule.conditional or (urlsplit(rule.source).hostname or host) != host:
            return
        self._first = self._first or rule.forced
        source = urlsplit(rule.source).path.strip("/")
        if "*" not in source and "/:" not in f"/{source}":
            self._rules.setdefault(source, (document, rule))
            return
        pattern = re.escape(source).replace(r"\*", "(?P<splat>.*)", 1).replace(r"/(?P<splat>", "(?:/|$)(?P<splat>")
        pattern = re.sub(r":([A-Za-z]\w*)", r"(?P<\1>[^/]+)", pattern)
        try:
            self._patterns.append((re.compile(pattern), document, rule))
        except re.error:  # a name twice: hosts do not take such a rule either
            return

    def rule(self, path: str) -> tuple[Document, Rule, str] | None:
        """Return the first rule for a path from the root of the host, its file, and the address that results."""
        plain = path.strip("/")
        if (exact := self._rules.get(plain)) is not None:
            return *exact, exact[1].target
        for pattern, document, rule in self._patterns:
            if (found := pattern.fullmatch(plain)) is not None:
                return document, rule, _filled(rule.target, found.groupdict())
        return None

    def hop(self, path: str, file: str | None) -> Hop | None:
        """Return where a reader is sent on who asks for ``path``, at which ``file`` stands if any."""
        ruled = self.rule(path) if self._first or (self.ruled and file is None) else None
        if ruled and ruled[1].status in _SENDS and (file is None or ruled[1].forced):
            return Hop(ruled[0].name, ruled[1].line, ruled[2])
        return self.pages.get(file) if file is not None else None

    def shown(self, path: str) -> str:
        """Return the address whose content is shown under ``path`` by a rule, or nothing."""
        ruled = self.rule(path) if self.ruled else None
        return ruled[2] if ruled and ruled[1].status == _SHOWS else ""


def _filled(target: str, values: Mapping[str, str | None]) -> str:
    return re.sub(r":([A-Za-z]\w*)", lambda one: (values[one[1]] or "") if one[1] in values else one[0], target)
