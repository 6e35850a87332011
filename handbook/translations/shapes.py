"""Lists, tables and boxes of a page held against the original's: kinds, depth of items, rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handbook.read.pages import Page
from handbook.translations.finding import Finding
from handbook.translations.structure import Twins

_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d+)[.)])\s+\S")
_ROW = re.compile(r"^\s*\|")
_CELLS = re.compile(r"(?<!\\)\|")
_BOX = re.compile(r'^(\s*)(?:!!!|\?\?\?\+?)\s+(\w+)(\s+"[^"]*\w)?')
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass
class _Shape:
    """The lists, tables and boxes of a section, with their lines.

    Of each item (depth, numbered), of each row its columns, of each box its kind, whether it has a title
    of its own (``"…"``) and whether it holds text (``…``).
    """

    items: list[tuple[int, bool]] = field(default_factory=list)
    item_lines: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    row_lines: list[int] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    box_lines: list[int] = field(default_factory=list)


def check_shapes(twins: Twins) -> Iterator[Finding]:
    """Yield a finding where an item or box has another kind or depth, or a row of a table other columns.

    A box more or less is not told here: its words are a unit that is missing or orphaned. Where items or
    rows only repeat what is told of their words, see `page_shapes`.
    """
    ours, theirs = _shapes(twins.original), _shapes(twins.translation)
    for anchor, original in ours.items():
        if anchor in theirs:
            own = theirs[anchor]
            yield from _items(twins, anchor, original, own)
            yield from _boxes(twins, anchor, original, own)
            yield from _rows(twins, anchor, original, own)


def _items(twins: Twins, anchor: str, original: _Shape, own: _Shape) -> Iterator[Finding]:
    if len(original.items) != len(own.items):
        line = own.item_lines[-1] if own.item_lines else _start(twins.translation, anchor)
        facts = {"expected": str(len(original.items)), "found": str(len(own.items))}
        yield twins.finding("list-items", line, anchor, **facts)
    else:
        for expected, found, line in zip(original.items, own.items, own.item_lines, strict=True):
            if expected != found:
                facts = {"expected": _said(expected), "found": _said(found)}
                yield twins.finding("list-shape", line, anchor, **facts)
                return


def _said(item: tuple[int, bool]) -> str:
    depth, numbered = item
    return "  " * depth + ("1." if numbered else "-")


def _boxes(twins: Twins, anchor: str, original: _Shape, own: _Shape) -> Iterator[Finding]:
    if len(original.boxes) == len(own.boxes):
        for expected, found, line in zip(original.boxes, own.boxes, own.box_lines, strict=True):
            if expected != found:
                yield twins.finding("box-shape", line, anchor, expected=expected, found=found)


def _rows(twins: Twins, anchor: str, original: _Shape, own: _Shape) -> Iterator[Finding]:
    if len(original.rows) != len(own.rows):
        line = own.row_lines[-1] if own.row_lines else _start(twins.translation, anchor)
        facts = {"expected": str(len(original.rows)), "found": str(len(own.rows))}
        yield twins.finding("table-rows", line, anchor, **facts)
        return
    for expected, found, line in zip(original.rows, own.rows, own.row_lines, strict=True):
        if expected != found:
            yield twins.finding("table-columns", line, anchor, expected=str(expected), found=str(found))
            return


def _start(page: Page, anchor: str) -> int:
    return next((heading.line for heading in page.headings if heading.anchor == anchor), page.body_line)


def _shapes(page: Page) -> Mapping[str, _Shape]:
    shapes = {"": _Shape()}
    anchors = {heading.line: heading.anchor for heading in page.headings}
    shape, fence, indents = shapes[""], False, [-1]
    lines = page.body.split("\n")
    for line, text in enumerate(lines, page.body_line):
        if line in anchors:
            shape, indents = shapes.setdefault(anchors[line], _Shape()), [-1]
        fence ^= bool(_FENCE.match(text))
        if fence:
            continue
        if (item := _ITEM.match(text)) and _begins(item, lines[line - page.body_line - 1], indents):
            indents = [*(indent for indent in indents if indent < len(item[1])), len(item[1])]
            shape.items.append((len(indents) - 2, item[2] is None))
            shape.item_lines.append(line)
        elif box := _BOX.match(text):
            below = lines[line - page.body_line + 1 :]
            title, inside = ' "…"' if box[3] else "", " …" if _holds_text(below, len(box[1])) else ""
            shape.boxes.append(f"!!! {box[2]}{title}{inside}")
            shape.box_lines.append(line)
        elif _ROW.match(text):
            shape.rows.append(len(_CELLS.findall(text.strip().strip("|"))) + 1)
            shape.row_lines.append(line)
    return shapes


def _begins(item: re.Match[str], above: str, indents: Sequence[int]) -> bool:
    """Return whether a line begins an item; a year at the beginning of a line of prose does not."""
    return item[3] in (None, "1") or not above.strip() or len(item[1]) in indents


def _holds_text(below: Sequence[str], margin: int) -> bool:
    """Return whether the first line with words below a box stands further in than the box."""
    first = next((text for text in below if text.strip()), "")
    return len(first) - len(first.lstrip(" ")) >= margin + 4
