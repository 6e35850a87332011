"""A translation that has lost or gained a sentence, told by its length and its full stops.

How long translations are in a language is learned from the handbook itself, so no language needs a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from handbook.translations.finding import Finding, Pair, found

_END = re.compile(r"[.!?…](?=[\s»”)*_]+[«“¿¡(*\[]*\s*[^\W\d_a-zß-ÿ]|[\s»”)*_]*$)")
#: Shorter texts vary too much, and fewer texts say nothing of a language.
_SHORTEST, _FEWEST = 80, 30
#: Beyond these parts of the usual length something is missing or added; nearer where the sentences differ too.
_TOO_SHORT, _TOO_LONG, _SHORTER, _LONGER = 0.55, 1.9, 0.85, 1.65
#: One sentence is seldom told in two, so that less says that one was added.
_LONGER_THAN_ONE = 1.35


@dataclass(frozen=True)
class Lengths:
    """How long translations of a language are usually, as a part of their originals; 0 if that is not known."""

    usual: float

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Lengths:
        """Return what is usual in ``pairs``."""
        parts = [part for pair in pairs if (part := _part(pair))]
        return cls(median(parts) if len(parts) >= _FEWEST else 0.0)

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding if a sentence seems to be missing or added."""
        part = _part(pair)
        if not part or not self.usual or pair.original is None or pair.translation is None:
            return
        part /= self.usual
        expected, seen = len(_END.findall(pair.original.text)), len(_END.findall(pair.translation.text))
        facts = {"sentences": str(expected), "own": str(seen)}
        if part < (_SHORTER if seen < expected else _TOO_SHORT):
            yield found("shorter", "warning", pair, **facts)
        elif part > (_TOO_LONG if seen <= expected else _LONGER if expected > 1 else _LONGER_THAN_ONE):
            yield found("longer", "warning", pair, **facts)


def _part(pair: Pair) -> float:
    original, translation = pair.original, pair.translation
    if original is None or translation is None or len(original.text) < _SHORTEST:
        return 0.0
    return len(translation.text) / len(original.text)
