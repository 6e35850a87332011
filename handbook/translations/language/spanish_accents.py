"""Spanish words that are others without their accent: más, and qué, cómo, cuándo … where they ask.

Only where there is no doubt: *¿Cuando termina el contrato, qué ocurre?* is Spanish, so a comma keeps silent.
"""

from __future__ import annotations

import re

from handbook.translations.language.rule import Rule, rule

_CHECK = "lost-accent"
_ASKING = "que|como|cuando|donde|adonde|quien|quienes|cual|cuales|cuanto|cuanta|cuantos|cuantas"
#: After a preposition at the start of a question, these words always ask.
_BEFORE = "A|De|En|Por|Para|Con|Desde|Hasta|Sobre|Hacia|Entre|Según"
#: Which letter of these words takes the accent, by how they begin.
_STRESSED = {"qui": 3, "qu": 2, "cua": 2, "ado": 2, "c": 1, "d": 1}
_ACCENTS = str.maketrans("aeio", "áéíó")
#: What may follow a word that asks and not one that joins, in a question without a comma.
_VERBS = (
    "se|es|son|era|fue|será|está|están|hay|puedo|puede|pueden|podemos|debo|debe|deben|debemos|hago|hace|hacen|hacer|"
    "dice|dicen|pasa|ocurre|significa|sucede|tengo|tiene|tienen|funciona|encuentro|empieza|termina|decide|representa"
)


def _asked(match: re.Match[str]) -> str:
    """Return a word that asks with its accent."""
    word = match["word"]
    place = next(place for start, place in _STRESSED.items() if word.lower().startswith(start))
    return f"{match['before']}{word[:place]}{word[place].translate(_ACCENTS)}{word[place + 1 :]}"


ACCENTS: tuple[Rule, ...] = (
    rule(_CHECK, r"\b([Mm])as\b(?!-)", r"\1ás", "mas ", "Mas ", "mas.", "mas,"),
    rule(
        _CHECK,
        rf"(?<=¿)(?P<before>(?:{_BEFORE})[ \u00a0])(?P<word>{_ASKING})\b",
        _asked,
        "¿",
    ),
    rule(
        _CHECK,
        rf"(?<=¿)(?P<before>)(?P<word>(?i:{_ASKING}))(?=[ \u00a0](?:{_VERBS})\b[^,?]*\?)",
        _asked,
        "¿",
    ),
    rule(
        _CHECK,
        r"(?<=¿)(?P<before>)(?P<word>(?i:cual|cuales|cuant[oa]s?))\b(?! (?:antes|más|menos)\b)",
        _asked,
        "¿",
    ),
)
