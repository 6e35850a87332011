"""Words of ``mkdocs.yml`` that a reader sees and a language may lack: titles of boxes, phrases under ``extra``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.read.languages import language_entries
from handbook.read.settings import Language, Settings
from handbook.read.text import read_text
from handbook.read.words import Words
from handbook.read.yaml import YamlFile, parse
from handbook.translations.finding import Finding, Pair
from handbook.translations.site_units import BOXES, FURTHER, more_site_units
from handbook.translations.unit import Unit

_UNTITLED = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s+([a-z][\w-]*)(?:\s+[\w-]+)*\s*$", re.MULTILINE)


def settings_texts(settings: Settings, language: Language, original: Words) -> list[Finding]:
    """Return a finding for each of these words that a language lacks.

    Boxes without a title on the pages of the ``original`` need one in every language.
    """
    text = read_text(settings.root, settings.config, [])
    file = parse(settings.config, text, [], engine_tags=True) if text is not None else None
    if file is None:
        return []
    ours = {unit.key: unit for unit in more_site_units(file, settings.reference)}
    theirs = {unit.key for unit in more_site_units(file, language)}
    start = f"{file.file}/{BOXES}/"
    for kind in _untitled(original):
        ours.setdefault(start + kind, Unit(start + kind, file.file, 1, kind.capitalize(), "setting", file.file))
    return list(_missing(file, language, {key: unit for key, unit in ours.items() if key not in theirs}))


def is_further(pair: Pair) -> bool:
    """Return whether a pair is one of these words."""
    unit = pair.original or pair.translation
    assert unit is not None, "a pair has at least one side"
    return unit.kind == "setting" and pair.key.removeprefix(f"{unit.file}/").partition("/")[0] in FURTHER


def _untitled(words: Words) -> Iterator[str]:
    """Yield the kinds of boxes without a title on the pages."""
    for page in words.pages.values():
        if page is not None and ("!!!" in page.body or "???" in page.body):
            yield from _UNTITLED.findall(page.body)


def _missing(file: YamlFile, language: Language, lacking: Mapping[str, Unit]) -> Iterator[Finding]:
    entry = next(one for one in language_entries(file, []) if one.values.get("locale") == language.code)
    for key, unit in lacking.items():
        group, _, name = key.removeprefix(f"{file.file}/").partition("/")
        line = file.line((*entry.path, group, *name.split(".")))
        facts = {"name": f"{group}: {name}", "expected": unit.text}
        yield Finding("missing-setting", "error", language.code, key, file.file, line, facts)
