"""How much of each translation must be complete and current: ``extra: {translated: 100}`` in ``mkdocs.yml``."""

from __future__ import annotations

from pathlib import Path

from handbook.problems import Problem, refuse
from handbook.read.languages import Entry, language_entries
from handbook.read.text import read_text
from handbook.read.yaml import YamlFile, parse

#: What is asked of a language that says nothing.
DEFAULT = 100.0


def read_thresholds(root: Path, config: str) -> dict[str, float]:
    """Return the percentage asked of each language; raise `Refused` for one that is no number from 0 to 100."""
    problems: list[Problem] = []
    text = read_text(root, config, problems)
    file = parse(config, text, problems, engine_tags=True) if text is not None else None
    refuse(problems)
    assert file is not None, "a file without problems was read"
    found = {str(entry.values.get("locale")): _threshold(file, entry, problems) for entry in language_entries(file, [])}
    refuse(problems)
    return found


def _threshold(file: YamlFile, entry: Entry, problems: list[Problem]) -> float:
    extra = entry.values.get("extra")
    if not isinstance(extra, dict) or "translated" not in extra:
        return DEFAULT
    value = extra["translated"]
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100:
        return float(value)
    path = (*entry.path, "extra", "translated")
    wrong = f"'translated' of the language '{entry.values.get('locale')}' is not a percentage"
    todo = "Write for instance 'extra: { translated: 100 }'."
    expected, said = "a number from 0 to 100", file.shown(path, value)
    problems.append(Problem(file.file, file.line(path), wrong, expected, said, todo))
    return DEFAULT
