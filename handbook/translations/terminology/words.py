"""A text becomes its words, each as it is written and as its stem."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from handbook.translations.terminology.inflection import stem

_WORD = re.compile(r"[^\W_]+|[.;:!?,]")
#: Endings of the other gender that are written behind a word: délégué·e·s, delegado(a), delegados/as.
_BOTH_GENDERS = re.compile(r"(?<=\w)(?:·e(?:·?s)?|\((?:e|a|s|es|as)\)s?|/(?:e|a|o)s?|·s)(?![^\W_])")
#: What is no wording though no blank is in it: references, the targets of links, addresses.
_NO_WORDING = re.compile(r"\[\[[^\[\]]*\]\]|\]\([^)]*\)|https?://\S+|[\w.+-]+@[\w.-]+")
#: What is no wording and may hold blanks, by the sign that shows that it occurs: macro calls, attributes, code.
_CALLS = {"{": re.compile(r"\{\{.*?\}\}|\{[:#][^}]*\}"), "`": re.compile(r"`[^`]*`")}


@dataclass
class Words:
    """The words of a text (marks between them count), as stems; ``written`` is found when it is asked for."""

    code: str
    parts: list[str]
    stems: list[str]

    @classmethod
    def of(cls, code: str, text: str) -> Words:
        """Return the words of a text in the language ``code``, without articles where these are known."""
        for sign, pattern in _CALLS.items():
            if sign in text:
                text = pattern.sub(" . ", text)
        parts = text.split()
        known = _known(code.partition("-")[0])
        return cls(code, parts, [stem for part in parts for stem in known[part][0]])

    @property
    def written(self) -> list[str]:
        """Return the same words as they are written."""
        known = _known(self.code.partition("-")[0])
        return [word for part in self.parts for word in known[part][1]]


class _Known(dict[str, tuple[tuple[str, ...], tuple[str, ...]]]):
    """What stands between two blanks, as stems and as words; found once for each."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, part: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        words = _WORD.findall(_BOTH_GENDERS.sub("", _NO_WORDING.sub(" . ", part)))
        kept = [(one, word) for word in words if (one := stem(self.language, word))]
        self[part] = found = tuple(one for one, _ in kept), tuple(word for _, word in kept)
        return found


@cache
def _known(language: str) -> _Known:
    return _Known(language)
