"""Where the words of a published line were written."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from handbook.links.finding import Finding


class Place(NamedTuple):
    """A line of a source: ``file`` is relative to the folder of the sources, ``line`` from 1 (0: the whole file).

    ``instead`` is what was probably meant, as it is written there; empty: as it is written in the published file.
    """

    file: str
    line: int
    instead: str = ""


class Origin(Protocol):
    """What knows the source of what is published."""

    def __call__(self, finding: Finding) -> Place | None:
        """Return where that was written which ``finding`` is about, or None where nobody knows."""
