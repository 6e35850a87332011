"""What step 3 hands on: plain Markdown, and where each key is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.model.handbook import Handbook


@dataclass(frozen=True)
class RenderedPage:
    """A page as plain Markdown.

    ``language`` is the code in which it is written: the reference language for a page that falls back.
    ``partly`` says that single sentences of it fall back. ``translated`` says in words from what, and when,
    the page was translated.
    """

    path: str
    file: str
    title: str
    description: str
    hide: tuple[str, ...]
    markdown: str
    language: str
    partly: bool
    anchors: tuple[str, ...]
    translated: str = ""


@dataclass(frozen=True)
class RenderedSite:
    """The pages of every language by code and path, and the page that shows each key."""

    pages: Mapping[str, Mapping[str, RenderedPage]]
    homes: Mapping[str, Mapping[str, str]]
    handbooks: Mapping[str, Handbook]

    def translated(self, path: str) -> tuple[str, ...]:
        """Return the codes of the languages in which a page is really written."""
        return tuple(code for code, pages in self.pages.items() if path in pages and pages[path].language == code)
