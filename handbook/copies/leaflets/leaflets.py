"""A leaflet for each objective of the strategy, on one side of A4."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.copies.edition import Edition, Wanted
from handbook.copies.leaflets.leaflet import leaflet_html
from handbook.copies.leaflets.said import Said
from handbook.copies.print import Laid, lay_out

#: What is tried, from the best: points, and whether the ways are told in full.
_TRIES = ((11.5, True), (10.5, True), (9.5, True), (11.5, False), (10.5, False), (9.5, False))


def leaflets(edition: Edition) -> Iterator[Wanted]:
    """Yield a leaflet for each objective that a page shows; none without a strategy."""
    strategy, code = edition.handbook.strategy, edition.language.code
    for key, objective in strategy.objectives.items() if strategy else ():
        said = Said(edition, key, objective)
        if objective.key in edition.staged.site.homes[code]:
            title = said.sentences.plain(objective.title)
            yield Wanted("pdf", "leaflets", f"leaflet-{key}-{code}.pdf", title, partial(_made, said), (said.page,))


def _made(said: Said) -> bytes:
    """Return the leaflet on one sheet; where even titles in the smallest letters need more, on two.

    Raises `Refused` where a sentence cannot be set.
    """
    return _fitting(said).pdf()


def _fitting(said: Said) -> Laid:
    about, hopeless = f"{said.edition.language.folder}/data/strategy.yml", False
    for size, full in _TRIES:
        if full and hopeless:
            continue
        laid = lay_out(leaflet_html(said, size, full), said.edition.folder, about)
        if laid.sheets == 1:
            break
        hopeless = laid.sheets > 2
    return laid
