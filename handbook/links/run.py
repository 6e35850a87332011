"""The whole check: a folder is read, its documents are held against each other, findings come back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from handbook.links.checks import CHECKS, OVERALL, THOROUGH, Check
from handbook.links.document import Document, Fault
from handbook.links.finding import Finding
from handbook.links.folder import Folder, read_folder
from handbook.links.options import Options
from handbook.links.own_address import own_address
from handbook.links.read.kinds import READERS, kind_of
from handbook.links.resolve import Addresses
from handbook.links.site import Site
from handbook.side_by_side import side_by_side

#: No file of a site that people read is larger; one that is would only hold up the check.
_MOST = 20 * 1024 * 1024
#: Reading is what takes time, so many files are shared out among processors.
_PARTS = min(os.cpu_count() or 1, 8)
_FEW = 40


def check_links(folder: Path, options: Options | None = None) -> list[Finding]:
    """Return everything that is wrong with the links of the site in ``folder``, in the order of its files.

    Raises `NotADirectoryError` if it is no folder. Whatever the files hold, they are read as well as can be.
    """
    return check_site(read_site(folder, options or Options()))


def check_site(site: Site) -> list[Finding]:
    """Return everything that is wrong with the links of a site, in the order of its files."""
    work = partial(_found, site)
    found = list(chain(*side_by_side(work, (THOROUGH, OVERALL) if len(site.documents) > _FEW else (CHECKS,))))
    return sorted(dict.fromkeys(found), key=lambda one: (one.file, one.line, one.code, one.address))


def _found(site: Site, checks: Iterable[Check]) -> list[Finding]:
    return [_printable(finding) for check in checks for finding in check(site)]


def read_site(folder: Path, options: Options) -> Site:
    """Return the site in ``folder``, read."""
    files = read_folder(folder)
    names = [name for name in sorted(files.files) if kind_of(name)]
    # One part a processor, each with pages of every folder, since those of one may be longer.
    parts = [names[part::_PARTS] for part in range(_PARTS)] if len(names) > _FEW else [names]
    read = side_by_side(lambda part: [_read(files, name) for name in part], parts)
    documents = {one.name: one for one in sorted((one for part in read for one in part), key=lambda one: one.name)}
    root = options.address or own_address(documents)
    return Site(files, documents, options, Addresses(root if not root or root.endswith("/") else f"{root}/"))


def _read(folder: Folder, name: str) -> Document:
    document = Document(name, kind_of(name))
    path = folder.root / name
    try:
        if (size := path.stat().st_size) > _MOST:
            document.faults.append(Fault("not-checked", 0, {"found": f"it has {size // 1024**2} megabytes"}))
            return document
        data = path.read_bytes()
    except OSError as error:
        document.faults.append(Fault("unreadable", 0, {"found": error.strerror or ""}))
        return document
    try:
        READERS[document.kind](data, document)
    except Exception as error:  # a file that a reader cannot take must not end the check of all others
        document.faults.append(Fault("damaged", 0, {"found": f"{type(error).__name__}: {error}"}))
    return document


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
