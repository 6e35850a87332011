"""The sitemap: the chooser, and every page in every language in which it is really written, with alternates.

Form: sitemaps.org protocol 0.9, with the ``xhtml:link`` alternates that search engines ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import quoteattr

from handbook.build.addresses import Addresses, addresses
from handbook.stage import Staged

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_sitemap(staged: Staged, site: Path) -> None:
    """Write ``sitemap.xml`` and ``robots.txt`` at the root; remove the engine's own sitemaps."""
    root = f"{staged.settings.site_url.rstrip('/')}/"
    pages = list(_pages(staged))
    homes = next(found for found in pages if found.x_default == root)
    entries = "".join(_entry(one) for one in (replace(homes, canonical=root), *pages))
    (site / "sitemap.xml").write_text(f"{_HEAD}{entries}</urlset>\n", encoding="utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")
    for language in staged.settings.languages:
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (site / language.code / name).unlink(missing_ok=True)


def add_to_sitemap(documents: Iterable[Mapping[str, str]], site: Path) -> None:
    """Add documents that are no pages to ``sitemap.xml``; each is given by its addresses by language code."""
    entries = [_element(own, tuple(there.items())) for there in documents for own in there.values()]
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    whole = sitemap.replace("</urlset>", f"{''.join(entries)}</urlset>")
    (site / "sitemap.xml").write_text(whole, encoding="utf-8", newline="\n")


def _pages(staged: Staged) -> Iterator[Addresses]:
    settings = staged.settings
    for language in settings.languages:
        for path in staged.site.pages[language.code]:
            translated = staged.site.translated(path)
            if language.code in translated:
                yield addresses(settings, language.code, path, translated)


def _entry(found: Addresses) -> str:
    links = [(one.code, one.address) for one in found.alternates if one.translated]
    links.append(("x-default", found.x_default))
    return _element(found.canonical, links)


def _element(own: str, links: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(address)}/>\n'
        for code, address in links
    )
    address = quoteattr(own)[1:-1]
    return f"  <url>\n    <loc>{address}</loc>\n{lines}  </url>\n"
