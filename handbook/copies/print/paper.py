"""One HTML document on paper, by WeasyPrint; what goes wrong is told, not drawn as a box."""

from __future__ import annotations

import atexit
import io
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pydyf  # type: ignore[import-untyped]
import weasyprint  # type: ignore[import-untyped]
from weasyprint.logger import LOGGER  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from handbook.copies.print.files import Files
from handbook.copies.print.pack import packed
from handbook.copies.print.tags import fuller_tags
from handbook.problems import Problem, refuse

_OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "optimize_images": True, "dpi": 220, "uncompressed_pdf": True}
#: What WeasyPrint says of every font where HarfBuzz cannot cut it down, or is older than 4.1; the sheets are the same.
_CUT_DOWN = "Using fontTools instead of HarfBuzz-Subset"
_GLYPH = re.compile(r'unsupported by fonts: "(.+)" \(U\+([0-9A-F]+)\)', re.DOTALL)


@dataclass
class Laid:
    """A document whose lines are broken into sheets; ``about`` names what a problem of it is told of."""

    document: Any
    about: str

    @property
    def sheets(self) -> int:
        """Return the number of sheets."""
        return len(self.document.pages)

    def places(self) -> dict[str, int]:
        """Return the sheet, from 0, on which each anchor stands."""
        found: dict[str, int] = {}
        for number, page in enumerate(self.document.pages):
            for name in page.anchors:
                found.setdefault(name, number)
        return found

    def pdf(self, first: int = 1) -> bytes:
        """Return the document as PDF, whose sheets are numbered from ``first``.

        Raises `Refused` where a font lacks a letter.
        """
        target = io.BytesIO()

        def finished(_document: Any, pdf: Any) -> None:
            label = pydyf.Dictionary({"S": "/D", "St": first})
            pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, label])})
            _soft_hyphens(pdf)

        with _heard(self.about), fuller_tags(self.document):
            self.document.write_pdf(target, finisher=finished, **_OPTIONS)
        with pikepdf.Pdf.open(target) as pdf:
            return packed(pdf)


def lay_out(html: str, folder: Path, about: str) -> Laid:
    """Return ``html`` laid out; it may load the files of ``folder``.

    ``about`` is the file that a problem names. Raises `Refused` for what cannot be loaded or understood.
    """
    with _heard(about):
        document = weasyprint.HTML(string=html, base_url="edition:///", url_fetcher=Files(folder))
        return Laid(document.render(font_config=_fonts(), **_OPTIONS), about)


@cache
def _fonts() -> Any:
    """Return the fonts that documents ask for; what one of them has asked for, the next ones have."""
    return FontConfiguration()


atexit.register(_fonts.cache_clear)  # which deletes their files


def _soft_hyphens(pdf: Any) -> None:
    """Say that the sign at the end of a broken line is a soft hyphen (see fonts/README.md)."""
    for stream in (one for one in pdf.objects if isinstance(one, pydyf.Stream)):
        if any(b"begincmap" in part for part in stream.stream if isinstance(part, bytes)):
            stream.stream = [re.sub(rb"(?i)<e0ad>", b"<00ad>", part) for part in stream.stream]


@contextmanager
def _heard(about: str) -> Iterator[None]:
    """Turn what WeasyPrint says to its log into problems."""
    heard: list[str] = []
    handler = _Ear(heard.append)
    LOGGER.addHandler(handler)
    try:
        yield
    finally:
        LOGGER.removeHandler(handler)
    letters = {found[1]: found[2] for said in heard if (found := _GLYPH.search(said))}
    problems = [_letters(about, letters)] if letters else []
    problems += [
        Problem(about, 0, f"a sheet cannot be set: {' '.join(said.split()).rstrip('.')}", todo="Correct the page.")
        for said in dict.fromkeys(heard)
        if not _GLYPH.search(said) and not said.startswith(_CUT_DOWN)
    ]
    refuse(problems)


def _letters(about: str, letters: dict[str, str]) -> Problem:
    shown = ", ".join(f"'{letter}' (U+{code})" for letter, code in sorted(letters.items())[:12])
    todo = "Install a font with these letters on the system that builds (on Debian and Ubuntu: fonts-noto-core)."
    return Problem(about, 0, "no font on this system has letters that stand in the words", found=shown, todo=todo)


class _Ear(logging.Handler):
    """Hears warnings and errors."""

    def __init__(self, hear: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self.hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        """Hand on what is said."""
        self.hear(record.getMessage())
