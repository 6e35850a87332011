"""Every check over every pair of a handbook: what is found, what was dismissed, and how much is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handbook.problems import Problem
from handbook.read.settings import Language
from handbook.side_by_side import side_by_side
from handbook.translations.absence import DEBT, needed, state_findings
from handbook.translations.composed import loose_accents
from handbook.translations.content import Content, content
from handbook.translations.counts import Count, count_files, total, written
from handbook.translations.dismissals import dismiss, read_dismissals
from handbook.translations.finding import Finding, Pair
from handbook.translations.gather import Gathered
from handbook.translations.language.identification import check_untranslated
from handbook.translations.length import Lengths
from handbook.translations.memory import damaged_memory
from handbook.translations.messages import check_ids
from handbook.translations.misplaced import misplaced
from handbook.translations.page_shapes import explained, page_shapes, renamed_sections
from handbook.translations.remembered import check_remembered
from handbook.translations.settings_texts import is_further, settings_texts
from handbook.translations.sides import Sides
from handbook.translations.thresholds import DEFAULT
from handbook.translations.untranslated import box_titles, untranslated


@dataclass(frozen=True)
class Checked:
    """What the checks found in one handbook.

    ``counts`` holds a count of each file by language code, ``thresholds`` the percentage that is asked;
    ``dismissed`` are findings that a person set aside with a reason.
    """

    gathered: Gathered
    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...]
    counts: Mapping[str, Mapping[str, Count]]
    thresholds: Mapping[str, float]


@dataclass(frozen=True)
class _Language:
    """What was found in one language; ``problems`` are those of the files that only the checks read."""

    code: str
    findings: list[Finding]
    dismissed: list[Finding]
    counts: Mapping[str, Count]
    problems: list[Problem]


def check_all(gathered: Gathered, thresholds: Mapping[str, float]) -> Checked:
    """Run every check over every pair.

    What a translation lacks is an error while less of it is complete and current than ``thresholds`` asks
    of its language; otherwise a warning.
    """

    def checked(language: Language) -> _Language:
        return _check_language(gathered, language, thresholds.get(language.code, DEFAULT))

    languages = side_by_side(checked, gathered.translations)
    findings = [finding for one in languages for finding in one.findings]
    problems = {*gathered.problems, *(problem for one in languages for problem in one.problems)}
    findings += [_unreadable(problem, gathered) for problem in problems]
    findings.sort(key=lambda one: (one.code, one.file, one.line, one.key, one.check))
    dismissed = tuple(finding for one in languages for finding in one.dismissed)
    return Checked(gathered, tuple(findings), dismissed, {one.code: one.counts for one in languages}, thresholds)


def _check_language(gathered: Gathered, language: Language, asked: float) -> _Language:
    code, folder, problems = language.code, language.folder, list[Problem]()
    pairs = tuple(pair for pair in gathered.pairs[code] if needed(pair, language))
    copied = _copied(gathered, language)
    checks = content(gathered, code)
    original = next(one for one in gathered.words if one.language.reference)
    lacking = settings_texts(gathered.settings, language, original)
    keys = _keys(gathered, code) | {one.key for one in lacking}
    known = read_dismissals(gathered.settings.root, folder, code, keys, check_ids(), problems)
    found = (*_findings(gathered, language, pairs, copied, checks), *lacking)
    stay, gone = dismiss(found, known)
    checks.finish()
    excepted = {finding.key for finding in gone if finding.check in DEBT}
    counts = count_files(pairs, copied, excepted)
    enough = total(counts).current >= asked
    weighed = [_weighed(finding, enough) for finding in loose_accents(stay)]
    return _Language(code, weighed, gone, counts, [*problems, *checks.problems])


def _keys(gathered: Gathered, code: str) -> set[str]:
    """Return everything that a dismissal can name: units, and sections of pages."""
    keys = {pair.key for pair in gathered.pairs[code]}
    return keys | {key.partition("/")[0] for key in keys if "#" in key} | {key.rpartition("/")[0] for key in keys}


def _copied(gathered: Gathered, language: Language) -> frozenset[str]:
    """Return the keys of translations that repeat the original; none between forms of one language."""
    if language.code.partition("-")[0] == gathered.settings.reference.code.partition("-")[0]:
        return frozenset()
    pairs = gathered.pairs[language.code]
    titles = box_titles(pairs)
    return frozenset(pair.key for pair in pairs if untranslated(pair, titles) or any(check_untranslated(pair)))


def _findings(
    gathered: Gathered, language: Language, pairs: tuple[Pair, ...], copied: frozenset[str], checks: Content
) -> Iterator[Finding]:
    words = {one.language.code: one for one in gathered.words}
    original, translation = words[gathered.settings.reference.code], words[language.code]
    if not translation.data and not translation.pages:
        return  # the folder is missing, which is a problem of reading
    shape = list(page_shapes(original, translation))
    starts = renamed_sections(shape)
    told_by_name = tuple(pair for pair in pairs if pair.translation is not None or not is_further(pair))
    found = state_findings(Sides(original, translation), told_by_name, copied)
    damaged = damaged_memory(gathered.problems, language.folder)
    told_once = (one for one in found if not (damaged and one.check == "unrecorded" and damaged(one.file)))
    states = [one for one in told_once if not (starts and one.key.startswith(starts))]
    told = [finding for finding in states if "#" in finding.key]
    yield from (finding for finding in shape if not explained(finding, told))
    yield from states
    yield from misplaced(pairs)
    yield from check_remembered(gathered, language)
    lengths = Lengths.of(pairs)
    for pair in pairs:
        if written(pair.original) and written(pair.translation) and pair.key not in copied:
            found_there = checks.findings(pair)
            yield from found_there
            if not any(finding.check == "repeated-words" for finding in found_there):
                yield from lengths.check(pair)


def _weighed(finding: Finding, enough: bool) -> Finding:
    return replace(finding, severity="warning") if enough and finding.check in DEBT else finding


def _unreadable(problem: Problem, gathered: Gathered) -> Finding:
    """Return a problem of reading as a finding, in the language whose folder holds the file."""
    start = problem.file.partition("/")[0]
    code = next((one.code for one in gathered.settings.languages if one.folder == start), "")
    facts = {"wrong": problem.wrong, "expected": problem.expected, "found": problem.found, "todo": problem.todo}
    return Finding("unreadable", "error", code, problem.file, problem.file, problem.line, facts)
