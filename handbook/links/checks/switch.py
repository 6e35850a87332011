"""The language switch leads to the same page, in the language that it names, and offers all there are."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.targets import finding, written
from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.language_names import is_name, is_own_name, own_name
from handbook.links.site import Link
from handbook.links.versions import Versions


def check_switch(versions: Versions) -> Iterator[Finding]:
    """Yield what is wrong with the links of each page's language switch.

    A switch that leads to the first page of a language on every page of the site was built so: that is told once.
    """
    with_switch = {name: _entries(versions, links) for name, links in versions.switches.items()}
    with_switch = {name: links for name, links in with_switch.items() if links}
    pages = [page for page in versions.site.pages if versions.tongue.get(page.name)]
    usual = 2 * len(with_switch.keys() & {page.name for page in pages}) > len(pages)
    wrong = [(page, one) for page in pages for one in _wrong(versions, page, with_switch.get(page.name, []))]
    right = sum(len(links) for links in with_switch.values()) - len(wrong)
    homes = {versions.home(language) for language in versions.known}
    by_design = len(wrong) > 3 and len(wrong) > right and all(link.file in homes for _, link in wrong)
    for page, link in wrong[:1] if by_design else wrong:
        language = versions.key(link.reference.language)
        version = versions.groups[page.name].get(language, "") or versions.home(language)
        yield finding("wrong-switch", page, link, written(page, version), language=link.reference.language)
    for page in pages:
        links = with_switch.get(page.name, [])
        yield from (each for link in links for each in _label(versions, page, link))
        if links or (usual and page.name in versions.real):
            # Whatever an entry calls its language: one that can be read is offered.
            named = [link for link in versions.switches.get(page.name, []) if link.reference.words]
            yield from _lacking(versions, page, named)


def _entries(versions: Versions, links: list[Link]) -> list[Link]:
    """Return the links that are entries of a language switch: those that name a language of the site."""
    return [
        one
        for one in links
        if is_own_name(one.reference.words or "", versions.key(one.reference.language))
        or any(is_name(one.reference.words or "", language, *versions.known) for language in versions.known)
    ]


def _wrong(versions: Versions, page: Document, links: list[Link]) -> Iterator[Link]:
    """Yield the entries that lead elsewhere than to the same page, or to the start where there is none."""
    for link in links:
        language = versions.key(link.reference.language)
        if link.file is None or language not in versions.known:
            continue
        version = versions.groups[page.name].get(language, "")
        home = versions.home(language)
        root = not home or not versions.tongue.get(link.file)
        instead_of = page.name not in versions.real or version not in versions.real or root
        if link.file != version and not (instead_of and (root or link.file == home or _above(link.file, page.name))):
            yield link


def _above(file: str, name: str) -> bool:
    """Tell whether ``file`` is the page of a folder in which the page ``name`` stands, in whatever language."""
    folder, inner = file.rpartition("/")[0].partition("/")[2], name.partition("/")[2]
    return file.endswith("/index.html") and bool(folder) and inner.startswith(f"{folder}/")


def _lacking(versions: Versions, page: Document, links: list[Link]) -> Iterator[Finding]:
    own = versions.tongue[page.name]
    there = {each for each, name in versions.groups[page.name].items() if name in versions.real and each != own}
    if lacking := sorted(there - {versions.key(link.reference.language) for link in links}):
        line = links[0].reference.line if links else 0
        yield Finding("switch-missing", page.name, line, facts={"languages": ", ".join(lacking)})


def _label(versions: Versions, page: Document, link: Link) -> Iterator[Finding]:
    label, language = link.reference.words or "", versions.key(link.reference.language)
    if is_own_name(label, language):
        return
    facts = {"language": language, "expected": own_name(language)}
    if not is_name(label, language, *versions.known):
        yield finding("switch-label", page, link, **facts)
    else:
        yield finding("switch-foreign", page, link, **facts)
