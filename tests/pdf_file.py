"""A PDF file as a reader with assistive technology meets it: tags, languages, links, outline, words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdf


class PdfFile:
    """One PDF file, read back."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self.reader = pypdf.PdfReader(io.BytesIO(content))
        self.root = self.pdf.Root

    @property
    def elements(self) -> list[Any]:
        """Every structure element, in order; each must name its parent."""
        return list(self._below(self.root.StructTreeRoot.K[0]))

    def _below(self, element: Any) -> Iterator[Any]:
        yield element
        for kid in self._kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert kid.P.objgen == element.objgen
                yield from self._below(kid)

    def _kids(self, element: Any) -> list[Any]:
        kids = element.get("/K", [])
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def tagged(self, *tags: str) -> list[Any]:
        return [one for one in self.elements if str(one.S) in tags]

    @property
    def headings(self) -> list[int]:
        return [int(str(one.S)[2]) for one in self.elements if re.fullmatch(r"/H[1-6]", str(one.S))]

    @property
    def links(self) -> list[Any]:
        return [link for page in self.pdf.pages for link in page.obj.get("/Annots", [])]

    @property
    def anchors(self) -> set[str]:
        names = self.root.Names.Dests.Names
        return {str(names[at]) for at in range(0, len(names), 2)}

    @property
    def outline(self) -> list[tuple[int, str]]:
        return list(self._outline(self.root.Outlines.First, 1))

    def _outline(self, item: Any, level: int) -> Iterator[tuple[int, str]]:
        while item is not None:
            yield level, str(item.Title)
            if "/First" in item:
                yield from self._outline(item.First, level + 1)
            item = item.get("/Next")

    @property
    def fonts(self) -> dict[str, bool]:
        """The fonts, and whether each is in the file."""
        fonts = [font for page in self.pdf.pages for font in page.obj.Resources.Font.values()]
        return {str(one.BaseFont): "/FontFile2" in one.DescendantFonts[0].FontDescriptor for one in fonts}

    @property
    def text(self) -> str:
        return "\n".join(page.extract_text() for page in self.reader.pages)

    def unmarked(self) -> list[str]:
        """What is drawn on a page without being a tagged part or an artifact."""
        return [found for page in self.pdf.pages for found in self._unmarked(page)]

    def _unmarked(self, page: Any) -> Iterator[str]:
        known = self._numbers(page)
        inside: list[bool] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                inside.append(str(operands[0]) == "/Artifact" or int(operands[1].MCID) in known)
            elif name == "BMC":
                inside.append(str(operands[0]) == "/Artifact")
            elif name == "EMC":
                inside.pop()
            elif name in ("Tj", "TJ", "Do", "f", "S", "B", "f*") and not any(inside):
                yield f"{name} {operands}"[:80]

    def _numbers(self, page: Any) -> set[int]:
        """The numbers of a page's parts that the tree of tags can be entered from."""
        numbers, tree = self.root.StructTreeRoot.ParentTree.Nums, set[int]()
        found = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        reached = {one.objgen for one in self.elements}
        for number, element in enumerate(found[int(page.obj.StructParents)]):
            if element.objgen in reached:
                tree.add(number)
        return tree


def letters(words: str) -> str:
    """Words without blanks and without the hyphens of broken lines."""
    return re.sub(r"[\s\u00ad]+", "", words)
