"""What one published file says: its references, its anchors, its language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal[
    "link",  # of words to a page, or of a form
    "image",  # also one of several sizes, and the poster of a film
    "media",
    "frame",
    "script",
    "style",
    "font",
    "icon",
    "manifest",
    "social",  # the picture that other sites show with a link
    "canonical",
    "alternate",  # the same page in another language
    "refresh",  # where a page sends its reader by itself
    "entry",  # of a sitemap
    "other",
]


class Reference(NamedTuple):
    """An address that a file holds.

    ``words`` are what a person or a screen reader gets: the text of a link, the alternative of a picture; None
    where a picture has none. ``language`` is what the reference says of its target (``hreflang``). ``area`` is
    where it stands: ``nav`` for a menu or the head and foot of a page, ``switch`` for a language switch, else ``""``.
    """

    kind: Kind
    address: str
    line: int
    tag: str = ""
    words: str | None = ""
    language: str = ""
    area: str = ""


class Fault(NamedTuple):
    """What a reader of files found wrong by itself: the code of a defect, a line, and facts for its words."""

    code: str
    line: int
    facts: dict[str, str]


class Rule(NamedTuple):
    """A line of ``_redirects``: what is asked for ``source`` gets ``target`` with an HTTP ``status``.

    ``source`` may hold ``:names`` and a ``*`` at its end. ``forced`` goes before a file of that name; a
    ``conditional`` rule holds only for some (a country, a language).
    """

    source: str
    target: str
    status: int
    line: int
    forced: bool = False
    conditional: bool = False


@dataclass
class Document:
    """A file of the site, read.

    ``name`` is its path in the folder, ``ids`` maps each anchor to its first line, ``doubled`` holds further
    ones, ``language_line`` is where ``language`` is or should be said, ``base`` is what relative addresses rest
    on where the file says so. ``hidden`` tells that search engines are asked to leave the page out. ``text`` is
    the beginning of the page's own words. ``rules`` are those of a file of redirects. ``content_language`` is
    what the main part is marked with where that is another language than the page's: the original that stands
    in for a translation.
    """

    name: str
    kind: str
    references: list[Reference] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    base: str = ""
    language: str = ""
    language_line: int = 0
    title: str = ""
    text: str = ""
    hidden: bool = False
    content_language: str = ""
    rules: list[Rule] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Reference]:
        """Return the references of one kind, in order."""
        return [one for one in self.references if one.kind == kind]
