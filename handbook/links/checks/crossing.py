"""Links stay in the language of their page, or say that they do not."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.targets import finding, written
from handbook.links.document import Document, Reference
from handbook.links.finding import Finding
from handbook.links.language_names import is_name, is_own_name
from handbook.links.language_tags import is_tag
from handbook.links.site import Link
from handbook.links.versions import Versions


def check_crossing(versions: Versions) -> Iterator[Finding]:
    """Yield links that lead out of their page's language by mistake or without a word of it.

    https://html.spec.whatwg.org/multipage/links.html#attr-hyperlink-hreflang
    """
    for page, link in versions.crossing:
        if link.reference.language and not is_tag(link.reference.language):
            facts = {"found": link.reference.language, "where": "hreflang"}
            yield finding("bad-language", page, link, link.reference.language.replace("_", "-"), **facts)
        elif link.file is not None and versions.tongue.get(page.name):
            yield from _check(versions, page, link)


def _check(versions: Versions, page: Document, link: Link) -> Iterator[Finding]:
    one, file = link.reference, str(link.file)
    own, other = versions.tongue[page.name], versions.tongue.get(file, "")
    target = versions.site.documents.get(file)
    facts = {"language": own, "other": other}
    if one.language and target is not None and one.area != "switch" and _lies(versions, one.language, target):
        yield finding("link-language", page, link, found=one.language, expected=versions.said(target))
    if not other or other == own or versions.fits(page.language, other):  # its own language is wrong: told of the page
        return
    version = _version(versions, file, own)
    if not one.language:
        if version and not _names_language(one, other, own):
            yield finding("language-leak", page, link, written(page, version, one.address), **facts)
        elif target is not None and target.kind == "html":
            yield finding("unmarked-language", page, link, **facts)
    elif one.area == "" and _other_page(versions, page, version) and not _beside(versions, page, version):
        yield finding("could-be-local", page, link, written(page, version, one.address), **facts)


def _names_language(one: Reference, other: str, own: str) -> bool:
    """Tell whether the words of a link in a menu, or its only word, name the language to which it leads."""
    words = one.words or ""
    return is_name(words, other, own) if one.area == "nav" else " " not in words and is_own_name(words, other)


def _lies(versions: Versions, said: str, target: Document) -> bool:
    """Tell whether a link says another language than its target has: that of its words, its folder or its page."""
    has = [target.content_language, target.language, versions.tongue.get(target.name, "")]
    return any(has) and not any(versions.fits(said, one) for one in has if one)


def _version(versions: Versions, file: str, language: str) -> str:
    """Return the version of a page or another file in a language, or ``""``."""
    if file in versions.groups:
        return versions.groups[file].get(language, "")
    top, slash, rest = file.partition("/")
    inner = rest if slash and top in versions.folders else file
    for folder, each in versions.folders.items():
        if each == language and (name := f"{folder}/{inner}" if folder else inner) in versions.site.folder.files:
            return name if name != file else ""
    return ""


def _other_page(versions: Versions, page: Document, version: str) -> bool:
    """Tell whether a version is a page of its own: not the very page that links it, and translated."""
    return version not in ("", page.name) and version not in versions.fallbacks


def _beside(versions: Versions, page: Document, version: str) -> bool:
    """Tell whether the page also links the version in its own language: then it offers a choice."""
    links = versions.site.links(page)
    return any(one.file == version and one.reference.kind == "link" and one.reference.area == "" for one in links)
