"""The page “not found” is shown at any address, so that nothing on it may rest on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.links.finding import Finding
from handbook.links.site import Site

_COMPLETE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\#]|$")


def check_not_found(site: Site) -> Iterator[Finding]:
    """Yield a finding for each relative address on a ``404.html``, which hosts show wherever nothing is."""
    for document in site.pages:
        if document.name.rpartition("/")[2] == "404.html" and not document.base:
            for one in document.references:
                if not _COMPLETE.match(one.address.strip()):
                    yield Finding("relative-on-not-found", document.name, one.line, one.address, one.words or "")
