"""French words that are others without their accent, or with one: a and à, ou and où, la and là.

Only where the words around leave no doubt: *elle a la charge* and *grâce à la charge* are both French.
"""

from __future__ import annotations

from handbook.translations.language.rule import Rule, rule

_CHECK = "lost-accent"
_VERBS = "avoir|être|aller|faire|dire|mettre|prendre|rendre|suivre|remplir|imprimer|vérifier|venir|savoir|lire|jour"
#: What only à can follow.
_WITH_A = r"relati(?:fs?|ves?)|conformément|contrairement|par rapport|faire face|de (?:manière|façon)|destinée?s?"
#: What only a can stand before: participles.
_HAD = "été|eu|pu|dû|voulu|adopté|décidé|demandé|proposé|obtenu|signé"
#: What follows the word that asks for a place.
_PLACE = "est|sont|se|puis-je|peut-on|en|trouver|trouve-t-on|trouverai-je|aller|faut-il|dois-je|vont|s’adresser|va"
_ONES = "le|la|les|il|elle|on|ils|elles|nous|vous|un|une"

ACCENTS: tuple[Rule, ...] = (
    rule(_CHECK, rf"(?<![\w’'.-])a(?= (?:{_VERBS})\b)", "à", *(f" a {one}" for one in "aêfdmprsvilj")),
    rule(_CHECK, r"(?<=\bjusqu’)a\b|(?<=\b(?:grâce|quant) )a\b", "à", "qu’a", "ce a", "nt a"),
    rule(_CHECK, rf"\b((?i:{_WITH_A})) a\b(?! (?:{_HAD})\b)", r"\1 à", *(f"{one} a" for one in "festn")),
    rule(_CHECK, r"(?<=\b[cC]’est-)a(?=-dire\b)|(?<=\b[vV]is-)a(?=-vis\b)", "à", "-a-"),
    rule(_CHECK, r"(?<=\d[ \u00a0]h )a(?= \d+[ \u00a0]h\b)", "à", "h a "),
    rule(_CHECK, rf"\bà(?= (?:{_HAD})\b)", "a", "à "),
    rule(_CHECK, r"(?<=\b[iI]l y )à\b", "a", "y à"),
    rule(_CHECK, r"(?<=\bd’)ou\b", "où", "d’ou"),
    rule(_CHECK, rf"(\A|[.?!…:] |[«(*]\u00a0?)([Oo])u(?= (?:{_PLACE})\b[^.!]*\?)", r"\1\2ù", "Ou ", "ou "),
    rule(
        _CHECK, rf"\b([dD]ans la mesure|[aA]u cas|[dD]ans le cas) ou(?= (?:{_ONES})\b| l’)", r"\1 où", "e ou ", "s ou "
    ),
    rule(_CHECK, r"(?<=\bet/)où\b|(?<=\boui )où(?= non\b)", "ou", "et/où", "oui où"),
    rule(_CHECK, r"\b([uU]ne?) où(?= (?:deux|plusieurs)\b)", r"\1 ou", "n où", "e où"),
    rule(_CHECK, r"\b([cC]e(?:lle|lles|lui|ux)|jusque|jour|cas)-la\b", r"\1-là", "-la"),
    rule(_CHECK, r"\b([Ll])a(?=-(?:bas|haut|dessus|dessous|dedans)\b| où\b)", r"\1à", "a-", "a où"),
    rule(_CHECK, r"(?<=\bd’ici )la(?=[.,;)]|\Z)", "là", "ici la"),
)
