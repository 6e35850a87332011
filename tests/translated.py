"""A tiny handbook whose French is remembered as right, and ways to look at its state."""

from __future__ import annotations

from pathlib import Path

from conftest import Tree

from handbook.translations.accept import Accepted, accept
from handbook.translations.gather import gather
from handbook.translations.status import Task, tasks
from handbook.translations.unit import Unit

DAY = "1901-02-03"
LIGHT = "docs_fr/data/programme/light.yml"
MEMORY = "docs_fr/translated-from"
PAGE = """\
---
description: {description}
---
# {title} {{ #lamps }}

{paragraph}

- {one}
- {two}

| {head} | {other} |
| --- | --- |
| {cell} | {{{{ mention("programme.light") }}}} |

!!! note "{box}"
    {inside}

![{picture}](lamp.png)
"""
ENGLISH = {
    "description": "All lamps.",
    "title": "Lamps",
    "paragraph": "There are many lamps in the streets.",
    "one": "Lamps of oil",
    "two": "Lamps of gas",
    "head": "Lamp",
    "other": "Place",
    "cell": "Oil | gas".replace(" | ", " and "),
    "box": "Take care",
    "inside": "Lamps are hot.",
    "picture": "A lamp",
}
FRENCH = {
    "description": "Toutes les lampes.",
    "title": "Les lampes",
    "paragraph": "Il y a beaucoup de lampes dans les rues.",
    "one": "Lampes à huile",
    "two": "Lampes à gaz",
    "head": "Lampe",
    "other": "Lieu",
    "cell": "Huile et gaz",
    "box": "Attention",
    "inside": "Les lampes sont chaudes.",
    "picture": "Une lampe",
}


def with_lamps(tree: Tree) -> Tree:
    """Give the handbook a page with every kind of block, in both languages."""
    for folder, words in (("docs", ENGLISH), ("docs_fr", FRENCH)):
        tree.write(f"{folder}/lamps.md", PAGE.format(**words))
        tree.write(f"{folder}/lamp.png", b"png")
    return tree


def accepted(tree: Tree, *keys: str, wording: bool = False, day: str = DAY) -> Accepted:
    """Accept the French units with these keys, or all of them."""
    gathered = gather(tree.root)
    chosen = [pair for pair in gathered.pairs["fr"] if pair.key in keys] if keys else None
    assert chosen is None or len(chosen) == len(keys)
    return accept(gathered, "fr", chosen, day, wording)


def todo(tree: Tree) -> list[Task]:
    """Return what is to be done for the French."""
    return list(tasks(gather(tree.root).pairs["fr"]))


def states(tree: Tree) -> dict[str, str]:
    """Return the states of what is to be done, by key."""
    return {task.pair.key: task.state for task in todo(tree)}


def unit(tree: Tree, key: str) -> Unit:
    """Return a French unit."""
    return next(one for one in gather(tree.root).units["fr"] if one.key == key)


def snapshot(root: Path) -> dict[str, bytes]:
    """Return all files below ``root`` that hold words or memory."""
    files = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
