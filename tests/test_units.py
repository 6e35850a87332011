"""Everything a reader sees is a unit with an identity that all languages share."""

from __future__ import annotations

from pathlib import Path

from conftest import Tree

from handbook.translations.gather import gather
from handbook.translations.unit import Unit

PAGE = """\
---
title: Light
description: Light for all.
---
# Light for all { #light }

Two lines
of one paragraph with a {{ mention("programme.light.means.count-lamps") }} inside.

{{ area("light") }}

- First **item**
    - An item inside
- {{ mention("programme.light.means.count-lamps") }}

1. Numbered

| Street | Lamps |
| --- | --- |
| East | 40 |
| {{ mention("programme.light.means.count-lamps") }} | West end |

## A picture { #picture }

![A lamp at night](lamp.png) and words.

!!! note "Mind the oil"
    It is **dear**.

{{ documents(3) }}
"""


def collected(tree: Tree) -> dict[str, Unit]:
    return {unit.key: unit for unit in gather(tree.root).units["en"]}


def of_page(tree: Tree) -> dict[str, tuple[int, str, str]]:
    tree.write("docs/light.md", PAGE)
    units = collected(tree)
    return {key: (unit.line, unit.kind, unit.text) for key, unit in units.items() if key.startswith("light.md")}


def test_every_block_of_a_page_is_a_unit_with_its_place(tiny: Tree) -> None:
    assert of_page(tiny) == {
        "light.md/title": (2, "heading", "Light"),
        "light.md/description": (3, "description", "Light for all."),
        "light.md#light/heading-1": (5, "heading", "Light for all"),
        "light.md#light/paragraph-1": (
            7,
            "paragraph",
            'Two lines of one paragraph with a {{ mention("programme.light.means.count-lamps") }} inside.',
        ),
        "light.md#light/item-1": (12, "item", "First **item**"),
        "light.md#light/item-2": (13, "item", "An item inside"),
        "light.md#light/item-3": (16, "item", "Numbered"),
        "light.md#light/cell-1": (18, "cell", "Street"),
        "light.md#light/cell-2": (18, "cell", "Lamps"),
        "light.md#light/cell-3": (20, "cell", "East"),
        "light.md#light/cell-4": (20, "cell", "40"),
        "light.md#light/cell-5": (21, "cell", "West end"),
        "light.md#picture/heading-1": (23, "heading", "A picture"),
        "light.md#picture/paragraph-1": (25, "paragraph", "![A lamp at night](lamp.png) and words."),
        "light.md#picture/alternative-1": (25, "alternative", "A lamp at night"),
        "light.md#picture/admonition-1": (27, "admonition", "Mind the oil"),
        "light.md#picture/paragraph-2": (28, "paragraph", "It is **dear**."),
    }


def test_sentences_labels_names_and_texts_of_the_menu_are_units(tiny: Tree) -> None:
    units = collected(tiny)
    board = units["bodies.lamp-board.name"]
    assert (board.kind, board.text, board.file) == ("name", "Joint Lamp Board", "docs/data/bodies.yml")
    assert tiny.read(board.file).splitlines()[board.line - 1].strip() == "name: Joint Lamp Board"
    assert units["programme.light.means.ask-the-board.title"].kind == "heading"
    assert units["programme.light.means.ask-the-board.text"].kind == "sentence"
    assert units["labels.see"].kind == "label"
    assert units["mkdocs.yml/nav/The year"].kind == "navigation"
    assert units["mkdocs.yml/site_name"].text == "Lamplighters"


def test_facts_are_no_units(tiny: Tree) -> None:
    keys = [key for key in collected(tiny) if key.startswith(("documents.", "programme."))]
    assert not [key for key in keys if key.endswith((".source", ".date", ".voice", ".year", ".number"))]


def test_languages_have_the_same_units(tiny: Tree) -> None:
    units = gather(tiny.root).units
    assert {unit.key for unit in units["fr"]} == {unit.key for unit in units["en"]}
    assert all(unit.file.startswith("docs_fr/") or unit.file == "mkdocs.yml" for unit in units["fr"])


def test_every_unit_is_where_it_says(tiny: Tree) -> None:
    for unit in collected(tiny).values():
        lines = (Path(tiny.root) / unit.file).read_text(encoding="utf-8").splitlines()
        rest = " ".join(" ".join(lines[unit.line - 1 :]).split())
        assert unit.text.split()[0].strip("*[]\"'") in rest, unit
