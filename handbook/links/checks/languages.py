"""What only a site in several languages has; a site in one language is only asked which one it is."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.alternates import check_alternates
from handbook.links.checks.canonical import check_canonical
from handbook.links.checks.crossing import check_crossing
from handbook.links.checks.files import check_files
from handbook.links.checks.lang import check_lang
from handbook.links.checks.offers import check_offers
from handbook.links.checks.other_sites import check_other_sites
from handbook.links.checks.switch import check_switch
from handbook.links.checks.twin_anchors import check_twin_anchors
from handbook.links.finding import Finding
from handbook.links.read_versions import read_versions
from handbook.links.site import Site


def check_languages(site: Site) -> Iterator[Finding]:
    """Yield everything that is wrong with the languages of a site and the way between them."""
    versions = read_versions(site)
    yield from check_lang(versions)
    yield from check_canonical(versions)
    yield from check_other_sites(versions)
    if versions.multilingual:
        yield from check_crossing(versions)
        yield from check_files(versions)
        yield from check_alternates(versions)
        yield from check_offers(versions)
        yield from check_switch(versions)
        yield from check_twin_anchors(versions)


def check_leaks(site: Site) -> Iterator[Finding]:
    """Yield only the links that leave the language of their page."""
    yield from check_crossing(read_versions(site))
