"""The copies of a built site are made, and its pages say where they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbook.copies.edition import Edition
from handbook.copies.kinds import Kinds
from handbook.copies.make import Made, make_copies
from handbook.copies.offer import Offer
from handbook.stage import Staged, Tell


def take_copies(staged: Staged, site: Path, folder: Path, templates: Path, tell: Tell, kinds: Kinds) -> Made:
    """Make all copies of the pages in ``site`` into ``folder``, and offer them on these pages.

    Where nothing can be made, the pages stay as they are: they say that there is nothing.
    """
    editions = [Edition(staged, language, site / language.code) for language in staged.settings.languages]
    offers = [Offer(edition, templates) for edition in editions]
    before = [offer.say_where() for offer in offers]
    made = make_copies(editions, folder, tell, kinds)
    for offer, pages in zip(offers, before, strict=True):
        offer.fill(made) if made.of(offer.language.code) else offer.put_back(pages)
    unlisted = [offer.unlisted() for offer, pages in zip(offers, before, strict=True) if not pages]
    return replace(made, remarks=(*made.remarks, *unlisted)) if made.copies else made
