"""Each page names its versions in other languages (``hreflang`` in the head), and they name it."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.targets import finding
from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.language_tags import is_tag
from handbook.links.site import Link
from handbook.links.versions import Versions

_DEFAULT = "x-default"
#: So many of a kind are told one by one.
_FEW = 5


def check_alternates(versions: Versions) -> Iterator[Finding]:
    """Yield what is wrong with the versions that pages name.

    https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    in_sitemap = any(one.of("alternate") for one in versions.site.documents.values() if one.kind != "html")
    anywhere = bool(versions.alternates)
    defaults = any(
        one.reference.language.lower() == _DEFAULT for links in versions.alternates.values() for one in links
    )
    homes = {versions.home(language) for language in versions.known}
    yield from _relative(versions)
    for page in versions.site.pages:
        links = versions.alternates.get(page.name, [])
        yield from _each(versions, page, links)
        if page.name not in versions.real:
            continue
        if (anywhere and (links or not in_sitemap)) or (not in_sitemap and page.name in homes):
            yield from _missing(versions, page, links)
        if links and (defaults or page.name in homes):
            yield from _default(page, links)


def _relative(versions: Versions) -> Iterator[Finding]:
    """Yield versions that are named without their whole address; once, where most of a site are."""
    all_links = [(name, link) for name, links in versions.alternates.items() for link in links]
    found = [(name, link) for name, link in all_links if link.target.kind == "inside" and not link.target.own]
    usual = len(found) > _FEW and 2 * len(found) > len(all_links)
    scope = f"; so are {len(found)} of {len(all_links)} on this site" if usual else ""
    for name, link in found[:1] if usual else found:
        facts = {"language": link.reference.language, "scope": scope}
        yield finding(
            "alternate-relative", versions.site.documents[name], link, _full(versions, link.file or ""), **facts
        )


def _each(versions: Versions, page: Document, links: list[Link]) -> Iterator[Finding]:
    first: dict[str, Link] = {}
    for link in links:
        said = link.reference.language
        if said.lower() != _DEFAULT and not is_tag(said):
            yield finding("bad-language", page, link, said.replace("_", "-"), found=said, where="hreflang")
            continue
        if said.lower() in first:
            other = str(first[said.lower()].reference.line)
            yield finding("alternate-twice", page, link, language=said, line=other)
            continue
        first[said.lower()] = link
        if link.file in versions.site.documents and page.name in versions.real:
            yield from _target(versions, page, link, versions.site.documents[str(link.file)])


def _target(versions: Versions, page: Document, link: Link, target: Document) -> Iterator[Finding]:
    """Yield what is wrong with the page that is named as a version of ``page``."""
    said, facts = link.reference.language, {"language": link.reference.language}
    version = versions.groups[page.name].get(versions.key(said), "")
    if said.lower() == _DEFAULT:
        homes = {versions.home(one) for one in versions.known}
        if versions.tongue.get(target.name) and target.name not in {*versions.groups[page.name].values(), *homes}:
            yield finding("alternate-extra", page, link, **facts)
        return
    if target.name in versions.fallbacks or target.kind != "html":
        return  # told where fallbacks are offered
    found = versions.tongue.get(target.name) or target.language  # a page that names a wrong one is told itself
    if found and not versions.fits(said, found):
        yield finding("alternate-language", page, link, _full(versions, version), **facts, found=found)
    elif target is page:
        return
    elif versions.tongue.get(target.name) and version not in ("", target.name):
        yield finding("alternate-extra", page, link, _full(versions, version), **facts)
    elif target.name not in versions.site.moves.pages and not _names(versions, target, page):
        yield finding("alternate-not-returned", page, link, _full(versions, page.name), **facts, other=target.name)


def _names(versions: Versions, page: Document, other: Document) -> bool:
    """Tell whether ``page`` names ``other`` as a version, or tries to: a wrong address is told there."""
    language = versions.tongue[other.name]
    meant = versions.groups.get(page.name, {}).get(language) == other.name
    for link in versions.alternates.get(page.name, ()):
        said = link.reference.language
        if said.lower() != _DEFAULT and (link.file == other.name or (meant and versions.key(said) == language)):
            return True
    return False


def _missing(versions: Versions, page: Document, links: list[Link]) -> Iterator[Finding]:
    own, line = versions.tongue[page.name], links[0].reference.line if links else 0
    there = {each for each, name in versions.groups[page.name].items() if name in versions.real and each != own}
    named = {versions.key(link.reference.language) for link in links}
    if lacking := sorted(there - named):
        yield Finding("alternate-missing", page.name, line, facts={"languages": ", ".join(lacking)})
    itself = any(link.file == page.name and link.reference.language.lower() != _DEFAULT for link in links)
    if links and not itself and (there or named - {own, _DEFAULT}) and own not in named:
        facts = {"language": own, "expected": versions.site.addresses.of(page.name)}
        yield Finding("alternate-self", page.name, line, facts=facts)


def _default(page: Document, links: list[Link]) -> Iterator[Finding]:
    said = {link.reference.language.lower() for link in links}
    if len(said) > 1 and _DEFAULT not in said:
        yield Finding("no-default", page.name, links[0].reference.line)


def _full(versions: Versions, name: str) -> str:
    full = versions.site.addresses.of(name) if name else ""
    return full if "://" in full else ""
