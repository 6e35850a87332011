"""The checks of what a translation says and how it is written, as they apply to one language of a handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import babel

from handbook.join.references import REGISTERS
from handbook.problems import Problem
from handbook.read.text import read_text
from handbook.read.words import REVIEW, Words
from handbook.translations.clean import Clean, fingerprint
from handbook.translations.composed import LOOSE, composed, composed_pair, composed_words
from handbook.translations.finding import Finding, Pair
from handbook.translations.gather import Gathered
from handbook.translations.language.dictionaries import Lookup, lookup
from handbook.translations.language.identification import check_language
from handbook.translations.language.spelling import Spelling
from handbook.translations.language.typography import check_typography
from handbook.translations.meaning import Locales, check_meaning
from handbook.translations.meaning.emphasis import check_emphasis
from handbook.translations.meaning.forms import check_forms
from handbook.translations.meaning.negation import check_negation
from handbook.translations.meaning.ordinals import check_ordinals
from handbook.translations.meaning.tags import check_tags
from handbook.translations.repetition import check_repetition
from handbook.translations.terminology import check_terminology, read_terminology

Check = Callable[[Pair], Iterator[Finding]]
#: Further words that are rightly spelt, one a line, in the folder that people keep for the checks.
SPELLING = "spelling.txt"
#: Where clean pairs and words that were looked up are remembered, below the handbook's folder.
_REMEMBERED = "build/translations"
#: Beginnings of checks that know names, and would take them for faults where a register cannot be read.
_OF_NAMES = ("spelling", "abbreviation-", "term-", "name-")
#: What is said no more of words in another language.
_OF_THE_LANGUAGE = frozenset({"spelling", "negation-lost", "negation-added"})


@dataclass(frozen=True)
class Content:
    """The checks for the pairs of one language, both sides of which exist; and problems of their own files.

    ``named`` tells that all registers can be read, so that names are known.
    """

    checks: tuple[Check, ...]
    clean: Clean
    problems: tuple[Problem, ...] = ()
    words: Lookup | None = None
    named: bool = True

    def findings(self, pair: Pair) -> list[Finding]:
        """Return what the checks find in a pair; they are not asked where they found nothing in it before.

        Words of another language are told as such, not each of them as misspelt; accents that are
        characters of their own likewise.
        """
        if pair in self.clean:
            return []
        seen = composed_pair(pair)
        findings = [finding for check in self.checks for finding in check(seen)]
        if seen is not pair:
            findings += [finding for finding in check_typography(pair) if finding.check == LOOSE]
        if not self.named:
            findings = [finding for finding in findings if not finding.check.startswith(_OF_NAMES)]
        if not findings:
            self.clean.add(pair)
        elif any(finding.check == "wrong-language" for finding in findings):
            return [finding for finding in findings if finding.check not in _OF_THE_LANGUAGE]
        return findings

    def finish(self) -> None:
        """Remember the pairs that are clean, and the words that were looked up."""
        self.clean.write()
        if self.words is not None:
            self.words.remember()


def content(gathered: Gathered, code: str) -> Content:
    """Return the checks for the language ``code``."""
    problems: list[Problem] = []
    sides = {one.language.code: one for one in gathered.words}
    ours, theirs = (composed_words(sides[one], REGISTERS) for one in (gathered.settings.reference.code, code))
    named = all(one.data.get(name, one) is not None for one in (ours, theirs) for name in REGISTERS)
    terms = read_terminology(gathered.settings.root, ours, theirs, problems if named else [])
    locales = _locales(gathered, ours, theirs)
    checks: list[Check] = [partial(check_meaning, locales=locales), check_typography]
    checks += [check_language, partial(check_terminology, terms=terms), check_repetition, check_tags]
    written = locales.languages
    checks.append(partial(check_emphasis, terms=terms, reference=written[""], language=written[code]))
    spoken = (gathered.settings.reference.locale.language, theirs.language.locale.language)
    checks.append(partial(check_negation, reference=spoken[0], language=spoken[1]))
    checks.append(partial(check_ordinals, reference=spoken[0], language=spoken[1]))
    checks.append(partial(check_forms, short=frozenset(_shortened(ours, theirs))))
    known = lookup(code, gathered.settings.root / _REMEMBERED)
    if known is not None:
        checks.append(Spelling(code, known, _own_words(gathered, ours, theirs, problems)).check_pair)
    clean = Clean(
        gathered.settings.root / _REMEMBERED / f"clean-{code}.json", _fingerprint(gathered, ours, theirs, known)
    )
    return Content(tuple(checks), clean, tuple(problems), known, named)


def _fingerprint(gathered: Gathered, ours: Words, theirs: Words, known: Lookup | None) -> str:
    """Return a mark of all that the checks know besides a pair: names, lists, formats, the dictionary."""
    named = [file.source for one in (ours, theirs) for name in REGISTERS if (file := one.data.get(name)) is not None]
    formats = (ours.language.formats, theirs.language.formats, getattr(babel, "__version__", ""))
    folders = (gathered.settings.root / one.language.folder / REVIEW for one in (ours, theirs))
    lists = [path for folder in folders for path in sorted(folder.glob("*")) if path.is_file()]
    return fingerprint((repr(named), repr(formats), known.mark if known else ""), lists)


def _locales(gathered: Gathered, ours: Words, theirs: Words) -> Locales:
    language, reference = theirs.language, gathered.settings.reference
    short = {one: other for one, other in _forms(ours, theirs, "short") if one != other}
    return Locales(reference.locale, {language.code: language.locale}, {language.code: short})


def _forms(ours: Words, theirs: Words, name: str) -> Iterator[tuple[str, str]]:
    """Yield what entries are called in both languages, by their field ``name``."""
    for register in REGISTERS:
        mine, own = _tree(ours, register), _tree(theirs, register)
        for key, entry in mine.items():
            one, other = _field(entry, name), _field(own.get(key), name)
            if one and other:
                yield one, other


def _shortened(ours: Words, theirs: Words) -> Iterator[str]:
    """Yield the keys of entries that have a short form of their own in both languages."""
    for register in REGISTERS:
        own = _tree(theirs, register)
        for key, entry in _tree(ours, register).items():
            if _field(entry, "short") and _field(own.get(key), "short") not in ("", _field(own.get(key), "name")):
                yield str(key)


def _tree(words: Words, register: str) -> Mapping[str, Any]:
    file = words.data.get(register)
    return file.tree if file is not None else {}


def _field(entry: Any, name: str) -> str:
    value = entry.get(name) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else ""


def _own_words(gathered: Gathered, ours: Words, theirs: Words, problems: list[Problem]) -> Iterator[str]:
    """Yield the words that are right besides those of a dictionary: names, short forms, the language's list."""
    for name in ("name", "short"):
        for one, other in _forms(ours, theirs, name):
            yield from (one, other)
    file = f"{theirs.language.folder}/{REVIEW}/{SPELLING}"
    if (gathered.settings.root / file).exists():
        text = read_text(gathered.settings.root, file, problems) or ""
        yield from (line for line in composed(text).split("\n") if not line.startswith("#"))
