"""Units of ``mkdocs.yml``: names of the site, titles of the menu and of boxes, words of the theme's buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handbook.join.references import dotted, strings
from handbook.read.languages import Entry, language_entries
from handbook.read.navigation import titles
from handbook.read.settings import Language
from handbook.read.yaml import YamlFile
from handbook.translations.unit import Kind, Unit, folded

#: What each language says of itself there.
_WORDS = ("site_name", "site_description", "copyright")

BOXES = "admonition_translations"
#: Groups of which each language may have entries of its own.
FURTHER = (BOXES, "extra")


def site_units(file: YamlFile, language: Language) -> Iterator[Unit]:
    """Yield the units of one language; ``file`` is the parsed ``mkdocs.yml``."""
    entry = next(one for one in language_entries(file, []) if one.values.get("locale") == language.code)
    for name in _WORDS:
        given = entry.values.get(name)
        if language.reference and given is None:
            yield from _unit(file, name, file.tree.get(name), (name,), "setting")
        else:
            yield from _unit(file, name, given, (*entry.path, name), "setting")
    yield from _navigation(file, language, entry)
    for number, palette in enumerate(_palettes(file.tree if language.reference else entry.values)):
        base = ("theme", "palette", number, "toggle", "name")
        path = base if language.reference else (*entry.path, *base)
        yield from _unit(file, f"palette/{number + 1}", palette, path, "setting")
    yield from more_site_units(file, language)


def _navigation(file: YamlFile, language: Language, entry: Entry) -> Iterator[Unit]:
    translated = entry.values.get("nav_translations") or {}
    for path, title in titles(file):
        if language.reference:
            yield from _unit(file, f"nav/{title}", title, path, "navigation")
        else:
            place = (*entry.path, "nav_translations", title)
            yield from _unit(file, f"nav/{title}", translated.get(title), place, "navigation")


def _palettes(tree: Any) -> Iterator[Any]:
    palettes = ((tree.get("theme") or {}).get("palette")) or ()
    for palette in palettes if isinstance(palettes, list) else [palettes]:
        yield (palette.get("toggle") or {}).get("name") if isinstance(palette, dict) else None


def more_site_units(file: YamlFile, language: Language) -> Iterator[Unit]:
    """Yield further words of a language: titles of boxes that have none of their own, phrases under ``extra``.

    What boxes are called in the language of the originals, where ``mkdocs.yml`` does not say it, is what
    MkDocs writes there: their kind with a capital.
    """
    entries = {entry.values.get("locale"): entry for entry in language_entries(file, [])}
    own = entries[language.code]
    kinds = dict.fromkeys(kind for entry in entries.values() for kind in _group(entry.values, BOXES))
    for kind in kinds:
        given = _group(own.values, BOXES).get(kind)
        if language.reference and given is None:
            given = str(kind).capitalize()
        yield from _unit(file, f"{BOXES}/{kind}", given, (*own.path, BOXES, kind), "setting")
    extras = [(("extra",), file.tree.get("extra"))] if language.reference else []
    for start, tree in (*extras, ((*own.path, "extra"), own.values.get("extra"))):
        for path, text in strings(tree):
            if _phrase(text):
                yield from _unit(file, f"extra/{dotted(path)}", text, (*start, *path), "setting")


def _group(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name)
    return found if isinstance(found, dict) else {}


def _phrase(text: str) -> bool:
    """Return whether a text is words for readers: two or more, and not all with a capital, as a name has them."""
    rest = text.split()[1:]
    return "://" not in text and any(word[0].islower() and word.isalpha() for word in rest)


def _unit(file: YamlFile, name: str, text: Any, path: tuple[str | int, ...], kind: Kind) -> Iterator[Unit]:
    if isinstance(text, str) and text.strip():
        yield Unit(f"{file.file}/{name}", file.file, file.line(path), folded(text), kind, "mkdocs.yml")
