"""What stands before the colon: RFC 3986, section 3.1."""

from __future__ import annotations

import difflib
import re
from functools import cache
from pathlib import Path

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
#: Names that anyone may make up, and those of applications: a domain backwards. https://www.rfc-editor.org/rfc/rfc7595
_OWN = re.compile(
    r"(?:web\+|ext\+|x-|ms-|microsoft\.|vnd\.)[a-z0-9.+-]+|(?:com|org|net|io|app|dev|edu|gov|de|fr)(?:[.-][a-z0-9-]+)+"
)
#: Without its scheme, an address of the web, of mail, of a telephone.
_HOST = re.compile(
    r"(?:www\.[\w-]+|[\w-]+)(?:\.[\w-]+)*\.(?:com|org|net|int|info|edu|gov|eu|io|ch|fr|es|de|be|uk)(?=[/?#]|$)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?")
_NUMBER = re.compile(r"\+\d[\d.()-]{5,}")
#: What is looked for first where a scheme is misspelt.
_COMMON = ("https", "http", "mailto", "tel", "ftp", "file", "javascript", "data", "sms", "webcal")


def scheme_of(address: str) -> str:
    """Return the scheme of an address in small letters, ``""`` for a path."""
    found = _SCHEME.match(address)
    return found[0][:-1].lower() if found else ""


def is_known(scheme: str) -> bool:
    """Tell whether some program knows what to do with addresses of this scheme."""
    return scheme in _known() or _OWN.fullmatch(scheme) is not None


def meant(address: str) -> str:
    """Return the address that was probably meant by one of an unknown scheme, or ``""``."""
    scheme = scheme_of(address)
    rest = address[len(scheme) + 1 :]
    if "." in scheme or (scheme.isalnum() and re.match(r"\d{2,5}(?:/|$)", rest)):
        return f"https://{address}"
    near = difflib.get_close_matches(scheme, _COMMON, n=1, cutoff=0.6)
    if near and near[0] in ("http", "https"):
        return f"{near[0]}://{rest.lstrip('/')}"
    return f"{near[0]}:{rest}" if near else ""


def forgotten(address: str) -> str:
    """Return the address that was meant by a path that begins like one of the web, of mail or of a telephone."""
    if _HOST.match(address):
        return f"https://{address}"
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    return f"tel:{address}" if _NUMBER.fullmatch(address) else ""


@cache
def _known() -> frozenset[str]:
    text = Path(__file__).with_name("schemes.txt").read_text(encoding="utf-8")
    return frozenset(name for line in text.splitlines() if not line.startswith("#") for name in line.split())
