"""Tables inside the sheet: the widths of columns from the words in them, so that no table has to be tried out."""

from __future__ import annotations

from lxml import etree

#: A table with more columns stands on a sheet that is turned.
_COLUMNS = 7
#: So many letters of a word fit before it may be broken, and so much a column weighs at most.
_WORD, _MOST = 14, 60


def fitted(table: etree._Element) -> None:
    """Give each column of a table its share of the width; one with many columns is marked ``turned``."""
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    count = max((sum(_span(cell) for cell in row) for row in rows), default=0)
    if not count:
        return
    weights = [_weight([row[number] for row in rows if len(row) == count]) for number in range(count)]
    group = etree.Element("colgroup")
    for weight in weights:
        etree.SubElement(group, "col", style=f"width: {100 * weight / sum(weights):.1f}%")
    table.insert(1 if len(table) and table[0].tag == "caption" else 0, group)
    if count > _COLUMNS:
        table.set("class", f"{table.get('class') or ''} turned".strip())


def _span(cell: etree._Element) -> int:
    said = cell.get("colspan") or "1"
    return int(said) if said.isdigit() else 1


def _weight(cells: list[etree._Element]) -> float:
    """Return how much of the width a column asks for: its longest word at least, and more for more words."""
    words = ["".join(str(part) for part in cell.itertext()).split() for cell in cells]
    longest = max((len(word) for cell in words for word in cell), default=1)
    average = sum(len(" ".join(cell)) for cell in words) / max(len(words), 1)
    return max(min(longest, _WORD) + 2, min(average, _MOST))
