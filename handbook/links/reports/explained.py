"""The page of a class of defect as HTML, to be read inside a report."""

from __future__ import annotations

from markdown import Markdown
from markupsafe import Markup

from handbook.links.defects import Defect


def explained(defect: Defect, level: int) -> Markup:
    """Return the page of a defect, which begins with a heading of ``level``; its ids begin with the code."""
    settings = {"baselevel": level, "slugify": lambda value, _: _anchor(defect.code, value)}
    reader = Markdown(extensions=["toc", "fenced_code", "tables"], extension_configs={"toc": settings})
    # The pages belong to this program; nothing that was found in a site stands in them.
    return Markup(reader.convert(defect.text))  # noqa: S704


def _anchor(code: str, heading: str) -> str:
    return f"{code}--{'-'.join(heading.lower().split())}"
