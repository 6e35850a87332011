"""What a pack for a translator holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from handbook.translations.exchange.comments import comments_in
from handbook.translations.exchange.hints import Names, hints, names_of
from handbook.translations.exchange.segment import Pack, Segment, mark
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered
from handbook.translations.messages import Catalogue
from handbook.translations.status import state_of
from handbook.translations.writing.homes import home
from handbook.translations.writing.new_files import site_file


def pack(
    gathered: Gathered,
    code: str,
    everything: bool = False,
    chosen: Collection[Pair] | None = None,
    said: Catalogue | None = None,
) -> Pack:
    """Return the pack of a language: what is to be done for it, or ``everything``; of the ``chosen`` pairs only.

    Hints are in the words of ``said``: those of the language, unless others are given.
    """
    lacking = (said or comments_in(code)).word("pack-lacking")
    reference = gathered.settings.reference
    words = {one.language.code: one for one in gathered.words}
    original, translation = names_of(words[reference.code]), names_of(words[code])
    picked = [pair for pair in (gathered.pairs[code] if chosen is None else chosen) if pair.original is not None]
    wanted = [pair for pair in picked if everything or state_of(pair) != "current"]
    segments = tuple(_segments(gathered, wanted, original, translation, lacking))
    ids = tuple(one.id for one in segments)
    return Pack(reference.code, code, gathered.settings.date.isoformat(), segments, ids)


def _segments(
    gathered: Gathered, pairs: Collection[Pair], original: Names, translation: Names, lacking: str
) -> Iterator[Segment]:
    config = site_file(gathered)
    for pair in pairs:
        unit, there = pair.original, pair.translation
        assert unit is not None, "only what has an original is packed"
        state = state_of(pair)
        target = there.text if there is not None else ""
        place = there or home(unit, gathered.settings.reference, gathered.settings.language(pair.code), config)
        before = pair.before if state in ("outdated", "touched") and pair.before else ""
        known = tuple(hints(unit.text, original, translation, lacking))
        done = state == "current"
        where = unit.where if unit.where != unit.key else ""
        yield Segment(
            unit.key, place.file, unit.text, target, state, where, unit.kind, before, known, mark(target), done
        )
