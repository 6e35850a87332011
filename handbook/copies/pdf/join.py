"""Several tagged PDF files as one: sheets, tags, anchors, outline and page numbers, with pikepdf (qpdf).

WeasyPrint could write all sheets at once, from all chapters laid out in memory; this takes half of the time and of
the memory, since each chapter is laid out and written once.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from handbook.copies.print.pack import packed


@dataclass(frozen=True)
class Part:
    """A PDF file; its sheets are numbered on from ``start``, or not at all."""

    content: bytes
    start: int | None


def joined(parts: Sequence[Part], inside: Mapping[str, str]) -> bytes:
    """Return the parts as one file with the title and description of the first; the same parts give the same bytes.

    ``inside`` says which addresses stand in the file itself: address -> anchor. Links there lead to the anchor.
    """
    whole = Pdf.open(io.BytesIO(parts[0].content))
    joint = _Joint(whole, inside)
    joint.take(whole)
    for part in parts[1:]:
        joint.take(Pdf.open(io.BytesIO(part.content)))
    joint.finish()
    _number(whole, _numbers(parts))
    return packed(whole)


def _number(pdf: Pdf, numbers: Mapping[int, int | None]) -> None:
    """Tell readers of a file what number stands on each sheet: index of a sheet -> number from there on, or none."""
    entries: list[Object | int] = []
    for index, number in numbers.items():
        label = Dictionary() if number is None else Dictionary(S=Name.D, St=number)
        entries += [index, label]
    pdf.Root.PageLabels = Dictionary(Nums=Array(entries))


def _numbers(parts: Sequence[Part]) -> dict[int, int | None]:
    numbers, index = dict[int, int | None](), 0
    for part in parts:
        numbers[index] = None if part.start is None else part.start + 1
        with Pdf.open(io.BytesIO(part.content)) as pdf:
            index += len(pdf.pages)
    return numbers


class _Joint:
    """The file that grows by a part at a time."""

    def __init__(self, whole: Pdf, inside: Mapping[str, str]) -> None:
        self.whole, self.inside = whole, inside
        self.names: dict[str, Object] = {}
        self.parents: dict[int, Object] = {}
        self.kids: list[Object] = []
        self.outline: list[Object] = []
        self.next = 0

    def take(self, part: Pdf) -> None:
        """Add the sheets of a part at the end, and note its tags, anchors and outline."""
        if part is self.whole:
            sheets, root = list(part.pages), part.Root
        else:
            first = len(self.whole.pages)
            for sheet in part.pages:
                self.whole.pages.append(sheet)
            sheets = list(self.whole.pages)[first:]
            root = self.whole.copy_foreign(_bare(part))
        self._tags(root.StructTreeRoot, sheets)
        if "/Names" in root:
            names = root.Names.Dests.Names
            self.names.update({str(names[at]): names[at + 1] for at in range(0, len(names), 2)})
        if "/Outlines" in root:
            item: Object | None = root.Outlines.First
            while item is not None:
                self.outline.append(item)
                item = item.get("/Next")

    def _tags(self, root: Object, sheets: Iterable[pikepdf.Page]) -> None:
        """Give sheets and links of a part numbers that no other part has, and note what the numbers stand for."""
        nums = root.ParentTree.Nums
        known = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        shift = self.next
        for sheet in sheets:
            sheet.obj.StructParents = int(sheet.obj.StructParents) + shift
            for link in sheet.obj.get("/Annots", ()):
                if "/StructParent" in link:
                    link.StructParent = int(link.StructParent) + shift
                self._turn(link)
        self.parents.update({key + shift: value for key, value in known.items()})
        self.next += max(known, default=-1) + 1
        self.kids.append(root.K[0] if isinstance(root.K, Array) else root.K)

    def _turn(self, link: Object) -> None:
        """Lead a link to the site into the file, where the file holds what it leads to."""
        action = link.get("/A")
        anchor = self.inside.get(str(action.URI)) if action is not None and "/URI" in action else None
        if anchor is not None:
            del link.A
            link.Dest = String(anchor)

    def finish(self) -> None:
        """Put tags, anchors and outline of all parts together."""
        root = self.whole.Root
        tree = root.StructTreeRoot
        document = self.kids[0]
        for other in self.kids[1:]:
            for kid in list(other.K):
                kid.P = document
                document.K.append(kid)
        tree.K = Array([document])
        tree.ParentTree = self.whole.make_indirect(
            Dictionary(Nums=Array([part for key in sorted(self.parents) for part in (key, self.parents[key])]))
        )
        pairs = [part for name in sorted(self.names) for part in (String(name), self.names[name])]
        root.Names = Dictionary(Dests=Dictionary(Names=Array(pairs)))
        self._outline()

    def _outline(self) -> None:
        items = self.outline
        if not items:
            return
        head = self.whole.make_indirect(Dictionary(Type=Name.Outlines, First=items[0], Last=items[-1]))
        for number, item in enumerate(items):
            item.Parent = head
            for name, other in (("/Prev", number - 1), ("/Next", number + 1)):
                if name in item:
                    del item[name]
                if 0 <= other < len(items):
                    item[name] = items[other]
            if "/Count" in item:
                item.Count = -abs(int(item.Count))
        head.Count = len(items)
        self.whole.Root.Outlines = head


def _bare(part: Pdf) -> Object:
    """Return the root of a part without what stands once in the whole file."""
    wanted = ("/StructTreeRoot", "/Names", "/Outlines")
    return part.make_indirect(Dictionary({name: part.Root[name] for name in wanted if name in part.Root}))
