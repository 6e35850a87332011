"""The full form of a name that the translation has lost: ``[[jnc:name]]`` that became ``[[jnc]]``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from handbook.translations.finding import Finding, Pair, found
from handbook.translations.unit import digest

_NAMED = re.compile(r"\[\[\s*([^\]:]+?)\s*(:[^\]]*?)?\s*\]\]")


def check_forms(pair: Pair, short: Collection[str]) -> Iterator[Finding]:
    """Yield each name that the original spells out or numbers, and the translation only abbreviates.

    ``short`` are the keys that have a short form in both languages. An abbreviation may be right where a
    sentence would say a word twice, so nothing is told once a person has accepted the translation as it is.
    """
    if pair.original is None or pair.translation is None or ":" not in pair.original.text:
        return
    if "[[" not in pair.original.text or pair.original.text == pair.translation.text:
        return
    theirs = _forms(pair.translation.text)
    for key, forms in _forms(pair.original.text).items():
        (form, *others) = forms
        if form and not others and theirs.get(key) == {""} and key in short:
            if pair.mark == digest(pair.translation.text):
                return
            yield found("name-shortened", "warning", pair, expected=f"[[{key}{form}]]", found=f"[[{key}]]")


def _forms(text: str) -> dict[str, set[str]]:
    """Return the names of a text with the forms in which it names them; an empty form is the short one."""
    forms: dict[str, set[str]] = {}
    for key, form in _NAMED.findall(text):
        forms.setdefault(key, set()).add(form.replace(" ", ""))
    return forms
