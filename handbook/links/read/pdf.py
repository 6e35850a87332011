"""PDF files: the addresses they lead to and the names of their places.

ISO 32000-2, 12.3.2.4 and 12.6.4
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from handbook.links.document import Document, Fault, Reference

_MOST_PAGES = 2000


def read_pdf(data: bytes, document: Document) -> None:
    """Put the links and named places of a PDF file into ``document``; pages count as ``page=1`` and so on.

    Needs pypdf; without it the file counts as not looked at, which is said.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        document.faults.append(Fault("not-checked", 0, {"found": "pypdf is not installed"}))
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        document.faults.append(Fault("not-checked", 0, {"found": "it is locked with a password"}))
        return
    document.title = str(reader.metadata.title or "") if reader.metadata else ""
    for number, page in enumerate(reader.pages, 1):
        if number > _MOST_PAGES:
            document.faults.append(Fault("not-checked", 0, {"found": f"it has more than {_MOST_PAGES} pages"}))
            break
        document.ids[f"page={number}"] = 0
        document.references += (Reference("other", one, 0, f"page {number}") for one in _addresses(page))
    document.ids.update(dict.fromkeys(map(str, reader.named_destinations), 0))


def _addresses(page: object) -> Iterator[str]:
    """Yield the addresses of the links on a page: those of the web, and files beside this one."""
    notes = _plain(_member(page, "/Annots"))
    for note in notes if isinstance(notes, list) else []:
        action = _member(note, "/A")
        file = _member(action, "/F")
        if isinstance(address := _member(action, "/URI"), str | bytes):
            yield address if isinstance(address, str) else address.decode("latin-1")
        elif _member(action, "/S") == "/GoToR" and (name := _member(file, "/UF") or _member(file, "/F") or file):
            yield str(name)


def _member(value: object, name: str) -> object:
    """Return a member of a dictionary of a PDF file, None where there is none."""
    plain = _plain(value)
    return _plain(plain.get(name)) if isinstance(plain, dict) else None


def _plain(value: object) -> object:
    """Return what an object of a PDF file stands for."""
    return value.get_object() if hasattr(value, "get_object") else value
