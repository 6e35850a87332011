"""The languages that have a table; each further language is one more line here."""

from __future__ import annotations

from functools import cache

from handbook.translations.language.english import ENGLISH
from handbook.translations.language.french import FRENCH
from handbook.translations.language.spanish import SPANISH
from handbook.translations.language.table import Table

TABLES = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}
#: Regions that write otherwise than their language does.
_OTHERWISE = frozenset({"fr-ca"})


@cache
def table(code: str) -> Table | None:
    """Return the table of a language (``fr``, ``es-MX``), or None if there is none."""
    code = code.lower().replace("_", "-")
    return None if code in _OTHERWISE else TABLES.get(code.partition("-")[0])
