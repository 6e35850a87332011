"""The head of a printed document: its language, title, origin and date, which every PDF tells its reader."""

from __future__ import annotations

from html import escape

from handbook.copies.edition import Edition
from handbook.copies.imprint import union


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
