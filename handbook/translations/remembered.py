"""What memory holds and should not: units that are gone from both languages, and days that are still to come."""

from __future__ import annotations

import re
import shlex
from collections import Counter, defaultdict
from collections.abc import Iterator

from handbook.read.settings import Language
from handbook.read.words import MEMORY
from handbook.translations.counts import quick_state
from handbook.translations.finding import Finding, Pair, Severity
from handbook.translations.gather import Gathered
from handbook.translations.memory import place
from handbook.translations.renamed import moved_keys

_BLOCK = re.compile(r"^(.+#[^/]*/[a-z]+)-\d+$")


def check_remembered(gathered: Gathered, language: Language) -> Iterator[Finding]:
    """Yield a finding for each file of memory that holds units that are gone, or days after the handbook's."""
    memory, today = gathered.memory[language.code], gathered.settings.date.isoformat()
    late: dict[str, list[str]] = defaultdict(list)
    for key, one in memory.items():
        if one.on > today:
            late[one.file].append(key)
    for file, keys in late.items():
        pairs = (pair for pair in gathered.pairs[language.code] if _home(pair, language) == file)
        words = next((pair.translation.file for pair in pairs if pair.translation is not None), "")
        facts = {"found": memory[keys[0]].on, "today": today, "units": str(len(keys))}
        facts["command"] = _accept(language, words)
        yield _finding("memory-day", "warning", gathered, language, file, keys[0], facts)
    if not gathered.problems:  # words that cannot be read only seem to be gone
        yield from _gone(gathered, language)


def _gone(gathered: Gathered, language: Language) -> Iterator[Finding]:
    memory, pairs = gathered.memory[language.code], gathered.pairs[language.code]
    ours = Counter(_group(pair.original.key) for pair in pairs if pair.original is not None)
    theirs = Counter(_group(pair.translation.key) for pair in pairs if pair.translation is not None)
    kept = Counter(map(_group, memory))
    sections = {group.partition("#")[2] for group in (*ours, *theirs)}  # one may have moved to another page
    many = {group for group, count in kept.items() if count > max(ours[group], theirs[group])}
    many = {group for group in many if group in ours or group in theirs or not _named(group) & sections}
    if not many:
        return
    used = {(_group(pair.key), pair.before, pair.mark) for pair in pairs}
    gone: dict[str, list[str]] = defaultdict(list)
    moved = moved_keys(pairs, memory)
    for key, one in memory.items():
        if (group := _group(key)) in many and key not in moved and (group, one.original, one.translation) not in used:
            gone[one.file].append(key)
    for file, keys in gone.items():
        there = [pair for pair in pairs if _home(pair, language) == file]
        right = next((pair for pair in there if quick_state(pair) == "current"), None)
        what = right.key if right else "" if there else file
        facts = {"found": keys[0], "units": str(len(keys)), "command": _accept(language, what)}
        check = "memory-unused" if there else "memory-file-unused"
        yield _finding(check, "note", gathered, language, file, keys[0], facts)


def _named(group: str) -> set[str]:
    """Return anchor and kind of a group of blocks that has an anchor."""
    name = group.partition("#")[2]
    return {name} if name and not name.startswith("/") else set()


def _group(key: str) -> str:
    block = _BLOCK.match(key) if "#" in key else None
    return block[1] if block else key


def _home(pair: Pair, language: Language) -> str:
    """Return the file of memory in which a pair belongs; nothing if it has no translation."""
    unit = pair.translation
    return f"{language.folder}/{MEMORY}/{place(unit.file, language.folder)}" if unit is not None else ""


def _accept(language: Language, what: str) -> str:
    """Return the command that accepts ``what``; taking one right unit anew drops what is gone from its file."""
    return f"python3 scripts/translations.py accept --language {language.code} {shlex.quote(what)}" if what else ""


def _finding(
    check: str, severity: Severity, gathered: Gathered, language: Language, file: str, key: str, facts: dict[str, str]
) -> Finding:
    lines = (gathered.settings.root / file).read_text(encoding="utf-8").split("\n")
    line = next((number for number, text in enumerate(lines, 1) if text.strip(" '\":?") == key), 1)
    return Finding(check, severity, language.code, file, file, line, facts)
