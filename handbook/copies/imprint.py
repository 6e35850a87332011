"""What a copy says of itself: which edition it is, whose words it holds, and what they are based on."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from handbook.copies.edition import Edition
from handbook.copies.trees import said
from handbook.render.dates import written
from handbook.render.sentences import plain_words


def edition_words(edition: Edition) -> str:
    """Return the edition in words: ``Edition of 22 November 2026``."""
    return edition.labels["edition"].replace("DATE", _day(edition, edition.staged.settings.date.isoformat()))


def publisher(start: etree._Element) -> str:
    """Return whose words they are, as the foot of a page of the site says it; nothing where it does not."""
    return said(start, "//*[@class='md-copyright']")


def sources(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield each source document: its title, and who speaks, with which standing, and when."""
    for document in edition.handbook.named("documents").values():
        day = _day(edition, document.date) if document.date else ""
        told = (edition.labels[f"voice-{document.voice}"], edition.labels[f"status-{document.status}"], day)
        yield plain_words(document.title), ", ".join(filter(None, told))


def _day(edition: Edition, date: str) -> str:
    return written(date, edition.language.locale, edition.labels.__getitem__)
