"""Where the forms of terms occur in a text of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from handbook.translations.terminology.terms import Form, Term, Use
from handbook.translations.terminology.words import Words


class Hit(NamedTuple):
    """A form that occurs in a text, from the word ``start`` up to ``end`` of its ``words``."""

    form: Form
    start: int
    end: int
    words: list[str]

    @property
    def written(self) -> str:
        """Return the words as they are written there, without articles."""
        return " ".join(self.words[self.start : self.end])


_Marked = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Index:
    """All forms of one language by their stems, and how long those are that begin with a stem."""

    code: str
    forms: Mapping[tuple[str, ...], tuple[Form, ...]] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, uses: Iterable[tuple[Use, str, Term]]) -> Index:
        """Return the index of these forms."""
        meanings: dict[_Marked, list[tuple[Use, Term]]] = {}
        for use, written, term in uses:
            marked = tuple(Words.of(code, written).stems), _capitals(written)
            if marked[0]:
                meanings.setdefault(marked, []).append((use, term))
        forms: dict[tuple[str, ...], tuple[Form, ...]] = {}
        lengths: dict[str, tuple[int, ...]] = {}
        for (form, capitals), meant in meanings.items():
            forms[form] = (*forms.get(form, ()), Form(form, capitals, tuple(meant)))
            lengths[form[0]] = tuple({*lengths.get(form[0], ()), len(form)})
        return cls(code, forms, lengths)

    def hits(self, text: str) -> tuple[list[Hit], frozenset[str]]:
        """Return where forms occur in a text, and the stems of its words."""
        words = Words.of(self.code, text)
        reduced = words.stems
        different = frozenset(reduced)
        if self.lengths.keys().isdisjoint(different):
            return [], different
        written = words.written
        found: list[Hit] = []
        for start, first in enumerate(reduced):
            for length in self.lengths.get(first, ()):
                stems = tuple(reduced[start : start + length])
                if len(stems) == length and stems in self.forms:
                    end = start + length
                    found += [
                        Hit(form, start, end, written)
                        for form in self.forms[stems]
                        if not form.capitals or form.fits(written[start:end])
                    ]
        return found, different


def longest(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that stand in no longer one: a *collective agreement* is no *agreement* beside."""
    if len(hits) < 2:
        return list(hits)
    kept: list[Hit] = []
    covered = 0
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        same = kept and (kept[-1].start, kept[-1].end) == (hit.start, hit.end)
        if hit.end > covered or same:
            kept.append(hit)
            covered = max(covered, hit.end)
    return kept


def _capitals(written: str) -> str:
    """Return what a form asks for: an abbreviation capitals, a name (``Office``) a first one."""
    letters = [sign for sign in written if sign.isalpha()]
    if letters and all(sign.isupper() for sign in letters):
        return "all"
    return "first" if written[:1].isupper() else ""
