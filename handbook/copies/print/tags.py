"""What PDF/UA asks of tags beyond what WeasyPrint 70 writes by itself.

The language of words in another language, the scope of heads of tables, a description of each link in words, running
titles as what they are (artifacts), and page references without a search through all pages. WeasyPrint has no way in
for any of them, so its maker of tags is wrapped; tests hold what comes out against the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]
from weasyprint.pdf import tags  # type: ignore[import-untyped]
from weasyprint.pdf.stream import Stream  # type: ignore[import-untyped]

_SCOPES = {"row": "/Row", "rowgroup": "/Row"}


@contextmanager
def fuller_tags(document: Any) -> Iterator[None]:
    """Write fuller tags for a ``document`` of WeasyPrint as long as this lasts; not for several threads at a time."""
    build, references, marked = tags._build_box_tree, pydyf.PDF.page_references, Stream.marked
    known = lru_cache(maxsize=4)(lambda pdf, _count: references.fget(pdf))
    tags._build_box_tree = _fuller(build)
    Stream.marked = _marking(marked, _running(document))
    pydyf.PDF.page_references = property(lambda pdf: known(pdf, len(pdf.pages["Kids"])))
    try:
        yield
    finally:
        tags._build_box_tree, pydyf.PDF.page_references, Stream.marked = build, references, marked


def _running(document: Any) -> set[int]:
    """Return the boxes of running titles and page numbers, by identity."""
    margins = (one for page in document.pages for one in page._page_box.children if isinstance(one, MarginBox))
    return {id(box) for margin in margins for box in margin.descendants()}


def _marking(marked: Any, running: set[int]) -> Any:
    def marking(stream: Any, box: Any, tag: str) -> Any:
        return stream.artifact() if id(box) in running or _decorates(box) else marked(stream, box, tag)

    return marking


def _decorates(box: Any) -> bool:
    """Say whether a box is a picture that says nothing (``alt=""``)."""
    source = getattr(box, "element", None)
    return source is not None and source.tag == "img" and source.get("alt") == ""


def _fuller(build: Any) -> Any:
    def building(box: Any, parent: Any, *rest: Any) -> Iterator[Any]:
        if isinstance(box, MarginBox) or _decorates(box):
            return  # no part of what the document says
        for element in build(box, parent, *rest):
            source = getattr(box, "element", None)
            if source is not None:
                _complete(element, box, source)
            yield element

    return building


def _complete(element: Any, box: Any, source: Any) -> None:
    if source.get("lang"):
        element["Lang"] = pydyf.String(source.get("lang"))
    if element["S"] == "/Span" and source.get("class") == "footnote":
        element["S"], element["ID"] = "/Note", pydyf.String(source.get("id"))
    if element["S"] == "/Table":
        _scoped(box)
    if element["S"] == "/TH" and "A" in element:
        element["A"]["Scope"] = _SCOPES.get(source.get("scope", ""), "/Column")
    if element["S"] == "/Link" and getattr(box, "link_annotation", None):
        words = " ".join("".join(source.itertext()).split())
        if words:
            box.link_annotation["Contents"] = pydyf.String(source.get("aria-label") or words)


def _scoped(table: Any) -> None:
    """Leave the heads of a table to their scopes: what WeasyPrint writes besides would need a register of names."""
    for cell in table.descendants():
        mark = getattr(cell, "mark", None)
        if mark is not None:
            mark.pop("ID", None)
            mark["A"].pop("Headers", None)
