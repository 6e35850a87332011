"""What an address means where it stands: a file of the site, or something else.

https://url.spec.whatwg.org/ as browsers read addresses; paths as static hosts serve them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
#: What browsers take off the ends of an address, and out of its middle. https://url.spec.whatwg.org/#url-parsing
_ENDS = "".join(map(chr, range(33)))
_MIDDLE = dict.fromkeys(map(ord, "\t\n\r"))
_PORTS = {"http": 80, "https": 443}


class Target(NamedTuple):
    """What an address leads to.

    ``kind`` is ``inside`` (this site: ``path`` is decoded, without the first slash, and may end in one),
    ``above`` (a path that leaves the site's folder; ``path`` begins with a slash), ``outside`` (another site:
    ``scheme`` and ``host``), ``scheme`` (``mailto:`` and the like) or ``wrong`` (no address at all). ``own``
    tells that an address of this site was written in full. ``fragment`` is decoded.
    """

    kind: Literal["inside", "above", "outside", "scheme", "wrong"]
    path: str = ""
    fragment: str = ""
    scheme: str = ""
    host: str = ""
    own: bool = False
    climbs: bool = False


@dataclass(frozen=True)
class Addresses:
    """The address of a site, ending in a slash: ``https://example.org/handbook/``; may be empty."""

    root: str

    def target(self, name: str, address: str, base: str = "") -> Target:
        """Return what ``address`` means in the file ``name``, whose relative addresses rest on ``base`` if given."""
        if address[:5].lower() == "data:":
            return Target("scheme", scheme="data")
        address = address.strip(_ENDS).translate(_MIDDLE)
        path, hash_sign, fragment = address.partition("#")
        path, mark, query = path.partition("?")
        if _SCHEME.match(path):
            return self._full(address)
        path = path.replace("\\", "/")
        if path.startswith("//"):
            return self._full("".join((path, mark, query, hash_sign, fragment)))
        return self._relative(name, decoded(path), unquote(fragment), base)

    def of(self, name: str) -> str:
        """Return the address in full of the file ``name``; an index has that of its folder."""
        folder, slash, last = name.rpartition("/")
        return self.root + encoded(f"{folder}{slash}" if last == "index.html" else name)

    @cached_property
    def path(self) -> str:
        """Return the path of the site on its host, with a slash at both ends."""
        return f"/{decoded(urlsplit(self.root).path).strip('/')}/".replace("//", "/")

    @cached_property
    def _host(self) -> tuple[str, int | None]:
        parts = urlsplit(self.root)
        return parts.hostname or "", parts.port

    def _relative(self, name: str, path: str, fragment: str, base: str) -> Target:
        here = self.path + name
        if base:
            rest = self.target(name, base)
            if rest.kind != "inside":
                return rest._replace(fragment=fragment) if not path.startswith("/") else self._placed(path, fragment)
            here = self.path + rest.path
        if not path:
            return Target("inside", here.removeprefix(self.path), fragment)
        return self._placed(path if path.startswith("/") else f"{here.rpartition('/')[0]}/{path}", fragment)

    def _placed(self, path: str, fragment: str, own: bool = False) -> Target:
        """Return the target of a decoded path from the root of the host."""
        plain, climbs = _normal(path)
        if plain == self.path.rstrip("/"):
            return Target("inside", "", fragment, own=own)
        if climbs or not plain.startswith(self.path):
            return Target("above", plain, fragment, own=own, climbs=climbs)
        return Target("inside", plain[len(self.path) :], fragment, own=own)

    def _full(self, address: str) -> Target:
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").rstrip(".")
            port = parts.port
        except ValueError:
            return Target("wrong")
        scheme, fragment = parts.scheme.lower(), unquote(parts.fragment)
        if scheme not in ("http", "https", ""):
            return Target("scheme", parts.path, fragment, scheme, host)
        if not host:
            return Target("wrong", scheme=scheme)
        if self.root and host == self._host[0] and port in (self._host[1], _PORTS.get(scheme)):
            inside = self._placed(decoded(parts.path.replace("\\", "/")) or "/", fragment, own=True)
            if inside.kind == "inside":
                return inside._replace(scheme=scheme, host=host)
        return Target("outside", parts.path, fragment, scheme, host)


def decoded(path: str) -> str:
    """Return a path as its file is named; bytes that are no UTF-8 stand for themselves, as in names of files."""
    return unquote(path, errors="surrogateescape") if "%" in path else path


def encoded(path: str) -> str:
    """Return the path of a file as it is written in an address."""
    return quote(path, safe="/~!$&'()*+,;=:@", errors="surrogateescape")


def _normal(path: str) -> tuple[str, bool]:
    """Return a path without dots and doubled slashes, and whether it climbs above the root of its host."""
    kept: list[str] = []
    climbs = False
    steps = path.split("/")
    for step in steps:
        if step == "..":
            climbs = climbs or not kept
            del kept[-1:]
        elif step not in ("", "."):
            kept.append(step)
    end = "/" if kept and steps[-1] in ("", ".", "..") else ""
    return f"/{'/'.join(kept)}{end}", climbs
