"""What all pages together decide, as the last whole run found it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handbook.read.pages import Page
from handbook.render.rendered import RenderedPage
from handbook.stage import Gathered, Staged
from handbook.translations.freshness import Freshness

_TITLE = re.compile(r"^# ([^{}\n]+)", re.MULTILINE)


@dataclass(frozen=True)
class Outline:
    """All pages, each without its words; which page shows each key; what is behind its original. By language code.

    ``whole`` is false as long as that is guessed.
    """

    pages: dict[str, dict[str, RenderedPage]]
    homes: dict[str, dict[str, str]]
    fresh: dict[str, Freshness]

    whole: bool = True

    @classmethod
    def guessed(cls, words: Gathered) -> Outline:
        """Return what can be said before any whole run: titles as they are written, and no links by key."""
        codes = [one.language.code for one in words.words]
        pages = {path: _guessed(page) for path, page in words.reference.pages.items() if page is not None}
        return cls({code: dict(pages) for code in codes}, {code: {} for code in codes}, {}, whole=False)

    @classmethod
    def of(cls, staged: Staged) -> Outline:
        """Return the outline of a staged handbook."""
        pages = {
            code: {path: replace(page, markdown="") for path, page in found.items()}
            for code, found in staged.site.pages.items()
        }
        return cls(pages, {code: dict(homes) for code, homes in staged.site.homes.items()}, dict(staged.fresh))


def _guessed(page: Page) -> RenderedPage:
    words = _TITLE.search(page.body)
    title = str(page.front.get("title") or (words[1] if words else page.path.removesuffix(".md")))
    return RenderedPage(page.path, page.file, title, page.front["description"], (), "", "", False, ())
