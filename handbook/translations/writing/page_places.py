"""Where the words of a page's units stand in its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from handbook.translations.unit import Kind, Unit

Place = tuple[int, int]
_MARKS = r"^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*"
_BLANK = r"(?:[ \t]*\n[ \t>]*|[ \t]+)"
#: What stands around the words of a kind of block, on their first line.
_AROUND: Mapping[Kind, tuple[str, str]] = {
    "heading": (r"^[ \t>]*#{1,6}[ \t]+", r"(?=[ \t]*(?:\{[^{].*)?$)"),
    "admonition": (r'^[ \t>]*(?:!!!|\?\?\?\+?)[^"\n]*"', r'(?=")'),
    "alternative": (r"!\[\s*", r"(?=\s*\])"),
    "cell": (r"(?:^[ \t>]*|\|)[ \t]*", r"(?=[ \t]*(?:\||$))"),
}


def places(text: str, units: Sequence[Unit]) -> dict[str, Place]:
    """Return start and end of the words of each block of a page, by key, without those that cannot be found.

    ``units`` are all units of the page whose text is ``text``, in order.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found: dict[str, Place] = {}
    after: dict[bool, int] = {}
    for unit in (unit for unit in units if "#" in unit.key):
        picture = unit.kind == "alternative"
        begin = max(starts[unit.line - 1], after.get(picture, 0))
        if match := _pattern(unit).search(text, begin):
            found[unit.key] = match.span(1)
            after[picture] = match.end(1)
    return found


def _pattern(unit: Unit) -> re.Pattern[str]:
    before, behind = _AROUND.get(unit.kind, (_MARKS, r"(?=[ \t]*$)"))
    words = (re.escape(word).replace(r"\|", r"\\?\|") for word in unit.text.split(" "))
    return re.compile(f"{before}({_BLANK.join(words)}){behind}", re.M)
