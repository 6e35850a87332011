"""What crawlers are told: ``robots.txt``.

https://www.sitemaps.org/protocol.html#submit_robots
"""

from __future__ import annotations

import re

from handbook.links.document import Document, Reference
from handbook.links.read.text import decoded

_SITEMAP = re.compile(r"\s*sitemap\s*:\s*(\S*)", re.IGNORECASE)


def read_robots(data: bytes, document: Document) -> None:
    """Put the sitemaps that a ``robots.txt`` names into ``document``."""
    for line, text in enumerate(decoded(data, document).splitlines(), 1):
        if found := _SITEMAP.match(text):
            document.references.append(Reference("entry", found[1], line, "robots"))
