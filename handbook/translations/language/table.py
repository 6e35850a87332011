"""What is known of a language, in one table each; a language without a table gets what holds for all."""

from __future__ import annotations

from dataclasses import dataclass, field

from handbook.translations.language.rule import Rule


@dataclass(frozen=True, slots=True)
class Table:
    """One language.

    ``rules`` are those of its typography, in the order in which they repair, and ``number_rules`` those
    that matter only where a digit stands. ``opens`` maps each closing quotation mark to its opening one,
    ``asks`` closing to opening marks of a question. ``doubles`` are words that may stand twice.

    ``words`` are frequent words that tell the language from others, ``signs`` a pattern that only its
    words match. For spelling, ``dictionaries`` are names of hunspell files, best first; ``before`` and
    ``after`` are patterns of what may be joined to a word. ``foreign_titles`` are titles of boxes, in small
    letters, that English has and this language has not.
    """

    rules: tuple[Rule, ...] = ()
    number_rules: tuple[Rule, ...] = ()
    opens: dict[str, str] = field(default_factory=dict)
    doubles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    signs: str = ""
    asks: dict[str, str] = field(default_factory=dict)
    dictionaries: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    foreign_titles: frozenset[str] = frozenset()
