"""Broken words of every kind: each gives one clear line at the right place, and the old site stays."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest
from conftest import Tree

import build

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
  unit: lamps
  when: 1901
  population: All streets.
  owner: union
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


ENCODING: dict[str, tuple[Change, str]] = {
    "a tab in the indentation": (
        swap(BODIES, "  short", "\tshort"),
        f"{BODIES}:4: there is a tab at column 1; found U+0009",
    ),
    "tabs on several lines": (
        swap(BODIES, "  short: JLB\n  about", "\tshort: JLB\n\tabout"),
        f"{BODIES}:4: there is a tab at column 1 (and on 1 more line); found U+0009. Type spaces instead",
    ),
    "a tab inside a sentence": (
        swap(BODIES, "Joint Lamp", "Joint\tLamp"),
        f"{BODIES}:3: there is a tab at column 14; found U+0009. Type spaces instead; indent with two spaces.",
    ),
    "a tab on a page": (swap(PAGE, AREA, f"\t{AREA}"), f"{PAGE}:6: there is a tab at column 1; found U+0009"),
    "a tab in the front matter": (
        swap(PAGE, "description: ", "description:\t"),
        f"{PAGE}:2: there is a tab at column 13; found U+0009. Type spaces instead; indent with two spaces.",
    ),
    "a tab in the settings": (
        swap(CONFIG, "  - index.md", "\t- index.md"),
        f"{CONFIG}:26: there is a tab at column 1; found U+0009. Type spaces instead; indent with two spaces.",
    ),
    "a byte-order mark in data": (recoded(BODIES, "utf-8-sig"), f"{BODIES}:1: the file starts with a byte-order mark"),
    "a byte-order mark on a page": (recoded(HOME, "utf-8-sig"), f"{HOME}:1: the file starts with a byte-order mark"),
    "a byte-order mark in the settings": (
        recoded(CONFIG, "utf-8-sig"),
        f"{CONFIG}:1: the file starts with a byte-order mark",
    ),
    "UTF-16": (recoded(BODIES, "utf-16"), f"{BODIES}:1: the file starts with a byte-order mark; found UTF-16"),
    "UTF-16 without a mark": (recoded(BODIES, "utf-16-le"), f"{BODIES}:1: the file is not UTF-8; found zero bytes"),
    "UTF-32": (recoded(BODIES, "utf-32"), f"{BODIES}:1: the file starts with a byte-order mark; found UTF-32"),
    "Latin-1 in a translation": (
        recoded(FR_BODIES, "latin-1"),
        f"{FR_BODIES}:2: the file is not UTF-8; found the byte 0xe9",
    ),
    "Latin-1 on a page": (
        recoded(FR_PAGE, "latin-1", "’", "'"),
        f"{FR_PAGE}:2: the file is not UTF-8; found the byte 0xe8",
    ),
    "a quotation mark of Windows": (
        recoded(HOME, "cp1252", "Welcome", "Welcome’"),
        f"{HOME}:4: the file is not UTF-8; found the byte 0x92",
    ),
    "half a character": (
        lambda tree: tree.write(BODIES, tree.read(BODIES).encode() + b"# \xed\xa0\x80\n"),
        f"{BODIES}:8: the file is not UTF-8; found the byte 0xed",
    ),
    "bytes that are no text": (
        put(BODIES, bytes(range(256))),
        f"{BODIES}:2: the file is not UTF-8; found the byte 0x80",
    ),
    "a picture called .yml": (
        put(BODIES, b"\x89PNG\r\n\x1a\n\x00\x00"),
        f"{BODIES}:1: the file is not UTF-8; found the byte 0x89",
    ),
    "a zero byte": (swap(BODIES, "Joint Lamp", "Joint\0Lamp"), f"{BODIES}:3: the file is not UTF-8; found zero bytes"),
    "a zero-width space": (
        swap(BODIES, "Joint Lamp", "Joint\u200b Lamp"),
        f"{BODIES}:3: there is an invisible character at column 14; found U+200B",
    ),
    "a soft hyphen": (swap(HOME, "Welcome", "Wel\u00adcome"), f"{HOME}:4: there is an invisible character at column 6"),
    "a mark that turns the direction": (
        swap(FR_BODIES, "Comité paritaire", "Comité \u202eparitaire"),
        f"{FR_BODIES}:2: there is an invisible character at column 16; found U+202E",
    ),
    "the mark of a broken character": (
        swap(FR_BODIES, "Comité paritaire", "Comit\ufffd paritaire"),
        f"{FR_BODIES}:2: there is an invisible character at column 14; found U+FFFD",
    ),
    "a character for private use": (
        swap(BODIES, "Joint Lamp", "Joint \ue000Lamp"),
        f"{BODIES}:3: there is an invisible character at column 15; found U+E000",
    ),
    "a line end of another system": (
        swap(BODIES, "Joint Lamp", "Joint\x85Lamp"),
        f"{BODIES}:3: there is an invisible character at column 14; found U+0085",
    ),
    "a no-break space in the indentation": (
        swap(BODIES, "  short", "\u00a0\u00a0short"),
        f"{BODIES}:4: the indentation is not made of plain spaces at column 1; found U+00A0",
    ),
    "an invisible character written with a backslash": (
        sentence('"Count \\u200b lamps"'),
        f"{LIGHT}:16: an invisible character is written with a backslash; found U+200B. Delete it.",
    ),
    "half a character written with a backslash": (
        sentence('"Count \\ud800 lamps"'),
        f"{LIGHT}:16: an invisible character is written with a backslash; found U+D800. Delete it.",
    ),
    "a merge conflict in data": (
        swap(
            LIGHT,
            "    title: Count the lamps\n",
            "<<<<<<< HEAD\n    title: Count the lamps\n=======\n    title: Number the lamps\n>>>>>>> other\n",
        ),
        f"{LIGHT}:15: a merge conflict was left in the file (and on 1 more line); found '<<<<<<<'",
    ),
    "a merge conflict on a page": (
        add(HOME, "\n<<<<<<< HEAD\na\n||||||| base\nc\n=======\nb\n>>>>>>> other\n"),
        f"{HOME}:15: a merge conflict was left in the file (and on 1 more line); found '<<<<<<<'",
    ),
    "the end of a merge conflict": (
        add(HOME, "\n>>>>>>> other\n"),
        f"{HOME}:15: a merge conflict was left in the file",
    ),
}

YAML: dict[str, tuple[Change, str]] = {
    "an empty file": (put(BODIES, ""), f"{BODIES}:1: the file is empty. Write its content, or delete it."),
    "only comments": (put(BODIES, "# nothing\n\n# at all\n"), f"{BODIES}:1: the file is empty. Write its content, or"),
    "only a mark of a document": (put(BODIES, "---\n"), f"{BODIES}:1: the file is empty. Write its content, or"),
    "an empty group": (put(BODIES, "{}\n"), f"{BODIES}:1: the file is empty. Write its content, or delete it."),
    "an empty translation": (put(FR_BODIES, ""), f"{FR_BODIES}:1: the file is empty. Write its content, or delete"),
    "empty settings": (put(CONFIG, "\n"), f"{CONFIG}:1: the file is empty. Write its content, or delete it."),
    "a list instead of keys": (put(BODIES, "- lamp-board\n- lamps\n"), f"{BODIES}:1: the file is not a group of keys"),
    "a sentence instead of keys": (
        put(BODIES, "The lamp board looks after the lamps.\n"),
        f"{BODIES}:1: the file is not a group of keys; expected 'key: value' lines",
    ),
    "a number instead of keys": (put(BODIES, "12\n"), f"{BODIES}:1: the file is not a group of keys"),
    "a list in the settings": (put(CONFIG, "- docs\n"), f"{CONFIG}:1: the file is not a group of keys"),
    "a colon in a sentence": (sentence("Count: the lamps"), f"{LIGHT}:16: a colon followed by a space stands inside a"),
    "a comment that swallows words": (
        sentence("Count lamp #4 now"),
        f"{LIGHT}:16: the words after '#' are a comment and would",
    ),
    "double quotes never closed": (
        sentence('"Count the lamps'),
        f"{LIGHT}:16: a quotation mark is opened and never closed",
    ),
    "single quotes never closed": (
        sentence("'Count the lamps"),
        f"{LIGHT}:16: a quotation mark is opened and never closed",
    ),
    "words after the closing quote": (
        sentence('"Count" the lamps'),
        f"{LIGHT}:16: the indentation does not fit the lines",
    ),
    "an apostrophe in single quotes": (
        sentence("'Count the lamp's oil'"),
        f"{LIGHT}:16: the indentation does not fit the lines above, or text follows a closing quote",
    ),
    "a sentence that starts with a bracket": (
        sentence("[Count] the lamps"),
        f"{LIGHT}:16: a value starts with [ and is taken for a list",
    ),
    "a sentence that starts with an entry": (
        sentence("[[lamp-board]] counts the lamps"),
        f"{LIGHT}:16: a value starts with [ and is taken for a list",
    ),
    "a bracket never closed": (sentence("[Count the lamps"), f"{LIGHT}:16: a value starts with [ and is taken for a"),
    "a sentence that starts with a brace": (
        sentence("{Count} the lamps"),
        f"{LIGHT}:16: a value starts with {{ and is taken for a group",
    ),
    "a sentence that starts with @": (
        sentence("@all count the lamps"),
        f"{LIGHT}:16: a value starts with a character that needs",
    ),
    "a sentence that starts with %": (
        sentence("%all count the lamps"),
        f"{LIGHT}:16: a value starts with a character that needs",
    ),
    "a sentence that starts with a backtick": (
        sentence("`all` count the lamps"),
        f"{LIGHT}:16: a value starts with a character that needs quotes (such as @, ` or %)",
    ),
    "a sentence that starts with *": (
        sentence("*all* count the lamps"),
        f"{LIGHT}:16: a value starts with * or & and needs quotes",
    ),
    "a sentence that starts with bold": (
        sentence("**all** count the lamps"),
        f"{LIGHT}:16: a value starts with * or & and needs quotes. Put the value in quotes.",
    ),
    "a sentence that starts with &": (
        sentence("& count the lamps"),
        f"{LIGHT}:16: a value starts with * or & and needs quotes",
    ),
    "a sentence that starts with !": (
        sentence("!Count the lamps"),
        f"{LIGHT}:16: a value that starts with ! is taken for a",
    ),
    "a sentence that starts with >": (
        sentence("> Count the lamps"),
        f"{LIGHT}:16: words follow > or | on the same line",
    ),
    "a sentence that starts with |": (
        sentence("| Count the lamps"),
        f"{LIGHT}:16: words follow > or | on the same line",
    ),
    "a sentence that starts with ?": (
        sentence("? Count the lamps"),
        f"{LIGHT}:16: a value starts with a question mark and",
    ),
    "a sentence that starts with a dash": (
        sentence("- Count the lamps"),
        f"{LIGHT}:16: a value starts with a dash and is taken for",
    ),
    "a backslash in double quotes": (sentence('"Count \\d lamps"'), f"{LIGHT}:16: a backslash stands in double quotes"),
    "too little indentation": (swap(LIGHT, TEXT, TEXT[1:]), f"{LIGHT}:16: the indentation does not fit the lines"),
    "too much indentation": (swap(LIGHT, TEXT, f" {TEXT}"), f"{LIGHT}:16: a colon followed by a space stands inside a"),
    "a folded sentence without indentation": (
        swap(LIGHT, TEXT, "    text: >-\n    Count the lamps."),
        f"{LIGHT}:17: a line is neither 'key: value' nor part of a sentence above",
    ),
    "a folded sentence that falls back": (
        swap(LIGHT, TEXT, "    text: >-\n      Count the\n  lamps."),
        f"{LIGHT}:18: a line is neither 'key: value' nor part of a sentence above",
    ),
    "a key without its colon": (
        swap(LIGHT, TEXT, "    text Count the lamps"),
        f"{LIGHT}:16: a line is neither 'key: value' nor part of a sentence above",
    ),
    "a key without a space after its colon": (
        swap(LIGHT, TEXT, "    text:Count the lamps"),
        f"{LIGHT}:16: a line is neither 'key: value' nor part of a sentence above",
    ),
    "an entry without its colon": (
        swap(BODIES, "lamp-board:", "lamp-board"),
        f"{BODIES}:1: a line is neither 'key: value' nor part of a sentence above",
    ),
    "an anchor": (sentence("&lamps Count the lamps"), f"{LIGHT}:16: anchors (&) and aliases (*) of YAML are not"),
    "an alias": (sentence("*lamps"), f"{LIGHT}:16: anchors (&) and aliases (*) of YAML are not used here"),
    "aliases that expand without end": (
        add(BODIES, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
        f"{BODIES}:8: anchors (&) and aliases (*) of YAML are not used here. Write the words out.",
    ),
    "a merge of keys": (
        add(BODIES, "other:\n  <<: {kind: joint}\n"),
        f"{BODIES}:9: groups are not merged with '<<' here",
    ),
    "a tag that runs Python": (
        sentence("!!python/object/apply:os.system [ls]"),
        f"{LIGHT}:16: a value that starts with ! is taken for a tag. Put the value in quotes.",
    ),
    "a tag of Python": (
        sentence("!!python/name:os.system x"),
        f"{LIGHT}:16: a value that starts with ! is taken for a",
    ),
    "a tag of its own": (sentence("!sentence Count"), f"{LIGHT}:16: a value that starts with ! is taken for a tag"),
    "a tag that is known": (sentence("!!str 40"), f"{LIGHT}:16: a value that starts with ! is taken for a tag"),
    "a tag of MkDocs in data": (sentence("!ENV HOME"), f"{LIGHT}:16: a value that starts with ! is taken for a tag"),
    "a tag without its handle": (sentence("!e!x lamps"), f"{LIGHT}:16: a value that starts with ! is taken for a"),
    "a second document": (add(BODIES, "---\na: b\n"), f"{BODIES}:8: a line '---' begins a second document"),
    "a mark at the end": (add(BODIES, "---\n"), f"{BODIES}:8: a line '---' begins a second document"),
    "words after the end": (add(BODIES, "...\na: b\n"), f"{BODIES}:9: something follows the end of the file's"),
    "a directive of another YAML": (
        swap(BODIES, "lamp-board:", "%YAML 3.0\n---\nlamp-board:"),
        f"{BODIES}:1: a line that starts with % is not used here. Delete the line.",
    ),
    "ten thousand brackets": (
        add(BODIES, "x: " + "[" * 10_000 + "]" * 10_000 + "\n"),
        f"{BODIES}:8: the groups are nested too deeply. A few levels are enough; look for brackets left open.",
    ),
    "ten thousand brackets never closed": (
        add(BODIES, "x: " + "[" * 10_000 + "\n"),
        f"{BODIES}:8: the groups are nested too deeply. A few levels are enough; look for brackets left open.",
    ),
    "groups in groups in groups": (
        add(BODIES, "".join(f"{'  ' * level}a:\n" for level in range(60))),
        f"{BODIES}:48: the groups are nested too deeply. A few levels are enough; look for brackets left open.",
    ),
    "a key that is a list": (
        add(BODIES, "? [a, b]\n: x\n"),
        f"{BODIES}:8: this is not a key; expected a word followed",
    ),
    "an empty key": (add(BODIES, '"": x\n'), f"{BODIES}:8: this is not a key; expected a word followed by a colon."),
    "a tag that runs Python in the settings": (
        add(CONFIG, "extra: !!python/object/apply:os.getcwd []\n"),
        f"{CONFIG}:29: a value that starts with ! is taken for a tag. Put the value in quotes.",
    ),
    "settings that are not YAML": (
        add(CONFIG, "a: b: c\n"),
        f"{CONFIG}:29: a colon followed by a space stands inside a",
    ),
}

KEYS: dict[str, tuple[Change, str]] = {
    "a key twice in an entry": (
        swap(BODIES, "  short: JLB\n", "  short: JLB\n  short: JLB\n"),
        f"{BODIES}:5: 'short' is written twice (first on line 4)",
    ),
    "a key twice, once in quotes": (
        swap(BODIES, "  short: JLB\n", "  short: JLB\n  'short': JLB\n"),
        f"{BODIES}:5: 'short' is written twice (first on line 4)",
    ),
    "an entry twice": (add(BODIES, "lamp-board: {}\n"), f"{BODIES}:8: 'lamp-board' is written twice (first on line"),
    "a group twice": (add(LIGHT, "objectives: {}\n"), f"{LIGHT}:18: 'objectives' is written twice (first on line"),
    "a key twice in a statement": (
        swap(LIGHT, "    title: Count the lamps\n", "    title: Count the lamps\n    title: Count\n"),
        f"{LIGHT}:16: 'title' is written twice (first on line 15)",
    ),
    "a key twice in a translation": (
        swap(FR_LIGHT, "    title: Compter les lampes\n", "    title: Compter les lampes\n    title: Compter\n"),
        f"{FR_LIGHT}:13: 'title' is written twice (first on line 12)",
    ),
    "a key twice in the settings": (
        add(CONFIG, "site_url: https://other.example/\n"),
        f"{CONFIG}:29: 'site_url' is written twice (first on line 2)",
    ),
    "a key twice in the front matter": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\ndescription: Light."),
        f"{PAGE}:3: 'description' is written twice (first on line 2)",
    ),
    "a misspelt key": (swap(BODIES, "  short", "  shrt"), f"{BODIES}:4: the key 'shrt' in 'lamp-board' is unknown"),
    "a misspelt key that is needed": (
        swap(LIGHT, TEXT, "    txt: Count the lamps."),
        f"{LIGHT}:16: the key 'txt' in 'means.count-lamps' is unknown",
    ),
    "a key with a capital": (
        swap(LIGHT, TEXT, "    Text: Count the lamps."),
        f"{LIGHT}:16: the key 'Text' in 'means.count-lamps' is unknown",
    ),
    "an unknown key": (swap(BODIES, "  short", "  colour"), f"{BODIES}:4: the key 'colour' in 'lamp-board' is unknown"),
    "an unknown group": (add(LIGHT, "mean: {}\n"), f"{LIGHT}:18: the key 'mean' is unknown"),
    "an unknown key in the reference of a fact": (
        add(PROGRAMME, "budget: 12\n"),
        f"{PROGRAMME}:4: the key 'budget' is unknown",
    ),
    "a missing title": (
        swap(LIGHT, "    title: Count the lamps\n", ""),
        f"{LIGHT}:14: 'means.count-lamps.title' is missing",
    ),
    "a missing sentence": (swap(LIGHT, f"{TEXT}\n", ""), f"{LIGHT}:14: 'means.count-lamps.text' is missing"),
    "a missing source": (swap(LIGHT, f"    {SOURCE}\n", ""), f"{LIGHT}:14: 'means.count-lamps.source' is missing"),
    "a missing explanation": (
        swap(BODIES, "  about: The board that looks after the lamps.\n", ""),
        f"{BODIES}:1: 'lamp-board.about' is missing. Add 'about: …' here.",
    ),
    "a missing year": (swap(PROGRAMME, "year: 1901\n", ""), f"{PROGRAMME}:1: 'year' is missing. Add 'year: …' here."),
    "a key with a capital and a line below": (
        swap(BODIES, "lamp-board:", "Lamp_Board:"),
        f"{BODIES}:1: the key 'Lamp_Board' has another form",
    ),
    "a key with a dot": (
        swap(BODIES, "lamp-board:", "lamp.board:"),
        f"{BODIES}:1: the key 'lamp.board' has another form",
    ),
    "a key of two words": (
        swap(LIGHT, "  count-lamps:", "  count lamps:"),
        f"{LIGHT}:14: the key 'count lamps' has another form",
    ),
    "a key with an accent": (
        swap(LIGHT, "  count-lamps:", "  cóunt:"),
        f"{LIGHT}:14: the key 'cóunt' has another form",
    ),
    "a number as a key": (add(BODIES, "12: x\n"), f"{BODIES}:8: the key '12' has another form"),
    "nothing as a key": (add(BODIES, "~: x\n"), f"{BODIES}:8: the key '~' has another form"),
}

TYPES: dict[str, tuple[Change, str]] = {
    "an empty sentence": (sentence('""'), f"{LIGHT}:16: 'means.count-lamps.text' is an empty sentence"),
    "a blank sentence": (sentence('"   "'), f"{LIGHT}:16: 'means.count-lamps.text' is an empty sentence"),
    "no sentence": (sentence(""), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence; expected words"),
    "a sentence that is null": (sentence("~"), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence"),
    "a list instead of a sentence": (
        sentence("[Count, lamps]"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence",
    ),
    "a list below a sentence": (
        sentence("\n      - Count\n      - lamps"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence; expected words; found a list",
    ),
    "a number instead of a sentence": (sentence("40"), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence"),
    "a decimal number instead of a sentence": (
        sentence("4.5"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence",
    ),
    "no instead of a sentence": (sentence("no"), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence"),
    "a date instead of a sentence": (sentence("2025-02-20"), f"{LIGHT}:16: 'means.count-lamps.text' holds a bare date"),
    "a group instead of a sentence": (
        sentence("{en: Count}"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence",
    ),
    "an empty sentence in a translation": (
        swap(FR_LIGHT, FR_TEXT, '    text: ""'),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' is an empty sentence; expected words; found nothing",
    ),
    "no sentence in a translation": (
        swap(FR_LIGHT, FR_TEXT, "    text:"),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' is missing",
    ),
    "no instead of a translated sentence": (
        swap(FR_LIGHT, FR_TEXT, "    text: no"),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' is not a sentence; expected words; found 'no'",
    ),
    "a year in letters": (swap(PROGRAMME, "1901", "MCMI"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year in quotes": (swap(PROGRAMME, "1901", '"1901"'), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "half a year": (swap(PROGRAMME, "1901", "1901.5"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year that is yes": (swap(PROGRAMME, "1901", "yes"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year of two digits": (
        swap(PROGRAMME, "1901", "19"),
        f"{PROGRAMME}:2: 'year' is out of bounds; expected 1000 or",
    ),
    "a year before all years": (
        swap(PROGRAMME, "1901", "-1"),
        f"{PROGRAMME}:2: 'year' is out of bounds; expected 1000 or",
    ),
    "a year of another count": (swap(PROGRAMME, "1901", "01901"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year without end": (swap(PROGRAMME, "1901", ".inf"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year of ten thousand digits": (
        swap(PROGRAMME, "1901", "9" * 10_000),
        f"{PROGRAMME}:2: 'year' is of the wrong type; expected a whole number",
    ),
    "an area instead of a list": (swap(PROGRAMME, "[light]", "light"), f"{PROGRAMME}:3: 'areas' is of the wrong type"),
    "a group instead of a list": (
        swap(PROGRAMME, "[light]", "{light: 1}"),
        f"{PROGRAMME}:3: 'areas' is of the wrong type; expected words or a list of words; found a group of keys.",
    ),
    "an empty list": (swap(PROGRAMME, "[light]", "[]"), f"{PROGRAMME}:3: 'areas' is empty; expected at least one"),
    "no in a list": (
        swap(PROGRAMME, "[light]", "[light, no]"),
        f"{PROGRAMME}:3: 'areas', entry 2 is of the wrong type",
    ),
    "a list instead of statements": (
        put(LIGHT, "number: I\ntitle: Light\nobjectives:\n  - title: Bright streets\n"),
        f"{LIGHT}:3: 'objectives' is of the wrong type; expected a group of keys; found a list.",
    ),
    "a group without anything": (add(LIGHT, "priorities:\n"), f"{LIGHT}:18: 'priorities' is of the wrong type"),
    "a statement without anything": (
        add(LIGHT, "priorities:\n  first:\n"),
        f"{LIGHT}:19: 'priorities.first' is of the wrong type; expected a group of keys; found nothing.",
    ),
    "words instead of a statement": (
        add(LIGHT, "priorities:\n  first: Count the lamps.\n"),
        f"{LIGHT}:19: 'priorities.first' is of the wrong type; expected a group of keys",
    ),
    "a kind that does not exist": (
        swap(BODIES, "kind: joint", "kind: jiont"),
        f"{BODIES}:2: 'lamp-board.kind' has an unknown value",
    ),
    "a voice that does not exist": (
        swap(DOCUMENTS, "voice: union", "voice: onion"),
        f"{DOCUMENTS}:6: 'plan-1901.voice' has an unknown value; expected union or administration",
    ),
    "a status that no document has": (
        swap(DOCUMENTS, "status: proposed", "status: adopted"),
        f"{DOCUMENTS}:7: 'plan-1901.status' has an unknown value",
    ),
    "a language that has no code": (
        swap(BODIES, "[en]", "[english]"),
        f"{BODIES}:7: 'lamp-board.attested', entry 1 has another",
    ),
    "no as a language": (swap(BODIES, "[en]", "[no]"), f"{BODIES}:7: 'lamp-board.attested', entry 1 is of the wrong"),
    "maybe": (add(BODIES, "  everyday: maybe\n"), f"{BODIES}:8: 'lamp-board.everyday' is of the wrong type"),
    "a number as the rows of a document": (
        swap(DOCUMENTS, 'objective: "1"', "objective: 1"),
        f"{DOCUMENTS}:9: 'plan-1901.rows.I.objective' is of the wrong type; expected words; found '1'",
    ),
    "a list of rows": (
        swap(DOCUMENTS, 'I: { objective: "1", means: "1 2" }', "- I"),
        f"{DOCUMENTS}:8: 'plan-1901.rows' is of the wrong type; expected a group of keys; found a list.",
    ),
    "a date in words": (
        swap(DOCUMENTS, '"1901-03-04"', "4 March 1901"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "the thirtieth of February": (
        swap(DOCUMENTS, '"1901-03-04"', '"1901-02-30"'),
        f"{DOCUMENTS}:5: 'plan-1901.date' is a date that does not exist",
    ),
    "the thirteenth month": (
        swap(DOCUMENTS, '"1901-03-04"', "1901-13-04"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is a date that does not exist",
    ),
    "the year zero": (
        swap(DOCUMENTS, '"1901-03-04"', '"0000"'),
        f"{DOCUMENTS}:5: 'plan-1901.date' is a date that does not",
    ),
    "a day before the year": (
        swap(DOCUMENTS, '"1901-03-04"', '"04-03-1901"'),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "a season of another world": (
        swap(DOCUMENTS, '"1901-03-04"', "1901-monsoon"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "a list instead of a date": (
        swap(DOCUMENTS, '"1901-03-04"', "[1901]"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "a value in letters": (
        put("docs/data/figures.yml", FIGURE.replace("40", "forty")),
        "docs/data/figures.yml:6: 'lamps.value' is of the wrong type; expected a number; found 'forty'.",
    ),
    "a value that is no number": (
        put("docs/data/figures.yml", FIGURE.replace("40", ".nan")),
        "docs/data/figures.yml:6: 'lamps.value' is of the wrong type; expected a number; found '.nan'.",
    ),
    "a unit without words": (
        put("docs/data/figures.yml", FIGURE.replace("unit: lamps", 'unit: ""')),
        "docs/data/figures.yml:7: 'lamps.unit' is empty; expected words. Fill it.",
    ),
    "a label that is a number": (
        swap(LABELS, 'first-of-month: "1"', "first-of-month: 1"),
        f"{LABELS}:48: 'first-of-month' is not a sentence; expected words; found '1'. Put the words in quotes.",
    ),
}

SENTENCES: dict[str, tuple[Change, str]] = {
    "raw HTML": (sentence("Count <b>all</b> the lamps."), f"{LIGHT}:16: 'means.count-lamps.text' holds raw HTML"),
    "raw HTML on the third line": (
        folded("Count the lamps", "twice a year,", "also <b>the old</b> ones", "and more."),
        f"{LIGHT}:19: 'means.count-lamps.text' holds raw HTML; expected inline Markdown",
    ),
    "a comment of HTML": (
        sentence("Count <!-- all --> the lamps."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds raw HTML",
    ),
    "raw HTML in a title": (
        swap(LIGHT, "title: Count the lamps", "title: Count <i>the</i> lamps"),
        f"{LIGHT}:15: 'means.count-lamps.title' holds raw HTML; expected inline Markdown",
    ),
    "raw HTML in a remark": (
        add(LIGHT, "    caution: Count<br>again.\n"),
        f"{LIGHT}:18: 'means.count-lamps.caution' holds raw HTML; expected inline Markdown; found '<br>again.'",
    ),
    "raw HTML in a translation": (
        swap(FR_LIGHT, FR_TEXT, "    text: >-\n      Compter\n      les <i>lampes</i>."),
        f"{FR_LIGHT}:15: 'means.count-lamps.text' holds raw HTML; expected inline Markdown",
    ),
    "raw HTML in a label": (
        swap(LABELS, "what-we-want: What we want", "what-we-want: What <i>we</i> want"),
        f"{LABELS}:4: 'what-we-want' holds raw HTML; expected inline Markdown; found '<i>we</i> want'",
    ),
    "an HTML entity": (
        folded("Count the lamps", "of oil &amp; gas."),
        f"{LIGHT}:18: 'means.count-lamps.text' holds an HTML",
    ),
    "an HTML entity in numbers": (
        folded("Count the lamps", "of &#233;lan."),
        f"{LIGHT}:18: 'means.count-lamps.text' holds an HTML entity; expected inline Markdown",
    ),
    "a macro call": (folded("Count", "{{ lamps }}"), f"{LIGHT}:18: 'means.count-lamps.text' holds Jinja"),
    "a block of Jinja": (
        folded("Count", "the lamps", "{% if lamps %}now{% endif %}"),
        f"{LIGHT}:19: 'means.count-lamps.text' holds Jinja; expected inline Markdown",
    ),
    "a comment of Jinja": (folded("Count", "{# all #} lamps"), f"{LIGHT}:18: 'means.count-lamps.text' holds Jinja"),
    "the end of a macro call": (folded("Count", "the }} lamps"), f"{LIGHT}:18: 'means.count-lamps.text' holds Jinja"),
    "braces": (folded("Count", "the lamps { #x }"), f"{LIGHT}:18: 'means.count-lamps.text' holds a brace"),
    "a script": (
        sentence("Count [here](javascript:alert(1)) now."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds a link to",
    ),
    "a link to a file": (
        sentence("Count [here](light.md) now."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds a link to",
    ),
    "a link never closed": (
        sentence("Count [here](https://lamps.example now."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds a link that is never closed; expected inline Markdown",
    ),
    "a picture": (sentence("Count ![here](lamp.png) now."), f"{LIGHT}:16: 'means.count-lamps.text' holds a picture"),
    "a heading": (sentence("'# Count'"), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a heading, list,"),
    "a list": (sentence("'- Count'"), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a heading, list,"),
    "a numbered list": (sentence("1. Count"), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a heading,"),
    "two paragraphs": (folded("Count", "", "the lamps"), f"{LIGHT}:17: 'means.count-lamps.text' holds an empty"),
    "a footnote": (sentence("Count[^1] the lamps."), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a"),
    "bold never closed": (sentence("Count **the lamps."), f"{LIGHT}:16: 'means.count-lamps.text' holds '**' without"),
}

REFERENCES: dict[str, tuple[Change, str]] = {
    "an entry that does not exist": (
        swap(LIGHT, "[[lamp-board]]", "[[lamp-bord]]"),
        f"{LIGHT}:12: the entry 'lamp-bord' does not exist",
    ),
    "an entry like no other": (
        swap(LIGHT, "[[lamp-board]]", "[[zzzz]]"),
        f"{LIGHT}:12: the entry 'zzzz' does not exist",
    ),
    "an entry with a capital": (
        swap(LIGHT, "[[lamp-board]]", "[[Lamp-Board]]"),
        f"{LIGHT}:12: the entry 'Lamp-Board' does not exist",
    ),
    "an entry without a key": (swap(LIGHT, "[[lamp-board]]", "[[]]"), f"{LIGHT}:12: the entry '' does not exist"),
    "an entry on the third line": (
        folded("Ask.", "Then ask.", "Then the [[lamp-bord]]."),
        f"{LIGHT}:19: the entry 'lamp-bord' does not exist",
    ),
    "an entry broken over two lines": (
        folded("Ask the [[lamp-", "board]] now."),
        f"{LIGHT}:17: the entry 'lamp- board' does not exist",
    ),
    "brackets never closed": (
        swap(LIGHT, "[[lamp-board]]", "[[lamp-board]"),
        f"{LIGHT}:12: double brackets are opened or closed, not both; expected [[key]]",
    ),
    "brackets never opened": (
        swap(LIGHT, "[[lamp-board]]", "lamp-board]]"),
        f"{LIGHT}:12: double brackets are opened or closed, not both; expected [[key]]",
    ),
    "an ending that does not exist": (
        swap(LIGHT, "[[lamp-board]]", "[[lamp-board:nam]]"),
        f"{LIGHT}:12: '[[lamp-board:nam]]' has an unknown ending; expected [[lamp-board:name]].",
    ),
    "an entry in an explanation": (
        swap(BODIES, "The board that", "The [[bord]] that"),
        f"{BODIES}:5: the entry 'bord' does not exist",
    ),
    "an entry in the name of an entry": (
        swap(BODIES, "name: Joint", "name: The [[lamp-board]], joint"),
        f"{BODIES}:3: 'lamp-board.name' names an entry, and the name of an entry holds words only",
    ),
    "an entry in a label": (
        swap(LABELS, "what-we-want: What we want", "what-we-want: What [[we]] want"),
        f"{LABELS}:4: the entry 'we' does not exist",
    ),
    "an entry that only the translation misspells": (
        swap(FR_LIGHT, "[[lamp-board]]", "[[lamp-bord]]"),
        f"{FR_LIGHT}:10: the entry 'lamp-bord' does not exist",
    ),
    "an entry that the translation leaves out": (
        swap(FR_LIGHT, "[[lamp-board]]", "comité"),
        f"{FR_LIGHT}:9: 'means.ask-the-board.text' names other entries than docs/data/programme/light.yml:11",
    ),
    "an entry that the translation adds": (
        swap(FR_LIGHT, FR_TEXT, "    text: Compter avec le [[lamp-board]]."),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' names other entries than docs/data/programme/light.yml:16",
    ),
    "one key in two registers": (
        together(
            put(
                "docs/data/terms.yml",
                "lamp-board:\n  kind: idea\n  name: Lamp\n  about: A lamp.\n  source: plan-1901/I/means/1\n",
            ),
            put("docs_fr/data/terms.yml", "lamp-board:\n  name: Lampe\n  about: Une lampe.\n"),
        ),
        "docs/data/terms.yml:1: the entry 'lamp-board' exists already in docs/data/bodies.yml, line 1",
    ),
    "a link to a key that does not exist": (
        sentence("See [the streets](@programme.light.means.count-lamp)."),
        f"{LIGHT}:16: the link '@programme.light.means.count-lamp' leads to nothing",
    ),
    "a source row that does not exist": (
        swap(LIGHT, SOURCE, "source: plan-1901/I/means/3"),
        f"{LIGHT}:17: the source row 'plan-1901/I/means/3' does not exist; expected document/part/kind/item",
    ),
    "one row of a list that does not exist": (
        swap(LIGHT, SOURCE, "source:\n      - plan-1901/I/means/2\n      - plan-1901/I/means/9"),
        f"{LIGHT}:19: the source row 'plan-1901/I/means/9' does not exist; expected document/part/kind/item",
    ),
    "a document that does not exist": (
        swap(LIGHT, SOURCE, "source: plan-1902/I/means/2"),
        f"{LIGHT}:17: the document 'plan-1902' of the source row 'plan-1902/I/means/2' does not exist",
    ),
    "a document like no other": (
        swap(LIGHT, SOURCE, "source: zz/I/means/2"),
        f"{LIGHT}:17: the document 'zz' of the source row 'zz/I/means/2' does not exist",
    ),
    "a source that is no row": (
        swap(LIGHT, SOURCE, "source: somewhere"),
        f"{LIGHT}:17: 'somewhere' is not a source row",
    ),
    "an empty source": (swap(LIGHT, SOURCE, 'source: ""'), f"{LIGHT}:17: '' is not a source row; expected"),
    "no source": (swap(LIGHT, SOURCE, "source:"), f"{LIGHT}:17: 'means.count-lamps.source' is of the wrong type"),
    "a number as a source": (
        swap(LIGHT, SOURCE, "source: 12"),
        f"{LIGHT}:17: 'means.count-lamps.source' is of the wrong",
    ),
    "an empty list of sources": (swap(LIGHT, SOURCE, "source: []"), f"{LIGHT}:17: 'means.count-lamps.source' is empty"),
    "a source of an entry": (
        swap(BODIES, "means/1", "means/11"),
        f"{BODIES}:6: the source row 'plan-1901/I/means/11' does",
    ),
    "a row that nothing comes from": (
        swap(DOCUMENTS, '"1 2"', '"1 2 3"'),
        f"{DOCUMENTS}:9: the row 'plan-1901/I/means/3' is the source of no statement",
    ),
    "an area without a file": (
        swap(PROGRAMME, "[light]", "[light, dark]"),
        f"{PROGRAMME}:3: the area 'dark' has no file docs/data/programme/dark.yml; expected light",
    ),
    "an area under a misspelt name": (
        swap(PROGRAMME, "[light]", "[lihgt]"),
        f"{PROGRAMME}:3: the area 'lihgt' has no file docs/data/programme/lihgt.yml; expected light",
    ),
    "an area twice": (swap(PROGRAMME, "[light]", "[light, light]"), f"{PROGRAMME}:3: the area 'light' is listed twice"),
    "an area that is not listed": (
        together(
            put("docs/data/programme/oil.yml", "number: II\ntitle: Oil\n"),
            put("docs_fr/data/programme/oil.yml", "title: Huile\n"),
        ),
        "docs/data/programme/oil.yml: the area 'oil' is not listed in docs/data/programme.yml",
    ),
    "an area that is gone in all languages": (
        together(drop(LIGHT), drop(FR_LIGHT)),
        f"{PROGRAMME}:3: the area 'light' has no file docs/data/programme/light.yml",
    ),
    "an objective that does not exist": (
        together(add(LIGHT, "serves: [piece]\n"), strategy),
        f"{LIGHT}:18: 'piece' is not an objective of the strategy; expected peace. Did you mean 'peace'?",
    ),
    "an objective without a strategy": (
        add(LIGHT, "serves: [peace]\n"),
        f"{LIGHT}:18: 'peace' is not an objective of the strategy",
    ),
    "a reminder of nothing": (
        together(
            add(LIGHT, "remember:\n  twice:\n    text: Twice a year.\n    of: [means.count-lamp]\n"),
            add(FR_LIGHT, "remember:\n  twice:\n    text: Deux fois.\n"),
        ),
        f"{LIGHT}:21: 'means.count-lamp' is not a statement of this file",
    ),
    "a reminder of a title": (
        together(
            add(LIGHT, "remember:\n  twice:\n    text: Twice a year.\n    of: title\n"),
            add(FR_LIGHT, "remember:\n  twice:\n    text: Deux fois.\n"),
        ),
        f"{LIGHT}:21: 'title' is not a statement of this file",
    ),
    "a pillar that does not exist": (
        together(strategy, swap(STRATEGY, "pillar: oil", "pillar: iol")),
        f"{STRATEGY}:15: 'iol' is not a pillar; expected oil. Did you mean 'oil'?",
    ),
    "an objective with neither text nor parts": (
        together(
            strategy,
            swap("docs_fr/data/strategy.yml", "    text: La paix dans les rues.\n", ""),
            swap(STRATEGY, "    text: Peace in the streets.\n    source: plan-1901/I/objective/1\n", ""),
        ),
        f"{STRATEGY}:8: the objective 'peace' has neither 'text' nor 'parts'",
    ),
    "an objective with a text and no source": (
        together(
            strategy,
            swap(
                STRATEGY,
                "    text: Peace in the streets.\n    source: plan-1901/I/objective/1\n",
                "    text: Peace in the streets.\n",
            ),
        ),
        f"{STRATEGY}:8: the objective 'peace' has a text without a source, or a source without a text",
    ),
    "a figure of no area": (
        put("docs/data/figures.yml", FIGURE.replace("area: light", "area: lihgt")),
        "docs/data/figures.yml:5: 'lihgt' is not an area of the programme; expected light",
    ),
}

FILES: dict[str, tuple[Change, str]] = {
    "a language without its folder": (drop("docs_fr"), "docs_fr: the folder of the language 'fr' is missing"),
    "the reference language without its folder": (drop("docs"), "docs: the folder of the language 'en' is missing"),
    "no data": (drop("docs/data"), "docs/data: the folder is missing or empty. Put it back with its files."),
    "no translated data": (drop("docs_fr/data"), "docs_fr/data: 88 sentences are not translated: the folder is"),
    "no labels": (drop(LABELS), f"{LABELS}: the file is missing. docs_fr/data/labels.yml translates it: put it"),
    "no translated labels": (
        drop("docs_fr/data/labels.yml"),
        "docs_fr/data/labels.yml: 74 sentences of docs/data/labels.yml are not",
    ),
    "no documents": (drop(DOCUMENTS), f"{DOCUMENTS}: the file is missing. docs_fr/data/documents.yml translates it:"),
    "no bodies": (drop(BODIES), f"{BODIES}: the file is missing. docs_fr/data/bodies.yml translates it: put it"),
    "no translated bodies": (drop(FR_BODIES), f"{FR_BODIES}: 3 sentences of docs/data/bodies.yml are not"),
    "no programme": (drop(PROGRAMME), f"{PROGRAMME}: the file is missing. docs_fr/data/programme.yml translates it:"),
    "no area": (drop(LIGHT), f"{LIGHT}: the file is missing. docs_fr/data/programme/light.yml translates it: put it"),
    "no page": (together(drop(PAGE), drop(FR_PAGE)), f"{CONFIG}:28: the navigation names 'light.md', and there is"),
    "no translated page": (drop(FR_PAGE), f"{FR_PAGE}: the page is not translated: the file is missing"),
    "no home page": (drop(HOME), f"{HOME}: the handbook has no home page. Create this file."),
    "no settings": (drop(CONFIG), f"{CONFIG}: the file is missing. Put it back or create it."),
    "a file in a folder's place": (
        together(drop("docs_fr"), put("docs_fr", "x")),
        "docs_fr: the folder of the language 'fr' is missing",
    ),
    "a file in the place of data": (
        together(drop("docs_fr/data"), put("docs_fr/data", "x")),
        "docs_fr/data: 88 sentences are not translated: the folder is missing or empty. Create its files.",
    ),
    "a folder in the place of settings": (folder(CONFIG), f"{CONFIG}: this is not a file; found a folder."),
    "a folder in the place of labels": (folder(LABELS), f"{LABELS}: this is a folder with the name of a file"),
    "a folder in the place of a page": (folder(PAGE), f"{PAGE}: this is a folder with the name of a file. Rename it."),
    "a folder in the place of a translated page": (
        folder(FR_PAGE),
        f"{FR_PAGE}: this is a folder with the name of a file",
    ),
    "a link that turns in a circle": (link("docs/loop", "."), "docs/loop: this is a link, not a file"),
    "a link to itself": (link("docs/data/me.yml", "me.yml"), "docs/data/me.yml: this is a link, not a file"),
    "a link to nothing": (link(BODIES, "nowhere.yml"), f"{BODIES}: this is a link, not a file. Copy the file here."),
    "a link that leads out": (link("docs/users.md", "/etc/passwd"), "docs/users.md: this is a link, not a file"),
    "a language that is a link to itself": (
        link("docs_fr", "docs_fr"),
        "docs_fr: the folder of the language 'fr' is missing",
    ),
    "a pipe": (pipe("docs/data/events.yml"), "docs/data/events.yml: this is not a file. Delete it."),
    "a pipe beside the pages": (pipe("docs/lamp.png"), "docs/lamp.png: this is not a file. Delete it."),
    "a pipe in the place of settings": (pipe(CONFIG), f"{CONFIG}: this is not a file; found a device."),
    "the ending .yaml": (
        moved(BODIES, "docs/data/bodies.yaml"),
        "docs/data/bodies.yaml: only .yml files stand in data/",
    ),
    "the ending .YML": (moved(BODIES, "docs/data/bodies.YML"), "docs/data/bodies.YML: only .yml files stand in data/"),
    "a copy that an editor left": (
        put("docs/data/bodies.yml~", "x"),
        "docs/data/bodies.yml~: only .yml files stand in data/",
    ),
    "another file among the data": (
        put("docs/data/notes.txt", "x"),
        "docs/data/notes.txt: only .yml files stand in data/",
    ),
    "a page among the data": (put("docs/data/notes.md", "x"), "docs/data/notes.md: only .yml files stand in data/"),
    "a misspelt name": (put("docs/data/bodeis.yml", "a: b\n"), "docs/data/bodeis.yml: no content is called 'bodeis'"),
    "a misspelt name in a translation": (
        put("docs_fr/data/bodeis.yml", "a: b\n"),
        "docs_fr/data/bodeis.yml: no content is called 'bodeis'",
    ),
    "a folder too deep": (
        put("docs/data/programme/light/east.yml", "a: b\n"),
        "docs/data/programme/light/east.yml: no content is called 'programme/light/east'",
    ),
    "a translation without its original": (
        put("docs_fr/data/terms.yml", "lamp: {name: lampe}\n"),
        "docs/data/terms.yml: the file is missing. docs_fr/data/terms.yml translates it: put it back, or",
    ),
}

PAGES: dict[str, tuple[Change, str]] = {
    "an empty page": (put(PAGE, ""), f"{PAGE}:1: the page has no front matter"),
    "a page of front matter": (
        put(PAGE, "---\ndescription: Light.\n---\n"),
        f"{PAGE}:4: the page is empty. Write it, or delete the file.",
    ),
    "no front matter": (
        swap(PAGE, "---\ndescription: Light for all.\n---\n", ""),
        f"{PAGE}:1: the page has no front matter; expected '---', 'description: …', '---' as its first lines",
    ),
    "front matter never closed": (
        swap(PAGE, "---\n{{ title", "{{ title"),
        f"{PAGE}:1: the front matter is not closed. Add a line '---' after it.",
    ),
    "front matter that is a list": (
        swap(PAGE, "description: Light for all.", "- Light for all."),
        f"{PAGE}:1: the front matter is not a group of keys; expected 'key: value' lines; found a list.",
    ),
    "front matter that is not YAML": (
        swap(PAGE, "description: Light for all.", "description: Light: for all."),
        f"{PAGE}:2: a colon followed by a space stands inside a sentence, or the indentation is off",
    ),
    "front matter without anything": (
        swap(PAGE, "description: Light for all.\n", ""),
        f"{PAGE}:1: the front matter is empty. Write its content, or delete it.",
    ),
    "no description": (
        swap(PAGE, "description: Light for all.", "title: Light for all"),
        f"{PAGE}:1: the page has no description",
    ),
    "an empty description": (
        swap(PAGE, "description: Light for all.", "description:"),
        f"{PAGE}:2: the page's 'description' is not a sentence; expected words; found nothing.",
    ),
    "a list as a description": (
        swap(PAGE, "description: Light for all.", "description: [Light]"),
        f"{PAGE}:2: the page's 'description' is not a sentence; expected words; found a list.",
    ),
    "HTML in a description": (
        swap(PAGE, "description: Light for all.", "description: Light <b>for</b> all."),
        f"{PAGE}:2: the page's 'description' holds '<'; expected plain words, without marks.",
    ),
    "a number as a title": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\ntitle: 1901"),
        f"{PAGE}:3: the page's 'title' is not a sentence; expected words; found '1901'.",
    ),
    "a misspelt key in the front matter": (
        swap(PAGE, "description: Light for all.", "descripton: Light for all."),
        f"{PAGE}:2: the key 'descripton' is unknown here; expected title, description or hide",
    ),
    "an unknown key in the front matter": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\nauthor: x"),
        f"{PAGE}:3: the key 'author' is unknown here; expected title, description or hide. Delete the line.",
    ),
    "hiding something unknown": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\nhide: [tocc]"),
        f"{PAGE}:3: 'hide' names something unknown: 'tocc'; expected footer, navigation, path, tags or toc",
    ),
    "no title": (
        together(swap(PAGE, '{{ title("programme.light") }}\n\n', ""), alone),
        f"{PAGE}:4: the page has no title; expected a heading '# Title {{ #name }}'.",
    ),
    "a heading without an anchor": (
        swap(HOME, "## Documents { #documents }", "## Documents"),
        f"{HOME}:8: the heading has no permanent anchor; expected '## Documents {{ #documents }}'",
    ),
    "an anchor without its hash": (
        swap(HOME, "{ #documents }", "{ documents }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an empty anchor": (swap(HOME, "{ #documents }", "{ # }"), f"{HOME}:8: the heading's anchor is not well formed"),
    "an anchor never closed": (
        swap(HOME, "{ #documents }", "{ #documents"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor with an accent": (
        swap(HOME, "{ #documents }", "{ #données }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor with a capital": (
        swap(HOME, "{ #documents }", "{ #Documents }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor of two words": (
        swap(HOME, "{ #documents }", "{ #the documents }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor at its brace": (
        swap(HOME, "{ #documents }", "{#documents}"),
        f"{HOME}:8: '{{#' is a mark of Jinja's comments, which pages do not use",
    ),
    "an anchor twice": (
        swap(HOME, "{ #bodies }", "{ #documents }"),
        f"{HOME}:11: the anchor 'documents' is used twice on the",
    ),
    "an anchor that a macro has": (
        together(
            swap(HOME, "{ #documents }", "{ #bodies-joint }"),
            swap(FR_HOME, "{ #documents }", "{ #bodies-joint }"),
            alone,
        ),
        f"{HOME}:8: the anchor 'bodies-joint' is used twice on the page",
    ),
    "an anchor that only the translation has": (
        swap(FR_HOME, "{ #documents }", "{ #papiers }"),
        f"{FR_HOME}:8: the heading has another anchor than docs/index.md:8; expected #documents",
    ),
    "a heading that the translation lacks": (
        swap(FR_HOME, "## Documents { #documents }\n", ""),
        f"{FR_HOME}: the heading '#documents' is missing; expected the translation of docs/index.md:8. Add it.",
    ),
    "a heading that the translation adds": (
        swap(FR_HOME, "## Documents", "## Lampes { #lamps }\n\n## Documents"),
        f"{FR_HOME}:8: docs/index.md has no heading '#lamps'. Delete it here, or add it there.",
    ),
    "a heading with a line below it": (
        swap(HOME, "## Documents { #documents }", "Documents\n---------"),
        f"{HOME}:8: a heading is written with a line below it. Write '## Documents {{ #documents }}'.",
    ),
    "a heading without a space": (
        swap(HOME, "## Documents", "##Documents"),
        f"{HOME}:8: the heading is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "a heading of seven levels": (
        swap(HOME, "## Documents", "####### Documents"),
        f"{HOME}:8: the heading is not well formed; expected '###### Documents {{ #documents }}'",
    ),
    "a heading without words": (
        swap(HOME, "## Documents { #documents }", "##"),
        f"{HOME}:8: the heading is empty; found '##'. Write its words, or delete it.",
    ),
    "raw HTML on a page": (add(PAGE, "\n<script>alert(1)</script>\n"), f"{PAGE}:8: raw HTML is not used on pages"),
    "an anchor in HTML": (add(PAGE, '\n<a id="lamps"></a>\n'), f"{PAGE}:8: raw HTML is not used on pages"),
    "a comment of HTML on a page": (add(PAGE, "\n<!-- not yet -->\n"), f"{PAGE}:8: raw HTML is not used on pages"),
    "an entry in brackets on a page": (
        add(HOME, "\nThe [[lamp-board]] meets.\n"),
        f"{HOME}:15: double brackets name entries in data/ only; found 'The [[lamp-board]] meets.'",
    ),
    "a link by key to nothing": (
        add(HOME, "\n[The area](@programme.lihgt)\n"),
        f"{HOME}:15: the link '@programme.lihgt' leads to nothing. Did you mean '@programme.light'?",
    ),
    "a page that the navigation lacks": (
        together(
            put("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n"),
            put("docs_fr/oil.md", "---\ndescription: Huile.\n---\n# Huile { #oil }\n"),
        ),
        "docs/oil.md: the page is not in the navigation. Add it under 'nav' in mkdocs.yml.",
    ),
    "a page without its original": (
        put("docs_fr/lihgt.md", "---\ndescription: x\n---\n# A { #a }\n"),
        "docs_fr/lihgt.md: the page has no twin docs/lihgt.md. Did you mean 'light.md'?",
    ),
    "a page in the form of another engine": (
        put("docs/oil.markdown", "# Oil\n"),
        "docs/oil.markdown: the page has another ending than pages have; expected .md.",
    ),
    "a page with a loud ending": (
        put("docs/oil.MD", "# Oil\n"),
        "docs/oil.MD: the page has another ending than pages have",
    ),
    "a page of HTML": (
        put("docs/oil.html", "<h1>Oil</h1>\n"),
        "docs/oil.html: the page has another ending than pages have",
    ),
}

CALLS: dict[str, tuple[Change, str]] = {
    "a macro that does not exist": (
        swap(PAGE, AREA, '{{ arae("light") }}'),
        f"{PAGE}:6: 'arae' is not a macro. Did you mean 'area'?",
    ),
    "a word instead of a call": (
        swap(PAGE, AREA, "{{ light }}"),
        f"{PAGE}:6: the macro 'light' is named without brackets",
    ),
    "a call without brackets": (
        swap(PAGE, AREA, "{{ area }}"),
        f"{PAGE}:6: the macro 'area' is named without brackets",
    ),
    "a call without its key": (swap(PAGE, AREA, "{{ area() }}"), f"{PAGE}:6: the macro 'area' lacks its 'key'"),
    "a call with too much": (
        swap(PAGE, AREA, '{{ area("light", 1, 2) }}'),
        f"{PAGE}:6: the macro 'area' is given too much; expected {{{{ area(\"key\") }}}}",
    ),
    "a misspelt argument": (
        swap(HOME, "documents(3)", "documents(levl=3)"),
        f"{HOME}:10: the macro 'documents' takes no 'levl'; expected {{{{ documents() }}}}. Did you mean 'level'?",
    ),
    "a key without quotes": (swap(PAGE, AREA, "{{ area(light) }}"), f"{PAGE}:6: the call of 'area' is not well formed"),
    "a key in curly quotes": (
        swap(PAGE, AREA, "{{ area(“light”) }}"),
        f"{PAGE}:6: the call of 'area' is not well formed",
    ),
    "a number instead of a key": (
        swap(PAGE, AREA, "{{ area(12) }}"),
        f"{PAGE}:6: the 'key' of the macro 'area' is of the",
    ),
    "words instead of a level": (
        swap(HOME, "documents(3)", 'documents("3")'),
        f"{HOME}:10: the 'level' of the macro 'documents' is of the wrong kind; expected a number from 1 to 6",
    ),
    "a level beyond all headings": (
        swap(HOME, "documents(3)", "documents(99)"),
        f"{HOME}:10: the 'level' of the macro 'documents' is of the wrong kind; expected a number from 1 to 6",
    ),
    "a key that does not exist": (
        swap(PAGE, 'title("programme.light")', 'title("programme.lihgt")'),
        f"{PAGE}:4: 'programme.lihgt' does not exist in data/. Did you mean 'programme.light'?",
    ),
    "an area that does not exist": (
        swap(PAGE, AREA, '{{ area("lihgt") }}'),
        f"{PAGE}:6: 'lihgt' is not an area of the programme. Did you mean 'light'?",
    ),
    "a statement that does not exist": (
        swap(HOME, "count-lamps", "count-lamp"),
        f"{HOME}:6: 'programme.light.means.count-lamp' does not exist in data/",
    ),
    "an entry that no page can call": (
        add(HOME, '\n{{ term("lamp-bord") }}\n'),
        f"{HOME}:15: the entry 'lamp-bord' does not exist. Did you mean 'lamp-board'?",
    ),
    "a register that does not exist": (
        swap(HOME, '"bodies"', '"bodeis"'),
        f"{HOME}:13: there is no register 'bodeis'. Did you mean 'bodies'?",
    ),
    "a key that has no title": (
        swap(PAGE, 'title("programme.light")', 'title("bodies")'),
        f"{PAGE}:4: what is called here has no 'title'. Name the key of something that has one.",
    ),
    "single braces": (swap(PAGE, AREA, '{ area("light") }'), f"{PAGE}:6: a macro call stands in single braces"),
    "a call never closed": (swap(PAGE, AREA, '{{ area("light")'), f"{PAGE}:6: a macro call is opened and not closed"),
    "a call closed by half": (
        swap(PAGE, AREA, '{{ area("light") }'),
        f"{PAGE}:6: a macro call is opened and not closed",
    ),
    "a call never opened": (
        swap(PAGE, AREA, 'area("light") }}'),
        f"{PAGE}:6: a macro call is closed and was not opened",
    ),
    "a bracket never closed on a page": (
        swap(PAGE, AREA, '{{ area("light" }}'),
        f'{PAGE}:6: pages only call macros, by name and with brackets; expected {{{{ name("key") }}}}',
    ),
    "quotes never closed on a page": (
        swap(PAGE, AREA, '{{ area("light) }}'),
        f"{PAGE}:6: the call of 'area' is not well formed; expected {{{{ area(\"key\") }}}}",
    ),
    "an empty call": (add(PAGE, "\n{{ }}\n"), f"{PAGE}:8: pages only call macros, by name and with brackets"),
    "a calculation": (add(PAGE, "\n{{ 1 / 0 }}\n"), f"{PAGE}:8: pages only call macros, by name and with brackets"),
    "a way into Python": (
        add(PAGE, "\n{{ ''.__class__.__mro__ }}\n"),
        f"{PAGE}:8: pages only call macros, by name and with",
    ),
    "a filter": (add(PAGE, "\n{{ 'x' | shout }}\n"), f"{PAGE}:8: pages only call macros, by name and with brackets"),
    "a loop without end": (
        add(PAGE, "\n{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}\n"),
        f"{PAGE}:8: '{{%' is not used on pages, which only call macros; expected {{{{ name(\"key\") }}}}. Delete it.",
    ),
    "a condition never closed": (
        add(PAGE, "\n{% if true %}\nx\n"),
        f"{PAGE}:8: '{{%' is not used on pages, which only call",
    ),
    "the end of a condition": (add(PAGE, "\nx %}\n"), f"{PAGE}:8: '%}}' is not used on pages, which only call"),
    "a file of the disk": (
        add(PAGE, "\n{% include '/etc/passwd' %}\n"),
        f"{PAGE}:8: '{{%' is not used on pages, which only call",
    ),
    "a comment of Jinja on a page": (
        add(PAGE, "\n{# not yet\n"),
        f"{PAGE}:8: '{{#' is a mark of Jinja's comments, which",
    ),
    "a macro called twice": (
        together(alone, swap(HOME, "{{ documents(3) }}\n", "{{ documents(3) }}\n\n{{ documents(3) }}\n")),
        f"{HOME}:12: the anchor 'documents.plan-1901' is used twice on the page",
    ),
    "a statement on two pages": (
        together(alone, add(HOME, f"\n{AREA}\n")),
        f"{PAGE}:6: 'programme.light.objectives.bright-streets' (with 2 more) is shown in full here and on",
    ),
}

TRANSLATIONS: dict[str, tuple[Change, str]] = {
    "a missing sentence in a translation": (
        swap(FR_LIGHT, f"{FR_TEXT}\n", ""),
        f"{FR_LIGHT}:11: 'means.count-lamps.text' is missing",
    ),
    "a missing statement": (
        swap(FR_LIGHT, f"  count-lamps:\n    title: Compter les lampes\n{FR_TEXT}\n", ""),
        f"{FR_LIGHT}:6: 'means.count-lamps' is missing",
    ),
    "a missing group": (cut(FR_LIGHT, "means:"), f"{FR_LIGHT}:1: 'means' is missing; expected the translation of"),
    "a misspelt key in a translation": (
        swap(FR_LIGHT, FR_TEXT, "    txt: Compter les lampes."),
        f"{FR_LIGHT}:13: the key 'txt' in 'means.count-lamps' is unknown",
    ),
    "a misspelt statement": (
        swap(FR_LIGHT, "  count-lamps:", "  count-lamp:"),
        f"{FR_LIGHT}:11: 'means.count-lamp' is not in docs/data/programme/light.yml",
    ),
    "a misspelt group": (swap(FR_LIGHT, "means:", "maens:"), f"{FR_LIGHT}:6: the key 'maens' is unknown"),
    "a misspelt label": (
        swap("docs_fr/data/labels.yml", "what-we-want:", "what-we-wnt:"),
        "docs_fr/data/labels.yml:4: 'what-we-wnt' is not in docs/data/labels.yml",
    ),
    "a statement too many": (
        add(FR_LIGHT, "  light-moons:\n    title: Lunes\n    text: Allumer les lunes.\n"),
        f"{FR_LIGHT}:14: 'means.light-moons' is not in docs/data/programme/light.yml",
    ),
    "a group too many": (
        add(FR_LIGHT, "priorities:\n  first:\n    title: Lunes\n    text: Allumer les lunes.\n"),
        f"{FR_LIGHT}:14: 'priorities' is not in docs/data/programme/light.yml",
    ),
    "a remark too many": (
        add(FR_LIGHT, "    caution: Attention.\n"),
        f"{FR_LIGHT}:14: 'means.count-lamps.caution' is not in",
    ),
    "a source in a translation": (
        add(FR_LIGHT, f"    {SOURCE}\n"),
        f"{FR_LIGHT}:14: 'source' in 'means.count-lamps' is a fact,",
    ),
    "a number in a translation": (
        add(FR_LIGHT, "number: I\n"),
        f"{FR_LIGHT}:14: 'number' is a fact, and facts are written",
    ),
    "a date in a translation": (
        add("docs_fr/data/documents.yml", '  date: "1901-03-04"\n'),
        "docs_fr/data/documents.yml:5: 'date' in 'plan-1901' is a fact, and facts are written once, in",
    ),
    "a kind in a translation": (
        add(FR_BODIES, "  kind: joint\n"),
        f"{FR_BODIES}:5: 'kind' in 'lamp-board' is a fact, and facts",
    ),
    "a year in a translation": (
        add("docs_fr/data/programme.yml", "year: 1901\n"),
        "docs_fr/data/programme.yml:2: 'year' is a fact, and facts are written once, in",
    ),
    "a label that the original lacks": (
        swap(LABELS, 'see: "see:"\n', ""),
        "docs_fr/data/labels.yml:14: 'see' is not in docs/data/labels.yml",
    ),
    "a translated statement without anything": (
        swap(FR_LIGHT, f"  count-lamps:\n    title: Compter les lampes\n{FR_TEXT}\n", "  count-lamps:\n"),
        f"{FR_LIGHT}:11: 'means.count-lamps' is of the wrong type; expected a group of keys; found nothing.",
    ),
    "words instead of a translated statement": (
        swap(FR_LIGHT, f"  count-lamps:\n    title: Compter les lampes\n{FR_TEXT}\n", "  count-lamps: Compter\n"),
        f"{FR_LIGHT}:11: 'means.count-lamps' is of the wrong type; expected a group of keys; found 'Compter'.",
    ),
}

SETTINGS: dict[str, tuple[Change, str]] = {
    "no address": (
        swap(CONFIG, "site_url: https://lamps.example/book/\n", ""),
        f"{CONFIG}:1: the address of the site is missing; expected site_url: https://…/; found nothing",
    ),
    "an address without its scheme": (
        swap(CONFIG, "https://lamps.example/book/", "lamps.example"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "an address of another kind": (
        swap(CONFIG, "https://lamps.example/book/", "ftp://lamps.example/"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "an address with a question": (
        swap(CONFIG, "https://lamps.example/book/", "https://lamps.example/?book"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "an address without a host": (
        swap(CONFIG, "https://lamps.example/book/", "https://"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "no plugins": (
        cut(CONFIG, "plugins:", "markdown_extensions"),
        f"{CONFIG}:1: no language is listed; expected a list under",
    ),
    "no languages": (
        cut(CONFIG, "      languages:", "markdown_extensions"),
        f"{CONFIG}:11: no language is listed; expected a list under plugins, i18n, languages",
    ),
    "a language in words": (
        swap(CONFIG, "        - locale: fr\n", "        - welsh\n        - locale: fr\n"),
        f"{CONFIG}:16: this is not a language; expected '- locale: fr' and its name; found 'welsh'.",
    ),
    "two reference languages": (
        swap(CONFIG, "locale: fr\n", "locale: fr\n          default: true\n"),
        f"{CONFIG}:17: a second language is the reference; expected 'default: true' at one language",
    ),
    "no reference language": (swap(CONFIG, "default: true, ", ""), f"{CONFIG}:14: no language is the reference"),
    "a reference language in quotes": (
        swap(CONFIG, "default: true", 'default: "true"'),
        f"{CONFIG}:14: no language is the reference; expected 'default: true' at one language",
    ),
    "a language nobody speaks": (
        swap(CONFIG, "locale: fr", "locale: xx"),
        f"{CONFIG}:16: this is not the code of a language; expected a code such as fr, es, pt-BR; found 'xx'",
    ),
    "a language without its code": (
        swap(CONFIG, "- locale: fr\n          name", "- name"),
        f"{CONFIG}:16: the language has no code; expected a code such as fr, es, pt-BR; found nothing",
    ),
    "a language twice": (swap(CONFIG, "locale: fr", "locale: en"), f"{CONFIG}:16: the language 'en' is listed twice"),
    "a code in capitals": (
        swap(CONFIG, "locale: fr", "locale: FR"),
        f"{CONFIG}:16: this is not the code of a language",
    ),
    "a code that leads out": (
        swap(CONFIG, "locale: fr", "locale: ../docs"),
        f"{CONFIG}:16: this is not the code of a language; expected a code such as fr, es, pt-BR",
    ),
    "no as a code": (swap(CONFIG, "locale: fr", "locale: no"), f"{CONFIG}:16: this is not the code of a language"),
    "a number as a code": (
        swap(CONFIG, "locale: fr", "locale: 12"),
        f"{CONFIG}:16: this is not the code of a language",
    ),
    "a language without its name": (
        swap(CONFIG, "          name: Français\n", ""),
        f"{CONFIG}:16: 'name' is missing for the language 'fr'. Add 'name: …' to its entry.",
    ),
    "a number as a name": (
        swap(CONFIG, "name: Français", "name: 12"),
        f"{CONFIG}:17: 'name' of the language 'fr' is not words",
    ),
    "a language without the site's name": (
        swap(CONFIG, "          site_name: Allumage\n", ""),
        f"{CONFIG}:16: 'site_name' is missing for the language 'fr'. Add 'site_name: …' to its entry.",
    ),
    "formats of no language": (
        swap(CONFIG, "name: Français", "name: Français\n          extra: { formats: zz-ZZ }"),
        f"{CONFIG}:18: 'zz-ZZ' is not a language whose formats are known; expected a code such as en-GB.",
    ),
    "no words for a section": (
        swap(CONFIG, "          nav_translations: { The year: L’année }\n", ""),
        f"{CONFIG}:16: the title 'The year' of the navigation has no words in 'fr'",
    ),
    "empty words for a section": (
        swap(CONFIG, "{ The year: L’année }", '{ The year: "" }'),
        f"{CONFIG}:20: the title 'The year' of the navigation has no words in 'fr'",
    ),
    "words for a misspelt section": (
        swap(CONFIG, "{ The year: L’année }", "{ The yaer: L’année }"),
        f"{CONFIG}:20: the navigation has no title 'The yaer'; expected The year. Did you mean 'The year'?",
    ),
    "words for a section too many": (
        swap(CONFIG, "{ The year: L’année }", "{ The year: L’année, Other: Autre }"),
        f"{CONFIG}:20: the navigation has no title 'Other'; expected The year. Delete the line.",
    ),
    "a list of words for sections": (
        swap(CONFIG, "{ The year: L’année }", "[L’année]"),
        f"{CONFIG}:20: 'nav_translations' is not a group of keys; expected 'title: its translation' lines",
    ),
    "no navigation": (cut(CONFIG, "nav:"), f"{CONFIG}:1: the navigation is missing"),
    "an empty navigation": (
        together(cut(CONFIG, "nav:"), add(CONFIG, "nav: []\n")),
        f"{CONFIG}:1: the navigation is missing; expected a list of pages under 'nav'",
    ),
    "navigation in words": (
        together(cut(CONFIG, "nav:"), add(CONFIG, "nav: index.md\n")),
        f"{CONFIG}:1: the navigation is missing; expected a list of pages under 'nav'",
    ),
    "navigation to a missing page": (
        add(CONFIG, "      - oil.md\n"),
        f"{CONFIG}:29: the navigation names 'oil.md', and there is",
    ),
    "navigation to a misspelt page": (
        swap(CONFIG, "- light.md", "- lihgt.md"),
        f"{CONFIG}:28: the navigation names 'lihgt.md', and there is no such page. Did you mean 'light.md'?",
    ),
    "navigation to a page twice": (
        add(CONFIG, "      - light.md\n"),
        f"{CONFIG}:29: the navigation names 'light.md' twice",
    ),
    "navigation out of the folder": (
        swap(CONFIG, "- light.md", "- ../docs/light.md"),
        f"{CONFIG}:28: the navigation names '../docs/light.md', and there is no such page",
    ),
    "navigation to another site": (
        add(CONFIG, "      - https://lamps.example/\n"),
        f"{CONFIG}:29: the navigation names something that is not a page; expected a path that ends in .md",
    ),
    "navigation to nothing": (add(CONFIG, "      -\n"), f"{CONFIG}:29: the navigation names something that is not a"),
    "navigation to a number": (
        add(CONFIG, "      - 12\n"),
        f"{CONFIG}:29: the navigation names something that is not a",
    ),
}


ALL = {
    f"{group} - {name}": case
    for group, cases in (
        ("encoding", ENCODING),
        ("YAML", YAML),
        ("keys", KEYS),
        ("types", TYPES),
        ("sentences", SENTENCES),
        ("references", REFERENCES),
        ("files", FILES),
        ("pages", PAGES),
        ("calls", CALLS),
        ("translations", TRANSLATIONS),
        ("settings", SETTINGS),
    )
    for name, case in cases.items()
}
_FORM = re.compile(r"[\w./~-]+(:\d+)?: [^\n]{12,}[.)}?]")


def run(tree: Tree, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Build through the door, inside this process."""
    monkeypatch.setattr(build, "enter", lambda *requirements: None)
    monkeypatch.setattr("sys.argv", ["build.py", "--handbook", str(tree.root), *arguments])
    return build.main()


@pytest.mark.parametrize(("change", "expected"), ALL.values(), ids=ALL)
def test_a_mistake_gives_one_clear_line_and_leaves_the_old_site(
    tiny: Tree,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Change,
    expected: str,
) -> None:
    tiny.write("site/en/index.html", "the old site")
    change(tiny)
    code = run(tiny, monkeypatch)
    said = capsys.readouterr().err.strip().split("\n")
    assert code == 1, said
    assert said[1:] == ["", "1 problem. Nothing was published."], said
    assert said[0].startswith(expected), said[0]
    assert _FORM.fullmatch(said[0]), said[0]
    assert tiny.read("site/en/index.html") == "the old site"
    assert not (tiny.root / ".site-new").exists()
