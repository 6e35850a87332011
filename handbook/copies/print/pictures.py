"""Pictures of a page, before they are loaded: each must be a file of the handbook that a printer can take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from PIL import Image, UnidentifiedImageError

from handbook.problems import Problem

#: So many points a picture may have; more fill no sheet of paper better, but the memory of who prints it.
_MOST = 40_000_000


def wrong_pictures(body: etree._Element, folder: Path, about: str) -> Iterator[Problem]:
    """Yield what is wrong with the pictures of a page of the file ``about``; their paths are in ``folder``."""
    for picture in body.iter("img"):
        path = picture.get("src") or ""
        if path.startswith("data:"):
            continue
        if "://" in path:
            wrong = f"the picture '{path}' lies on another site, so that no copy can hold it"
            yield Problem(about, 0, wrong, todo="Put it into the handbook, for instance below assets/.")
            continue
        wrong, found, todo = _wrong(folder / path)
        if wrong:
            yield Problem(about, 0, f"the picture '{path}' {wrong}", found=found, todo=todo)
        elif picture.get("alt") is None:
            todo = 'Write in brackets what it shows, or "" if it only decorates.'
            yield Problem(about, 0, f"the picture '{path}' has no words that stand for it", todo=todo)


def _wrong(file: Path) -> tuple[str, str, str]:
    """Return what is wrong with a file, what was found, and what to do."""
    if not file.is_file():
        return "is missing", "", "Correct its path, or put it there."
    if file.suffix.lower() == ".svg":
        return "", "", ""
    try:
        with Image.open(file) as image:
            width, height = image.size
    except Image.DecompressionBombError:
        return "is too large to print", "", f"Make it smaller than {_MOST // 1_000_000} million points."
    except (UnidentifiedImageError, OSError):
        return "cannot be read", f"{file.stat().st_size} bytes", "Save it anew, as PNG or JPEG."
    if width * height > _MOST:
        found = f"{width} x {height} points"
        return "is too large to print", found, f"Make it smaller than {_MOST // 1_000_000} million points."
    return "", "", ""
