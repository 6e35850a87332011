"""Findings that a person dismissed, with a reason: ``docs_<code>/review/dismissals.yml``.

The file names units, and for each the check and why it does not apply there::

    documents.security-bulletin-2013.title:
      untranslated: The bulletin exists in English only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.problems import Problem, nearest, shown
from handbook.read.text import read_text
from handbook.read.words import REVIEW
from handbook.read.yaml import YamlFile, parse
from handbook.translations.finding import Finding

FILE = "dismissals.yml"
#: What is not dismissed but settled: by accepting the translation, by writing or mending the file.
SETTLED_OTHERWISE = frozenset(
    {
        "outdated",
        "unrecorded",
        "touched",
        "missing-file",
        "orphaned-file",
        "unreadable",
        "memory-day",
        "memory-unused",
        "memory-file-unused",
        "dismissal-unused",
        "dismissal-unit",
        "dismissal-check",
        "dismissal-reason",
    }
)


@dataclass(frozen=True)
class Dismissal:
    """A check that a person dismissed at a unit, and where that is written."""

    key: str
    check: str
    reason: str
    file: str
    line: int


@dataclass(frozen=True)
class Dismissals:
    """The dismissals of one language, and findings about those that are not well formed."""

    code: str
    entries: tuple[Dismissal, ...] = ()
    unsound: tuple[Finding, ...] = ()


def read_dismissals(
    root: Path, folder: str, code: str, keys: Collection[str], checks: Collection[str], problems: list[Problem]
) -> Dismissals:
    """Return the dismissals of the language in ``folder``; add a problem if their file cannot be read.

    ``keys`` are the units and ``checks`` the checks that there are: a dismissal of any other, or one
    without a reason, is a finding.
    """
    file = f"{folder}/{REVIEW}/{FILE}"
    if not (root / file).exists():
        return Dismissals(code)
    text = read_text(root, file, problems)
    if text is None or not _holds_anything(text):
        return Dismissals(code)
    parsed = parse(file, text, problems)
    if parsed is None:
        return Dismissals(code)
    entries: list[Dismissal] = []
    unsound = list(_read(parsed, code, keys, checks, entries))
    return Dismissals(code, tuple(entries), tuple(unsound))


def _holds_anything(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n"))


def _read(
    file: YamlFile, code: str, keys: Collection[str], checks: Collection[str], entries: list[Dismissal]
) -> Iterator[Finding]:
    """Put what is well formed into ``entries``; yield a finding for each line that is not."""
    for key, given in file.tree.items():
        line = file.line((key,))
        if key not in keys:
            facts = {"found": str(key), "nearest": nearest(str(key), keys)}
            yield Finding("dismissal-unit", "error", code, str(key), file.file, line, facts)
        elif not isinstance(given, dict):
            yield Finding("dismissal-reason", "error", code, key, file.file, line, {"found": shown(given)})
        else:
            for check, reason in given.items():
                line = file.line((key, check))
                if check not in checks or check in SETTLED_OTHERWISE:
                    facts = {"found": str(check), "nearest": nearest(str(check), checks)}
                    yield Finding("dismissal-check", "error", code, key, file.file, line, facts)
                elif not isinstance(reason, str) or not reason.strip():
                    facts = {"found": shown(reason), "check": check}
                    yield Finding("dismissal-reason", "error", code, key, file.file, line, facts)
                else:
                    entries.append(Dismissal(key, check, reason, file.file, line))


def dismiss(findings: Iterable[Finding], dismissals: Dismissals) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that stay and those that are dismissed.

    Among those that stay is one for each dismissal that is not well formed, and a warning for each that
    no longer applies, since its check finds nothing there any more.
    """
    known = {(one.key, one.check): one for one in dismissals.entries}
    stay: list[Finding] = []
    gone: list[Finding] = []
    for finding in findings:
        (gone if (finding.key, finding.check) in known else stay).append(finding)
    used = {(finding.key, finding.check) for finding in gone}
    for place, one in known.items():
        if place not in used:
            facts = {"check": one.check, "reason": one.reason}
            stay.append(Finding("dismissal-unused", "warning", dismissals.code, one.key, one.file, one.line, facts))
    return [*stay, *dismissals.unsound], gone
