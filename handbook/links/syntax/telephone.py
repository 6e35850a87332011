"""Numbers of telephones: RFC 3966."""

from __future__ import annotations

import re
from urllib.parse import unquote

#: Section 3: digits with visual separators; ``*`` and ``#`` in local numbers.
_NUMBER = re.compile(r"\+?[\d.()*#-]*\d[\d.()*#-]*")
_NO_PART = re.compile(r"[^0-9+*#.()-]")
_PARAMETER = re.compile(r";[A-Za-z0-9-]+(?:=[\w\[\]/:&+$.!~*'()%-]+)?", re.ASCII)
#: What is this short is called from anywhere in a country: 112, 18 19.
_SHORT = 6


def wrong_number(address: str) -> tuple[str, str]:
    """Return what is wrong with a ``tel:`` address and what was probably meant, or two empty strings."""
    body = unquote(address.partition(":")[2]).strip()
    number, semicolon, rest = body.partition(";")
    if not body:
        return "it holds no number", ""
    if number.startswith("//"):
        return "two slashes follow tel:, which has none", f"tel:{number.lstrip('/')}{semicolon}{rest}"
    if not re.search(r"\d", number):
        return "it holds no digit", ""
    if letters := re.search(r"[^\W\d_]+", number):
        return f"'{letters[0]}' is no part of a number", ""
    if not _NUMBER.fullmatch(re.sub(r"\s", "", number)):
        return "it holds signs that no number has", f"tel:{_NO_PART.sub('', number)}"
    if semicolon and not re.fullmatch(rf"(?:{_PARAMETER.pattern})+", f";{rest}", re.ASCII):
        return "what follows the semicolon is nothing that belongs to a number, such as ;ext=12", ""
    return "", ""


def loose_number(address: str) -> tuple[str, str]:
    """Return what is loose in a number that works: blanks, or no country; and the tidy form where it is known."""
    body = unquote(address.partition(":")[2])
    number = body.partition(";")[0]
    tidy = re.sub(r"\s+", "-", body.strip())
    if tidy != body.strip():
        return "it holds blanks, which not every telephone takes", f"tel:{tidy}"
    digits = sum(map(str.isdigit, number))
    if not number.startswith("+") and "phone-context=" not in body and digits > _SHORT and "*" not in number:
        return "without + and country code it cannot be called from abroad", ""
    return "", ""
