"""What a check finds in a translation: its kind, its weight and its place; the words for people are a catalogue's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from handbook.translations.unit import Unit

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Pair:
    """A unit and its translation into the language ``code``; None where one of the two does not exist.

    ``before`` is the original that was translated, as it is remembered, ``mark`` the digest of the
    translation then and ``on`` the day; None if nothing is remembered.
    """

    code: str
    original: Unit | None
    translation: Unit | None
    before: str | None = None
    mark: str | None = None
    on: str | None = None

    @property
    def key(self) -> str:
        """Return the identity of the unit."""
        unit = self.original or self.translation
        assert unit is not None, "a pair has at least one side"
        return unit.key


@dataclass(frozen=True)
class Finding:
    """Something that a check found at a unit of the language ``code``.

    ``check`` names the check (``number``, ``outdated``, ``opening-mark``). ``facts`` are put into its
    message: what was expected, what was found, what to do. ``fix`` is the whole text of the unit as it
    should be, where that can be known.
    """

    check: str
    severity: Severity
    code: str
    key: str
    file: str
    line: int
    facts: Mapping[str, str] = field(default_factory=dict)
    fix: str | None = None


def found(check: str, severity: Severity, pair: Pair, fix: str | None = None, **facts: str) -> Finding:
    """Return a finding at the translation of a pair, or at its original where there is no translation."""
    unit = pair.translation or pair.original
    assert unit is not None, "a pair has at least one side"
    return Finding(check, severity, pair.code, pair.key, unit.file, unit.line, facts, fix)
