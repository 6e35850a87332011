"""A finding as it is told: with the page of its defect, its source, and the nearest anchor of its page."""

from __future__ import annotations

import string
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from handbook.links.defects import Defect, Severity, defect_of
from handbook.links.finding import Finding
from handbook.links.place import Origin, Place
from handbook.links.site import Site
from handbook.reports.visible import visible

Anchors = Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Reported:
    """A finding, ready to be told. ``anchor`` is an id of the published page, at the finding or before it."""

    finding: Finding
    defect: Defect
    source: Place | None = None
    anchor: str = ""

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return self.defect.severity

    @property
    def place(self) -> Place:
        """Return where it is mended: in the source, or in the published file where that is not known."""
        return self.source or Place(self.finding.file, self.finding.line)

    @property
    def wrong(self) -> str:
        """Return what is wrong, what was expected and what was found, on one line."""
        facts = {name: self.finding.facts.get(name, "") for name in ("expected", "found")}
        told = {name for _, name, _, _ in string.Formatter().parse(self.defect.wrong)}
        more = [f"{name} '{fact}'" for name, fact in facts.items() if fact and name not in told]
        return visible("; ".join([self.defect.says(self.finding), *more]))

    @property
    def todo(self) -> str:
        """Return what is to be done, on one line."""
        meant = self.source.instead if self.source else ""
        return visible(self.defect.asks(replace(self.finding, instead=meant) if meant else self.finding))

    @property
    def said(self) -> str:
        """Return what is wrong and what is to be done."""
        end = "" if self.wrong.endswith((".", "!", "?")) else "."
        return f"{self.wrong}{end} {self.todo}".rstrip()


def shown(place: Place) -> str:
    """Return file and line as editors and people read them."""
    return visible(f"{place.file}:{place.line}" if place.line else place.file)


def reported(site: Site, findings: Iterable[Finding], origin: Origin | None = None) -> tuple[Reported, ...]:
    """Return each finding of a site as it is told, in the order of the places where it is mended."""
    anchors: dict[str, Anchors] = {}
    told: list[Reported] = []
    for one in findings:
        document = site.documents.get(one.file)
        if one.file not in anchors:
            anchors[one.file] = anchors_of(document.ids if document is not None else {})
        anchor = nearest_anchor(anchors[one.file], one.line)
        told.append(Reported(one, defect_of(one.code), origin(one) if origin else None, anchor))
    return tuple(sorted(told, key=_order))


def _order(one: Reported) -> tuple[str, int, str, str, int, str]:
    finding = one.finding
    return (*one.place[:2], one.defect.code, finding.file, finding.line, finding.address)


def anchors_of(ids: Mapping[str, int]) -> Anchors:
    """Return the ids of a page by their lines; names that begin with ``_`` are those of a theme's own switches."""
    return sorted((line, name) for name, line in ids.items() if not name.startswith("_"))


def nearest_anchor(anchors: Anchors, line: int) -> str:
    """Return the last anchor at or above ``line``, or ``""``."""
    at = bisect_left(anchors, (line + 1, ""))
    return anchors[at - 1][1] if line and at else ""
