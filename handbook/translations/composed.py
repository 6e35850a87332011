"""Texts whose letters and accents are one character each (NFC), as all checks expect them.

Some programs write an accent as a character of its own behind its letter (NFD). Readers see no difference,
searches and comparisons do: the check of typography says so once, all others look at the composed text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal
from unicodedata import is_normalized, normalize

from handbook.read.words import Words
from handbook.translations.finding import Finding, Pair
from handbook.translations.unit import Unit

_FORM: Literal["NFC"] = "NFC"
#: The check that says so.
LOOSE = "loose-accent"


def composed_pair(pair: Pair) -> Pair:
    """Return a pair with its texts composed; the very same pair where they are."""
    original, translation = _unit(pair.original), _unit(pair.translation)
    if original is pair.original and translation is pair.translation:
        return pair
    return replace(pair, original=original, translation=translation)


def composed_words(words: Words, names: Iterable[str]) -> Words:
    """Return words in which the data files ``names`` hold composed texts; the very same words where they do."""
    data = dict(words.data)
    for name in names:
        file = words.data.get(name)
        if file is not None and not is_normalized(_FORM, "\n".join(file.source)):
            data[name] = replace(file, tree=_tree(file.tree))
    return words if data == words.data else replace(words, data=data)


def loose_accents(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, of those about accents the first of each file, which counts the others (``units``)."""
    listed = list(findings)
    counts = Counter(finding.file for finding in listed if finding.check == LOOSE)
    seen: set[str] = set()
    for finding in listed:
        if finding.check != LOOSE:
            yield finding
        elif finding.file not in seen:
            seen.add(finding.file)
            yield replace(finding, facts={**finding.facts, "units": str(counts[finding.file])})


def composed(text: str) -> str:
    """Return a text composed."""
    return normalize(_FORM, text)


def _unit(unit: Unit | None) -> Unit | None:
    if unit is None or is_normalized(_FORM, unit.text):
        return unit
    return replace(unit, text=composed(unit.text))


def _tree(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _tree(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_tree(value) for value in tree]
    return composed(tree) if isinstance(tree, str) else tree
