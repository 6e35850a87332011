"""The head of a printed document: its language, title, origin and date, which every PDF tells its reader."""

from __future__ import annotations

from html import escape

from lxml import etree

from handbook.copies.edition import Edition
from handbook.model.documents import Document
from handbook.render.dates import written


def document(edition: Edition, title: str, style: str, body: str) -> str:
    """Return an HTML document in the language of an edition; ``style`` is CSS, ``body`` HTML."""
    language = edition.language
    date = edition.staged.settings.date.isoformat()
    return (
        f'<!doctype html><html lang="{language.code}" dir="{language.direction}"><head><meta charset="utf-8">'
        f'<title>{escape(title)}</title><meta name="author" content="{escape(union(edition))}">'
        f'<meta name="dcterms.created" content="{date}"><meta name="dcterms.modified" content="{date}">'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )


def quoted(words: str) -> str:
    """Return words as a string of CSS."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("<", "\\3c ")
    return f'"{escaped}"'


def union(edition: Edition) -> str:
    """Return whose handbook it is, as the foot of the site says it; nothing where it does not."""
    root = etree.HTML((edition.folder / "index.html").read_bytes(), etree.HTMLParser(encoding="utf-8"))
    said = root.find(".//div[@class='md-copyright']")
    return " ".join("".join(str(part) for part in said.itertext()).split()) if said is not None else ""


def edition_line(edition: Edition) -> str:
    """Return which edition it is, as the foot of the site says it."""
    date = edition.staged.settings.date.isoformat()
    words = written(date, edition.language.locale, lambda name: str(edition.labels[name]))
    return str(edition.labels["edition"]).replace("DATE", words)


def standing(edition: Edition, one: Document) -> str:
    """Return who speaks in a source document, what it may be called, and its date."""
    labels = edition.labels
    said = [str(labels[f"voice-{one.voice}"]), str(labels[f"status-{one.status}"])]
    if one.date:
        said.append(written(one.date, edition.language.locale, lambda name: str(labels[name])))
    return f"{labels['comma']} ".join(said)
