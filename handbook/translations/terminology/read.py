"""The words of a language pair: the names of the registers, and what the lists say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handbook.join.references import REGISTERS, Data
from handbook.problems import Problem, near
from handbook.read.words import Words
from handbook.translations.terminology import lists
from handbook.translations.terminology.index import Index
from handbook.translations.terminology.lists import WordList, read_list
from handbook.translations.terminology.terms import Term, Use


@dataclass(frozen=True)
class Name:
    """A body's or text's name: its key, its English form, and the mark that prints it."""

    key: str
    english: str
    mark: str


@dataclass(frozen=True)
class Names:
    """The names of more than one word that a sentence could hold as ``[[key]]``, and the pattern of all."""

    of: Mapping[str, Name]
    pattern: re.Pattern[str] | None

    @classmethod
    def read(cls, ours: Data, theirs: Data) -> Names:
        """Return the names in the other language; what terms are called are everyday words."""
        names = {form: name for form, name in _names(ours, theirs) if " " in form}
        longest_first = sorted(names, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, longest_first))
        return cls(names, re.compile(rf"\b(?:{alternatives})\b") if names else None)


@dataclass(frozen=True)
class Terminology:
    """All terms of the reference language and one other, ready to be looked for in sentences."""

    code: str
    english: Index
    own: Index
    names: Names


def read_terminology(root: Path, reference: Words, translation: Words, problems: list[Problem]) -> Terminology:
    """Return the terms of the language of ``translation``, adding a problem for whatever cannot be used."""
    ours, theirs, code = reference.data, translation.data, translation.language.code
    words = read_list(root, reference.language.folder, lists.OF_REFERENCE, problems)
    forms = read_list(root, translation.language.folder, lists.OF_TRANSLATION, problems)
    terms = list(_entries(ours, theirs))
    named = {term.word.lower() for term in terms}
    terms += [Term(word, (word,)) for low, word in words.words.items() if low not in named]
    problems.extend(_unknown(forms, words.file, [term.word for term in terms]))
    complete = [_complete(term, words, forms) for term in terms]
    preferred: Use = "preferred"
    english = Index.of(reference.language.code, ((preferred, form, term) for term in complete for form in term.english))
    own = Index.of(code, ((use, form, term) for term in complete for use, form in term.own()))
    return Terminology(code, english, own, Names.read(ours, theirs))


def _unknown(forms: WordList, original: str, known: list[str]) -> Iterator[Problem]:
    low = {word.lower() for word in known}
    for one, word in forms.words.items():
        if one not in low:
            todo = near(word, known) or f"Write it in {original} as well."
            yield Problem(forms.file, forms.lines[one], f"'{word}' is no word of the original's list", todo=todo)


def _complete(term: Term, words: WordList, forms: WordList) -> Term:
    """Return a term with what the lists say of it; a preferred form of a list comes before the name."""
    return replace(
        term,
        english=tuple(dict.fromkeys([*term.english, *words.of(term.word, lists.ACCEPTED)])),
        preferred=tuple(dict.fromkeys([*forms.of(term.word, lists.PREFERRED), *term.preferred])),
        accepted=forms.of(term.word, lists.ACCEPTED),
        banned=forms.of(term.word, lists.BANNED),
        false_friends=forms.of(term.word, lists.FALSE_FRIENDS),
        wanted="banned-only" not in words.of(term.word, lists.LOOK),
        reserved=not words.of(term.word, lists.LOOK),
    )


def _entries(ours: Data, theirs: Data) -> Iterator[Term]:
    """Yield a term for each entry that has its name in both languages."""
    for register in REGISTERS:
        english, own = ours.get(register), theirs.get(register)
        for key, entry in english.tree.items() if english else ():
            forms = _named(entry)
            preferred = _named(own.tree.get(key)) if own else ()
            if forms and preferred:
                yield Term(forms[0], forms, preferred, key=str(key))


def _named(entry: Any) -> tuple[str, ...]:
    """Return name and short form of an entry; a single letter (P) is too little to look for."""
    if not isinstance(entry, dict):
        return ()
    forms = (entry.get("name"), entry.get("short"))
    return tuple(dict.fromkeys(form for form in forms if isinstance(form, str) and len(form) > 1))


def _names(ours: Data, theirs: Data) -> Iterator[tuple[str, Name]]:
    for register in ("bodies", "instruments"):
        english, own = ours.get(register), theirs.get(register)
        for key, entry in own.tree.items() if own is not None and english is not None else ():
            assert english is not None
            forms = _named(entry)
            for form, words in zip(forms, _named(english.tree.get(key)), strict=False):
                ending = ":name" if len(forms) > 1 and form == forms[0] else ""
                yield form, Name(str(key), words, f"[[{key}{ending}]]")
