"""Sentences, which are inline Markdown, as runs of words with one look each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml import etree, html

from handbook.copies.programme.document import Run, Runs
from handbook.render.sentences import inline_html

# A no-break space belongs to the words.
_BLANKS = re.compile(r"[ \t\n]+")


def runs_of(inline: str, address: Callable[[str], str]) -> Runs:
    """Return inline Markdown, as `Sentences.printed` gives it, as runs.

    ``address`` tells where a link leads, from what is written: an address, or ``@`` and a key. Words whose link
    leads nowhere stay without one.
    """
    root = html.fragment_fromstring(inline_html(inline), create_parent="div")
    return joined(_of(root, Run(), address))


def _of(element: html.HtmlElement, look: Run, address: Callable[[str], str]) -> Iterator[Run]:
    """Yield the runs inside an element, whose own look is ``look``."""
    yield from _words(element.text, look)
    for child in element:
        if isinstance(child.tag, str) and not isinstance(child, etree._Comment):
            yield from _of(child, _look(child, look, address), address)
        yield from _words(child.tail, look)


def _look(element: html.HtmlElement, look: Run, address: Callable[[str], str]) -> Run:
    """Return the look of the words inside an element, around which it is ``look``."""
    return replace(
        look,
        bold=look.bold or element.tag == "strong",
        italic=look.italic or element.tag == "em",
        code=look.code or element.tag == "code",
        language=element.get("lang", look.language),
        link=address(element.get("href", "")) if element.tag == "a" else look.link,
    )


def _words(words: str | None, look: Run) -> Iterator[Run]:
    if words:
        yield replace(look, words=_BLANKS.sub(" ", words))


def joined(runs: Iterable[Run]) -> Runs:
    """Return runs, those beside each other with the same look as one; the call of a note stays alone."""
    found: list[Run] = []
    for run in runs:
        if found and not run.note and replace(run, words="") == replace(found[-1], words=""):
            found[-1] = replace(run, words=found[-1].words + run.words)
        else:
            found.append(run)
    return tuple(found)
