"""The programme of a year and the strategy of a period as meeting documents: PDF to hand out, DOCX to amend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from handbook.copies.edition import Edition, Wanted
from handbook.copies.programme.document import Document
from handbook.copies.programme.docx import docx_of
from handbook.copies.programme.meeting import programme_document, strategy_document
from handbook.copies.programme.pdf import pdf_of

__all__ = ["programme"]

_WRITERS: dict[str, Callable[[Document], bytes]] = {"pdf": pdf_of, "docx": docx_of}


def programme(edition: Edition) -> Iterator[Wanted]:
    """Yield the current programme and the strategy, each as PDF and as DOCX; nothing for what there is not.

    Making the PDF raises `OSError` where a library of the system's is missing that WeasyPrint needs.
    """
    handbook = edition.handbook
    if handbook.programme is not None:
        name = f"programme-{handbook.programme.year}"
        yield from _both(edition, name, programme_document, "programme.")
    if handbook.strategy is not None:
        yield from _both(edition, f"strategy-{handbook.strategy.period}", strategy_document, "strategy.")


def _both(edition: Edition, name: str, document_of: Callable[[Edition], Document], keys: str) -> Iterator[Wanted]:
    """Yield one document in both formats; the pages that show the same words link to it."""
    document = document_of(edition)
    homes = edition.staged.site.homes[edition.language.code]
    pages = tuple(dict.fromkeys(page for key, page in homes.items() if key.startswith(keys)))
    for kind, write in _WRITERS.items():
        yield Wanted(kind, "programme", f"{name}.{kind}", document.head.title, partial(write, document), pages)
