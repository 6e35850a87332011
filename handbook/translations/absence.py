"""The states of units as findings: what is missing, copied, outdated, orphaned or not recorded, and where."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from handbook.read.settings import Language
from handbook.translations.counts import quick_state, word_count, written
from handbook.translations.finding import Finding, Pair, found
from handbook.translations.sides import Sides
from handbook.translations.unit import Unit
from handbook.translations.unknown import unknown

#: What a threshold may turn into a warning: work that is still to be done.
DEBT = frozenset({"missing", "missing-file", "untranslated", "outdated"})
#: Forms of the words that figures count, and the file that holds them.
_PLURALS = frozenset({"zero", "one", "two", "few", "many"})
_UNITS = "/data/units.yml"
_ACCEPT = "python3 scripts/translations.py accept --language {} {}"


def needed(pair: Pair, language: Language) -> bool:
    """Return whether one side lacks a unit that it should have; each language has its own plural forms."""
    unit = pair.original or pair.translation
    if unit is None or (pair.original is not None and pair.translation is not None):
        return True
    form = unit.key.rpartition(".")[2]
    if form not in _PLURALS or not unit.file.endswith(_UNITS):
        return True
    own = form in {*language.locale.plural_form.tags, "other"}
    return own if pair.translation is None else not own


def state_findings(sides: Sides, pairs: tuple[Pair, ...], copied: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each unit that is not current; one for a whole file that one side lacks.

    What stands in a file that could not be read is left out: that file has its own finding.
    """
    lost: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if pair.original is not None and written(pair.original) and not written(pair.translation):
            yield from _missing(sides, pair, lost)
        elif pair.translation is not None and written(pair.translation) and not written(pair.original):
            yield from _orphaned(sides, pair, lost)
        elif pair.translation is not None:
            sides.last[pair.translation.file] = pair.translation.line
            yield from _stale(pair, copied)
    yield from (_file_finding(check, file, units) for (check, file), units in lost.items())
    yield from unknown(sides, pairs)


def _missing(sides: Sides, pair: Pair, lost: dict[tuple[str, str], list[Pair]]) -> Iterator[Finding]:
    unit = pair.original
    assert unit is not None, "an original is asked for"
    file, content, exists = sides.twin(unit, sides.original, sides.translation)
    if pair.translation is not None:  # blank
        yield Finding("missing", "error", pair.code, pair.key, pair.translation.file, pair.translation.line, _at(unit))
    elif not exists:
        lost.setdefault(("missing-file", file), []).append(pair)
    elif content is not None or file == unit.file:
        line = sides.line(unit, file, content)
        yield Finding("missing", "error", pair.code, pair.key, file, line, {**_at(unit), "paste": _paste(unit, file)})


def _orphaned(sides: Sides, pair: Pair, lost: dict[tuple[str, str], list[Pair]]) -> Iterator[Finding]:
    unit = pair.translation
    assert unit is not None, "a translation is asked for"
    file, content, exists = sides.twin(unit, sides.translation, sides.original)
    if not exists:
        lost.setdefault(("orphaned-file", unit.file), []).append(pair)
    elif content is not None or file == unit.file:
        yield found("orphaned", "error", pair, original=file)


def _stale(pair: Pair, copied: frozenset[str]) -> Iterator[Finding]:
    original = pair.original
    assert original is not None, "both sides exist"
    if pair.key in copied:
        yield found("untranslated", "error", pair, **_at(original))
        return
    is_now = quick_state(pair)
    if is_now == "current":
        return
    facts = {**_at(original), "command": _ACCEPT.format(pair.code, shlex.quote(pair.key))}
    if pair.before is not None:
        facts |= {"before": pair.before, "on": pair.on or ""}
    yield found(is_now, "error", pair, **facts)


def _file_finding(check: str, file: str, pairs: list[Pair]) -> Finding:
    units = [pair.original or pair.translation for pair in pairs]
    words = sum(word_count(unit.text) for unit in units if unit is not None)
    first = units[0]
    assert first is not None, "a pair has at least one side"
    facts = {"units": str(len(units)), "words": str(words), "original": first.file}
    return Finding(check, "error", pairs[0].code, file, file, 0, facts)


def _at(unit: Unit) -> dict[str, str]:
    return {"original": f"{unit.file}:{unit.line}"}


def _paste(unit: Unit, file: str) -> str:
    """Return what can be pasted into the translation, still in the words of the original."""
    return f"{unit.key.rpartition('.')[2]}: >-\n  {unit.text}" if "/data/" in file else unit.text
