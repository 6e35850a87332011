"""The record of old findings: they are tolerated, new ones are not, and what is gone leaves the record.

A finding is recognised by its language, unit, check and by what was expected and found; not by its line,
nor by the number of a block in its section. The record is one line a finding, in order, so that
it is read and merged easily.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from handbook.problems import CouldNotRun
from handbook.translations.finding import Finding
from handbook.translations.unit import digest

FORMAT = 1
#: Never tolerated: while a file cannot be read, nobody knows what is wrong with it.
NEVER = frozenset({"unreadable"})
_PLACE = re.compile(r"(#[^/]*/[a-z]+)-\d+$")
_LINE = re.compile(r"[\w-]+ [a-z0-9-]+ [0-9a-f]{8} \S.*")

Record = Counter[str]


def identity(finding: Finding) -> str:
    """Return what a finding keeps while the words around it change."""
    said = digest("\n".join(f"{name}={finding.facts.get(name, '')}" for name in ("expected", "found")))
    key = _PLACE.sub(r"\1", finding.key)
    return f"{finding.code or '-'} {finding.check} {said} {key}"


def recordable(finding: Finding) -> bool:
    """Return whether a finding may be old debt: a note needs no record, and some are never tolerated."""
    return finding.severity != "note" and finding.check not in NEVER


def read_record(path: Path) -> Record:
    """Return the record in ``path``; raise `CouldNotRun` if it is damaged or cannot be read."""
    try:
        tree = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CouldNotRun(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise CouldNotRun(_damaged(f"{path}{line}", "it is not JSON in UTF-8")) from None
    if not isinstance(tree, dict) or set(tree) != {"format", "findings"}:
        raise CouldNotRun(_damaged(str(path), "'format' and 'findings' are expected"))
    if tree["format"] != FORMAT:
        raise CouldNotRun(f"{path}: the record has another format than {FORMAT}; use the program that wrote it")
    lines = tree["findings"]
    if not isinstance(lines, list):
        raise CouldNotRun(_damaged(str(path), "'findings' is not a list"))
    for number, line in enumerate(lines, 3):
        if not isinstance(line, str) or not _LINE.fullmatch(line):
            raise CouldNotRun(_damaged(f"{path}:{number}", "this line names no finding"))
    return Counter(lines)


def _damaged(place: str, why: str) -> str:
    return f"{place}: the record of old findings is damaged: {why}. Take it back from your last good copy"


def sift(findings: Iterable[Finding], record: Record) -> tuple[list[Finding], list[Finding], Record]:
    """Return the findings that are new, those that are tolerated, and the record without what is gone."""
    left, kept = Counter(record), Record()
    new: list[Finding] = []
    tolerated: list[Finding] = []
    for finding in findings:
        name = identity(finding)
        if recordable(finding) and left[name]:
            left[name] -= 1
            kept[name] += 1
            tolerated.append(finding)
        else:
            new.append(finding)
    return new, tolerated, kept


def recorded(findings: Iterable[Finding]) -> Record:
    """Return a record of findings."""
    return Counter(identity(finding) for finding in findings if recordable(finding))


def record_file(record: Record) -> str:
    """Return the text of the file that holds ``record``: one finding a line, sorted."""
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in sorted(record.elements()))
    return f'{{"format": {FORMAT}, "findings": [\n\n{lines}\n]}}\n'.replace("[\n\n", "[\n")


def write_record(path: Path, record: Record) -> None:
    """Write ``record`` into ``path``, all of it or nothing; raise `CouldNotRun` if that is not possible."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(record_file(record), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise CouldNotRun(f"{path} cannot be written: {error.strerror or error}") from None
