"""What is to be said of a pair before anybody reads it: current, missing, outdated and so on."""

from __future__ import annotations

from typing import Literal

from handbook.translations.finding import Pair
from handbook.translations.unit import digest, plain

State = Literal["current", "missing", "orphaned", "outdated", "unrecorded", "touched"]


def state(pair: Pair) -> State:
    """Return the state of a pair.

    ``missing``: there is no translation. ``orphaned``: there is no original. ``unrecorded``: it is not
    remembered which original was translated. ``outdated``: the original has changed since, and the
    translation has not; ``touched``: both have changed, and somebody must say that they fit.
    """
    if pair.translation is None:
        return "missing"
    if pair.original is None:
        return "orphaned"
    if pair.before is None:
        return "unrecorded"
    if plain(pair.original.text) == plain(pair.before):
        return "current"
    return "outdated" if digest(pair.translation.text) == pair.mark else "touched"
