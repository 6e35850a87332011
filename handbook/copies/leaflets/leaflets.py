"""A leaflet for each objective of the strategy, on one side of A4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from handbook.copies.edition import Edition, Wanted
from handbook.copies.leaflets.leaflet import leaflet_html
from handbook.copies.leaflets.said import Said
from handbook.copies.print import Laid, lay_out

#: Sizes in points that are tried, the most readable first; and so many letters a sheet never holds in the last.
_SIZES, _MOST = (11.5, 10.5, 9.5), 5300
#: A line of a list is worth so many letters, since it is seldom full.
_LINE = 40
_NO_WORDS = re.compile(r"<style>.*?</style>|<svg.*?</svg>|<[^>]+>", re.DOTALL)


def leaflets(edition: Edition) -> Iterator[Wanted]:
    """Yield a leaflet for each objective that a page shows; none without a strategy."""
    strategy, code = edition.handbook.strategy, edition.language.code
    for key, objective in strategy.objectives.items() if strategy else ():
        said = Said(edition, key, objective)
        if objective.key in edition.staged.site.homes[code]:
            title = said.sentences.plain(objective.title)
            make = partial(leaflet, said)
            yield Wanted("pdf", "leaflets", f"leaflet-{key}-{code}.pdf", title, make, (said.page,))


def leaflet(said: Said) -> bytes:
    """Return the leaflet of an objective on one side, in full or with titles, in the largest letters that fit.

    Where even titles in the smallest letters need more, it has two sides. Raises `Refused` where it cannot be set.
    """
    return fitting(said).pdf()


def fitting(said: Said) -> Laid:
    """Return the leaflet laid out, as `leaflet` describes it."""
    about = f"{said.edition.language.folder}/data/strategy.yml"
    for full in (True, False):
        for size in _SIZES:
            html = leaflet_html(said, size, full)
            last = not full and size == _SIZES[-1]
            if last or not _hopeless(html, size):
                laid = lay_out(html, said.edition.folder, about)
                if last or laid.sheets == 1:
                    return laid
    raise AssertionError("the last try is taken")


def _hopeless(html: str, size: float) -> bool:
    """Say whether there are more letters than a sheet holds, which spares laying it out."""
    letters = len(_NO_WORDS.sub("", html)) + _LINE * html.count("<li>")
    return letters > _MOST * (_SIZES[-1] / size) ** 2
