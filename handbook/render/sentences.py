"""Sentences as they are printed: entries by their names, other languages marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape

import markdown
from babel import Locale

from handbook.join.references import ENTRY, FIGURES, named_entries
from handbook.model.entries import Entry
from handbook.model.handbook import Handbook
from handbook.model.text import Text
from handbook.render.numbers import figure_value

#: How words in another language than the page's begin.
FOREIGN = '<span class="foreign" lang='
_TAG = re.compile(r"<[^>]+>")


#: Without one of these, inline Markdown is plain words.
_SIGNS = re.compile(r"[*_`\[<&\\]")
_MARKDOWN = markdown.Markdown()


@cache
def plain_words(inline: str) -> str:
    """Return the words of inline Markdown alone."""
    if not _SIGNS.search(inline):
        return " ".join(inline.split())
    return " ".join(unescape(_TAG.sub("", inline_html(inline))).split())


def inline_html(inline: str) -> str:
    """Return inline Markdown as the HTML of one paragraph."""
    # An invisible first character keeps Markdown from taking '2025. A year' for a list.
    return _MARKDOWN.reset().convert(f"\u2060{inline}").replace("\u2060", "")


@dataclass(frozen=True)
class Sentences:
    """Prints the sentences of one handbook, its numbers as ``locale`` writes them.

    ``directions`` holds ``ltr`` or ``rtl`` by language code.
    """

    handbook: Handbook
    directions: dict[str, str]
    locale: Locale

    def printed(self, text: Text) -> str:
        """Return inline Markdown with every ``[[key]]`` replaced; a foreign sentence is marked as such."""
        words = ENTRY.sub(lambda match: self._name(match[1], text.language), text)
        return self._marked(text, words, self.handbook.language)

    def unmarked(self, text: Text) -> str:
        """Return inline Markdown without the mark of a foreign language (for open data)."""
        return ENTRY.sub(lambda match: self._entry_words(match[1]), text)

    def plain(self, text: Text) -> str:
        """Return the words alone, without Markdown."""
        return plain_words(self.unmarked(text))

    def entries(self, *texts: Text | None) -> tuple[Entry, ...]:
        """Return the entries that sentences name, each once, in order."""
        keys = dict.fromkeys(key for text in texts if text for key in named_entries(text))
        return tuple(entry for key in keys if (entry := self.handbook.entry(key)))

    def label(self, name: str) -> Text:
        """Return a fixed word from ``labels.yml``; its name where it is missing, which is reported by then."""
        text: Text = self.handbook.named("labels").get(name, Text(name))
        return text

    def value(self, key: str, alone: bool = False) -> Text:
        """Return the value of a figure (``days``, ``days.before``) as words, ``alone`` or with its unit."""
        name, _, which = key.partition(".")
        figure = self.handbook.named("figures")[name]
        return Text(figure_value(figure, which, alone, self.handbook, self.locale), self.handbook.language)

    def amount(self, key: str) -> str:
        """Return the value of a figure with the words of its comparison (``more than 40%``)."""
        figure = self.handbook.named("figures")[key.partition(".")[0]]
        value = str(self.value(key))
        if figure.comparison == "exactly":
            return value
        return self.label(f"comparison-{figure.comparison}").replace("VALUE", value)

    def _entry_words(self, reference: str) -> str:
        return str(self._entry_text(reference))

    def _entry_text(self, reference: str) -> Text:
        key, _, form = reference.partition(":")
        if key.startswith(FIGURES):
            return self.value(key.removeprefix(FIGURES), form == "number")
        entry = self.handbook.entry(key.strip())
        assert entry is not None, "references are checked when the words are joined"
        return entry.name if form == "name" else entry.label

    def _name(self, reference: str, around: str) -> str:
        text = self._entry_text(reference)
        return self._marked(text, text, around)

    def _marked(self, text: Text, words: str, around: str) -> str:
        """Return ``words`` marked as being in the language of ``text``, unless all ``around`` is in it."""
        if text.language in ("", around):
            return words
        direction = self.directions.get(text.language, "ltr")
        return f'{FOREIGN}"{text.language}" dir="{direction}">{words}</span>'
