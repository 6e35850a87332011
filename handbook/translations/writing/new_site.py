"""``mkdocs.yml`` as it will be with new words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.problems import Problem
from handbook.read.yaml import Path, YamlFile, parse
from handbook.translations.gather import Gathered
from handbook.translations.site_units import site_units
from handbook.translations.unit import Unit, folded
from handbook.translations.writing.homes import entry_of, language_of, site_path
from handbook.translations.writing.new_data import says, with_values
from handbook.write.edits import Source


def new_site(
    gathered: Gathered, config: YamlFile, changes: Mapping[Unit, str], problems: list[Problem]
) -> bytes | None:
    """Return ``mkdocs.yml`` with ``changes``, of one or more languages; None after adding a problem."""
    codes = [one.language.code for one in gathered.words]
    expected = _said(gathered, config, codes)
    values: dict[Path, str] = {}
    for unit, words in changes.items():
        language = language_of(unit, config, gathered.words).language
        path = site_path(unit, entry_of(config, language))
        if path not in config.lines and any(
            isinstance(part, int) for part in path[len(entry_of(config, language).path) :]
        ):
            todo = "Write its entry by hand, as the reference language has it."
            problems.append(Problem(unit.file, unit.line, f"'{unit.key}' has no place yet", todo=todo))
            continue
        values[path] = words
        expected[f"{language.code} {unit.key}"] = folded(words)
    if len(values) < len(changes):
        return None
    content = with_values((gathered.settings.root / config.file).read_bytes(), config, config, values)
    new = parse(config.file, Source(content).text, problems, engine_tags=True)
    fits = new is not None and says(config.file, expected, _said(gathered, new, codes), problems)
    return content if fits else None


def _said(gathered: Gathered, config: YamlFile, codes: Iterable[str]) -> dict[str, str]:
    languages = [gathered.settings.language(code) for code in codes]
    return {f"{one.code} {unit.key}": unit.text for one in languages for unit in site_units(config, one)}
