"""The index of the search as one text, for copies that can load nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence

from handbook.copies.edition import Edition
from handbook.finish.found_by import FoundBy
from handbook.finish.search import table
from handbook.finish.search_index import index_of
from handbook.finish.search_words import SearchWords, read_search_words
from handbook.finish.worth_finding import Found, worth_finding
from handbook.kept import mark_of
from handbook.read.addresses import page_url


def search_index(edition: Edition) -> str:
    """Return the index of an edition as JSON: that of the site without the texts, which the copies hold themselves.

    Several copies hold it, and each is made in a process of its own: the first to ask for it keeps it for the others.
    """
    code = edition.language.code
    typed = read_search_words(edition.staged.settings.root, edition.language.folder, [])
    found_by = FoundBy(edition.staged, code, typed)
    pages = {page_url(path) for path in edition.staged.site.pages[code]}
    with edition.staged.kept.shelf(f"sections-of-copies.{code}") as shelf:
        found = [one for one in worth_finding(edition.folder, found_by, shelf) if one.page in pages]
        index: str = shelf.result(mark_of(code, typed, *found), lambda: _index(found, code, typed))
    return index


def _index(found: Sequence[Found], code: str, typed: SearchWords) -> str:
    index = index_of(found, code, typed.silent)
    whole = table(found, typed) | index.start | {"hits": index.hits}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
