"""The versions of pages are found: by the folders of languages, and by what pages say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.links.document import Document
from handbook.links.language_tags import agree, main
from handbook.links.site import Link, Site
from handbook.links.versions import Versions


def read_versions(site: Site) -> Versions:
    """Return the languages of a site, and all links that have to do with them, in one pass."""
    folders = _folders(site)
    versions = Versions(site, folders, _tongues(site, folders))
    for page in site.pages:
        _sort(versions, page, site.links(page))
    _group(versions)
    return versions


def _folders(site: Site) -> Mapping[str, str]:
    """Return the language folders; pages beside a folder for each language (choosers) are in none."""
    found = {folder.strip("/"): language.lower() for folder, language in site.languages.items()}
    if any(folder and agree(language, found.get("", "")) for folder, language in found.items()):
        del found[""]
    return found


def _tongues(site: Site, folders: Mapping[str, str]) -> dict[str, str]:
    if not folders:
        return {page.name: main(page.language) for page in site.pages}
    rest = folders.get("", "")
    return {
        name: folders.get(name.partition("/")[0], rest) if "/" in name else rest
        for name in site.folder.files | site.documents.keys()
    }


def _sort(versions: Versions, page: Document, links: Iterable[Link]) -> None:
    tongue, own = versions.tongue, versions.tongue.get(page.name, "")
    for link in links:
        one, target, file = link
        if target.fragment and file is not None:
            versions.anchors.setdefault(file, set()).add(target.fragment)
        if one.kind == "link":
            if one.area == "switch":
                versions.switches.setdefault(page.name, []).append(link)
            if one.language or (file is not None and own and tongue.get(file, own) != own):
                versions.crossing.append((page, link))
        elif one.kind == "alternate":
            versions.alternates.setdefault(page.name, []).append(link)
        elif one.kind == "canonical":
            versions.canonicals.setdefault(page.name, []).append(link)


def _group(versions: Versions) -> None:
    """Put together what has the same path in several folders, then what pages themselves call their versions."""
    paths: dict[str, dict[str, str]] = {}
    for page in versions.site.pages:
        if language := versions.tongue.get(page.name):
            top, _, rest = page.name.partition("/")
            inner = rest if rest and top in versions.folders else page.name
            group = paths.setdefault(inner if versions.folders else page.name, {})
            group.setdefault(language, page.name)
            versions.groups[page.name] = group
    versions.groups.update({name: dict(group) for name, group in versions.groups.items()})
    for name, links in versions.alternates.items():
        own = versions.tongue.get(name)
        for link in links if own else ():
            file = link.file or ""
            language = versions.tongue.get(file, "")
            if file in versions.groups and language != own and versions.fits(link.reference.language, language):
                versions.groups[name].setdefault(language, file)
                versions.groups[file].setdefault(str(own), name)
