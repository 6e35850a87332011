"""Is every address written as its scheme wants it, can each reader reach it, and what do pages fetch elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlsplit

from handbook.links.document import Document, Kind, Reference
from handbook.links.finding import Finding
from handbook.links.site import Site
from handbook.links.syntax.hosts import private
from handbook.links.syntax.mail import wrong_mail
from handbook.links.syntax.schemes import is_known, meant, scheme_of
from handbook.links.syntax.telephone import loose_number, wrong_number
from handbook.links.syntax.web import host_of, malformed, untidy

#: What a browser fetches with a page, without being asked.
_LOADED: frozenset[Kind] = frozenset(("image", "media", "frame", "script", "style", "font", "icon", "manifest"))
_NAMES = {"image": "a picture", "media": "sound or film", "frame": "another page within it", "font": "a font"}
#: An address that is empty says nothing here; a form without one sends to its own page.
_EMPTY = frozenset(("a", "area", "img", "script", "link stylesheet", "link icon", "video"))
#: A path in which nothing can be wrong: most addresses of a site.
_PLAIN = re.compile(r"(?!//|https?//)(?!.*//)[\w~./-]+(?:#[\w.-]*)?|#[\w.-]+", re.ASCII | re.IGNORECASE)
#: What ends in one of these is judged with the words of the link.
_BY_WORDS = frozenset(("#", ".", "!"))
_TOP = ("top", "haut", "arriba", "oben", "inicio", "début", "debut", "↑", "⇧", "▲")
Told = tuple[str, str, dict[str, str]]


def check_addresses(site: Site) -> Iterator[Finding]:
    """Yield a finding for each address that is badly written, or that not everybody can reach."""
    own = _Own(site)
    clean: set[tuple[str, str, str]] = set()
    plain = _Plain()
    for document in site.documents.values():
        for one in document.references:
            if not plain[one.address] and (key := (one.address, one.kind, one.tag)) not in clean:
                told = list(_told(own, one) if " " not in one.address.strip() else _blank(own, site, document, one))
                if not told and one.address[-1:] not in _BY_WORDS and " " not in one.address:
                    clean.add(key)
                for code, instead, facts in told:
                    yield Finding(code, document.name, one.line, one.address, one.words or "", instead, facts)


class _Plain(dict[str, bool]):
    """Whether nothing can be wrong with an address: menus repeat the same ones on every page."""

    def __missing__(self, address: str) -> bool:
        self[address] = found = _PLAIN.fullmatch(address) is not None
        return found


class _Own:
    """What is asked again and again of the site that is checked."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def host(self) -> str:
        """Return the host of the site, ``""`` where it is not known."""
        return host_of(self._site.addresses.root)

    @cached_property
    def plain(self) -> bool:
        """Tell whether the site is not published over HTTPS."""
        return urlsplit(self._site.addresses.root).scheme == "http"

    def trusts(self, host: str) -> bool:
        """Tell whether a page may load something from a host."""
        trusted = {self.host, *(one.partition(":")[0].lower() for one in self._site.options.trusted)}
        return host in trusted or any(one and host.endswith(f".{one}") for one in trusted - {self.host})


def _told(own: _Own, one: Reference) -> Iterator[Told]:
    address = one.address.strip()
    if not address:
        yield from _empty(one)
    elif address == "#":
        if one.kind == "link" and one.tag == "a" and not one.area and not _leads_up(one.words or ""):
            yield "placeholder-address", "", {}
    elif (scheme := scheme_of(address)) in ("http", "https", "") or address[:2] in ("//", "\\\\"):
        yield from _web(own, one, address)
    elif scheme in ("mailto", "tel"):
        yield from _person(scheme, address)
    else:
        yield from _other(one, scheme, address)


def _empty(one: Reference) -> Iterator[Told]:
    if one.tag == "a without href":
        if any(map(str.isalpha, one.words or "")) and not one.area:
            yield "no-address", "", {}
    elif one.tag in _EMPTY or one.kind in ("canonical", "alternate"):
        yield "empty-address", "", {"element": one.tag.partition(" ")[0]}


def _leads_up(words: str) -> bool:
    return not any(map(str.isalpha, words)) or any(each in words.casefold() for each in _TOP)


def _person(scheme: str, address: str) -> Iterator[Told]:
    reason, instead = wrong_mail(address) if scheme == "mailto" else wrong_number(address)
    if reason:
        yield "bad-mail" if scheme == "mailto" else "bad-telephone", instead, {"reason": reason}
    elif scheme == "mailto" and re.search(r"\s", address):
        yield "untidy-address", re.sub(r"\s", "%20", address), {"reason": "it holds blanks that have to be encoded"}
    elif scheme == "tel" and (loose := loose_number(address))[0]:
        yield "loose-telephone", loose[1], {"reason": loose[0]}


#: A whole page in an address, which may hold scripts; browsers refuse to open it.
_PAGE = re.compile(r"data:\s*(?:text/html|image/svg|application/xhtml)", re.IGNORECASE)


def _other(one: Reference, scheme: str, address: str) -> Iterator[Told]:
    if scheme == "file" or (len(scheme) == 1 and address[2:3] in ("\\", "/")):
        yield "local-file", "", {}
    elif scheme in ("javascript", "vbscript", "livescript") or _PAGE.match(address):
        if one.kind == "link":
            yield "script-address", "", {}
    elif scheme == "localhost" or (private(scheme) and "." in scheme):
        yield "localhost", "", {"found": "the computer of whoever reads it"}
    elif not is_known(scheme):
        yield "unknown-scheme", meant(address), {"scheme": scheme}


def _web(own: _Own, one: Reference, address: str) -> Iterator[Told]:
    if address.startswith("\\\\"):
        yield "local-file", "", {}
        return
    reason, instead = malformed(address)
    if reason:
        yield "bad-address", instead, {"reason": reason}
        return
    if (tidy := untidy(address, one.words or ""))[0]:
        yield "untidy-address", tidy[1], {"reason": tidy[0]}
    host = host_of(address)
    if host and host != own.host and "{" not in host:
        yield from _reached(own, one, address, host)


def _reached(own: _Own, one: Reference, address: str, host: str) -> Iterator[Told]:
    """Yield what is wrong with reaching a host other than the site's own."""
    insecure = scheme_of(address) == "http"
    if whom := private(host):
        yield "localhost", "", {"found": whom}
    elif one.kind == "link" and insecure:
        yield "insecure", f"https{address[4:]}", {"host": host}
    if one.kind in _LOADED:
        what = _NAMES.get(one.kind, f"a {one.kind}")
        if insecure and not own.plain and private(host) != "the computer of whoever reads it":
            yield "mixed-content", f"https{address[4:]}", {"what": what, "host": host}
        if not own.trusts(host):
            yield "third-party", "", {"what": what, "host": host}


def _blank(own: _Own, site: Site, document: Document, one: Reference) -> Iterator[Told]:
    """Yield what is wrong with an address that holds blanks; a path with blanks to nothing is a missing page."""
    if scheme_of(one.address.strip()) or one.address[:2] == "//" or site.file(site.target(document, one)) is not None:
        yield from _told(own, one)
