"""Handbooks of a few lines, written inline, for tests of what is shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from conftest import ROOT

from handbook.join.contract import reference_contract
from handbook.join.merge import in_reference
from handbook.model.handbook import Handbook, content
from handbook.problems import Problem
from handbook.read.settings import Language, Settings
from handbook.read.yaml import parse
from handbook.render.sentences import Sentences

ENGLISH = Language("en", "English", "docs", True, "Lamplighters", "en-GB")
FRENCH = Language("fr", "Français", "docs_fr", False, "Allumage")
ARABIC = Language("ar", "العربية", "docs_ar", False, "مصابيح")


def handbook(files: Mapping[str, str], language: Language = ENGLISH) -> Handbook:
    """The handbook in these files (name -> YAML), which may lack whatever the test does not need."""
    trees = {}
    for name, text in files.items():
        problems: list[Problem] = []
        file = parse(f"docs/data/{name}.yml", text, problems)
        assert file is not None, problems
        trees[name] = reference_contract(content(name)).validate_python(in_reference(file, language.code, name))
    return Handbook(language.code, trees)


def sentences(book: Handbook, language: Language = ENGLISH) -> Sentences:
    directions = {each.code: each.direction for each in (ENGLISH, FRENCH, ARABIC)}
    return Sentences(book, directions, language.locale)


def settings(*languages: Language, date: str = "1901-03-05", address: str = "https://lamps.example/book/") -> Settings:
    """The settings of this project's macros for a handbook in these languages."""
    return Settings(ROOT, "mkdocs.yml", address, languages or (ENGLISH,), (), datetime.date.fromisoformat(date))


def golden_labels() -> str:
    """The fixed words in English of the pairs that show what macros write."""
    return Path(ROOT / "tests" / "golden" / "docs" / "data" / "labels.yml").read_text(encoding="utf-8")
