"""The facts of two readings held against each other: what is missing, added or different in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from handbook.translations.meaning.facts import EQUAL, Fact, FactKind, Reading


class Difference(NamedTuple):
    """A fact of the original that the translation lacks, one that it adds, or one in the place of the other."""

    kind: FactKind
    expected: Fact | None
    found: Fact | None


def differences(original: Reading, translation: Reading, codes: frozenset[str]) -> Iterator[Difference]:
    """Yield every difference of facts that are equal in every language.

    ``codes`` are the codes of both languages: addresses on the web may differ by them.
    """
    if original.equal == translation.equal:
        return
    for kind in EQUAL:
        if kind in original.facts or kind in translation.facts:
            mine, other = original.of(kind), translation.of(kind)
            if kind == "link":
                mine, other = _targets(mine, codes), _targets(other, codes)
            yield from zipped(kind, lacking(mine, other), lacking(other, mine))


def lacking(mine: Mapping[str, Fact], other: Mapping[str, Fact]) -> list[Fact]:
    """Return the facts of one side that the other does not have."""
    return [fact for value, fact in mine.items() if value not in other]


def zipped(kind: FactKind, missing: list[Fact], added: list[Fact]) -> Iterator[Difference]:
    """Yield what is missing and what is added, in order: where there are both, one stands for the other."""
    both = min(len(missing), len(added))
    yield from (Difference(kind, one, other) for one, other in zip(missing, added, strict=False))
    yield from (Difference(kind, one, None) for one in missing[both:])
    yield from (Difference(kind, None, other) for other in added[both:])


def _targets(links: Mapping[str, Fact], codes: frozenset[str]) -> dict[str, Fact]:
    """Return links by their targets, in which the code of a language is the same as any other."""
    return {
        _code(codes).sub("*", value) if "://" in value else value.removeprefix("./"): fact
        for value, fact in links.items()
    }


@cache
def _code(codes: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[/=._-])(?:{'|'.join(map(re.escape, sorted(codes)))})(?=[/&#._-]|$)")
