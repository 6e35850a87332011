"""The index of the search as one text, for copies that can load nothing."""

from __future__ import annotations

import json

from handbook.copies.edition import Edition
from handbook.finish.found_by import FoundBy
from handbook.finish.search import table
from handbook.finish.search_index import index_of
from handbook.finish.search_words import read_search_words
from handbook.finish.worth_finding import worth_finding
from handbook.kept import Shelf
from handbook.read.addresses import page_url


def search_index(edition: Edition) -> str:
    """Return the index of an edition as JSON: that of the site without the texts, which the copies hold themselves."""
    code = edition.language.code
    typed = read_search_words(edition.staged.settings.root, edition.language.folder, [])
    found_by = FoundBy(edition.staged, code, typed)
    pages = {page_url(path) for path in edition.staged.site.pages[code]}
    found = [one for one in worth_finding(edition.folder, found_by, Shelf({})) if one.page in pages]
    index = index_of(found, code, typed.silent)
    return json.dumps(
        table(found, typed) | index.start | {"hits": index.hits}, ensure_ascii=False, separators=(",", ":")
    )
