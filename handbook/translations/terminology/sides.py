"""The two sides of a pair: what each says, and what a translation keeps in English."""

from __future__ import annotations

import re
from functools import cache

from handbook.translations.terminology.index import Hit, Index, longest
from handbook.translations.terminology.terms import Term
from handbook.translations.terminology.words import Words

#: What a translation keeps in English stands in quotation marks or brackets.
_QUOTED = re.compile(r"[«“\"]\s*([^«»“”\"]+?)\s*[»”\"]|\(([^()«“\"]+)\)")
#: Signs that are written in more than one way, each a single character.
_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "\u2010": "-", "\u2011": "-", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "}
)
_DASH = re.compile(r" ?- ?")
_GOOD = ("preferred", "accepted")


class Side:
    """A text of a pair (the ``original`` or not): where forms occur, and which terms they mean."""

    def __init__(self, index: Index, text: str, original: bool) -> None:
        self.code, self.text, self.original = index.code, text, original
        self.all_hits, self.stems = index.hits(text)
        self.hits = longest(self.all_hits)
        self._means = {id(term) for hit in self.all_hits for use, term in hit.form.meanings if use in _GOOD}

    def times(self, term: Term) -> int:
        """Return how often the term occurs in words."""
        return sum(term is one and use in _GOOD for hit in self.all_hits for use, one in hit.form.meanings)

    def says(self, term: Term) -> bool:
        """Return whether the term occurs: in words, scattered over the sentence, or as ``[[key]]``."""
        if id(term) in self._means or (term.key is not None and names(self.text, term.key)):
            return True
        forms = term.english if self.original else (*term.preferred, *term.accepted)
        return any(content(self.code, form) <= self.stems for form in forms if not form.isupper())

    def explains(self, hit: Hit) -> bool:
        """Return whether a form of the other language is right because a word for it stands here."""
        return any(use in _GOOD and self.says(term) for use, term in hit.form.meanings)


def names(text: str, key: str) -> bool:
    """Return whether a sentence names an entry by its key."""
    return f"[[{key}]]" in text or f"[[{key}:" in text


@cache
def content(code: str, form: str) -> frozenset[str]:
    """Return the stems of a form without its smallest words."""
    return frozenset(stem for stem in Words.of(code, form).stems if len(stem) > 2) or frozenset({form})


def quotations(text: str) -> list[str]:
    """Return what stands in quotation marks or brackets."""
    if "«" not in text and "“" not in text and "(" not in text and '"' not in text:
        return []
    return [one or other for one, other in _QUOTED.findall(text)]


def _found(quoted: str, original: str) -> str:
    """Return a quotation as the original writes it, whose dashes and apostrophes may be others; nothing if not."""
    said, written = quoted.translate(_SIGNS), original.translate(_SIGNS)
    place = written.find(said)
    if place >= 0:
        return original[place : place + len(quoted)]
    if "-" not in said or "-" not in written:
        return ""
    parts = (re.escape(part) for part in _DASH.split(said))  # blanks around a dash come and go
    match = re.search(_DASH.pattern.join(parts), written)
    return original[match.start() : match.end()] if match else ""


def without_quotations(original: str, translation: str) -> tuple[str, str]:
    """Return both texts without what the translation quotes in English, as it stands in the original."""
    for quoted in quotations(translation):
        english = " ".join(quoted.split())  # no-break spaces may stand in it, on either side
        if len(english) > 3 and (there := _found(english, original)):  # not (a) or (2)
            original, translation = original.replace(there, " . "), translation.replace(quoted, " . ")
    return original, translation
