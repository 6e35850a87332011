"""Every fragment leads to an anchor.

https://html.spec.whatwg.org/multipage/browsing-the-web.html#scroll-to-fragid
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.near import Names
from handbook.links.site import Link, Site

#: Fragments of a PDF that open it in some way (https://www.rfc-editor.org/rfc/rfc8118#section-3); others are names.
_OPENS = ("zoom", "view", "viewrect", "pagemode", "search", "toolbar", "statusbar", "navpanes", "comment", "highlight")
#: Lines of a listing, from one to another.
_LINES = re.compile(r"(L?\d+)-(L?\d+)")

#: The anchors of a page by their folded names, and those that resemble another.
_Known = dict[str, tuple[dict[str, str], Names]]


def check_anchors(site: Site) -> Iterator[Finding]:
    """Yield a finding for each fragment that is no anchor of the page it leads to, and each doubled id."""
    names: _Known = {}
    for document in site.documents.values():
        for link in site.links(document):
            if "#" in link.reference.address and link.target.kind == "inside":
                page = site.documents.get(link.file or site.folder.folder_of(link.target.path) or "")
                if page is not None and not _leads(link, page):
                    yield _finding(document, link, page, names)
        for anchor, line in dict.fromkeys(document.doubled):
            yield Finding("duplicate-id", document.name, line, f"#{anchor}", facts={"id": anchor})


def _leads(link: Link, page: Document) -> bool:
    """Tell whether the fragment of a link is understood: as it is written, or decoded."""
    fragment = link.reference.address.strip().partition("#")[2].partition(":~:")[0]
    if fragment in page.ids or not fragment or page.kind not in ("html", "svg", "pdf"):
        return True
    plain = unquote(fragment)
    if plain in page.ids or plain.lower() == "top" or plain.startswith(("/", "!", "?")):
        return True
    if page.kind == "pdf":
        return not page.ids or all(_opens(one, page) for one in fragment.split("&"))
    if page.kind == "svg" and plain.startswith(("svgView(", "xywh=", "t=")):
        return True
    lines = _LINES.fullmatch(plain)
    return lines is not None and lines[1] in page.ids


def _opens(part: str, page: Document) -> bool:
    key, equals, value = part.partition("=")
    if key == "page":
        return f"page={value}" in page.ids
    return unquote(value if key == "nameddest" else part) in page.ids or (bool(equals) and key in _OPENS)


def _finding(document: Document, link: Link, page: Document, names: _Known) -> Finding:
    """Return the class of defect, with the anchor that was probably meant; ``names`` remembers those of a page."""
    one, anchor = link.reference, link.target.fragment.partition(":~:")[0]
    if page.name not in names:
        names[page.name] = {_folded(each): each for each in page.ids}, Names(page.ids)
    folded, resembling = names[page.name]
    code, meant = "missing-anchor", folded.get(_folded(anchor), "")
    if meant:
        composed = unicodedata.normalize("NFC", meant) == unicodedata.normalize("NFC", anchor)
        code = "other-accents" if composed else "anchor-case"
    meant = meant or resembling.nearest(anchor)
    instead = f"{one.address.partition('#')[0]}#{meant}" if meant else ""
    facts = {"anchor": anchor, "page": page.name, "kind": one.kind}
    return Finding(code, document.name, one.line, one.address, one.words or "", instead, facts)


def _folded(anchor: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", anchor).lower())
