"""A sentence: inline Markdown in one language, without HTML, Jinja or blocks."""

from __future__ import annotations

import re
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# What a sentence may not hold: the pattern, what it is called, what to do.
_REFUSED = (
    (re.compile(r"\{\{|\{%|\{#"), "Jinja", "Macros are called on pages; a sentence holds words only."),
    (
        re.compile(r"<(?!https?://|mailto:)[a-zA-Z/!?]"),
        "raw HTML",
        "Use Markdown (**bold**, [words](address)); write 'less than' in words.",
    ),
    (re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);"), "an HTML entity", "Type the character itself."),
    (re.compile(r"\{:?\s*[#.\w]"), "braces", "Braces have a meaning on pages; write brackets."),
    (re.compile(r"\]\(\s*(?:javascript|data|vbscript):", re.I), "a script address", "Link to a page."),
    (re.compile(r"\n\s*\n"), "an empty line", "A sentence is one paragraph: make two entries, or join the lines."),
    (
        re.compile(r"^\s*(?:#{1,6}\s|>|[-*+]\s|\d+[.)]\s|```|~~~|!!!|\?\?\?|===|\|)"),
        "the mark of a heading, list, quotation or table",
        "A sentence holds words only; the macros give it its shape.",
    ),
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
    if not value.strip():
        raise PydanticCustomError("sentence_empty", "the sentence is empty")
    for pattern, name, todo in _REFUSED:
        if match := pattern.search(value):
            line = value[match.start() :].strip().split("\n")[0]
            raise PydanticCustomError(
                "sentence_refused",
                "the sentence holds {name}",
                {"name": name, "words": line, "todo": todo},
            )
    # Only blanks of the YAML layout go: a no-break space belongs to the words (before a colon, in some languages).
    words = re.sub(r"[ \t]*\n[ \t\n]*", " ", value.strip(" \t\n"))
    return Text(words, value.language) if isinstance(value, Text) else Text(words)
