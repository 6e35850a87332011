"""What the search of a copy knows: places and words, without the text, which the pages hold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from urllib.parse import unquote

from handbook.copies.edition import Edition
from handbook.copies.search.words import folded, words_of
from handbook.finish.found_by import FoundBy
from handbook.finish.search import marks
from handbook.finish.search_records import Found, found_sections
from handbook.finish.search_words import read_search_words
from handbook.kept import Shelf
from handbook.read.addresses import page_url

#: Signs for numbers of six bits; answers.js reads them.
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def search_index(edition: Edition) -> str:
    """Return the index of an edition as JSON, the same for the same pages."""
    code = edition.language.code
    typed = read_search_words(edition.staged.settings.root, edition.language.folder, [])
    found_by = FoundBy(edition.staged, code, typed)
    pages = {page_url(path) for path in edition.staged.site.pages[code]}
    found = [one for one in found_sections(edition.folder, found_by, Shelf({})) if page_of(one) in pages]
    told = marks(found, {unquote(one.path): str(number) for number, one in enumerate(found)}, found_by)
    places = list(dict.fromkeys(place_of(one) for one in found))
    silent = {folded(word) for phrase in typed.silent for word in words_of(phrase)}
    words, hits = _inverted(found, silent)
    index = {
        "marks": told,
        "pages": [[page, len(list(group))] for page, group in groupby(found, page_of)],
        "anchors": "\n".join(one.section.anchor for one in found),
        "titles": "\n".join(one.section.title for one in found),
        "places": places,
        "at": [places.index(place_of(one)) for one in found],
        "foreign": {number: one.section.language for number, one in enumerate(found) if one.section.language},
        "words": words,
        "hits": hits,
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def page_of(found: Found) -> str:
    """Return the address of the page on which a section stands, below its language: ``programme/field/``."""
    return f"{found.path.rpartition('/')[0]}/" if "/" in found.path else ""


def place_of(found: Found) -> str:
    """Return the titles around a section, as the search of the site shows them."""
    return " › ".join(dict.fromkeys(filter(None, found.section.path)))


def _inverted(found: Sequence[Found], silent: set[str]) -> tuple[str, str]:
    """Return the words in alphabetic order, and in the same order where each one stands."""
    sections = defaultdict[str, list[int]](list)
    for number, one in enumerate(found):
        said = words_of(one.known)
        named = words_of(" ".join((*one.own_names, *one.other_names)))
        for word in dict.fromkeys((*(word for word in said if folded(word) not in silent), *named)):
            sections[word].append(number)
    words = sorted(sections)
    return "\n".join(_shortened(words)), "\n".join(_gaps(sections[word]) for word in words)


def _shortened(words: Iterable[str]) -> Iterator[str]:
    """Yield each word without the beginning that it shares with the one before, whose length comes first."""
    before = ""
    for word in words:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        same = min(sum(1 for _ in alike), len(_SIGNS) - 1)
        yield f"{_SIGNS[same]}{word[same:]}"
        before = word


def _gaps(numbers: Iterable[int]) -> str:
    """Return growing numbers by the gaps between them, five bits a sign, the sixth saying that more follow."""
    signs, last = list[str](), -1
    for number in numbers:
        gap, last = number - last - 1, number
        while gap >= 32:
            signs.append(_SIGNS[gap & 31 | 32])
            gap >>= 5
        signs.append(_SIGNS[gap])
    return "".join(signs)
