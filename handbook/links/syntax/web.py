"""Addresses of pages and files: RFC 3986, and what browsers repair as the URL standard of WHATWG tells."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from handbook.links.syntax.schemes import scheme_of

#: ``https//``, ``https;//``, ``https:\\``, ``https:/host``, ``https:host``, ``https:///host``.
_SLASHES = re.compile(r"(https?)(?:;//|//|:\\\\|:/{3,}(?=[^/])|:/(?![/\\])|:(?![/\\]))", re.IGNORECASE)
_TWICE = re.compile(r"https?:/*(?=https?(?::/|//))", re.IGNORECASE)
#: Signs that nobody sees, and that turn the direction of writing.
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|%E2%80%8B|%EF%BB%BF|%C2%AD", re.IGNORECASE)
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*\.?|\[[0-9A-Fa-f:.]+(?:%25\w+)?\]")
_REST = re.compile(r"[^/?#\\]*")
#: What ends a sentence and no address.
_TAKEN = re.compile(r"[,;:'\"»”’>\]*]+$|\.\.+$")
#: Some hosts take an empty step for a folder without name. https://www.rfc-editor.org/rfc/rfc3986#section-3.3
_DOUBLED = re.compile(r"^([^?#]*[^/?#:])//+")
_CLOSED = {")": "(", "]": "["}


def malformed(address: str) -> tuple[str, str]:
    """Return why no browser can follow an address of the web, and what was probably meant, or two empty strings."""
    if found := _TWICE.match(address):
        rest = address[found.end() :]
        return "its beginning stands twice", rest if "://" in rest[:8] else _SLASHES.sub(r"\1://", rest, count=1)
    if found := _SLASHES.match(address):
        return "its beginning is not https://", f"{found[1].lower()}://{address[found.end() :].lstrip('/')}"
    if _UNSEEN.search(address):
        return "it holds a sign that nobody sees", _UNSEEN.sub("", address)
    if _BROKEN.search(address.partition("#")[0]):
        path, mark, fragment = address.partition("#")
        return "a percent sign that stands for itself is written %25", f"{_BROKEN.sub('%25', path)}{mark}{fragment}"
    return _wrong_host(address) if scheme_of(address) in ("http", "https") or address[:2] == "//" else ("", "")


def _wrong_host(address: str) -> tuple[str, str]:
    start = address.index("//") + 2 if "//" in address else len(address)
    found = _REST.match(address, len(address) - len(address[start:].lstrip("/\\")))
    host = (found[0] if found else "").rpartition("@")[2]
    if not host:
        return "it names no site", ""
    if "{" in host or "$" in host:  # of a template: told as such
        return "", ""
    if host.count("[") != host.count("]"):
        return "a bracket is not closed", ""
    name, colon, port = host.partition("]:") if host.startswith("[") else host.partition(":")
    name = f"{name}]" if colon == "]:" else name
    if colon and port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"'{port}' is no port", address.replace(f":{port}", "", 1)
    if not _HOST.fullmatch(name):
        tidy = re.sub(r"\.{2,}", ".", re.sub(r"[\s,]+", "", name)).strip(".")
        return f"'{name}' is no name of a site", address.replace(name, tidy, 1) if _HOST.fullmatch(tidy) else ""
    return "", ""


def untidy(address: str, words: str = "") -> tuple[str, str]:
    """Return what browsers repair in an address but others may not, and the tidy form, or two empty strings.

    A full stop at the end is only told of where the ``words`` of the link are the address, since it may belong there.
    """
    if "{" in address:
        return "", ""
    if "\\" in address:
        return "it holds a backslash", address.replace("\\", "/")
    if not scheme_of(address) and _DOUBLED.search(address):
        return "two slashes stand where one is enough", _DOUBLED.sub(r"\1/", address)
    if scheme_of(address) and (ended := _ended(address, words)) != address:
        return "it ends in a sign that belongs to the sentence", ended
    if re.search(r"&amp;\w+=", address):
        return "an & is written twice over, as &amp;amp;", address.replace("&amp;", "&")
    if re.search(r"[\s<>\"^`|]", address):
        return "it holds blanks or signs that have to be encoded", re.sub(r"[\s<>\"^`|]+", _encoded, address)
    return "", ""


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0])


def _ended(address: str, words: str) -> str:
    """Return an address without what the sentence around it put at its end."""
    whole = address
    if words and words.rstrip(".!").endswith(address.rpartition("//")[2].rstrip(".!")):
        address = address.rstrip(".!")
    address = _TAKEN.sub("", address) if not _balanced(address) or address[-1:] not in "]" else address
    while address[-1:] in _CLOSED and not _balanced(address):
        address = address[:-1]
    return address if host_of(address) else whole


def _balanced(address: str) -> bool:
    return all(address.count(close) <= address.count(start) for close, start in _CLOSED.items())


def host_of(address: str) -> str:
    """Return the host of an address in full, in small letters, ``""`` where it has none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""
