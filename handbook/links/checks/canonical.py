"""Each page tells search engines its own address, in its own language (RFC 6596)."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.targets import finding
from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.site import Link
from handbook.links.versions import ANYWHERE, Versions, same_text


def check_canonical(versions: Versions) -> Iterator[Finding]:
    """Yield pages whose canonical address is missing, relative, or that of something else."""
    counted = [page for page in versions.site.pages if not page.hidden and page.name not in versions.site.moves.pages]
    usual = sum(page.name in versions.canonicals for page in counted) * 2 > len(counted)
    inside = sum(links[0].target.kind == "inside" for links in versions.canonicals.values())
    known = inside * 2 > len(versions.canonicals)
    for page in versions.site.pages:
        links = versions.canonicals.get(page.name, [])
        if not links and usual and page in counted and page.name.rpartition("/")[2] not in ANYWHERE and page.title:
            yield Finding("canonical-missing", page.name, facts={"expected": versions.site.addresses.of(page.name)})
        if len({link.reference.address for link in links}) > 1:
            yield finding("canonical-twice", page, links[1])
        elif links and page.name not in versions.site.moves.pages:
            yield from _check(versions, page, links[0], known)


def _check(versions: Versions, page: Document, link: Link, known: bool) -> Iterator[Finding]:
    own = versions.site.addresses.of(page.name)
    expected = own if "://" in own else ""
    if link.target.kind == "inside" and not link.target.own:
        yield finding("canonical-relative", page, link, expected)
    hop = versions.site.moves.hop(versions.site.addresses.path + link.target.path, link.file)
    if link.target.kind == "outside":
        if known:
            yield finding("canonical-elsewhere", page, link, expected)
    elif link.target.kind == "inside" and hop is not None:
        yield finding("canonical-redirect", page, link, hop.address)
    elif link.file in versions.site.documents:
        yield from _target(versions, page, link, expected)


def _target(versions: Versions, page: Document, link: Link, expected: str) -> Iterator[Finding]:
    """Yield what is wrong with a canonical address at which a page of this site stands."""
    own, other = versions.tongue.get(page.name, ""), versions.tongue.get(str(link.file), "")
    original = versions.fallbacks.get(page.name)
    if original is not None:
        if link.file != original:
            instead = versions.site.addresses.of(original)
            facts = {"language": versions.tongue[original], "other": other}
            yield finding("canonical-language", page, link, instead if "://" in instead else "", **facts)
    elif link.file != page.name:
        if own and other and own != other:
            yield finding("canonical-language", page, link, expected, language=own, other=other)
        elif not _copy(page, versions.site.documents[str(link.file)]):
            yield finding("canonical-elsewhere", page, link, expected)


def _copy(page: Document, original: Document) -> bool:
    """Tell whether a page is meant to be a copy: title and words the same, or the same path in another edition."""
    inner, other = page.name.partition("/")[2], original.name.partition("/")[2]
    if ("/" in inner and inner == other) or _same_place(page, original):
        return True
    return page.title == original.title and same_text(page, original)


def _same_place(page: Document, original: Document) -> bool:
    """Tell whether two names are ways to write one address: ``light.html`` and ``light/index.html``."""
    plain = [one.name.removesuffix(".html").removesuffix("/index") for one in (page, original)]
    return plain[0] == plain[1]
