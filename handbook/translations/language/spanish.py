"""Spanish: opening marks, guillemets without blanks, núm., and what tells a Spanish text from others."""

from __future__ import annotations

import re

from handbook.translations.language.rule import rule
from handbook.translations.language.spanish_accents import ACCENTS
from handbook.translations.language.table import Table

_NB = "\u00a0"


def _quoted(match: re.Match[str]) -> str:
    """Return a quotation between guillemets; one inside another keeps English marks."""
    if match[0][0] == "«":
        return re.sub(r'(?<!\w)"([^"]+)"(?!\w)', "“\\1”", match[0])
    return f"«{(match[1] or match[2]).strip()}»"


_ASKING = "que|como|cuando|donde|adonde|quien|quienes|cual|cuales|cuanto|cuanta|cuantos|cuantas"
_WORDS = """
el la los las lo un una unos unas del de y e o u a al en con por para sin sobre entre hacia hasta desde ante
según este esta estos estas ese esa eso esto su sus nuestro nuestra nuestros nuestras le les se nos que qué
quien quién cuál cuáles cómo cuándo dónde cuando como si no ni más pero también muy ya es son está están ser
fue era ha han hay haber puede pueden debe deben todo toda todos todas cada otro otra otros otras cual donde
porque
"""

SPANISH = Table(
    rules=(
        rule("quotation-marks", r'«[^«»]*»|“([^“”«»]+)”|(?<![\w"])"([^"«»]+)"(?![\w"])', _quoted, '"', "“"),
        rule("apostrophe", r"['´](?<=[\w\ufdd0]['´])(?=[\w\ufdd0«“*\[])", "’", "'", "´"),
        *ACCENTS,
        rule("blank-in-quotation-marks", r"«[ \u00a0\u202f]+", "«", "« ", f"«{_NB}", "«\u202f"),
        rule("blank-in-quotation-marks", r"[ \u00a0\u202f]+»", "»", " »", f"{_NB}»", "\u202f»"),
        rule(
            "blank-before-mark",
            r"[ \u00a0\u202f]+([;?!]|:(?=[\s*_»)]|$))(?<=\S[ \u00a0\u202f].)",
            r"\1",
            *(b + m for b in f" {_NB}\u202f" for m in ";:?!"),
        ),
        rule("blank-after-opening-mark", r"([¿¡])[ \u00a0\u202f]+", r"\1", "¿ ", "¡ ", f"¿{_NB}", f"¡{_NB}"),
    ),
    number_rules=(
        rule("no-break-blank", r"(?<=[\d\ufdd0]) (?=%)", _NB, " %"),
        rule(
            "number-sign",
            r"\b[Nn](?:[°º]|o\.|ro\.)[ \u00a0\u202f]?(?=\d)",
            f"núm.{_NB}",
            "n°",
            "N°",
            "nº",
            "Nº",
            "No.",
            "no.",
            "ro.",
        ),
        rule("number-sign", r"\b([Nn])u(?=m\.)", r"\1ú", "num.", "Num."),
        rule("number-sign", r"\b([Nn]úm)(?:\.(?=\d)| (?=\d))", f"\\1.{_NB}", "núm", "Núm"),
    ),
    opens={"»": "«", "”": "“"},
    doubles=frozenset({"poco", "casi", "ya", "muy"}),
    words=frozenset(_WORDS.split()),
    asks={"?": "¿", "!": "¡"},
    signs=r"[ñáíóú]",
    dictionaries=("es_ES", "es"),
    after=r"(?:me|te|se|nos|os)?(?:l[aeo]s?)?",
    foreign_titles=frozenset(
        {"warning", "note", "tip", "tips", "hint", "failure", "example", "summary", "quote", "success", "danger"}
        | {"caution", "attention", "important", "question", "abstract"}
    ),
)
