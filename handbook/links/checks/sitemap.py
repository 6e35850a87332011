"""The sitemaps list the very pages that are to be found.

https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from handbook.links.checks.targets import finding, written
from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.site import Link, Site


def check_sitemap(site: Site) -> Iterator[Finding]:
    """Yield a finding for each entry of a sitemap that is wrong, and each page that none lists."""
    sitemaps = [document for document in site.documents.values() if document.kind == "sitemap"]
    listed: set[str] = set()
    for document in sitemaps:
        for link in site.links(document):
            if link.reference.kind == "entry":
                listed.add(link.file or "")
                yield from _entry(site, document, link)
    for document in site.documents.values():
        for one in document.of("entry"):
            if document.kind == "robots" and not urlsplit(one.address).scheme:
                yield Finding("sitemap-address", document.name, one.line, one.address, facts={"found": "not complete"})
    # A list of sitemaps counts for nothing here: each page must stand in one of those that it lists.
    lists = [one for one in sitemaps if any(entry.tag == "url" for entry in one.of("entry"))]
    if lists and site.addresses.root:
        yield from _missing(site, lists, listed)


def _entry(site: Site, document: Document, link: Link) -> Iterator[Finding]:
    said = urlsplit(link.reference.address)
    own = urlsplit(site.addresses.root)
    if said.scheme not in ("http", "https"):
        yield finding("sitemap-address", document, link, found="not complete")
    elif link.target.kind != "inside":
        if own.hostname:
            yield finding("sitemap-address", document, link, found="of another site")
    elif own.scheme != said.scheme:
        yield finding("sitemap-address", document, link, found=f"{said.scheme}, the site is {own.scheme}")
    elif reason := _reason(site, link):
        instead = written(document, site.near.nearest(link.target.path)) if link.file is None else ""
        yield finding("sitemap-extra", document, link, instead=instead, found=reason)
    elif (page := site.documents.get(link.file or "")) is not None and page.kind == "html":
        yield from _canonical(site, document, link, page)


def _reason(site: Site, link: Link) -> str:
    """Return why an entry does not belong into a sitemap, or nothing."""
    path = site.addresses.path + link.target.path
    if site.moves.hop(path, link.file) is not None:
        return "it only sends on"
    if link.file is None:
        return "there is nothing at it"
    page = site.documents.get(link.file)
    return "it asks search engines to leave it out" if page is not None and page.hidden else ""


def _canonical(site: Site, document: Document, link: Link, page: Document) -> Iterator[Finding]:
    """Yield a finding if a page says that its address is another than the one in the sitemap."""
    for one in page.of("canonical")[:1]:
        other = site.file(site.target(page, one))
        if one.address.strip() and other != link.file:
            if other is None or site.language(other) != site.language(page.name):
                return  # a wrong canonical address is told of the page
            yield finding("sitemap-extra", document, link, found=f"it says that its own address is {one.address}")
        elif one.address.startswith("http") and one.address.strip() != link.reference.address:
            yield finding(
                "sitemap-address", document, link, instead=one.address, found="not the one that the page says"
            )


def _missing(site: Site, sitemaps: list[Document], listed: set[str]) -> Iterator[Finding]:
    """Yield a finding for each page below the folder of a sitemap that none lists, though it may be found."""
    below = {document.name.rpartition("/")[0] for document in sitemaps}
    for page in site.pages:
        folder = page.name.rpartition("/")[0]
        covered = any(not top or f"{folder}/".startswith(f"{top}/") for top in below)
        if covered and page.name not in listed and _to_be_found(site, page):
            facts = {"sitemap": sitemaps[0].name}
            yield Finding("sitemap-missing", page.name, address=site.addresses.of(page.name), facts=facts)


def _to_be_found(site: Site, page: Document) -> bool:
    """Tell whether a page is one that people look for: no error page, hidden, copied or sending on."""
    if page.hidden or is_error_page(page.name) or page.name in site.moves.pages or not page.title:
        return False
    return all(site.file(site.target(page, one)) == page.name for one in page.of("canonical") if one.address.strip())


def is_error_page(name: str) -> bool:
    """Tell whether hosts show the file ``name`` where there is no page: ``404.html``, ``fr/404/index.html``."""
    plain = name.removesuffix(".html").removesuffix(".htm").removesuffix("/index").rpartition("/")[2]
    return plain in ("404", "403", "500", "not_found", "not-found", "offline")
