"""What can be wrong with the words of one unit that a translator sends back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter, ValidationError

from handbook.join.references import ENTRY, FIGURES, named_entries
from handbook.model.text import Text
from handbook.read.text import HIDDEN
from handbook.translations.exchange.protected import protected
from handbook.translations.exchange.spoken import Vocabulary, spoken
from handbook.translations.unit import Unit

_SENTENCE = TypeAdapter(Text)
_MISREAD = re.compile(r"[ÂÃ][\u0080-\u00bf]|â€|\ufffd")
_LINK = re.compile(r"\]\(([^)\s]*)")
_MARKS = ("**", "`")


def wrong_words(original: Unit, words: str, code: str, known: Vocabulary) -> Iterator[str]:
    """Yield what is wrong with ``words``, the translation of ``original`` into ``code``, for a message."""
    if _MISREAD.search(words):
        yield "the letters are broken: the file was read or saved in another encoding than UTF-8"
    elif hidden := HIDDEN.search(words) or re.search(r"[\t\n]", words):
        yield f"there is a line break, a tab or an invisible character (U+{ord(hidden[0]):04X})"
    else:
        yield from _references(original.text, words)
        yield from _markup(original, words)
        said = spoken(words, code, known)
        if said != code:
            yield f"the words seem to be in the language '{said}', not '{code}'"


def _references(original: str, words: str) -> Iterator[str]:
    rest = ENTRY.sub("", words)
    if "[[" in rest or "]]" in rest:
        yield "double brackets are opened or closed, not both"
        return
    yield from _same("references", _names(original), _names(words))
    for match in ENTRY.finditer(words):
        key, colon, form = match[1].partition(":")
        if colon and form != ("number" if key.startswith(FIGURES) else "name"):
            yield f"'{match[0]}' has an unknown ending"
    yield from _same("calls", _calls(original), _calls(words))
    yield from _same("links", _LINK.findall(original), _LINK.findall(words))


def _names(text: str) -> list[str]:
    return [f"[[{key}]]" for key in named_entries(text)]


def _calls(text: str) -> list[str]:
    return [" ".join(each.split()) for each in protected(text) if each.startswith("{{")]


def _same(what: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    ours, theirs = Counter(expected), Counter(found)
    less, more = ours - theirs, theirs - ours
    if less:
        yield f"{what} are missing: {' '.join(less)}"
    if more:
        yield f"{what} are there that the original has not: {' '.join(more)}"


def _markup(original: Unit, words: str) -> Iterator[str]:
    """Yield broken marks; sentences of data files are held against what a sentence may hold."""
    if original.file.endswith(".yml") and "/data/" in original.file:
        try:
            _SENTENCE.validate_python(words)
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            yield f"the sentence holds {context.get('name', 'nothing')}. {context.get('todo', '')}".rstrip(". ")
        return
    for mark in _MARKS:
        if words.count(mark) % 2:
            yield f"'{mark}' stands without its pair"
