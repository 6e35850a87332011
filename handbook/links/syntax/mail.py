"""Addresses of mail: RFC 6068 (mailto), with accents RFC 6531."""

from __future__ import annotations

import re
from urllib.parse import unquote

_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
#: RFC 5322, section 3.2.3 (atext); letters of every language as RFC 6531 adds them.
_NAME = re.compile(r"[^\W_]|[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|\"[^\"]+\"")
_PART = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_NUMBER = re.compile(r"\[[\d.]+\]|\[IPv6:[0-9A-Fa-f:.]+\]")


def wrong_mail(address: str) -> tuple[str, str]:
    """Return what is wrong with a ``mailto:`` address and what was probably meant, or two empty strings."""
    body = address.partition(":")[2].partition("#")[0]
    people, mark, fields = body.partition("?")
    if people.startswith("//"):
        return "two slashes follow mailto:, which has none", f"mailto:{body.lstrip('/')}"
    if _BROKEN.search(body):
        return "a percent sign that stands for itself is written %25", _BROKEN.sub("%25", address)
    if not people:
        return ("", "") if "to" in _names(fields) else ("it names nobody", "")
    if wrong := _wrong_people(people, mark, fields):
        return wrong
    return _wrong_fields(people, fields) if mark else ("", "")


def _wrong_people(people: str, mark: str, fields: str) -> tuple[str, str] | None:
    whole = unquote(people)
    if found := re.search(r"<([^<>@\s]+@[^<>@\s]+)>", whole):
        return "only the address belongs here, not the name of the person", f"mailto:{found[1]}{mark}{fields}"
    if ";" in whole and "," not in whole:
        return "several addresses are separated by a comma", f"mailto:{people.replace(';', ',')}{mark}{fields}"
    if not mark and (found := re.search(r"&(?=(?:subject|body|cc|bcc)=)", people, re.IGNORECASE)):
        return "a question mark stands before the subject", f"mailto:{people[: found.start()]}?{people[found.end() :]}"
    for one in map(unquote, people.split(",")):
        if reason := wrong_address(one):
            tidy = re.sub(r"\s+", "", one).rstrip(".,;:)>")
            instead = "" if wrong_address(tidy) or "," in people else f"mailto:{tidy}{mark}{fields}"
            return reason, instead
    return None


def wrong_address(address: str) -> str:
    """Return what is wrong with the address of one person, or ``""``."""
    name, at, domain = address.rpartition("@")
    if not address.strip():
        return "it names nobody"
    if re.search(r"\s", address):
        return "it holds a blank"
    if not at:
        return "it has no @"
    if "@" in name and not name.startswith('"'):
        return "it has more than one @"
    if not _NAME.fullmatch(name):
        return "what stands before the @ is no name of a mailbox"
    return "" if _NUMBER.fullmatch(domain) else _wrong_domain(domain)


def _wrong_domain(domain: str) -> str:
    if "." not in domain.strip("."):
        return "what stands after the @ is no domain, such as example.org"
    parts = domain.split(".")
    if not all(map(_PART.fullmatch, parts)) or parts[-1].isdigit():
        return "what stands after the @ is no domain, such as example.org"
    return ""


def _names(fields: str) -> set[str]:
    return {one.partition("=")[0].lower() for one in re.split(r"&(?:amp;)?", fields) if one.partition("=")[2]}


def _wrong_fields(people: str, fields: str) -> tuple[str, str]:
    if re.search(r"\?(?:subject|body|cc|bcc)=", fields, re.IGNORECASE):
        instead = f"mailto:{people}?{fields.replace('?', '&')}"
        return "only the first field follows a question mark, the others an &", instead
    if any("=" not in one for one in fields.split("&")):
        return "what follows the question mark is no field, such as subject=Words", ""
    for one in fields.split("&"):
        name, _, value = one.partition("=")
        if name.lower() in ("to", "cc", "bcc"):
            for each in unquote(value).split(","):
                if reason := wrong_address(each.strip()):
                    return f"{name}: {reason}", ""
    return "", ""
