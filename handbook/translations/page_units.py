"""Units of the pages: front matter and every block of words, by page, anchor and place.

The blocks are found by markdown-it-py (https://markdown-it-py.readthedocs.io), which says on which lines
each stands. Macro calls on lines of their own are shape, not words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin

from handbook.kept import Shelf, mark_of
from handbook.read.pages import Page
from handbook.read.words import Words
from handbook.translations.unit import Kind, Unit, folded

_CALLS_ALONE = re.compile(r"^\s*(?:\{\{(?:(?!\}\}).)*\}\}\s*)+$")
_ANCHOR = re.compile(r"\s*\{:?\s*#([^\s}]+)[^}]*\}\s*$")
_ATTRIBUTES = re.compile(r"^\{:[^}]*\}$")
_CALL = re.compile(r"\{\{.*?\}\}")
_WORD = re.compile(r"[^\W_]")
_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "list_item_open": "item",
    "td_open": "cell",
    "th_open": "cell",
    "admonition_title_open": "admonition",
}


@cache
def _parser(inline: bool) -> MarkdownIt:
    """Return the parser of blocks; what stands inside them is looked at only where it may hold a picture."""
    parser = MarkdownIt("commonmark").enable("table").use(admon_plugin)
    return parser if inline else parser.disable("inline")


def page_units(words: Words, shelf: Shelf | None = None) -> Iterator[Unit]:
    """Yield the units of all pages of one language; those of a page that is on the ``shelf`` from there."""
    shelf = shelf if shelf is not None else Shelf({})
    for page in words.pages.values():
        if page is not None:
            yield from shelf.result(mark_of("page", page.mark), partial(_units, page))


def _units(page: Page) -> list[Unit]:
    return [*_front(page), *_blocks(page)]


def _front(page: Page) -> Iterator[Unit]:
    for name in ("title", "description"):
        text = page.front.get(name)
        if isinstance(text, str) and text.strip():
            kind: Kind = "description" if name == "description" else "heading"
            yield Unit(f"{page.path}/{name}", page.file, page.front_lines.get(name, 1), folded(text), kind, page.path)


def _blocks(page: Page) -> Iterator[Unit]:
    section, where, counts = "", page.path, Counter[str]()
    parents: list[str] = []
    lines, names = list(_words_only(page.body)), dict[str, Any]()
    for token in _parser(inline=False).parse("\n".join(lines), names):
        if token.nesting == 1:
            parents.append(token.type)
        elif token.nesting == -1:
            parents.pop()
        elif token.type == "inline":
            kind = _kind(parents)
            line = page.body_line + (token.map[0] if token.map else 0)
            content = folded(token.content)
            if kind == "admonition" and token.map and '"' not in lines[token.map[0]]:
                continue  # a box without a title, which has that of mkdocs.yml
            if kind == "heading":
                if anchor := _ANCHOR.search(content):
                    section, counts = anchor[1], Counter()
                content = where = _ANCHOR.sub("", content)
            for part, words in _parts(kind, content, _pictures(token, names)):
                counts[part] += 1
                yield Unit(f"{page.path}#{section}/{part}-{counts[part]}", page.file, line, words, part, where)


def _words_only(body: str) -> Iterator[str]:
    """Yield the lines of a page, empty where there are calls alone; a call that ends a paragraph belongs to it."""
    prose = False
    for line in body.split("\n"):
        alone = _CALLS_ALONE.match(line) is not None and not prose
        prose = not alone and bool(line.strip()) and not line.startswith("#")
        yield "" if alone else line


def _kind(parents: list[str]) -> Kind:
    """Return the kind of words whose blocks are ``parents``: the innermost that says something."""
    return next((_KINDS[parent] for parent in reversed(parents) if parent in _KINDS), "paragraph")


def _pictures(token: Token, names: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of the pictures in a block; ``names`` are the addresses that the page calls by names."""
    for whole in _parser(inline=True).parseInline(token.content, names) if "![" in token.content else ():
        for child in whole.children or ():
            if child.type == "image" and child.content.strip():
                yield folded(child.content)


def _parts(kind: Kind, content: str, pictures: Iterable[str]) -> Iterator[tuple[Kind, str]]:
    """Yield the words of a block and the texts of its pictures; nothing where there are calls only."""
    if _WORD.search(_CALL.sub("", content)) and not _ATTRIBUTES.match(content):
        yield kind, content
    for text in pictures:
        yield "alternative", text
