"""What a copy says of itself: which edition it is, whose words it holds, and what they are based on."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from handbook.copies.edition import Edition
from handbook.copies.trees import opened, said
from handbook.model.dates import PartialDate
from handbook.model.documents import Document
from handbook.render.dates import written
from handbook.render.sentences import plain_words


def edition_words(edition: Edition) -> str:
    """Return the edition in words: ``Edition of 22 November 2026``."""
    return edition.labels["edition"].replace("DATE", _day(edition, edition.staged.settings.date.isoformat()))


def publisher(start: etree._Element) -> str:
    """Return whose words they are, as the foot of a page of the site says it; nothing where it does not."""
    return said(start, "//*[@class='md-copyright']")


def union(edition: Edition) -> str:
    """Return whose words an edition holds."""
    return publisher(opened(edition.folder / "index.html"))


def standing(edition: Edition, document: Document) -> str:
    """Return who speaks in a source document, what it may be called, and its date."""
    labels, day = edition.labels, _day(edition, document.date) if document.date else ""
    told = (labels[f"voice-{document.voice}"], labels[f"status-{document.status}"], day)
    return f"{labels['comma']} ".join(filter(None, told))


def sources(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield each source document: its title, and its standing."""
    for document in edition.handbook.named("documents").values():
        yield plain_words(document.title), standing(edition, document)


def _day(edition: Edition, date: PartialDate) -> str:
    return written(date, edition.language.locale, edition.labels.__getitem__)
