"""Words by which a section is found though it does not show them, and the sections that come after others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from handbook.finish.search_terms import LIGATURE, letters_apart
from handbook.finish.search_words import SearchWords
from handbook.finish.sections import Section
from handbook.model.entries import Entry
from handbook.model.record import Record
from handbook.render.sentences import Sentences, plain_words
from handbook.stage import Staged

_WORD = re.compile(r"[^\W\d_]+")


class FoundBy:
    """What is known of the sections of one language."""

    def __init__(self, staged: Staged, code: str, typed: SearchWords) -> None:
        """Take the words of ``code``, what people type in it, and the short names of the other languages."""
        self.typed = typed
        language = staged.settings.language(code)
        self.handbook = staged.site.handbooks[code]
        self.others = [other for name, other in staged.site.handbooks.items() if name != code]
        self.sentences = Sentences(self.handbook, {}, language.locale)
        self.labels = {str(words) for words in self.handbook.named("labels").values()}

    def is_label(self, title: str) -> bool:
        """Return whether a title is one of the fixed words that many pages show."""
        return title in self.labels

    def rank(self, section: Section) -> str:
        """Return why a section comes after others: ``earlier`` year, ``note``, ``list`` of what is said elsewhere."""
        if section.anchor.startswith("years."):
            return "earlier"
        record = self.handbook.records.get(section.anchor)
        if record is not None:
            return "note" if record.own_kind == "note" else ""
        return "" if section.level == 1 else "list"

    def hidden(self, section: Section) -> Iterator[str]:
        """Yield the words by which a section is found besides its own."""
        yield from section.also
        yield from dict.fromkeys(word for said in self.typed.found_by.get(section.anchor, ()) for word in said.split())
        record = self.handbook.records.get(section.anchor)
        known = f"{section.title} {section.text} {' '.join(section.also)}"
        if record is not None:
            yield from (name for name in self._names(record) if name not in known)
        if LIGATURE.search(known):
            yield from (letters_apart(word) for word in dict.fromkeys(known.split()) if LIGATURE.search(word))

    def own_names(self, section: Section) -> Iterator[str]:
        """Yield what an entry is called in its language."""
        entry = self.handbook.records.get(section.anchor)
        if isinstance(entry, Entry):
            yield from (letters_apart(plain_words(name)) for name in (entry.name, entry.short) if name)

    def other_names(self, section: Section) -> Iterator[str]:
        """Yield an entry's abbreviations in the other languages, which colleagues use as well, and its initials."""
        entry = self.handbook.records.get(section.anchor)
        if not isinstance(entry, Entry):
            return
        for other in self.others:
            same = other.records.get(entry.key)
            if isinstance(same, Entry) and same.short and same.short.isupper() and same.short != entry.short:
                yield str(same.short)

        initials = "".join(word[0] for word in _WORD.findall(plain_words(entry.name)) if len(word) > 3).upper()
        if 2 < len(initials) < 6 and initials not in self._abbreviations:
            yield initials

    @cached_property
    def _abbreviations(self) -> set[str]:
        entries = (one for one in self.handbook.records.values() if isinstance(one, Entry))
        return {str(entry.short) for entry in entries if entry.short}

    def _names(self, record: Record) -> Iterator[str]:
        """Yield the full and the short names of what a statement names."""
        texts = (getattr(record, name, None) for name in ("title", "text"))
        for entry in self.sentences.entries(*texts):
            yield from (plain_words(name) for name in (entry.name, entry.short) if name)
