"""What all pages together decide, as the last whole run found it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.render.rendered import RenderedPage
from handbook.stage import Staged
from handbook.translations.freshness import Freshness


@dataclass(frozen=True)
class Outline:
    """All pages, each without its words; which page shows each key; what is behind its original. By language code."""

    pages: dict[str, dict[str, RenderedPage]]
    homes: dict[str, dict[str, str]]
    fresh: dict[str, Freshness]

    @classmethod
    def of(cls, staged: Staged) -> Outline:
        """Return the outline of a staged handbook."""
        pages = {
            code: {path: replace(page, markdown="") for path, page in found.items()}
            for code, found in staged.site.pages.items()
        }
        return cls(pages, {code: dict(homes) for code, homes in staged.site.homes.items()}, dict(staged.fresh))
