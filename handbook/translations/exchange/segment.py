"""A unit on its way to a translator and back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from handbook.translations.state import State

#: The version of what packs hold; a pack of another one is refused.
FORMAT = "1"


@dataclass(frozen=True)
class Segment:
    """A unit in a pack.

    ``source`` is the original as it is, ``target`` the translation (empty where there is none), ``before``
    the original that it renders, where that is another one. ``sent`` marks the translation that the pack was
    made with (`mark`), ``done`` says that the translator is finished with it, ``silent`` that the
    program says nothing of that, so that only new words are done. ``line`` is its line in the pack.
    """

    key: str
    file: str
    source: str
    target: str
    state: State
    where: str = ""
    kind: str = ""
    before: str = ""
    hints: tuple[str, ...] = ()
    sent: str = ""
    done: bool = False
    line: int = 0
    foreign: str = ""
    silent: bool = False

    @property
    def id(self) -> str:
        """Return a short name that every format allows."""
        return f"u{hashlib.sha256(self.key.encode()).hexdigest()[:10]}"


@dataclass(frozen=True)
class Pack:
    """The segments of one language, ``code``, from the language ``source``; ``ids`` are all that it was made with."""

    source: str
    code: str
    day: str
    segments: Sequence[Segment]
    ids: tuple[str, ...] = ()


def mark(text: str) -> str:
    """Return a mark of a translation, typography and all."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]
