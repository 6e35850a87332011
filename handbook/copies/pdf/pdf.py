"""The handbook of a language as PDF, and each of its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.copies.book.contents import chapters, contents
from handbook.copies.book.links import slugs
from handbook.copies.edition import Edition, Wanted
from handbook.copies.pdf.press import WHOLE, press
from handbook.copies.pdf.together import Together


def pdf(edition: Edition) -> Iterator[Wanted]:
    """Yield the handbook, then a chapter for each section at the top of the navigation.

    Names come from the first page of each chapter, so they are the same in all languages but for the code.
    """
    code, entries = edition.language.code, contents(edition.staged.settings, edition.language)
    names, together = slugs(entry.path for entry in entries), Together(partial(press, edition))
    home = (entries[0].path,) if not entries[0].sections else ()
    title = edition.language.site_name
    yield Wanted("pdf", "whole", f"handbook-{code}.pdf", title, partial(together.one, WHOLE), home)
    for group in chapters(entries):
        paths = tuple(entry.path for entry in group)
        if paths == home:
            continue  # the first page alone is the front of the handbook
        key, pages = names[paths[0]], edition.staged.site.pages[code]
        title = group[0].sections[0] if group[0].sections else pages[paths[0]].title
        yield Wanted("pdf", "chapters", f"chapter-{key}-{code}.pdf", title, partial(together.one, key), paths)
