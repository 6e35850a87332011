"""A built page as part of a book: what only a screen needs goes, what was folded is open."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from handbook.copies.trees import drop, opened
from handbook.problems import CouldNotRun

#: What works with a script or leads through the site.
_TOOLS = ("script", "style", "template", "nav", "button", "dialog", "noscript")
_CLASSES = ("headerlink", "shared", "offer", "top", "search-door")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Names of SVG in which capitals count; a reader of HTML makes them small.
_CAPITALS = {
    name.lower(): name
    for name in ("viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform", "markerWidth", "markerHeight",
                 "refX", "refY", "textLength", "lengthAdjust", "patternUnits", "clipPathUnits",
                 "clipPath", "linearGradient", "radialGradient", "foreignObject", "textPath")
}  # fmt: skip


def article(file: Path) -> etree._Element:
    """Return the words of a built page, a ``section``; raise `CouldNotRun` where the page has none."""
    root = opened(file)
    found = root.find(".//article") if root is not None else None
    if found is None:
        raise CouldNotRun(f"{file} has no article; templates of copies need the page's words in an 'article'")
    found.tail = None
    cleaned(found)
    return found


def cleaned(root: etree._Element) -> None:
    """Take out of a page what works on a screen alone, and open what is folded."""
    for element in list(root.iter(etree.Element)):
        classes = (element.get("class") or "").split()
        if element.tag in _TOOLS or any(name in _CLASSES for name in classes):
            drop(element)
    for details in list(root.iter("details")):
        _open(details)
    for svg in list(root.iter("svg")):
        _with_capitals(svg)
    root.tag = "section"


def _open(details: etree._Element) -> None:
    """Turn what unfolds into a plain part with its title; a heading in the title stays one."""
    details.tag = "div"
    details.attrib.pop("open", "")
    summary = details.find("summary")
    if summary is None:
        return
    if len(summary) == 1 and summary[0].tag in _HEADINGS and not (summary.text or "").strip():
        heading = summary[0]
        heading.tail = summary.tail
        details.replace(summary, heading)
        return
    summary.tag = "p"
    summary.set("class", f"{summary.get('class') or ''} summary".strip())


def _with_capitals(svg: etree._Element) -> None:
    """Give the names of a drawing their capitals back."""
    for element in svg.iter(etree.Element):
        element.tag = _CAPITALS.get(str(element.tag), element.tag)
        for name in [one for one in element.attrib if one in _CAPITALS]:
            element.set(_CAPITALS[str(name)], element.attrib.pop(name))
