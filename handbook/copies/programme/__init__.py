"""The programme of a year and the strategy of a period as meeting documents: PDF to hand out, DOCX to amend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from handbook.copies.edition import Edition, Wanted
from handbook.copies.programme.document import Document, Runs, plain
from handbook.copies.programme.docx import docx_of
from handbook.copies.programme.meeting import programme_document, strategy_document
from handbook.copies.programme.pdf import pdf_of
from handbook.copies.programme.titles import programme_title, strategy_title
from handbook.copies.programme.wording import wording_of

__all__ = ["programme"]

_WRITERS: dict[str, Callable[[Document], bytes]] = {"pdf": pdf_of, "docx": docx_of}


def programme(edition: Edition) -> Iterator[Wanted]:
    """Yield the current programme and the strategy, each as PDF and as DOCX; nothing for what there is not.

    Making the PDF raises `OSError` where a library of the system's is missing that WeasyPrint needs; making
    either raises `Refused` where a fixed word is missing.
    """
    handbook = edition.handbook
    if handbook.programme is not None:
        title = programme_title(wording_of(edition), handbook.programme)
        name = f"programme-{handbook.programme.year}"
        yield from _both(edition, "programme", name, title, programme_document)
    if handbook.strategy is not None:
        title = strategy_title(wording_of(edition), handbook.strategy)
        name = f"strategy-{handbook.strategy.period}"
        yield from _both(edition, "strategy", name, title, strategy_document)


def _both(
    edition: Edition, part: str, name: str, title: Runs, document_of: Callable[[Edition], Document]
) -> Iterator[Wanted]:
    """Yield one document in both formats; the pages that show the same ``part`` of the handbook link to it."""
    homes = edition.staged.site.homes[edition.language.code]
    pages = tuple(dict.fromkeys(page for key, page in homes.items() if key.split(".")[0] == part))
    for kind, write in _WRITERS.items():
        make = partial(_made, edition, document_of, write)
        yield Wanted(kind, "programme", f"{name}-{edition.language.code}.{kind}", plain(title), make, pages)


def _made(edition: Edition, document_of: Callable[[Edition], Document], write: Callable[[Document], bytes]) -> bytes:
    return write(document_of(edition))
