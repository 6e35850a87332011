"""Where a site sends its readers on, they arrive, and straight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.links.checks.targets import finding, meant, written
from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.moves import Hop
from handbook.links.resolve import Target
from handbook.links.site import Site

_LED = ("link", "frame", "canonical", "alternate", "other")


class _Way(NamedTuple):
    """Where one is sent who is sent on: through ``hops`` to ``end``, which shows ``file``; or round, in a ``loop``."""

    hops: tuple[Hop, ...]
    end: Target
    file: str | None
    loop: bool = False


def check_redirects(site: Site) -> Iterator[Finding]:
    """Yield a finding for each link to a page that only sends on, and each redirect that does not arrive straight."""
    sends = bool(site.moves.ruled or site.moves.pages)
    for document in site.documents.values():
        for link in site.links(document) if sends else ():
            if link.reference.kind not in _LED or link.target.kind != "inside":
                continue
            hop = _hop(site, link.target, link.file)
            if hop is not None and hop.file != document.name:
                way = _follow(site, hop)
                instead = written(document, way.file or "", link.reference.address) if not way.loop else ""
                yield finding("redirect", document, link, instead=instead, by=hop.file)
        yield from filter(None, (_arrival(site, hop) for hop in _sent(site, document)))


def _sent(site: Site, document: Document) -> Iterator[Hop]:
    """Yield each step that a document sends its readers."""
    if document.name in site.moves.pages:
        yield site.moves.pages[document.name]
    for rule in document.rules:
        if ":" not in rule.target.removeprefix("https://").removeprefix("http://") and rule.status < 400:
            yield Hop(document.name, rule.line, rule.target)


def _arrival(site: Site, hop: Hop) -> Finding | None:
    """Return what is wrong with a step and those that follow it, or None."""
    way = _follow(site, hop)
    if way.loop:
        return Finding("redirect-loop", hop.file, hop.line, hop.address)
    document = site.documents[hop.file]
    if way.end.kind == "above" and len(way.hops) == 1:
        return Finding("outside-folder" if way.end.climbs else "elsewhere-on-host", hop.file, hop.line, hop.address)
    if way.end.kind == "inside" and way.file is None and len(way.hops) == 1:
        code, instead = meant(site, way.end.path)
        shown = written(document, instead)
        return Finding("redirect-to-nothing", hop.file, hop.line, hop.address, instead=shown, facts={"class": code})
    if len(way.hops) > 1:
        instead = written(document, way.file or "") if way.end.kind == "inside" else way.hops[-1].address
        steps = " → ".join(one.address for one in way.hops)
        return Finding("redirect-chain", hop.file, hop.line, hop.address, instead=instead, facts={"found": steps})
    return None


def _follow(site: Site, hop: Hop) -> _Way:
    """Return where a step leads in the end."""
    hops, seen = [hop], {(hop.file, hop.address)}
    while True:
        last = hops[-1]
        name = last.file if site.documents[last.file].kind == "html" else ""
        target = site.addresses.target(name, last.address, site.documents[last.file].base)
        file = site.file(target)
        following = _hop(site, target, file) if target.kind == "inside" else None
        if following is None:
            return _Way(tuple(hops), target, file)
        if (following.file, following.address) in seen:
            return _Way(tuple(hops), target, file, loop=True)
        seen.add((following.file, following.address))
        hops.append(following)


def _hop(site: Site, target: Target, file: str | None) -> Hop | None:
    return site.moves.hop(site.addresses.path + target.path, file)
