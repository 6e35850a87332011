"""Pages that only stand in for a translation are not offered as one."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.targets import finding
from handbook.links.finding import Finding
from handbook.links.versions import Versions


def check_offers(versions: Versions) -> Iterator[Finding]:
    """Yield places at which heads and sitemaps offer a page whose words are in another language than it claims.

    A file that offers the same page several times, as sitemaps do, is told once.
    """
    for document in versions.site.documents.values() if versions.fallbacks else ():
        if document.kind == "html":
            links = versions.alternates.get(document.name, [])
        else:
            links = [one for one in versions.site.links(document) if one.reference.kind in ("entry", "alternate")]
        told: set[str] = set()
        for link in links:
            original = versions.fallbacks.get(link.file or "")
            if original is None or link.file in told or link.reference.language.lower() == "x-default":
                continue
            language = versions.tongue[original]
            if not link.reference.language or not versions.fits(link.reference.language, language):
                told.add(str(link.file))
                facts = {"language": versions.tongue[str(link.file)], "other": language, "page": str(link.file)}
                yield finding("fallback-offered", document, link, **facts)
