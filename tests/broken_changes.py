"""Ways to break the tiny handbook, for the tables of broken inputs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from conftest import ROOT, Tree

Change = Callable[[Tree], None]
BODIES, DOCUMENTS, LABELS = "docs/data/bodies.yml", "docs/data/documents.yml", "docs/data/labels.yml"
PROGRAMME, LIGHT, STRATEGY = "docs/data/programme.yml", "docs/data/programme/light.yml", "docs/data/strategy.yml"
HOME, PAGE, CONFIG = "docs/index.md", "docs/light.md", "mkdocs.yml"
FR_BODIES, FR_LIGHT = "docs_fr/data/bodies.yml", "docs_fr/data/programme/light.yml"
FR_HOME, FR_PAGE = "docs_fr/index.md", "docs_fr/light.md"
TEXT = "    text: Count the lamps twice a year."
FR_TEXT = "    text: Compter les lampes deux fois par an."
SOURCE = "source: plan-1901/I/means/2"
AREA = '{{ area("light") }}'
FIGURE = """\
lamps:
  title: Lamps
  text: There are 40 lamps.
  source: plan-1901/I/means/1
  area: light
  value: 40
  unit: days
  when: 1901
  population: All streets.
"""
EVENT = """\
night:
  title: Night of the lamps
  text: Light all lamps.
  source: plan-1901/I/means/1
  when: 1901-03-04
"""
NIGHTS = """\
nights:
  title: Nights
  text: Fewer nights without light.
  source: plan-1901/I/means/1
  unit: days
  values:
    then: { label: Then, value: 12 }
    now: { label: Now, value: 3 }
  when: 1901
  population: All streets.
  chart: bars
"""
ROLES = "keeper:\n  name: Keeper\n  about: You keep lamps.\n  of: programme.light.means.count-lamps\n"
QUESTIONS = """\
oil:
  group: case
  title: There is no oil.
  text: Ask the board.
  of: [programme.light.means.ask-the-board]
  ask: lamp-board
"""
FORM_OF_LAMPS = """\
lamps:
  title: Lamps
  about: For each round.
  fields:
    where: { label: Where, lines: 2 }
    which: { label: Which, choices: [] }
"""
REPORT = """\
title: Report
short: Report
document: plan-1901
outcomes:
  light: { number: "1", title: Light, text: All is light., source: plan-1901/I/means/1 }
"""
STRATEGIES = {
    "docs/data/strategy.yml": """\
title: Strategy
period: 1900-1905
vision: { title: Vision, text: Light., source: plan-1901/I/objective/1 }
mission: { title: Mission, text: Light., source: plan-1901/I/objective/1 }
pillars:
  oil: { title: Oil, text: Oil., source: plan-1901/I/objective/1 }
objectives:
  peace:
    title: Peace
    text: Peace in the streets.
    source: plan-1901/I/objective/1
course-of-action:
  headings:
    first:
      pillar: oil
      means:
        buy: { title: Buy, text: Buy oil., source: plan-1901/I/means/1 }
""",
    "docs_fr/data/strategy.yml": """\
title: Stratégie
vision: { title: Vision, text: Lumière. }
mission: { title: Mission, text: Lumière. }
pillars:
  oil: { title: Huile, text: Huile. }
objectives:
  peace:
    title: Paix
    text: La paix dans les rues.
course-of-action:
  headings:
    first:
      means:
        buy: { title: Acheter, text: Acheter de l’huile. }
""",
}


def swap(file: str, old: str, new: str) -> Change:
    """Put other words in the place of some."""
    return lambda tree: tree.replace(file, old, new)


def put(file: str, text: str | bytes) -> Change:
    """Write a whole file."""
    return lambda tree: tree.write(file, text)


def add(file: str, text: str) -> Change:
    """Write something at the end of a file."""
    return lambda tree: tree.append(file, text)


def drop(file: str) -> Change:
    """Take a file or folder away."""
    return lambda tree: tree.remove(file)


def cut(file: str, start: str, end: str = "") -> Change:
    """Take away what stands from ``start`` to ``end``, or to the end of the file."""

    def change(tree: Tree) -> None:
        before, _, after = tree.read(file).partition(start)
        tree.write(file, before + (end + after.partition(end)[2] if end else ""))

    return change


def recoded(file: str, encoding: str, old: str = "", new: str = "") -> Change:
    """Save a file in another encoding."""

    def change(tree: Tree) -> None:
        text = tree.read(file)
        tree.write(file, (text.replace(old, new) if old else text).encode(encoding))

    return change


def moved(file: str, to: str) -> Change:
    """Give a file another name."""
    return lambda tree: (tree.root / file).rename(tree.root / to) and None


def folder(file: str) -> Change:
    """Put a folder in the place of a file."""
    return together(drop(file), lambda tree: (tree.root / file).mkdir())


def link(file: str, to: str) -> Change:
    """Put a link in the place of anything."""

    def change(tree: Tree) -> None:
        if (tree.root / file).exists():
            tree.remove(file)
        (tree.root / file).symlink_to(to)

    return change


def pipe(file: str) -> Change:
    """Put a pipe, which a reader waits for without end, in the place of anything."""

    def change(tree: Tree) -> None:
        (tree.root / file).unlink(missing_ok=True)
        os.mkfifo(tree.root / file)

    return change


def together(*changes: Change) -> Change:
    """Do several things that are one mistake."""

    def change(tree: Tree) -> None:
        for one in changes:
            one(tree)

    return change


def sentence(words: str) -> Change:
    """Write another sentence on line 16 of the area."""
    return swap(LIGHT, TEXT, f"    text: {words}")


def folded(*lines: str) -> Change:
    """Write another sentence on lines 17, 18, … of the area."""
    return swap(LIGHT, TEXT, "\n".join(["    text: >-", *(f"      {line}".rstrip() for line in lines)]))


def strategy(tree: Tree) -> None:
    """Write a strategy that the area serves, in both languages."""
    for file, text in STRATEGIES.items():
        tree.write(file, text)


def alone(tree: Tree) -> None:
    """Leave one language, so that a mistake on a page is one."""
    cut(CONFIG, "        - locale: fr", "markdown_extensions")(tree)
    tree.remove("docs_fr")


# The tiny handbook has the fixed words of this project, which become more with time.


def line_of_label(name: str) -> int:
    """Return the line of a label."""
    lines = (ROOT / LABELS).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(f"{name}:"))


def count_of_labels() -> int:
    """Return how many labels there are."""
    return len(re.findall(r"(?m)^[a-z]", (ROOT / LABELS).read_text(encoding="utf-8")))
