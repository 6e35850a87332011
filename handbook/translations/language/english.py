"""English: curly quotation marks, No., and what tells an English text from others."""

from __future__ import annotations

from handbook.translations.language.rule import rule
from handbook.translations.language.table import Table

_WORDS = """
the and of to for with from by at is are was were be been being has have had its it this that these those
their they them we our you your which who whom whose what when where why how not or if as an than then into
about after before between does do did can may must should would will shall there all any each other only also
in on he she his her no so such same both one two more most under over through during says say name names
"""

ENGLISH = Table(
    rules=(
        rule("quotation-marks", r'(?<![\w"])"([^"]+)"(?![\w"])', "“\\1”", '"'),
        rule("quotation-marks", r"(?<![\w'\ufdd0])'([^']*[^'\s])'(?![\w'])", "‘\\1’", "'"),
        rule("apostrophe", r"['´](?<=[\w\ufdd0]['´])(?=[\w\ufdd0]|s\b)", "’", "'", "´"),
        rule("apostrophe", r"'(?<=s')(?=[ .,;:?!)]|$)", "’", "s'"),
        rule(
            "blank-before-mark",
            r"[ \u00a0\u202f]+([;?!%]|:(?=[\s*_)]|$))(?<=\S[ \u00a0\u202f].)",
            r"\1",
            *(b + m for b in " \u00a0\u202f" for m in ";:?!%"),
        ),
    ),
    number_rules=(
        rule(
            "number-sign",
            r"\b(?:[nN][°º][ \u00a0\u202f]?|no\.[ \u00a0\u202f]?|No\.(?=\d)|(?<=\w )No )(?=\d)",
            "No. ",
            "n°",
            "N°",
            "nº",
            "Nº",
            "no.",
            "No.",
            "No ",
        ),
    ),
    opens={"”": "“", "»": "«"},
    doubles=frozenset({"had", "that"}),
    words=frozenset(_WORDS.split()),
    dictionaries=("en_GB", "en-gb", "en_GB-large", "en_US"),
    after=r"’s?",
)
