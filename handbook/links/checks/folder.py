"""The folder is a site, and all of it can be published."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.finding import Finding
from handbook.links.site import Site


def check_folder(site: Site) -> Iterator[Finding]:
    """Yield a finding if the folder holds no page at all, and for what in it is not published or cannot be read."""
    if not site.pages:
        yield Finding("not-a-site", ".", facts={"found": str(len(site.folder.files))})
    elif not any(name in site.folder.files for name in ("index.html", "index.htm")) and not site.moves.rule("/"):
        yield Finding("no-start-page", ".", facts={"found": str(len(site.pages))})
    for name in site.folder.outside:
        yield Finding("symbolic-link", name)
    for name, reason in site.folder.unreadable:
        yield Finding("unreadable", name, facts={"found": reason})
