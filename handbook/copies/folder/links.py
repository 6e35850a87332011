"""Links of a page that is opened from a file: no server looks for the page of a folder."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from handbook.read.addresses import html_file

_INDEX = "index.html"


def page_file(path: str) -> str:
    """Return the file of a page in the copy: ``programme/field.md`` -> ``programme/field.html``.

    There is no server to leave the end of an address to, and each of many links is shorter so.
    """
    file = html_file(path)
    return file if file == _INDEX else f"{file.removesuffix(f'/{_INDEX}')}.html"


@dataclass(frozen=True)
class Links:
    """The files of a copy by the addresses that they have on the site."""

    files: Mapping[str, str]

    def file(self, address: str) -> str | None:
        """Return the file of an address without its anchor, or None where the copy does not hold it."""
        plain = unquote(address)
        return self.files.get(plain) or self.files.get(plain.removesuffix(_INDEX)) or self.files.get(f"{plain}/")

    def to(self, href: str, page: str, file: str) -> str:
        """Return a link of ``page`` (its address; its place is ``file``): to a file, else to the address itself."""
        if href.startswith("#") or urlsplit(href).scheme not in ("", "http", "https"):
            return href
        whole = urljoin(page, href)
        address, anchor = urldefrag(whole)
        target = self.file(address)
        if target is None:
            return whole
        if target == file and anchor:
            return f"#{anchor}"
        return _between(posixpath.dirname(file) or ".", target) + (f"#{anchor}" if anchor else "")


@cache
def _between(folder: str, target: str) -> str:
    """Return the way from a folder to a file."""
    return quote(posixpath.relpath(target, folder))
