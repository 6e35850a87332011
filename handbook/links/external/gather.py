"""Every address of others that a site leads to or loads, with the places that name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from handbook.links.document import Document, Reference
from handbook.links.site import Site

#: What a form sends is taken by its address; to ask for a page there proves nothing.
_FORMS = frozenset({"form", "button", "input"})
#: What an address in full begins with; most are relative and need not be looked at.
_FULL = re.compile(r"\s*(?:https?:|[/\\]{2})", re.IGNORECASE)
_BLANKS = {ord(one): None for one in "\t\n\r"}


class Place(NamedTuple):
    """Where an address stands: a file of the site, a line, and the words of the link."""

    file: str
    line: int
    words: str


def gather_external(site: Site) -> Mapping[str, tuple[Place, ...]]:
    """Return each external http(s) address of a site, without fragment, with its places in the order of files."""
    found: dict[str, dict[Place, None]] = {}
    for name, document in sorted(site.documents.items()):
        relative = _FULL.match(document.base) is not None
        for reference in document.references:
            if not relative and _FULL.match(reference.address) is None:
                continue
            if (address := _external(site, document, reference)) is not None:
                found.setdefault(address, {})[Place(name, reference.line, reference.words or "")] = None
    return {address: tuple(places) for address, places in sorted(found.items())}


def _external(site: Site, document: Document, reference: Reference) -> str | None:
    """Return the address in full that a reference to another site asks a server for, or None."""
    target = site.target(document, reference)
    if target.kind != "outside" or (reference.tag in _FORMS and reference.kind == "link"):
        return None
    written = reference.address.strip(" \f\t\n\r").translate(_BLANKS).partition("#")[0]
    if target.scheme and ":" in written[:6]:
        return written
    base = urljoin(site.addresses.root or "https://", document.base.strip())
    return urljoin(base, written.replace("\\", "/"))
