"""A leaflet as an HTML document, in a size of letters and in a fullness that are tried until it fits one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import markdown
import segno

from handbook.copies.edition import Edition
from handbook.copies.imprint import edition_words, standing, union
from handbook.copies.leaflets.said import Said
from handbook.copies.print.document import document
from handbook.copies.print.files import style
from handbook.model.text import Text

_STYLE = Path(__file__).with_name("leaflet.css")
_MARKDOWN = markdown.Markdown()
_LINK = re.compile(r"</?a\b[^>]*>")


def leaflet_html(said: Said, size: float, full: bool) -> str:
    """Return a leaflet with letters of ``size`` points; ``full`` prints sentences where else titles stand."""
    title = said.sentences.plain(said.objective.title)
    body = f"<main>{''.join(_parts(said, full))}</main>{_foot(said)}"
    head = f"<header><p>{escape(union(said.edition))}</p><h1>{_words(said, said.objective.title)}</h1></header>"
    css = f"{style(_STYLE)}\nhtml {{ font-size: {size}pt }}"
    return document(said.edition, f"{title} – {said.edition.language.site_name}", css, head + body)


def _parts(said: Said, full: bool) -> Iterator[str]:
    yield _part(said.edition, "what-we-want", "wanted", (_statement(said, one, True) for one in said.wanted))
    yield _part(
        said.edition,
        "copy-how",
        "ways" if full else "ways short",
        (_statement(said, one, full) for one in said.ways(full)),
    )
    yield _part(said.edition, "copy-you-can", "to-do", (_task(said, one) for one in said.to_do))
    bodies = (_words(said, body.name) for body in said.bodies)
    contacts = (_words(said, contact.text) for contact in said.contacts)
    yield _part(said.edition, "where-to-turn", "turn", (*contacts, " · ".join(bodies)), "p")


def _part(edition: Edition, label: str, name: str, items: Iterable[str], tag: str = "li") -> str:
    """Return a part with its heading; nothing where it has no content."""
    inner = "".join(f"<{tag}>{one}</{tag}>" for one in items if one)
    if not inner:
        return ""
    listed = f"<ul>{inner}</ul>" if tag == "li" else inner
    return f'<section class="{name}"><h2>{escape(str(edition.labels[label]))}</h2>{listed}</section>'


def _statement(said: Said, one: object, full: bool) -> str:
    """Return title and sentence of a statement, or its title alone."""
    title, text = getattr(one, "title", None), getattr(one, "text", None)
    own = one is said.objective
    head = f"<strong>{_words(said, title)}.</strong>" if title and not own else ""
    return (
        f"{head} {_words(said, text)}".strip()
        if text and (full or not head)
        else head.replace(".</strong>", "</strong>")
    )


def _task(said: Said, one: object) -> str:
    every = getattr(one, "every", None)
    rhythm = f" ({escape(str(said.edition.labels[f'every-{every}']))})" if every else ""
    return f"{_words(said, getattr(one, 'title', None))}{rhythm}"


def _words(said: Said, text: Text | None) -> str:
    """Return a sentence as HTML without links; words in another language keep their mark."""
    if text is None:
        return ""
    html = _MARKDOWN.reset().convert(f"\u2060{said.sentences.printed(text)}").replace("\u2060", "")
    return _LINK.sub("", html.removeprefix("<p>").removesuffix("</p>"))


def _foot(said: Said) -> str:
    """Return the way to the page, the sources with what they may be called, and the edition."""
    edition, address = said.edition, said.address
    sources = " · ".join(f"{said.sentences.plain(one.title)} ({standing(edition, one)})" for one in said.documents())
    code = segno.make(address, error="m", micro=False)
    label = str(edition.labels["copy-code"])
    drawing = code.svg_inline(scale=4, border=2, omitsize=True, title=label)
    source = f"{edition.labels['chart-source']} {sources}"
    return (
        f'<footer><div class="code">{drawing}</div><p class="way">{escape(label)}</p>'
        f'<p><a href="{escape(address)}" dir="ltr">{escape(address)}</a></p>'
        f"<p>{escape(source)}</p><p>{escape(edition_words(edition))}</p></footer>"
    )
