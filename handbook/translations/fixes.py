"""What can be mended without a thought is mended: the text that a finding says is right is written in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.translations.checks import Checked
from handbook.translations.composed import LOOSE
from handbook.translations.content import Content, content
from handbook.translations.counts import written
from handbook.translations.finding import Finding, Pair
from handbook.translations.unit import Unit

#: So many findings can overlap in one text; a rule that undoes another ends here.
_ROUNDS = 20


@dataclass(frozen=True)
class Fix:
    """A translation that was mended: the unit as it was, its new text, the findings that are gone."""

    unit: Unit
    text: str
    findings: tuple[Finding, ...]


def mechanical(finding: Finding) -> bool:
    """Return whether a program may mend a finding by itself: the right text is known, and it is surely wrong."""
    return finding.fix is not None and finding.severity != "note"


def fixes(checked: Checked) -> Iterator[Fix]:
    """Yield every translation that can be mended, with all that is mended in it; nothing that was dismissed."""
    gathered = checked.gathered
    dismissed = {(one.code, one.key, one.check) for one in checked.dismissed}
    wanted = {(one.code, one.key) for one in checked.findings if mechanical(one)}
    files = {one.file for one in checked.findings if one.check == LOOSE}  # said once for all texts of a file
    for code, pairs in gathered.pairs.items():
        checks = content(gathered, code)
        for pair in pairs:
            unit = pair.translation
            meant = unit is not None and ((code, pair.key) in wanted or unit.file in files)
            if meant and unit is not None and written(pair.original):
                mended, done = _mended(pair, checks, dismissed)
                if mended != unit.text:
                    yield Fix(unit, mended, tuple(done))


def _mended(pair: Pair, checks: Content, dismissed: set[tuple[str, str, str]]) -> tuple[str, list[Finding]]:
    """Return the mended text of a translation and what was mended: one finding after the other."""
    done: list[Finding] = []
    unit = pair.translation
    assert unit is not None, "there is something to mend"
    for _ in range(_ROUNDS):
        found = checks.findings(replace(pair, translation=unit))
        usable = (one for one in found if mechanical(one) and (one.code, one.key, one.check) not in dismissed)
        first = next((one for one in usable if one.fix != unit.text), None)
        if first is None or first.fix is None:
            break
        unit = replace(unit, text=first.fix)
        done.append(first)
    return unit.text, done


def write_fixes(root: Path, mended: list[Fix]) -> None:
    """Write the mended texts in their places; raise what writing raises, with nothing changed."""
    from handbook.translations.write_back import write_back

    if mended:
        write_back(root, {fix.unit: fix.text for fix in mended})
