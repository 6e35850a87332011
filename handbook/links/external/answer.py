"""What a server said when it was asked for an address, read from what lychee writes as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

_MAPS: dict[str, Literal["answered", "failed", "timeout", "excluded"]] = {
    "success_map": "answered",
    "error_map": "failed",
    "timeout_map": "timeout",
    "excluded_map": "excluded",
}
_CACHED = "(cached)"
#: So many redirects are followed, as by lychee itself; browsers follow 20.
REDIRECTS = 10


class Hop(NamedTuple):
    """A redirect: its status, and the address it leads to."""

    code: int
    address: str


class Answer(NamedTuple):
    """The answer for one address.

    ``code`` is the status of HTTP, 0 if there was none; ``said`` tells in lychee's words what happened; ``hops``
    are the redirects that were followed; ``asked`` is the address as lychee writes it, ``archive`` a copy that the
    web archive has. ``cached`` tells that nobody was asked in this run.
    """

    address: str
    kind: Literal["answered", "failed", "timeout", "excluded"]
    code: int = 0
    said: str = ""
    hops: tuple[Hop, ...] = ()
    asked: str = ""
    archive: str = ""
    cached: bool = False

    @property
    def plain(self) -> bool:
        """Tell whether the address holds as it is written: it answers well and does not lead elsewhere."""
        return 200 <= self.code < 300 and not self.hops


def read_answers(data: Mapping[str, Any], addresses: Sequence[str]) -> Iterator[Answer]:
    """Yield the answers that lychee's report ``data`` holds for ``addresses``, one of which stood on each line.

    An address without answer is left out. Raises `LookupError` or `TypeError` if the report has another form.
    """
    archive = {each["original"]: each["suggestion"] for each in _entries(data, "suggestion_map")}
    for name, kind in _MAPS.items():
        for entry in _entries(data, name):
            status = entry["status"]
            yield Answer(
                addresses[entry["span"]["line"] - 1],
                kind,
                status.get("code", 0),
                status.get("details") or status["text"],
                tuple(Hop(each["code"], each["url"]) for each in (entry.get("redirects") or {}).get("redirects", ())),
                entry["url"],
                archive.get(entry["url"], ""),
                status["text"].endswith(_CACHED),
            )


def _entries(data: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of one of lychee's maps, of all its inputs."""
    for entries in data[name].values():
        yield from entries
