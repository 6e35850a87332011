"""The style sheets of the site as one, and texts of the site's folder that a look of one's own may lack."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.copies.edition import Edition

_REMARK = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_STYLES = ("colours", "words", "frame", "handbook", "search")


def style(edition: Edition, more: str = "") -> str:
    """Return the styles of the site in one sheet, without remarks; ``more`` comes last for the screen."""
    folder = edition.folder / "stylesheets"
    screen = "".join(text(folder / f"{name}.css") for name in _STYLES)
    return _REMARK.sub("", f"{screen}{more}@media print {{\n{text(folder / 'print.css')}}}\n")


def text(file: Path) -> str:
    """Return what stands in a file, nothing where there is none."""
    return file.read_text(encoding="utf-8") if file.is_file() else ""
