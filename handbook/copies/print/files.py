"""What a document may load: its language's files, and the fonts that are shipped with the project. No network."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

#: The scheme of addresses inside an edition. Real paths would stand in the bytes of a PDF.
SCHEME = "edition"
_FONTS = Path(__file__).with_name("fonts")
_STYLE = Path(__file__).with_name("print.css")


def address(path: str) -> str:
    """Return the address under which a document loads the file ``path`` of its language."""
    return f"{SCHEME}:///{quote(path)}"


class Files(URLFetcher):  # type: ignore[misc]
    """Opens the files of one ``folder``, and fonts by their names (``edition:///fonts/…``)."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        self.folder = folder

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Return what lies at ``url``; anything outside raises `ValueError`."""
        if not url.startswith(f"{SCHEME}:///"):
            if url.startswith("file:"):
                raise ValueError(f"outside of the edition: {url}")
            return super().fetch(url, headers)
        path = unquote(url.removeprefix(f"{SCHEME}:///"))
        font = _FONTS / path.removeprefix("print-fonts/")
        return super().fetch((font if path.startswith("print-fonts/") else self.folder / path).as_uri(), headers)


def style(*files: Path) -> str:
    """Return the common style sheet of all printed copies, and those in ``files`` after it."""
    return "\n".join(file.read_text(encoding="utf-8") for file in (_STYLE, *files))
