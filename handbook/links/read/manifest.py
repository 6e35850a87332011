"""The manifest of a web application.

https://www.w3.org/TR/appmanifest/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urljoin

from handbook.links.document import Document, Fault, Kind, Reference
from handbook.links.read.text import decoded

_HERE = "https://site.invalid/"


def read_manifest(data: bytes, document: Document) -> None:
    """Put what a manifest refers to into ``document``; a start outside its own scope is a fault."""
    text = decoded(data, document)
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        document.faults.append(Fault("damaged", getattr(error, "lineno", 0), {"found": str(error)}))
        return
    if not isinstance(said, dict):
        return
    for kind, member, address in _addresses(said):
        document.references.append(Reference(kind, address, _line(text, address), f"manifest {member}"))
    start, scope = said.get("start_url"), said.get("scope")
    if isinstance(start, str) and isinstance(scope, str):
        place = _HERE + document.name
        if not urljoin(place, start).startswith(urljoin(place, scope)):
            document.faults.append(Fault("manifest-scope", _line(text, scope), {"found": start, "scope": scope}))


def _addresses(said: dict[str, object]) -> Iterator[tuple[Kind, str, str]]:
    if isinstance(start := said.get("start_url"), str) and start:
        yield "other", "start_url", start
    for shortcut in _listed(said, "shortcuts"):
        if isinstance(url := shortcut.get("url"), str):
            yield "other", "shortcuts", url
        yield from (("icon", "shortcuts", src) for src in _sources(shortcut, "icons"))
    yield from (("icon", "icons", src) for src in _sources(said, "icons"))
    yield from (("image", "screenshots", src) for src in _sources(said, "screenshots"))


def _sources(said: dict[str, object], member: str) -> Iterator[str]:
    yield from (src for one in _listed(said, member) if isinstance(src := one.get("src"), str) and src)


def _listed(said: dict[str, object], member: str) -> list[dict[str, object]]:
    value = said.get(member)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _line(text: str, address: str) -> int:
    at = text.find(json.dumps(address, ensure_ascii=False))
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
