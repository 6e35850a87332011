"""The package around a text document: its parts at the beginning, and its bytes at the end."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

#: The parts of an empty document as XML: styles, numbering, separators of notes, page.
TEMPLATE = Path(__file__).with_name("template")
_FIRST = "[Content_Types].xml"


def empty_document() -> WordDocument:
    """Return a document that holds the template's styles and numbering and no words."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        for path in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
            package.write(path, path.relative_to(TEMPLATE).as_posix())
    return docx.Document(found)


def notes_part(document: WordDocument) -> Part:
    """Return the part that holds the notes of a document."""
    return document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)


def packed(document: WordDocument, day: datetime.date) -> bytes:
    """Return the bytes of a document; its files bear the date ``day``, so that the same words give the same bytes."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w") as package:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            file = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            file.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(file, source.read(name))
    return made.getvalue()
