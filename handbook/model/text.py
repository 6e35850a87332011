"""A sentence: inline Markdown in one language, without HTML, Jinja or blocks."""

from __future__ import annotations

import re
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_WORDS_ONLY = "A sentence holds words only; the macros give it its shape."
# What a sentence may not hold: the pattern, what it is called, what to do.
_REFUSED = (
    (re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}"), "Jinja", "Macros are called on pages; a sentence holds words only."),
    (
        re.compile(r"<(?!https?://|mailto:)[a-zA-Z/!?]"),
        "raw HTML",
        "Use Markdown (**bold**, [words](address)); write 'less than' in words.",
    ),
    (re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]+);"), "an HTML entity", "Type the character itself."),
    (re.compile(r"[{}]"), "a brace", "Braces have a meaning on pages; write brackets."),
    (re.compile(r"!\[[^\]]*\]\("), "a picture", "Pictures stand on pages."),
    (re.compile(r"\]\([^)]*$"), "a link that is never closed", "Close it with a round bracket."),
    (
        re.compile(r"\[[^\[\]]*\]\(\s*(?!https?://|mailto:|tel:|@)"),
        "a link to neither an address nor a key",
        "A sentence is shown on several pages: write https://…, or @ and a key.",
    ),
    (re.compile(r"\[\^"), "the mark of a footnote", "Write the remark under 'notes' of the statement."),
    (re.compile(r"\n"), "an empty line", "A sentence is one paragraph: make two entries, or join the lines."),
    (
        re.compile(r"^(?:#{1,6}\s|>|[-*+]\s|\d+[.)]\s|```|~~~|!!!|\?\?\?|===|\||[-*_]{3,}$|\[[^\]]+\]:\s)"),
        "the mark of a heading, list, quotation or table",
        _WORDS_ONLY,
    ),
    (re.compile(r"^\d{4}-\d\d-\d\d$"), "a bare date", "Write the date in words, in a sentence."),
)


class Text(str):
    """A sentence and the ``language`` (code) in which it is written."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, words: str, language: str = "") -> Text:
        """Return ``words`` marked with a language code."""
        text = super().__new__(cls, words)
        text.language = language
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Return what pickle and copy need."""
        return str(self), self.language

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate a string as a sentence."""
        return core_schema.no_info_before_validator_function(_sentence, core_schema.any_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe a sentence to an editor."""
        return {"type": "string", "minLength": 1, "title": "A sentence (inline Markdown)"}


def _sentence(value: Any) -> Text:
    if not isinstance(value, str):
        raise PydanticCustomError("sentence_type", "a sentence is expected")
    # Only blanks of the YAML layout go: a no-break space belongs to the words (before a colon, in some languages).
    words = value.strip(" \t\n")
    if not words.strip():
        raise PydanticCustomError("sentence_empty", "the sentence is empty")
    for pattern, name, todo in _REFUSED:
        if match := pattern.search(words):
            raise _refused(name, todo, words[match.start() :], value.index(words) + match.start())
    for mark in ("**", "`"):
        if words.count(mark) % 2:
            at = words.rfind(mark)
            raise _refused(f"'{mark}' without its pair", "Close it, or delete it.", words[at:], value.index(words) + at)
    return Text(words, value.language) if isinstance(value, Text) else Text(words)


def _refused(name: str, todo: str, words: str, at: int) -> PydanticCustomError:
    context = {"name": name, "todo": todo, "words": words, "at": at}
    return PydanticCustomError("sentence_refused", "the sentence holds {name}", context)
