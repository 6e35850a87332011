"""What the checks say to people, in their language: one catalogue a language, for those who do not program.

A catalogue holds, for each check, ``wrong`` (what is wrong) and ``todo`` (what to do), with the facts of a
finding in braces; the same for the checks of meaning, by what they compare (``kinds``) and how it differs
(``endings``); and the fixed ``words`` of the reports. What only one script says stands in a folder (``work``),
what is wrong with files in ``problems``. To add a language, add its file beside the others.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.numbers import format_decimal

#: The language of which there is always a catalogue.
DEFAULT = "en"
#: The entry for a check that a catalogue does not know.
_OTHER = "other"
_FOLDER = Path(__file__).parent


class _Facts(dict[str, str]):
    """Facts for a template; one that is not there leaves nothing."""

    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True)
class Catalogue:
    """The messages of one language, ``code``."""

    code: str
    checks: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Any]
    kinds: Mapping[str, str]
    endings: Mapping[str, Mapping[str, str]]

    def wrong(self, check: str, facts: Mapping[str, str]) -> str:
        """Return what is wrong, in words."""
        return self._filled(check, "wrong", facts)

    def todo(self, check: str, facts: Mapping[str, str]) -> str:
        """Return what to do, in words."""
        return self._filled(check, "todo", facts)

    def word(self, name: str, /, **facts: str) -> str:
        """Return a fixed word or sentence of the reports; raise `KeyError` if there is none."""
        return str(self.words[name]).format_map(_Facts(facts))

    def counted(self, name: str, count: int, /, **facts: str) -> str:
        """Return a number with what it counts, in the singular or plural of the language."""
        forms = self.words[name]
        form = forms.get(Locale.parse(self.code).plural_form(count), forms["other"])
        return str(form).format_map(_Facts({"count": self.number(count), **facts}))

    def number(self, count: int) -> str:
        """Return a whole number as the language writes it: 2,010 or 2 010."""
        return str(format_decimal(count, locale=self.code))

    def _filled(self, check: str, part: str, facts: Mapping[str, str]) -> str:
        kind, _, ending = check.rpartition("-")
        given = _Facts({"check": check, "kind": self.kinds.get(kind, kind), **facts})
        templates = self.checks.get(check) or (self.endings.get(ending) if kind in self.kinds else None)
        templates = templates or self.checks[_OTHER]
        if given["nearest"]:
            given["near"] = self.word("near", nearest=given["nearest"])
        return " ".join(templates[part].format_map(given).split())


def catalogue_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


def choose_language(asked: str | None) -> str:
    """Return the language of the messages: the one asked for, else that of ``LC_ALL`` or ``LANG``, else English.

    ``fr-CH`` and ``fr_CH.UTF-8`` mean ``fr``; a language without a catalogue gets English.
    """
    wanted = [asked] if asked else [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    codes = (one.replace("-", "_").partition("_")[0].partition(".")[0].lower() for one in wanted)
    return next((code for code in codes if code in catalogue_languages()), DEFAULT)


@cache
def catalogue(code: str, *more: str) -> Catalogue:
    """Return the catalogue of a language that has one, with the words of ``more`` folders beside it."""
    tree = read_catalogue(f"{code}.yml")
    words = dict(tree["words"])
    for folder in more:
        words |= read_catalogue(f"{folder}/{code}.yml")
    return Catalogue(code, tree["checks"], words, tree["kinds"], tree["endings"])


def read_catalogue(name: str) -> dict[str, Any]:
    """Return what a file of messages holds, by its path beside this module."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tree: dict[str, Any] = yaml.load((_FOLDER / name).read_text("utf-8"), Loader=loader)  # noqa: S506
    return tree


def check_ids() -> frozenset[str]:
    """Return the names of all checks."""
    known = catalogue(DEFAULT)
    facts = (f"{kind}-{ending}" for kind in known.kinds for ending in known.endings)
    return frozenset((*known.checks, *facts)) - {_OTHER}
