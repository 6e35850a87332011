"""Sitemaps, and lists of them.

https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

import io
import zlib
from gzip import BadGzipFile, GzipFile

from lxml import etree

from handbook.links.document import Document, Fault, Kind, Reference
from handbook.links.read.feed import read_channel
from handbook.links.read.svg import read_drawing
from handbook.links.read.xml import line_of, local, parsed

#: What a sitemap may hold at most.
_MOST = 50 * 1024 * 1024


def read_xml(data: bytes, document: Document) -> None:
    """Put what an XML file refers to into ``document``: a sitemap, a feed or a drawing; of others, nothing."""
    root = parsed(data, document)
    name = local(root) if root is not None else ""
    if root is None:
        return
    if name in ("urlset", "sitemapindex"):
        _read_sitemap(root, document)
    elif name in ("rss", "feed", "RDF"):
        read_channel(root, document)
    elif name == "svg":
        read_drawing(root, document)


def read_packed(data: bytes, document: Document) -> None:
    """Put what a sitemap refers to that is packed with gzip into ``document``; no more is unpacked than allowed."""
    try:
        with GzipFile(fileobj=io.BytesIO(data)) as packed:
            plain = packed.read(_MOST)
    except (BadGzipFile, EOFError, zlib.error) as error:
        document.faults.append(Fault("damaged", 0, {"found": str(error)}))
        return
    read_xml(plain, document)


def _read_sitemap(root: etree._Element, document: Document) -> None:
    document.kind = "sitemap"
    for element in root.iter():
        name, line = local(element), line_of(element)
        if name == "loc" and (parent := element.getparent()) is not None:
            inner = local(parent)
            kind: Kind = "entry" if inner in ("url", "sitemap") else "image" if inner == "image" else "other"
            document.references.append(Reference(kind, (element.text or "").strip(), line, inner))
        elif name == "link" and element.get("rel") == "alternate":
            language = element.get("hreflang") or ""
            document.references.append(Reference("alternate", element.get("href") or "", line, name, "", language))
