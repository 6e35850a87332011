"""What the checks know of each language's grammar: endings, articles, elision, contractions.

One small table a language. A language without a row is compared by its exact forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_LONG = 4  # shorter words do not change


@dataclass(frozen=True)
class Inflection:
    """How the words of a language change.

    ``small`` gives articles and contractions the form under which they are compared (nothing: they do not
    count), ``plain`` replaces letters (accents that come and go with the plural), ``endings`` are tried in
    turn, each of them once: the first that fits is replaced. ``whole`` words lose their plural only.
    """

    small: Mapping[str, str] = field(default_factory=dict)
    plain: Mapping[int, str] = field(default_factory=dict)
    endings: tuple[tuple[tuple[str, str], ...], ...] = ()
    whole: frozenset[str] = frozenset()


_PLURAL_EN = (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""))
_VERB_EN = (("ing", ""), ("eed", "eed"), ("ed", ""), ("e", ""))
_PLURAL_FR = (("eaux", "eau"), ("ieux", "ieu"), ("eux", "eux"), ("aux", "al"), ("s", ""), ("x", ""))
_GENDER_FR = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("ive", "if"),
    ("elle", "el"),
    ("enne", "en"),
    ("ère", "er"),
    ("e", ""),
)
_S = ("s", "")
_PLURAL_ES = (("ces", "z"), ("s", ""))
_GENDER_ES = (("triz", "tor"), ("o", ""), ("a", ""), ("e", ""))

#: What is known of each language, by the first part of its code.
INFLECTIONS: Mapping[str, Inflection] = {
    "en": Inflection(
        small=dict.fromkeys(("a", "an", "the", "s"), ""),  # the S of R&S is none of them
        endings=(_PLURAL_EN, _VERB_EN),
        whole=frozenset({"meeting", "building", "hearing", "training", "need", "feed", "hundred", "proceed"}),
    ),
    "fr": Inflection(
        small=dict.fromkeys(("le", "la", "les", "l", "qu"), "")
        | dict.fromkeys(("d", "de", "du", "des"), "de")
        | dict.fromkeys(("à", "au", "aux"), "à"),
        endings=(_PLURAL_FR, _GENDER_FR, (_S,)),  # divers, diverse, diverses
    ),
    "es": Inflection(
        small=dict.fromkeys(("el", "la", "lo", "los", "las"), "") | {"del": "de", "al": "a"},
        plain=dict(zip(map(ord, "áéíóúü"), "aeiouu", strict=True)),
        endings=(_PLURAL_ES, _GENDER_ES),
    ),
}


def stem(language: str, word: str) -> str:
    """Return what stays of a word when it is inflected; nothing for an article."""
    inflection = INFLECTIONS.get(language)
    lower = word.lower()
    if inflection is None:
        return lower
    if lower in inflection.small and (word, language) != ("S", "en"):
        return inflection.small[lower]
    short = lower.translate(inflection.plain)
    for endings in inflection.endings:
        if len(short) < _LONG or short in inflection.whole:
            return short
        ending, instead = next((one for one in endings if short.endswith(one[0])), ("", ""))
        if len(short) - len(ending) + len(instead) >= _LONG - 1:
            short = short[: len(short) - len(ending)] + instead
    return short
