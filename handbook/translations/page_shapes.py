"""The shape of all pages of a translation held against the original's."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.read.words import Words
from handbook.translations.calls import check_calls
from handbook.translations.finding import Finding
from handbook.translations.front import check_front
from handbook.translations.shapes import check_shapes
from handbook.translations.structure import Twins, check_headings

#: What only repeats that units of a kind are missing or orphaned in the section.
_BLOCKS = {"table-rows": "cell", "list-items": "item"}


def page_shapes(original: Words, translation: Words) -> Iterator[Finding]:
    """Yield what is found in the shape of the pages that both languages have."""
    for path, page in original.pages.items():
        own = translation.pages.get(path)
        if page is not None and own is not None:
            twins = Twins(translation.language.code, page, own)
            yield from check_front(twins)
            yield from check_headings(twins)
            calls = list(check_calls(twins))
            yield from calls
            sections = {finding.key for finding in calls}  # an item that lost its call has been told
            shapes = check_shapes(twins)
            yield from (one for one in shapes if one.check != "list-items" or one.key not in sections)


def renamed_sections(shape: list[Finding]) -> tuple[str, ...]:
    """Return the starts of the keys of units that only seem missing or orphaned: their heading has another anchor."""
    pairs = ((one.key.partition("#")[0], one) for one in shape if one.check == "heading-id")
    return tuple(f"{page}{one.facts[side]}/" for page, one in pairs for side in ("expected", "found"))


def explained(finding: Finding, states: list[Finding]) -> bool:
    """Return whether a finding about rows or items only repeats what is said of their words."""
    kind = _BLOCKS.get(finding.check)
    return kind is not None and any(one.key.startswith(f"{finding.key}/{kind}") for one in states)
