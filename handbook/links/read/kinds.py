"""Which reader is for which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.links.document import Document
from handbook.links.read.calendar import read_calendar
from handbook.links.read.css import read_css
from handbook.links.read.html import read_html
from handbook.links.read.json_addresses import read_json
from handbook.links.read.manifest import read_manifest
from handbook.links.read.pdf import read_pdf
from handbook.links.read.redirects import read_headers, read_redirects
from handbook.links.read.robots import read_robots
from handbook.links.read.sitemap import read_packed, read_xml
from handbook.links.read.svg import read_svg

Reader = Callable[[bytes, Document], None]
#: The kind of a file by its ending; a sitemap or a feed turns out to be one when it is read.
_ENDINGS = {
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "css": "css",
    "svg": "svg",
    "xml": "xml",
    "rss": "xml",
    "atom": "xml",
    "json": "json",
    "webmanifest": "manifest",
    "ics": "calendar",
    "pdf": "pdf",
}
#: Of a file with this whole path: hosts and crawlers look for it there and nowhere else.
_ROOT = {"robots.txt": "robots", "_redirects": "redirects", "_headers": "headers"}
READERS: Mapping[str, Reader] = {
    "html": read_html,
    "css": read_css,
    "svg": read_svg,
    "xml": read_xml,
    "packed": read_packed,
    "json": read_json,
    "manifest": read_manifest,
    "calendar": read_calendar,
    "robots": read_robots,
    "redirects": read_redirects,
    "headers": read_headers,
    "pdf": read_pdf,
}


def kind_of(name: str) -> str:
    """Return the kind of the file ``name``, ``""`` for one that holds no addresses."""
    last = name.rpartition("/")[2].lower()
    if last == "manifest.json":
        return "manifest"
    if last.endswith(".xml.gz"):
        return "packed"
    return _ROOT.get(name) or (_ENDINGS.get(last.rpartition(".")[2], "") if "." in last else "")
