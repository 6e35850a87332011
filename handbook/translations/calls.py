"""The macro calls of a page held against the original's, section by section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from handbook.read.marks import Call
from handbook.read.pages import Page
from handbook.translations.finding import Finding
from handbook.translations.structure import Twins

_CALL = re.compile(r"\{\{.*?\}\}")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class _Called:
    """The calls of a section: all, and those that are no part of words."""

    all: Sequence[Call]
    alone: Sequence[Call]


def check_calls(twins: Twins) -> Iterator[Finding]:
    """Yield a finding for each macro call outside words that the translation lacks, has more, or has otherwise.

    Calls inside words are compared with those words; one that only moved into words, or onto a line of its
    own, is the same call.
    """
    if [_same(call) for call in twins.original.calls] == [_same(call) for call in twins.translation.calls]:
        return
    ours, theirs = _sections(twins.original), _sections(twins.translation)
    lines = {heading.anchor: heading.line for heading in twins.translation.headings}
    for anchor, original in ours.items():
        if anchor in theirs:
            yield from _compare(twins, anchor, lines.get(anchor, 1), original, theirs[anchor])


def _sections(page: Page) -> Mapping[str, _Called]:
    lines = page.body.split("\n")
    sections = {"": _Called([], []), **{heading.anchor: _Called([], []) for heading in page.headings}}
    starts = [(0, ""), *((heading.line, heading.anchor) for heading in page.headings)]
    for call in page.calls:
        anchor = max(start for start in starts if start[0] <= call.line)[1]
        called = (sections[anchor].all, sections[anchor].alone)
        for each in called if _outside_words(lines, call, page.body_line) else called[:1]:
            assert isinstance(each, list)
            each.append(call)
    return sections


def _outside_words(lines: list[str], call: Call, first: int) -> bool:
    """Return whether a call stands where there are no words: on its line, or in its cell of a table."""
    line = lines[call.line - first]
    parts = line.split("|") if line.lstrip().startswith("|") else [line]
    here = [part for part in parts if call.written in " ".join(part.split())]
    return bool(here) and not any(_LETTER.search(_CALL.sub("", part)) for part in here)


def _same(call: Call) -> tuple[str, str]:
    """Return what two calls have in common that do the same."""
    return call.name, repr((call.arguments, sorted(call.named.items())))


def _compare(twins: Twins, anchor: str, line: int, original: _Called, translation: _Called) -> Iterator[Finding]:
    ours, theirs = [_same(call) for call in original.alone], [_same(call) for call in translation.alone]
    if ours == theirs:
        return
    lacking = Counter(map(_same, original.all)) - Counter(map(_same, translation.all))
    extra = Counter(map(_same, translation.all)) - Counter(map(_same, original.all))
    if not lacking and not extra and sorted(ours) == sorted(theirs):
        moved = next(place for place, pair in enumerate(zip(ours, theirs, strict=True)) if pair[0] != pair[1])
        expected, call = original.alone[moved].written, translation.alone[moved]
        yield twins.finding("section-call-order", call.line, anchor, expected=expected, found=call.written)
        return
    for _, start, end, begin, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        gone = [call for call in original.alone[start:end] if _taken(lacking, call)]
        new = [call for call in translation.alone[begin:stop] if _taken(extra, call)]
        at = translation.alone[begin - 1].line if begin else line
        yield from _differences(twins, anchor, at, gone, new)


def _taken(counted: Counter[tuple[str, str]], call: Call) -> bool:
    """Return whether a call is still among those counted, and take it out."""
    there = counted[_same(call)] > 0
    counted[_same(call)] -= there
    return there


def _differences(twins: Twins, anchor: str, line: int, gone: list[Call], new: list[Call]) -> Iterator[Finding]:
    for lost, call in zip(gone, new, strict=False):
        facts = {"expected": lost.written, "found": call.written, "paste": lost.written}
        yield twins.finding("section-call-changed", call.line, anchor, **facts)
    for lost in gone[len(new) :]:
        yield twins.finding("section-call-missing", line, anchor, expected=lost.written, paste=lost.written)
    for call in new[len(gone) :]:
        yield twins.finding("section-call-extra", call.line, anchor, found=call.written)
