"""Pages that an earlier run rendered from the same: their own words, the data of all languages, the macros, the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbook.kept import Shelf, mark_of
from handbook.read.pages import Page
from handbook.read.settings import Settings
from handbook.read.words import Words
from handbook.render.environment import MACROS, macros_root
from handbook.render.rendered import RenderedPage
from handbook.translations.freshness import Freshness


class KnownPages:
    """The ``pages`` of one language that are on the shelf, and those that are ``lacking``."""

    def __init__(self, shelf: Shelf, ground: str, fresh: Mapping[str, Freshness], pages: Mapping[str, Page]) -> None:
        """Look up every page; ``ground`` marks what all of them are made from, ``fresh`` what only some ask for."""
        self.shelf, self._fresh = shelf, mark_of(dict(fresh))
        self.pages: dict[str, RenderedPage] = {}
        self.lacking: list[Page] = []
        self._marks = {path: mark_of(ground, page.mark) for path, page in pages.items()}
        for path, page in pages.items():
            mark = next((mark for mark in self._both(path) if mark in shelf), None)
            if mark is None:
                self.lacking.append(page)
            else:
                self.pages[path] = shelf.known(mark)

    def keep(self, rendered: Mapping[str, tuple[RenderedPage, bool]]) -> None:
        """Put new pages on the shelf, each with whether it asked what is said of the translations."""
        for path, (page, asked) in rendered.items():
            alone, with_fresh = self._both(path)
            self.shelf.put(with_fresh if asked else alone, page)

    def _both(self, path: str) -> tuple[str, str]:
        return self._marks[path], mark_of(self._marks[path], self._fresh)


def ground_mark(settings: Settings, words: Sequence[Words]) -> str:
    """Return a mark of what every page may ask for."""
    return mark_of(settings.languages, settings.navigation, settings.date, settings.site_url, *_ground(settings, words))


def _ground(settings: Settings, words: Sequence[Words]) -> Iterator[object]:
    for one in words:
        yield one.language.code
        for name, file in sorted(one.data.items()):
            yield from (name, file.mark if file is not None else "")
    for path in sorted((macros_root(settings.root) / MACROS).glob("*.jinja")):
        yield from (path.name, path.read_bytes())
