"""Numbers of headings that the word processor counts: an instance of the list for each series of headings."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from handbook.copies.programme.document import Heading
from handbook.copies.programme.docx.xml import Element, w
from handbook.copies.programme.numbers import format_of

#: The instance of the template to which the styles of headings are linked.
_FIRST = 1


class HeadingNumbers:
    """Gives each numbered heading its instance of the list in ``numbering`` (a ``w:numbering`` element).

    A series whose numbers the word processor cannot count has each of them as it is written.
    """

    def __init__(self, numbering: Element) -> None:
        self._numbering = numbering
        self._series: dict[int, tuple[str, ...]] = {}
        self._instances = {1: 0, 2: 0}

    def instance(self, heading: Heading) -> int:
        """Return the instance that counts a heading of the first or second level."""
        if not format_of(heading.siblings):
            return self._new(heading, f"{heading.number} –")
        if heading.level == 1 and (not self._instances[1] or heading.number == heading.siblings[0]):
            self._instances[1] = self._started(heading)
        if heading.level == 2 and (heading.number == heading.siblings[0] or not self._instances[2]):
            self._instances[2] = self._continued(heading)
        return self._instances[heading.level]

    def _started(self, heading: Heading) -> int:
        """Return an instance for a series of the first level: the first one sets what the style counts by."""
        if self._instances[1]:
            return self._new(heading)
        self._set_format(heading)
        return _FIRST

    def _continued(self, heading: Heading) -> int:
        """Return the instance of the heading above, which starts the second level anew."""
        above = self._instances[1] or _FIRST
        if 2 not in self._series:
            self._series[2] = ()
            self._set_format(heading)
        same = self._format(heading.level).get(qn("w:val")) == format_of(heading.siblings)
        return above if same else self._new(heading)

    def _set_format(self, heading: Heading) -> None:
        self._format(heading.level).set(qn("w:val"), format_of(heading.siblings))

    def _format(self, level: int) -> Element:
        return self._level(level).find(qn("w:numFmt"))

    def _level(self, level: int) -> Element:
        return self._numbering.find(qn("w:abstractNum")).findall(qn("w:lvl"))[level - 1]

    def _new(self, heading: Heading, literal: str = "") -> int:
        """Return a new instance that starts at the first number; with ``literal``, one that says just that."""
        place = heading.level - 1
        level = deepcopy(self._level(heading.level))
        for style in level.findall(qn("w:pStyle")):
            level.remove(style)
        level.find(qn("w:numFmt")).set(qn("w:val"), format_of(heading.siblings) or "decimal")
        if literal:
            level.find(qn("w:lvlText")).set(qn("w:val"), literal)
        number = len(self._numbering.findall(qn("w:num"))) + 1
        override = w("lvlOverride", w("startOverride", val=1), level, ilvl=place)
        self._numbering.append(w("num", w("abstractNumId", val=_FIRST), override, numId=number))
        return number
