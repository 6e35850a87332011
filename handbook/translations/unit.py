"""A unit: the smallest piece of words that a reader sees and a translator translates."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "sentence",  # a sentence of a statement, a question, an entry
    "heading",  # a short title, of a record or on a page
    "name",  # what a body, a text or a term is called
    "label",  # a fixed word
    "paragraph",
    "item",  # of a list
    "cell",  # of a table
    "admonition",  # the title of a box
    "alternative",  # the text of a picture
    "description",  # of a page, for search engines
    "navigation",
    "setting",  # another text of mkdocs.yml
]
#: What typography may change without touching the sense.
_TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "\u2010": "-",
        "\u2011": "-",
        "…": "...",
    }
)
#: The same for two versions of one text: blanks around a dash, single or double quotation marks, `__` or `**`.
_DASH = re.compile(r" - ?| ?- ")
#: So many characters typography may add or take.
_ADDED = 8


@dataclass(frozen=True)
class Unit:
    """A unit in one language.

    ``key`` is its identity, the same in every language: the key path of a sentence
    (``programme.field.means.regional-calls.text``), page, anchor and place of a block
    (``in-the-field.md#pairs/cell-3``), ``mkdocs.yml`` and a path for its texts. ``file`` and ``line`` say
    where it was written, ``text`` what (Markdown, blanks folded), ``where`` the heading above it.
    """

    key: str
    file: str
    line: int
    text: str
    kind: Kind
    where: str = ""


def folded(text: str) -> str:
    """Return a text with its blanks folded; no-break spaces stay, since they belong to the words."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def plain(text: str) -> str:
    """Return what is compared to know whether a text has changed: no typography, no layout."""
    return _DASH.sub("-", _bare(text)).replace('"', "'").replace("__", "**")


def same(one: str, other: str) -> bool:
    """Return whether two texts differ in typography only; most are told apart by their length."""
    return one == other or (abs(len(one) - len(other)) <= _ADDED and plain(one) == plain(other))


def digest(text: str) -> str:
    """Return a short mark of a text that changes when the text does."""
    return hashlib.sha256(_bare(text).encode()).hexdigest()[:8]


def _bare(text: str) -> str:
    """Return a text as its mark is taken, which memory holds: what is done here can never change."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY).split())
