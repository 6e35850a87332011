"""Units of two languages laid side by side, with what is remembered of each pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from handbook.translations.finding import Pair
from handbook.translations.memory import Memory, Remembered
from handbook.translations.unit import Unit, digest, plain

_BLOCK = re.compile(r"^(.+#[^/]*/[a-z]+)-(\d+)$")
#: How alike two blocks count of which nothing is known.
_UNKNOWN = 0.3


def pairs(code: str, originals: Iterable[Unit], translations: Iterable[Unit], memory: Memory) -> Iterator[Pair]:
    """Yield every unit of either language with its counterpart, in the order of the original.

    Sentences of data files are paired by their keys. Blocks of a page are paired inside their section and
    kind, by way of what is remembered of them: a paragraph that one language has more or less leaves the
    others paired as they were. A section that has moved to another page with its anchor is remembered there.
    """
    ours, theirs, known = _grouped(originals), _grouped(translations), _grouped_memory(memory)
    moved = _moved([group for group in known if group not in ours and group not in theirs])
    for group in dict.fromkeys([*ours, *theirs]):
        home = group if group in known else moved.get(group.partition("#")[2], group)
        mine, other, remembered = ours.get(group, []), theirs.get(group, []), known.get(home, [])
        if _is_block(mine, other):
            yield from _blocks(code, mine, other, remembered)
        else:
            before = remembered[0] if remembered else None
            yield _pair(code, mine[0] if mine else None, other[0] if other else None, before)


def _is_block(*sides: Sequence[Unit]) -> bool:
    return any(_BLOCK.match(side[0].key) for side in sides if side)


def _grouped(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """Return units by their key, blocks of a page by page, section and kind."""
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        block = _BLOCK.match(unit.key)
        groups.setdefault(block[1] if block else unit.key, []).append(unit)
    return groups


def _grouped_memory(memory: Memory) -> dict[str, list[Remembered]]:
    groups: dict[str, list[tuple[int, Remembered]]] = {}
    for key, one in memory.items():
        block = _BLOCK.match(key)
        groups.setdefault(block[1] if block else key, []).append((int(block[2]) if block else 0, one))
    return {key: [one for _, one in sorted(kept, key=lambda each: each[0])] for key, kept in groups.items()}


def _moved(groups: Iterable[str]) -> dict[str, str]:
    """Return groups of blocks that are remembered and no longer there, by anchor and kind, where one has both."""
    named = [(group.partition("#")[2], group) for group in groups]
    found = {name: group for name, group in named if name and not name.startswith("/")}
    twice = {name for name, group in named if found.get(name) != group}
    return {name: group for name, group in found.items() if name not in twice}


def _pair(code: str, original: Unit | None, translation: Unit | None, known: Remembered | None) -> Pair:
    if known is None:
        return Pair(code, original, translation)
    return Pair(code, original, translation, known.original, known.translation, known.on)


def _blocks(code: str, ours: Sequence[Unit], theirs: Sequence[Unit], known: Sequence[Remembered]) -> Iterator[Pair]:
    """Pair the blocks of one kind in one section, in order."""
    kept = _rendered(theirs, known)
    if len(ours) == len(theirs):
        places: Sequence[int | None] = range(len(ours))
    else:
        texts = [plain(unit.text) for unit in ours]
        places = _aligned(texts, [plain(one.original) if one else None for one in kept])
    for unit, place in zip(ours, places, strict=True):
        if place is None:
            yield _pair(code, unit, None, None)
        else:
            yield _pair(code, unit, theirs[place], kept[place])
    yield from (_pair(code, None, unit, None) for place, unit in enumerate(theirs) if place not in places)


def _rendered(theirs: Sequence[Unit], known: Sequence[Remembered]) -> list[Remembered | None]:
    """Return what is remembered of each translated block: found by its text, else by its place between others."""
    kept: list[Remembered | None] = [None] * len(theirs)
    if not known:
        return kept
    now, then = [digest(unit.text) for unit in theirs], [one.translation for one in known]
    if now == then:
        return list(known)
    for tag, start, end, begin, stop in SequenceMatcher(None, now, then, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and end - start == stop - begin):
            kept[start:end] = known[begin:stop]
    return kept


def _aligned(texts: Sequence[str], befores: Sequence[str | None]) -> list[int | None]:
    """Return for each original the place of its translation, or None: the assignment in order that fits best.

    ``befores`` are the originals that the translations rendered, None where that is not known.
    """
    best: list[list[float]] = [[0.0] * (len(befores) + 1) for _ in range(len(texts) + 1)]
    for one in reversed(range(len(texts))):
        for other in reversed(range(len(befores))):
            fits = best[one + 1][other + 1] + _likeness(texts[one], befores[other])
            best[one][other] = max(fits, best[one + 1][other], best[one][other + 1])
    places: list[int | None] = [None] * len(texts)
    one = other = 0
    while one < len(texts) and other < len(befores):
        if best[one][other] == best[one + 1][other]:
            one += 1
        elif best[one][other] == best[one][other + 1]:
            other += 1
        else:
            places[one] = other
            one, other = one + 1, other + 1
    return places


def _likeness(text: str, before: str | None) -> float:
    if before is None:
        return _UNKNOWN
    return 1.0 if text == before else SequenceMatcher(None, text, before, autojunk=False).ratio() * 0.9
