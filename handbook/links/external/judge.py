"""What an answer means for a reader. Statuses: RFC 9110, section 15."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from handbook.links.external.answer import REDIRECTS, Answer, Hop

#: Followed by an address, it leads to the newest copy of that page; nobody asks there for one.
ARCHIVE = "https://web.archive.org/web/"
_PERMANENT = (301, 308)
_GONE = (404, 410)
_LEFT_OUT = "the name is kept for examples, or lychee leaves it out"
_TLS = re.compile(r"certificate|\bSSL\b|\bTLS\b|handshake|corrupt message|fatal alert", re.IGNORECASE)


class Judgement(NamedTuple):
    """The code of a defect, the address that is meant instead, and facts for the defect's sentences."""

    code: str
    instead: str
    facts: Mapping[str, str]


def judge(answer: Answer, unknown: Collection[str] = ()) -> Judgement | None:
    """Return what is wrong with an address that got ``answer``, or None. ``unknown`` are names that do not exist."""
    if answer.kind == "excluded":
        return _judged("external-not-asked", answer, _LEFT_OUT)
    if not answer.code:
        return _unanswered(answer, unknown)
    if answer.code < 300:
        return _led_elsewhere(answer) if answer.hops else None
    return _judged(_class(answer), answer, _said(answer))


def reached(answer: Answer) -> bool:
    """Tell whether somebody answered in this run: whether there is a network."""
    return not answer.cached and (answer.code > 0 or _TLS.search(answer.said) is not None)


def _unanswered(answer: Answer, unknown: Collection[str]) -> Judgement:
    host = urlsplit(answer.address).hostname or ""
    if host in unknown:
        return _judged("external-dead", answer, f"the name {host} does not exist")
    if answer.kind == "timeout":
        return _judged("external-unreachable", answer, "no answer in time")
    code = "external-insecure-certificate" if _TLS.search(answer.said) else "external-unreachable"
    return _judged(code, answer, answer.said)


def _class(answer: Answer) -> str:
    """Return the code of the defect for a status from 300 on."""
    if answer.code in _GONE:
        return "external-dead"
    if answer.code == 429:
        return "external-rate-limited"
    if answer.code < 400 and (_circle(answer) or len(answer.hops) >= REDIRECTS):
        return "external-loop"
    return "external-refused" if 400 <= answer.code < 500 or answer.code > 599 else "external-unreachable"


def _led_elsewhere(answer: Answer) -> Judgement:
    """Return what redirects to a page that exists mean: only permanent ones say that an address is to be changed."""
    lasting = _lasting(answer.hops)
    if _front(answer.hops[-1].address) and not _front(answer.address):
        return _judged("external-front-page", answer, answer.hops[-1].address)
    if lasting:
        return _judged("external-moved", answer, str(answer.hops[0].code), lasting[-1].address)
    return _judged("external-redirected", answer, answer.hops[-1].address)


def _lasting(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Return the permanent redirects before the first temporary one."""
    end = next((at for at, hop in enumerate(hops) if hop.code not in _PERMANENT), len(hops))
    return hops[:end]


def _front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _said(answer: Answer) -> str:
    said = answer.said.removeprefix("Rejected status code: ")
    if _class(answer) == "external-loop":
        return "it goes round in a circle" if _circle(answer) else f"more than {len(answer.hops)} redirects"
    return f"{said}, after a redirect to {answer.hops[-1].address}" if answer.hops else said


def _circle(answer: Answer) -> bool:
    return len({hop.address for hop in answer.hops}) < len(answer.hops)


def _judged(code: str, answer: Answer, found: str, instead: str = "") -> Judgement:
    return Judgement(code, instead, {"found": found, "archive": answer.archive or f"{ARCHIVE}{answer.address}"})
