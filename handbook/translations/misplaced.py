"""Words that stand at the wrong place: the remembered translation of another original."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from handbook.translations.finding import Finding, Pair, found
from handbook.translations.state import state
from handbook.translations.unit import digest, plain

_ACCEPT = "python3 scripts/translations.py accept --language {} {}"


def misplaced(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield a finding for each translation that was changed into what was accepted for another original.

    Two sentences that were exchanged, or one that was pasted twice, are told so, though each of them is well
    written. Whoever wants the same words for two originals accepts them.
    """
    homes = {pair.mark: pair for pair in reversed(pairs) if pair.mark and pair.original is not None}
    for pair in pairs:
        if pair.original is None or pair.translation is None or pair.mark is None:
            continue
        mark = digest(pair.translation.text)
        home = homes.get(mark)
        if mark == pair.mark or home is None or home.original is None or state(pair) != "current":
            continue
        if plain(home.before or "") != plain(pair.before or ""):
            command = _ACCEPT.format(pair.code, shlex.quote(pair.key))
            at = {"expected": pair.original.text, "found": home.original.text, "command": command}
            original = f"{pair.original.file}:{pair.original.line}"
            yield found("misplaced", "error", pair, other=home.key, original=original, **at)
