"""What is to be built: one language, its staged tree, and what its pages need to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from handbook.build.addresses import Addresses, addresses
from handbook.kept import Kept
from handbook.read.settings import Language, Settings

#: The environment variable that chooses the one language of a plain ``mkdocs`` run.
LANGUAGE = "HANDBOOK_LANGUAGE"
#: Dates in files that the engine writes; fixed, so that the same sources give the same bytes.
EPOCH = "946684800"
#: What the front matter says in words, which the theme would print as they are.
ESCAPED = ("title", "description", "notice")
#: What of its front matter other pages may show, in menus: all else concerns a page alone.
SHARED = ("title", "written_in")


@dataclass(frozen=True)
class Job:
    """One language to build: its staged tree, where its HTML goes, and what its pages need to know.

    ``translated`` maps a page's path to the codes of the languages in which it is really written, ``files`` to the
    file in which a person wrote it, ``fronts`` to its front matter; ``labels`` are the fixed words, ``offers`` those
    with which the other languages offer themselves, by language code.
    Its pages are shared out among so many ``parts``, where processors would be idle.
    """

    settings: Settings
    language: Language
    staged: Path
    site: Path
    translated: dict[str, tuple[str, ...]]
    files: dict[str, str]
    fronts: dict[str, dict[str, Any]]
    labels: dict[str, str]
    offers: dict[str, dict[str, str]]
    kept: Kept = field(default_factory=Kept)
    parts: int = 1

    def addresses(self, path: str) -> Addresses:
        """Return the addresses of a page in all languages."""
        return addresses(self.settings, self.language.code, path, self.translated[path])

    @cached_property
    def printed(self) -> dict[str, Markup]:
        """Return the fixed words as templates print them."""
        return {name: escape(words) for name, words in self.labels.items()}
