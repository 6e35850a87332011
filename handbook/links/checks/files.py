"""Pictures, films and downloads that exist in several languages are those of the page's language."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.checks.targets import finding, written
from handbook.links.document import Document, Kind
from handbook.links.finding import Finding
from handbook.links.site import Link
from handbook.links.versions import Versions

_KINDS: tuple[Kind, ...] = ("link", "image", "media")
#: The files of one name in the folders of several languages, by the language and by each of them.
_Twins = dict[str, dict[str, str]]


def check_files(versions: Versions) -> Iterator[Finding]:
    """Yield references to a file in the folder of another language though there is one in that of the page's own.

    ``files/en/form.pdf`` is such a file beside ``files/fr/form.pdf``, unless both hold the same. A page that offers
    both, or says the language (``hreflang``), is right.
    """
    twins = _twins(versions)
    for page in versions.site.pages if twins else ():
        own = versions.tongue.get(page.name, "")
        for link in versions.site.links(page) if own else ():
            if link.file in twins and link.reference.kind in _KINDS and not link.reference.language:
                yield from _check(versions, page, link, own, twins[link.file])


def _check(versions: Versions, page: Document, link: Link, own: str, group: dict[str, str]) -> Iterator[Finding]:
    file = str(link.file)
    other, version = next(each for each, name in group.items() if name == file), group.get(own, file)
    if version == file or any(one.file == version for one in versions.site.links(page)):
        return
    if _content(versions, file) != _content(versions, version):
        yield finding("file-language", page, link, written(page, version), language=own, other=other)


def _twins(versions: Versions) -> _Twins:
    """Return the files that are no pages, with those of the same name in folders of other languages.

    Links to files in the folders of the first level are looked at with those to pages.
    """
    known = set(versions.known)
    groups: dict[tuple[str, str], dict[str, str]] = {}
    for name in sorted(versions.site.folder.files):
        steps = name.split("/")[:-1]
        if (page := versions.site.documents.get(name)) is not None and page.kind == "html":
            continue
        for at, step in enumerate(steps[1:], 1):
            if step in known:
                place = "/".join(steps[:at]), name[len("/".join(steps[: at + 1])) :]
                groups.setdefault(place, {})[step] = name
    return {name: group for group in groups.values() if len(group) > 1 for name in group.values()}


def _content(versions: Versions, name: str) -> bytes:
    try:
        return (versions.site.folder.root / name).read_bytes()
    except OSError:
        return b""
