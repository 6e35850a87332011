"""The whole check: a folder is read, its documents are held against each other, findings come back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from handbook.kept import Kept
from handbook.links.checks import CHECKS, OVERALL, THOROUGH, Check
from handbook.links.finding import Finding
from handbook.links.folder import read_folder
from handbook.links.options import Options
from handbook.links.own_address import own_address
from handbook.links.reading import read_documents
from handbook.links.resolve import Addresses
from handbook.links.site import Site
from handbook.side_by_side import side_by_side

#: So many documents are worth a second process.
_MANY = 1000


def check_links(folder: Path, options: Options | None = None) -> list[Finding]:
    """Return everything that is wrong with the links of the site in ``folder``, in the order of its files.

    Raises `NotADirectoryError` if it is no folder. Whatever the files hold, they are read as well as can be.
    """
    return check_site(read_site(folder, options or Options()))


def check_site(site: Site) -> list[Finding]:
    """Return everything that is wrong with the links of a site, in the order of its files."""
    for document in site.documents.values():
        site.links(document)  # all checks ask for them, and a copy of this process has them too
    work = partial(_found, site)
    found = list(chain(*side_by_side(work, (THOROUGH, OVERALL) if len(site.documents) > _MANY else (CHECKS,))))
    return sorted(dict.fromkeys(found), key=lambda one: (one.file, one.line, one.code, one.address))


def _found(site: Site, checks: Iterable[Check]) -> list[Finding]:
    return [_printable(finding) for check in checks for finding in check(site)]


def read_site(folder: Path, options: Options, kept: Kept | None = None) -> Site:
    """Return the site in ``folder``, read; ``kept`` spares the files that an earlier run has read."""
    files = read_folder(folder)
    documents = read_documents(files, kept, options.downloads)
    root = options.address or own_address(documents)
    return Site(files, documents, options, Addresses(root if not root or root.endswith("/") else f"{root}/"))


def _printable(finding: Finding) -> Finding:
    """Return a finding that can be written: names of files may hold bytes that are no text."""
    values = (finding.file, finding.address, finding.words, finding.instead, *finding.facts.values())
    if all(one.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in one) for one in values):
        return finding
    file, address, words, instead = map(_text, values[:4])
    facts = {name: _text(value) for name, value in finding.facts.items()}
    return replace(finding, file=file, address=address, words=words, instead=instead, facts=facts)


def _text(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8")
