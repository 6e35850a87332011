"""There is a way to every page from where readers begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.links.checks.sitemap import is_error_page
from handbook.links.finding import Finding
from handbook.links.folder import INDEX
from handbook.links.site import Site

_WAYS = ("link", "frame", "refresh")
#: Pages by which a search engine learns who owns a site.
_PROOF = re.compile(r"(google|yandex_|pinterest-|BingSiteAuth)[\w-]*\.html?$", re.IGNORECASE)


def check_reach(site: Site) -> Iterator[Finding]:
    """Yield a finding for each page to which no chain of links leads from the start page or that of a language.

    Pages that hosts show by themselves, that only send on or that ask not to be found need no way to them.
    """
    starts = {f"{top}/{name}".lstrip("/") for top in ("", *site.languages) for name in INDEX} & site.documents.keys()
    if not starts:
        return
    reached = _reached(site, starts)
    for page in site.pages:
        alone = page.hidden or page.name in site.moves.pages or is_error_page(page.name) or _PROOF.search(page.name)
        if page.name not in reached and not alone:
            yield Finding("orphan-page", page.name, words=page.title)


def _reached(site: Site, starts: set[str]) -> set[str]:
    reached, waiting = set(starts), list(starts)
    while waiting:
        page = site.documents[waiting.pop()]
        for link in site.links(page):
            if link.reference.kind in _WAYS:
                file = link.file or _sent(site, link.target.path, link.target.kind)
                if file is not None and file not in reached and file in site.documents:
                    reached.add(file)
                    waiting.append(file)
    return reached


def _sent(site: Site, path: str, kind: str) -> str | None:
    """Return the file that is shown for a path without its slash, or to which a rule sends on, if any."""
    if kind != "inside":
        return None
    if (folder := site.folder.folder_of(path)) is not None:
        return folder
    hop = site.moves.hop(site.addresses.path + path, None)
    return site.file(site.addresses.target("", hop.address)) if hop is not None else None
