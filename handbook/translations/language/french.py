"""French: firm blanks, guillemets, ligatures, and what tells a French text from others."""

from __future__ import annotations

import re

from handbook.translations.language.french_accents import ACCENTS
from handbook.translations.language.rule import rule
from handbook.translations.language.table import Table

_NB = "\u00a0"
_HOUR = tuple(f"{digit}{blank}h" for digit in range(10) for blank in ("", " "))
_LIGATURES = re.compile(
    r"(?i)\b(?:œ|oe)(?=uv|ufs?\b|il(?:s|let|lade)?\b|dème|sophag|cumén)|"
    r"(?<=\bc)oe(?=ur)|(?<=\bch)oe(?=ur)|(?<=\bs)oe(?=ur)|(?<=\bn)oe(?=ud)|(?<=\bv)oe(?=ux?\b)|(?<=\bb)oe(?=uf)|"
    r"(?<=\bm)oe(?=urs\b)|(?<=\branc)oe(?=ur)|(?<=\béc)oe(?=ur)|(?<=\bman)oe(?=uvr)|(?<=\bdés)oe(?=uvr)|(?<=\bf)oe(?=tus)"
)
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"


def _ligature(match: re.Match[str]) -> str:
    """Return o and e as one letter, with the capital of the o."""
    return "Œ" if match[0][0] in "OŒ" else "œ"


def _quoted(match: re.Match[str]) -> str:
    """Return a quotation between guillemets; one inside another keeps English marks."""
    if match[0][0] == "«":
        return re.sub(r'(?<!\w)"([^"]+)"(?!\w)', "“\\1”", match[0])
    return f"«{_NB}{(match[1] or match[2]).strip()}{_NB}»"


_WORDS = """
le la les un une des du de et ou où à au aux en dans par pour sur avec sans sous entre vers chez dès ce cet
cette ces il elle ils elles je nous vous on se sa son ses leur leurs notre nos votre vos qui que quoi dont est
sont était ont été être avoir fait peut doit ne pas plus même comme mais donc car si selon afin lors ainsi
aussi tout tous toute toutes chaque quand quel quelle quels quelles comment pourquoi cela y a non
"""

FRENCH = Table(
    rules=(
        rule("quotation-marks", r'«[^«»]*»|“([^“”«»]+)”|(?<![\w"])"([^"«»]+)"(?![\w"])', _quoted, '"', "“"),
        rule("apostrophe", r"['´](?<=[\w\ufdd0]['´])(?=[\w\ufdd0«“*\[])", "’", "'", "´"),
        rule("no-break-blank", r" (?=[;?!»%](?!\[)|:(?=[\s*_»)]|$))(?<=\S )", _NB, " ;", " ?", " !", " »", " %", " :"),
        rule("no-break-blank", r"[;?!](?<=[\w)\]»”*_\ufdd0…][;?!])(?!\[)", f"{_NB}\\g<0>", ";", "?", "!"),
        rule("no-break-blank", r":(?<=[\w)\]»”*_\ufdd0…]:)(?=[\s*_»)]|$)", f"{_NB}:", ":"),
        rule("no-break-blank", r"»(?<![\s«]»)", f"{_NB}»", "»"),
        rule("no-break-blank", r"«(?: |(?=[^\s»]))", f"«{_NB}", "«"),
        rule("ligature", _LIGATURES.pattern, _ligature, "oe", "Oe", "OE"),
        *ACCENTS,
        rule(
            "capital-accent",
            r"(?<!\w)E(?=(?:tats?|coles?|tudes?|quipes?|galités?|valuations?|lections?|l[uû]e?s?|tablir|viter|tre|couter|changer|laborer)\b)",
            "É",
            *("Et", "Ec", "Eq", "Eg", "Ev", "El"),
            severity="note",
        ),
        rule(
            "capital-accent",
            r"\AA(?= (?:la|l’|qui|quoi|quel|quelle|cet|cette|ce|chaque|partir|propos|vérifier|savoir|moins)\b)",
            "À",
            *("A la", "A l’", "A q", "A c", "A p", "A v", "A s", "A m"),
            severity="note",
        ),
    ),
    number_rules=(
        rule("no-break-blank", r"%(?<=[\d\ufdd0]%)(?!\w)", f"{_NB}%", "%"),
        rule(
            "number-sign",
            r"\b([nN])(?:[°º][ \u202f]?|[oᵒ]\.? ?|[oᵒ]\.?\u00a0|º\u00a0)(?=\d)",
            f"\\1°{_NB}",
            "n°",
            "N°",
            "nº",
            "Nº",
            "no",
            "No",
            "ᵒ",
        ),
        rule("number-sign", r"\b([nN]) °[ \u00a0\u202f]?(?=\d)", f"\\1°{_NB}", " °"),
        rule("ordinal", r"\b1(?:ier|ᵉʳ)\b", "1er", "1i", "1ᵉ"),
        rule("ordinal", r"\b1(?:[èe]re|ière)\b", "1re", "1è", "1e", "1i"),
        rule("ordinal", r"\b((?:[2-9]|\d{2,}|[IVX]{2,}))i?[èe]mes?\b", r"\1e", "me"),
        rule("ordinal", rf"(?<![\d.,/-])(?<!\d[ {_NB}])0?1(?=[ \u00a0](?:{_MONTHS})\b)", "1er", "1 ", f"1{_NB}"),
        rule("hour", r"(?<![\d:.,])([01]?\d|2[0-3]) ?h ?([0-5]\d)(?![\d\w])", f"\\1{_NB}h{_NB}\\2", *_HOUR),
        rule("hour", r"(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])", f"\\1{_NB}h{_NB}\\2", ":"),
        rule("hour", r"(?<![\d:.,])([01]?\d|2[0-3]) ?h(?!\w)(?![ \u00a0\u202f]\d)", f"\\1{_NB}h", *_HOUR),
    ),
    opens={"»": "«", "”": "“"},
    doubles=frozenset({"nous", "vous", "faire"}),
    words=frozenset(_WORDS.split()),
    signs=r"[èêçàùœîûô]|^(?:[cdjlmnst]|qu)’$",
    dictionaries=("fr_FR", "fr", "fr-classique", "fr-moderne", "fr-toutesvariantes"),
    before=r"(?i)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd)’",
    foreign_titles=frozenset({"warning", "tip", "tips", "hint", "failure", "example", "summary", "quote", "success"}),
)
