"""Keys and data files of a translation of which nothing is known: no unit, and nothing in the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.translations.finding import Finding, Pair
from handbook.translations.sides import Sides


def unknown(sides: Sides, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield a finding for each key and data file that neither the original nor a pair of units knows."""
    orphans = [pair.translation for pair in pairs if pair.original is None and pair.translation is not None]
    yield from _strange(sides, {unit.file for unit in orphans})
    told = {unit.key for unit in orphans}
    for finding in _unknown_keys(sides):
        if not any(key == finding.key or key.startswith(f"{finding.key}.") for key in told):
            yield finding


def _unknown_keys(sides: Sides) -> Iterator[Finding]:
    """Yield a finding for each key of a data file that the original lacks and of which nothing is known."""
    code = sides.translation.language.code
    for name, file in sides.translation.data.items():
        original = sides.original.data.get(name)
        if file is None or original is None:
            continue
        more = file.lines.keys() - original.lines.keys()
        for path in sorted((path for path in more if path[:-1] not in more), key=file.line):
            key = ".".join(map(str, (name.replace("/", "."), *path)))
            yield Finding("orphaned", "error", code, key, file.file, file.line(path), {"original": original.file})


def _strange(sides: Sides, told: set[str]) -> Iterator[Finding]:
    """Yield a finding for each data file that the original lacks and in which nothing is known to be words."""
    language = sides.translation.language
    for name in sides.translation.data.keys() - sides.original.data.keys():
        file = f"{language.folder}/data/{name}.yml"
        if file not in told:
            facts = {"units": "0", "words": "0", "original": f"{sides.original.language.folder}/data/{name}.yml"}
            yield Finding("orphaned-file", "error", language.code, file, file, 0, facts)
