"""The headings of a page held against the original's: their anchors, levels and order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.read.marks import Heading
from handbook.read.pages import Page
from handbook.translations.finding import Finding


@dataclass(frozen=True)
class Twins:
    """A page and its translation into the language ``code``."""

    code: str
    original: Page
    translation: Page

    def finding(self, check: str, line: int, anchor: str, **facts: str) -> Finding:
        """Return an error at a line of the translation, in the section ``anchor``."""
        key = f"{self.translation.path}#{anchor}"
        return Finding(check, "error", self.code, key, self.translation.file, line, facts)


def renamed(twins: Twins) -> list[tuple[Heading, Heading]]:
    """Return headings whose anchor is another than the original's, each with its original; in order."""
    ours = {heading.anchor for heading in twins.original.headings}
    theirs = {heading.anchor for heading in twins.translation.headings}
    lost = [heading for heading in twins.original.headings if heading.anchor not in theirs]
    extra = [heading for heading in twins.translation.headings if heading.anchor not in ours]
    return list(zip(lost, extra, strict=True)) if len(lost) == len(extra) else []


def check_headings(twins: Twins) -> Iterator[Finding]:
    """Yield a finding for each heading with another anchor or level, and a note where their order is another."""
    for lost, extra in renamed(twins):
        expected, found = f"#{lost.anchor}", f"#{extra.anchor}"
        fix = f"{'#' * extra.level} {extra.text} {{ #{lost.anchor} }}"
        yield twins.finding("heading-id", extra.line, extra.anchor, expected=expected, found=found, paste=fix)
    theirs = {heading.anchor: heading for heading in twins.translation.headings}
    common = [heading for heading in twins.original.headings if heading.anchor in theirs]
    for heading in common:
        own = theirs[heading.anchor]
        if own.level != heading.level:
            paste = f"{'#' * heading.level} {own.text} {{ #{own.anchor} }}"
            facts = {"expected": "#" * heading.level, "found": "#" * own.level, "paste": paste}
            yield twins.finding("heading-level", own.line, own.anchor, **facts)
    yield from _order(twins, [heading.anchor for heading in common])


def _order(twins: Twins, expected: list[str]) -> Iterator[Finding]:
    kept = set(expected)
    own = [heading for heading in twins.translation.headings if heading.anchor in kept]
    for heading, anchor in zip(own, expected, strict=False):
        if heading.anchor != anchor:
            facts = {"expected": f"#{anchor}", "found": f"#{heading.anchor}"}
            one = twins.finding("heading-order", heading.line, heading.anchor, **facts)
            yield Finding(one.check, "note", one.code, one.key, one.file, one.line, one.facts)
            return
