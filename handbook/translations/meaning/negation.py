"""A negation that one side has and the other has not: “must not” that became “must”.

Languages deny with other words, in other places, or not at all (*unclear*, *n’est pas clair*). So a
sentence that denies is only told where its counterpart has no word that could render that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from handbook.translations.finding import Finding, Pair, found
from handbook.translations.meaning.negation_words import NegationTable, negation_table
from handbook.translations.unit import digest

_PIECES = re.compile(r"\[\[[^\]]*\]\]|\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`")
_PIECE = "[…]"
_SENTENCE = re.compile(r"[.!?…][»”)*_]*\s+(?=[«“¿¡(*_\[]*[^\W\d_a-zß-ÿ])")
_LONGEST = 160


def check_negation(pair: Pair, reference: str, language: str) -> Iterator[Finding]:
    """Yield a negation that the translation lost or gained; ``reference`` and ``language`` are codes of languages.

    Sentences are compared one by one where both sides have as many, else as a whole. That a side only denies
    less often is a note, and only where nobody has accepted the translation as it is.
    """
    mine, other = negation_table(reference), negation_table(language)
    if mine is None or other is None or pair.original is None or pair.translation is None:
        return
    one, two = pair.original.text, pair.translation.text
    if one == two or not (mine.firm.search(one) or other.firm.search(two)):
        return
    for said, seen in _sentences(_words(one), _words(two)):
        lost, gained = _less(mine, said, other, seen), _less(other, seen, mine, said)
        if (lost or gained) and ((lost or gained) > 1 or not _accepted(pair)):
            check, weight = "negation-lost" if lost else "negation-added", lost or gained
            facts = {"said": _shown(said), "own": _shown(seen)}
            yield found(check, "warning" if weight > 1 else "note", pair, **facts)
            return


def _sentences(one: str, two: str) -> list[tuple[str, str]]:
    ours, theirs = _SENTENCE.split(one), _SENTENCE.split(two)
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(one, two)]


def _less(table: NegationTable, one: str, other: NegationTable, two: str) -> int:
    """Return 2 where the first text denies and the second has no such word, 1 where it has fewer, else 0."""
    firm = sum(1 for _ in table.firm.finditer(one))
    words = sum(1 for _ in islice(other.any.finditer(two.lower()), firm)) if firm else 0
    return 0 if firm == words else 1 if words else 2


def _accepted(pair: Pair) -> bool:
    return pair.translation is not None and pair.mark == digest(pair.translation.text)


def _words(text: str) -> str:
    text = _PIECES.sub(_PIECE, text) if "[" in text or "{" in text or "`" in text else text
    return text.replace("_", " ") if "_" in text else text  # emphasis, which would belong to the word


def _shown(sentence: str) -> str:
    text = sentence.strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
