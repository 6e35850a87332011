"""Every address inside the site leads to something, in the very way in which it is written."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator

from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.resolve import decoded, encoded
from handbook.links.site import Link, Site
from handbook.links.syntax.schemes import forgotten
from handbook.links.syntax.web import malformed

_FILES = ("image", "media", "script", "style", "font", "icon", "manifest", "social")


def check_targets(site: Site) -> Iterator[Finding]:
    """Yield a finding for each address inside the site that leads nowhere, or not straight.

    Where a page sends its readers on and what a sitemap lists is looked at by their own checks.
    """
    for document in site.documents.values():
        html, sitemap = document.kind == "html", document.kind == "sitemap"
        for link in site.links(document):
            one, target, file = link
            if file is not None:
                if target.own and html and one.kind == "link":
                    yield finding("own-address", document, link, instead=written(document, file, one.address))
            elif target.kind in ("inside", "above") and one.kind != "refresh" and not (sitemap and one.kind == "entry"):
                yield from _missing(site, document, link)


def _missing(site: Site, document: Document, link: Link) -> Iterator[Finding]:
    path = link.target.path
    if link.target.kind == "above":
        yield _above(site, document, link)
    elif site.moves.hop(site.addresses.path + path, None) is None:
        address = link.reference.address
        if malformed(address.strip())[0]:
            return  # told as such
        if other := forgotten(address.strip()):
            yield finding("missing-page", document, link, instead=other, path=path)
            return
        code, instead = meant(site, path)
        if not code:
            page = link.reference.kind not in _FILES and _is_page(path)
            code = "missing-page" if page else "missing-file"
            named = path + decoded(_rest(address))  # a name that holds a question mark or a hash sign
            if named in site.folder.files:
                instead, address = named, ""
        shown = written(document, instead, address) if instead != document.name else ""
        yield finding(code, document, link, instead=shown, path=path)


def meant(site: Site, path: str) -> tuple[str, str]:
    """Return the class of defect and the file that was meant by a ``path`` at which nothing stands."""
    folder = site.folder
    if (slashed := folder.folder_of(path)) is not None:
        return "missing-slash", slashed
    if (like := folder.like(path)) is not None:
        same = _composed(like).startswith(_composed(path).rstrip("/"))
        return "other-accents" if same else "wrong-case", like
    if path.lower().endswith(site.options.sources):
        return "source-link", site.near.nearest(path)
    if path.rstrip("/") in folder.folders:
        return "folder-without-page", ""
    literal = encoded(path)  # a file that has the percent signs themselves in its name
    return "", literal if literal in folder.files else site.near.nearest(path)


def _above(site: Site, document: Document, link: Link) -> Finding:
    """Return what is wrong with an address that leaves the folder.

    A path from the root of the host may be another site there, if nothing of that name stands in this one.
    """
    path = link.target.path.lstrip("/")
    inside = (site.folder.find(path) or site.folder.folder_of(path)) if path else None
    if inside is None and not link.target.climbs:
        return finding("elsewhere-on-host", document, link)
    return finding("outside-folder", document, link, instead=written(document, inside or "", link.reference.address))


def _is_page(path: str) -> bool:
    end = posixpath.splitext(path.rstrip("/"))[1].lower()
    return end in ("", ".html", ".htm", ".md") or not end[1:].isalnum() or len(end) > 6 or end[1:].isdigit()


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def written(document: Document, name: str, address: str = "") -> str:
    """Return the address of the file ``name`` as it is written in ``document``, with what ``address`` adds to it."""
    if not name:
        return ""
    path = posixpath.relpath(f"/{name}", f"/{document.name.rpartition('/')[0]}")
    path = encoded(path[: -len("index.html")] if path.rpartition("/")[2] == "index.html" else path) or "./"
    return f"./{path}{_rest(address)}" if ":" in path.partition("/")[0] else f"{path}{_rest(address)}"


def _rest(address: str) -> str:
    """Return the question and the fragment of an address."""
    return address[min((at for at in (address.find("?"), address.find("#")) if at >= 0), default=len(address)) :]


def finding(code: str, document: Document, link: Link, instead: str = "", **facts: str) -> Finding:
    """Return a finding about a link of a document."""
    one = link.reference
    return Finding(code, document.name, one.line, one.address, one.words or "", instead, {"kind": one.kind, **facts})
