"""Memory of pages and records that were renamed in every language: it moves along, and nobody is asked again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handbook.translations.finding import Pair
from handbook.translations.memory import Memory, Remembered
from handbook.translations.unit import digest, plain

_BLOCK = re.compile(r"-\d+$")


def with_memory_of_old_names(pairs: Iterable[Pair], memory: Memory) -> Iterator[Pair]:
    """Yield the pairs; one of which nothing is remembered takes what is known of the same words under a lost name.

    The words must be the very same on both sides, and the name be that of no unit any more: then nobody
    has worked on them, and only their key is another, since the name of their file is.
    """
    every = list(pairs)
    lost = _lost(every, memory) if any(_is_new(pair) for pair in every) else {}
    if not lost:
        yield from every
        return
    for pair in every:
        known = lost.get(_words(pair)) if _is_new(pair) else None
        if known:
            one = known.pop(0) if len(known) > 1 else known[0]
            yield replace(pair, before=one.original, mark=one.translation, on=one.on)
        else:
            yield pair


def moved_keys(pairs: Sequence[Pair], memory: Memory) -> frozenset[str]:
    """Return the keys of memory, of no unit any more, of which a unit of another name has taken what is known."""
    named = {_group(key) for key in memory}
    taken = {(pair.before, pair.mark) for pair in pairs if pair.before is not None and _group(pair.key) not in named}
    there = {_group(pair.key) for pair in pairs}
    return frozenset(
        key for key, one in memory.items() if _group(key) not in there and (one.original, one.translation) in taken
    )


def _is_new(pair: Pair) -> bool:
    return pair.before is None and pair.original is not None and pair.translation is not None


def _lost(pairs: Iterable[Pair], memory: Memory) -> dict[tuple[str, str], list[Remembered]]:
    """Return what is remembered under names that no unit has, by the words of both sides."""
    there = {_group(pair.key) for pair in pairs}
    lost: dict[tuple[str, str], list[Remembered]] = defaultdict(list)
    for key, one in memory.items():
        if _group(key) not in there:
            lost[plain(one.original), one.translation].append(one)
    return lost


def _words(pair: Pair) -> tuple[str, str]:
    assert pair.original is not None, "a new pair has both sides"
    assert pair.translation is not None, "a new pair has both sides"
    return plain(pair.original.text), digest(pair.translation.text)


def _group(key: str) -> str:
    """Return the key of a unit, of a block without its place in the section."""
    return _BLOCK.sub("", key) if "#" in key else key
