"""The address of a site, as its own files say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from handbook.links.document import Document
from handbook.links.resolve import encoded


def own_address(documents: Mapping[str, Document]) -> str:
    """Return what most canonical addresses begin with, else what the sitemaps say; ``""`` if nothing says it."""
    said = Counter(_of_canonicals(documents)) or Counter(_of_sitemaps(documents))
    return said.most_common(1)[0][0] if said else ""


def _of_canonicals(documents: Mapping[str, Document]) -> Iterator[str]:
    for name, document in documents.items():
        for one in document.of("canonical"):
            yield from _roots(one.address.strip(), name)


def _of_sitemaps(documents: Mapping[str, Document]) -> Iterator[str]:
    """Yield the roots under which the address of a sitemap, or the shortest of its entries, fits the folder."""
    for document in documents.values():
        for one in document.of("entry") if document.kind == "robots" else ():
            yield from (
                root for name in documents if name.endswith((".xml", ".gz")) for root in _roots(one.address, name)
            )
        entries = [one.address for one in document.of("entry")] if document.kind == "sitemap" else []
        shortest = min(entries, key=len, default="")
        if "index.html" in documents and shortest.endswith("/") and all(one.startswith(shortest) for one in entries):
            yield from _roots(shortest, "index.html")


def _roots(address: str, name: str) -> Iterator[str]:
    """Yield the root of the site if ``address`` can be that of the file ``name``."""
    if urlsplit(address).scheme not in ("http", "https"):
        return
    plain = encoded(name)
    short = plain.removesuffix("index.html")
    for path in dict.fromkeys((short, short.rstrip("/"), plain, plain.removesuffix(".html"))):
        root = address.removesuffix(path)
        if address.endswith(path) and (root.endswith("/") or not path):
            yield root if root.endswith("/") else f"{root}/"
            return
