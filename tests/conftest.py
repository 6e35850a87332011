"""A tiny handbook in two languages, written inline, that every test may change and build."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from real_site import browser, readers, sample, site  # noqa: E402

__all__ = ["browser", "readers", "sample", "site"]  # fixtures for every test

TINY = {
    "mkdocs.yml": """\
site_name: Handbook of the lamplighters
site_url: https://lamps.example/book/
docs_dir: docs
site_dir: build/mkdocs
strict: true
hooks: [HOOKS]
theme: { name: material, custom_dir: OVERRIDES, language: en, font: false }
extra_css: [stylesheets/handbook.css]
plugins:
  # the engine's own search is not used
  - i18n:
      docs_structure: suffix
      build_only_locale: !ENV [HANDBOOK_LANGUAGE, en]
      languages:
        - { locale: en, default: true, name: English, site_name: Lamplighters, site_description: What we want. }
        - locale: fr
          name: Français
          site_name: Allumage
          site_description: Ce que nous voulons.
          nav_translations: { The year: L’année }
markdown_extensions: [admonition, attr_list, pymdownx.details, toc: { toc_depth: 4 }]
validation:
  nav: { omitted_files: warn, not_found: warn, absolute_links: warn }
  links: { not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn }
nav:
  - index.md
  - The year:
      - light.md
""",
    "docs/data/documents.yml": """\
plan-1901:
  title: Plan for 1901
  short: Plan 1901
  about: What the lamplighters propose for 1901.
  date: "1901-03-04"
  voice: union
  status: proposed
  rows:
    I: { objective: "1", means: "1 2" }
""",
    "docs/data/bodies.yml": """\
lamp-board:
  kind: joint
  name: Joint Lamp Board
  short: JLB
  about: The board that looks after the lamps.
  source: plan-1901/I/means/1
  attested: [en]
""",
    "docs/data/programme.yml": """\
title: Plan of the lamplighters
year: 1901
areas: [light]
""",
    "docs/data/programme/light.yml": """\
number: I
title: Light for all
objectives:
  bright-streets:
    title: Bright streets
    text: Light every street by 31 December 1901.
    source: plan-1901/I/objective/1
means:
  ask-the-board:
    title: Ask the board
    text: >-
      Ask the [[lamp-board]] for 40 lamps.
    source: plan-1901/I/means/1
  count-lamps:
    title: Count the lamps
    text: Count the lamps twice a year.
    source: plan-1901/I/means/2
""",
    "docs/index.md": """\
---
description: The handbook of the lamplighters.
---
# Welcome { #home }

See [light](light.md) and {{ mention("programme.light.means.count-lamps") }}.

## Documents { #documents }

{{ documents(3) }}
## Bodies { #bodies }

{{ entries("bodies", 3) }}
""",
    "docs/light.md": """\
---
description: Light for all.
---
{{ title("programme.light") }}

{{ area("light") }}
""",
    "docs_fr/data/documents.yml": """\
plan-1901:
  title: Plan pour 1901
  short: Plan 1901
  about: Ce que proposent les personnes qui allument les lampes pour 1901.
""",
    "docs_fr/data/bodies.yml": """\
lamp-board:
  name: Comité paritaire des lampes
  short: CPL
  about: Le comité qui veille sur les lampes.
""",
    "docs_fr/data/programme.yml": "title: Plan de l’allumage\n",
    "docs_fr/data/programme/light.yml": """\
title: De la lumière pour tout le monde
objectives:
  bright-streets:
    title: Des rues claires
    text: Éclairer chaque rue avant le 31 décembre 1901.
means:
  ask-the-board:
    title: Demander au comité
    text: >-
      Demander 40 lampes au [[lamp-board]].
  count-lamps:
    title: Compter les lampes
    text: Compter les lampes deux fois par an.
""",
    "docs_fr/index.md": """\
---
description: Le guide de l’allumage.
---
# Bienvenue { #home }

Voir [la lumière](light.md) et {{ mention("programme.light.means.count-lamps") }}.

## Documents { #documents }

{{ documents(3) }}
## Instances { #bodies }

{{ entries("bodies", 3) }}
""",
    "docs_fr/light.md": """\
---
description: De la lumière pour tout le monde.
---
{{ title("programme.light") }}

{{ area("light") }}
""",
}


class Tree:
    """A handbook on disk: write, replace words, remove, read, and ask what the reader objects to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, file: str, text: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def append(self, file: str, text: str) -> None:
        self.write(file, self.read(file) + text)

    def remove(self, file: str) -> None:
        path = self.root / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def problems(self, allow_missing: bool = False) -> list[str]:
        """Return what steps 1 to 4 object to, as a person reads it; an empty list if they run."""
        from handbook.problems import Refused
        from handbook.stage import stage_handbook

        try:
            stage_handbook(self.root, self.root / "build" / "stage", allow_missing)
        except Refused as refused:
            return [str(problem) for problem in refused.problems]
        return []

    def staged(self, language: str, page: str) -> str:
        """Return a page's staged Markdown; fails if the handbook has problems."""
        assert self.problems(allow_missing=True) == []
        return self.read(f"build/stage/{language}/{page}")


def plant(root: Path) -> Tree:
    """Return a tiny handbook without problems in ``root``, with the macros and fixed words of this project."""
    tree = Tree(root)
    for file, text in TINY.items():
        tree.write(file, text)
    tree.replace("mkdocs.yml", "HOOKS", str(ROOT / "scripts" / "mkdocs_hooks.py"))
    tree.replace("mkdocs.yml", "OVERRIDES", str(ROOT / "overrides"))
    for folder in ("docs", "docs_fr"):
        tree.write(f"{folder}/data/labels.yml", (ROOT / folder / "data" / "labels.yml").read_bytes())
    return tree


@pytest.fixture
def tiny(tmp_path: Path) -> Tree:
    """Return a tiny handbook that the test may change."""
    return plant(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Return a tiny handbook with its ``site/``, built once for all tests, which only read it."""
    from handbook.way import build_site

    tree = plant(tmp_path_factory.mktemp("built"))
    build_site(tree.root, tree.root / "site")
    return tree


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are copied for work that lays nothing out, even where Pango has had a thread since an earlier test."""
    monkeypatch.setattr("handbook.apart._threads", lambda: ())
