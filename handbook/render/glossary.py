"""The same entry in every language, for tables that put them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.model.entries import Entry
from handbook.model.handbook import Handbook
from handbook.model.statement import Sourced
from handbook.model.text import Text
from handbook.read.settings import Language
from handbook.translations.freshness import Behind, Freshness


@dataclass(frozen=True)
class Form:
    """What an entry is called in a language (its ``name`` knows in which language it is really written).

    ``attested`` says whether that form was seen in an official text.
    """

    language: Language
    name: Text
    short: Text | None
    attested: bool


@dataclass(frozen=True)
class Languages:
    """The handbooks of all languages by code, and what ``mkdocs.yml`` says of each language."""

    handbooks: Mapping[str, Handbook]
    languages: tuple[Language, ...]
    fresh: Mapping[str, Freshness]

    def translations(self) -> tuple[tuple[Language, Freshness], ...]:
        """Return every language that is translated into, and how fresh its translation is."""
        return tuple((one, self.fresh[one.code]) for one in self.languages if one.code in self.fresh)

    def way_to(self, behind: Behind) -> str:
        """Return the address (``@key``, ``page.md#section``) at which a unit is shown; nothing if it is at several."""
        if ".md#" in behind.anchor:
            return behind.anchor.removesuffix("#")
        record = next(iter(self.handbooks.values())).records.get(behind.anchor)
        return f"@{behind.anchor}" if isinstance(record, Sourced | Entry) else ""

    def spoken(self) -> tuple[Language, ...]:
        """Return the languages of the handbook, in order."""
        return self.languages

    def forms(self, entry: Entry) -> tuple[Form, ...]:
        """Return what ``entry`` is called in every language, in their order."""
        found = []
        for language in self.languages:
            other = self.handbooks[language.code].records[entry.key]
            assert isinstance(other, Entry), "a key names the same entry in all languages"
            short = other.short if other.short and other.short != other.name else None
            found.append(Form(language, other.name, short, language.code in other.attested))
        return tuple(found)

    def untranslated(self, code: str) -> int:
        """Return how many sentences a language still shows in the reference language."""
        return len(self.handbooks[code].missing)
