"""Tables whose head is repeated on every page."""

from __future__ import annotations

from collections.abc import Callable

from handbook.copies.programme.document import Document, Runs, Table
from handbook.copies.programme.docx.xml import Element, paragraph, w

#: The width of the text in twentieths of a point: A4 without the margins of the template.
_TEXT = 11906 - 2 * 1247


def table_of(table: Table, document: Document, set_runs: Callable[[Runs], list[Element]]) -> Element:
    """Return a table as wide as the text; ``set_runs`` sets what stands in a cell."""
    widths = [_TEXT * width // 100 for width in table.widths]
    right = document.spoken[document.language].direction == "rtl"
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        *([w("bidiVisual")] if right else []),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    head = w("trPr", w("cantSplit"), w("tblHeader"))
    rows = [w("tr", head, *_cells(table.head, widths, "TableHead", set_runs))]
    rows += [w("tr", w("trPr", w("cantSplit")), *_cells(row, widths, "TableText", set_runs)) for row in table.rows]
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def _cells(
    cells: tuple[Runs, ...], widths: list[int], style: str, set_runs: Callable[[Runs], list[Element]]
) -> list[Element]:
    return [
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph(style, *set_runs(runs)))
        for runs, width in zip(cells, widths, strict=True)
    ]
