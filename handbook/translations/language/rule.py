"""A rule of typography: what is wrong, and what is written in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from handbook.translations.finding import Severity

Change = str | Callable[[re.Match[str]], str] | None


_compiled = cache(re.compile)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that is wrong in prose.

    ``new`` replaces what was found (None: a person must decide; the same text: nothing was wrong). ``near``
    are strings of which one must be there before the pattern is tried at all; none: it is always tried.
    """

    check: str
    source: str
    new: Change
    near: tuple[str, ...]
    severity: Severity

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern, compiled when it is asked for: most runs need none of a hundred."""
        return _compiled(self.source)

    def instead(self, match: re.Match[str]) -> str:
        """Return what should stand in the place of a match; itself where that cannot be known."""
        if self.new is None:
            return match[0]
        return match.expand(self.new) if isinstance(self.new, str) else self.new(match)

    def repaired(self, words: str) -> str:
        """Return a text with all that this rule can repair repaired."""
        return words if self.new is None else self.pattern.sub(self.new, words)


def rule(check: str, pattern: str, new: Change = None, *near: str, severity: Severity = "warning") -> Rule:
    """Return a rule of a pattern."""
    return Rule(check, pattern, new, near, severity)


def hits(words: str, rules: Iterable[Rule]) -> list[tuple[Rule, re.Match[str]]]:
    """Return the rules that find something wrong in a text, with each place.

    Texts are many and faults are few: one look for the marks of a rule spares most patterns.
    """
    found = []
    for one in rules:
        for mark in one.near:
            if mark in words:
                break
        else:
            if one.near:
                continue
        found += [
            (one, match) for match in one.pattern.finditer(words) if one.new is None or one.instead(match) != match[0]
        ]
    return found
