"""What of a Markdown text is prose: code, references, macro calls and addresses are hidden while rules run."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Stands for one hidden piece; a noncharacter, so no text holds it. It reads like a word.
HIDDEN = "\ufdd0"
_PIECES = re.compile(
    r"`[^`]*`"
    r"|\[\[[^\[\]]*\]\]"
    r"|\A\[\^[^\[\]\s]+\]:"  # the definition of a footnote
    r"|\{\{.*?\}\}|\{%.*?%\}|\{:?\s*[#.][^}]*\}"
    r"|\((?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
    r"|<[^<>\s][^<>]*>"
    r"|https?://[^\s<>()»”]*[^\s<>()»”.,;:?!*]|www\.[^\s<>()»”]*[^\s<>()»”.,;:?!*]"
    r"|&#?\w+;"
    rf"|{HIDDEN}"
)
#: One of these is in every text with pieces.
_SIGNS = ("[", "`", "{", "<", "&", "http", "www", HIDDEN)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_QUOTED = re.compile(r"[«“\"][ \u00a0\u202f]?([^«»“”\"]{2,}?)[ \u00a0\u202f]?[»”\"]")
_DASH = re.compile(r" ?- ?")
#: Signs that are written in more than one way.
_ALIKE = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-", "’": "'", "‘": "'"}
)


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a text (``words``) and the pieces that were hidden, in their order."""

    words: str
    pieces: tuple[str, ...]

    def whole(self, words: str) -> str:
        """Return a text with these words and the hidden pieces back in place.

        Raises `ValueError` if the words do not hold one place for each piece.
        """
        parts = words.split(HIDDEN)
        return "".join(part + piece for part, piece in zip(parts, (*self.pieces, ""), strict=True))


def prose(text: str, quoted: str = "") -> Prose:
    """Return the prose of a text.

    ``quoted`` is the text of another language that it may quote word for word: what stands in quotation
    marks and is found there as well (the official title of a document) is hidden too.
    """
    spans = [match.span() for match in _PIECES.finditer(text)] if any(map(text.__contains__, _SIGNS)) else []
    if "@" in text:
        spans += [match.span() for match in _MAIL.finditer(text)]
    if quoted and any(map(text.__contains__, '«“"')):
        spans += [match.span(1) for match in _QUOTED.finditer(text) if _says(quoted, match[1])]
    if not spans:
        return Prose(text, ())
    words, pieces, end = [], [], 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            words.append(text[end:start])
            pieces.append(text[start:stop])
            end = stop
    words.append(text[end:])
    return Prose(HIDDEN.join(words), tuple(pieces))


def _says(text: str, quotation: str) -> bool:
    """Tell whether a text holds a quotation, with whichever dashes (and blanks around them) and apostrophes."""
    if quotation in text:
        return True
    said, written = quotation.translate(_ALIKE), text.translate(_ALIKE)
    return said in written or ("-" in said and _DASH.sub("-", said) in _DASH.sub("-", written))
