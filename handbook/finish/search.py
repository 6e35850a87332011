"""Search: one index a language, of sections; what a page shows is found by the anchor it stands under.

A browser loads the list of words and the table of sections, then for each question the part of the index that holds
its words, and the texts of the pages that it shows. These stand in a folder named after what is in them, so that no
browser mixes the index of yesterday with that of today. overrides/javascripts/search/ reads what is written here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from handbook.finish.found_by import FoundBy
from handbook.finish.search_index import index_of
from handbook.finish.search_words import SearchWords, read_search_words
from handbook.finish.worth_finding import Found, worth_finding
from handbook.kept import mark_of
from handbook.problems import Problem, refuse
from handbook.read.settings import Language
from handbook.side_by_side import side_by_side
from handbook.stage import Staged

#: The folder of the index, inside the folder of its language.
FOLDER = "search"
_MARK = 12
#: Stands in the table for the title of the section before.
_SAME = "="
#: How the table of sections says that one comes after others: see `FoundBy.rank`.
_RANKS = {"": ".", "earlier": "e", "note": "n", "list": "l"}


def write_search(staged: Staged, site: Path) -> None:
    """Write ``<language>/search/`` for every language, side by side.

    Raises `Refused` if the words that people type cannot be used.
    """
    wrong = side_by_side(partial(_write, staged, site), staged.settings.languages)
    refuse([problem for problems in wrong for problem in problems])


def _write(staged: Staged, site: Path, language: Language) -> list[Problem]:
    """Write the search of a language; return what is wrong with the words that people type in it."""
    code, problems = language.code, list[Problem]()
    typed = read_search_words(staged.settings.root, language.folder, problems)
    found_by = FoundBy(staged, code, typed)
    with staged.kept.shelf(f"sections.{code}") as shelf:
        found = list(worth_finding(site / code, found_by, shelf))
        files = shelf.result(mark_of("files", code, typed, *found), lambda: _files(found, code, typed))
    problems.extend(typed.unknown({one.section.anchor for one in found}))
    folder = site / code / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return problems


def _files(found: Sequence[Found], code: str, typed: SearchWords) -> dict[str, str]:
    """Return what stands in each file of the search of a language."""
    index = index_of(found, code, typed.silent)
    parts = {f"hits-{number}.txt": part for number, part in enumerate(index.hits)}
    parts |= {f"text-{number}.json": _json(said) for number, said in enumerate(texts(found))}
    folder = mark_of(parts)[:_MARK]
    start = table(found, typed) | index.start | {"folder": folder}
    return {"index.json": _json(start)} | {f"{folder}/{name}": text for name, text in parts.items()}


def table(found: Sequence[Found], typed: SearchWords) -> dict[str, Any]:
    """Return what a browser knows of every section from the start, and the names and typed words that some have."""
    chapters = list(dict.fromkeys(one.chapter for one in found if one.chapter))
    places = {place: number for number, place in enumerate(dict.fromkeys(one.place for one in found))}
    pages = [(page, list(group)) for page, group in groupby(found, lambda one: one.page)]
    return {
        "chapters": chapters,
        "pages": [
            [page, len(group), chapters.index(group[0].chapter) if group[0].chapter else -1] for page, group in pages
        ],
        "anchors": "\n".join(one.section.anchor for one in found),
        "titles": "\n".join(_titles(found)),
        "places": list(places),
        "at": [places[one.place] for one in found],
        "ranks": "".join(_RANKS[one.rank] for one in found),
        "foreign": {number: one.section.language for number, one in enumerate(found) if one.section.language},
        **_asked_for(found, typed),
    }


def _titles(found: Sequence[Found]) -> Iterator[str]:
    """Yield the title of each section, or what stands for the same as the one before."""
    before = None
    for one in found:
        yield _SAME if one.section.title == before else one.section.title
        before = one.section.title


def texts(found: Sequence[Found]) -> list[list[str]]:
    """Return the words of the sections of each page, in the order of the table."""
    return [[one.section.text for one in group] for _page, group in groupby(found, lambda one: one.page)]


def _asked_for(found: Sequence[Found], typed: SearchWords) -> dict[str, Any]:
    """Return which section each name and each typed word means, and the words that find nothing."""
    names: dict[str, int] = {}
    others: dict[str, int] = {}
    finds: dict[str, int] = {}
    for number, one in enumerate(found):
        names.update(dict.fromkeys(one.own_names, number))
        others.update(dict.fromkeys(one.other_names, number))
        if typed.found_by.get(one.section.anchor):
            finds.setdefault(one.section.anchor, number)
    return {
        "names": others | names,  # its own names go before
        "finds": {
            number: ",".join(typed.found_by[anchor]) for anchor, number in finds.items() if typed.found_by[anchor]
        },
        "unanswered": ",".join(typed.unanswered),
        "silent": " ".join(typed.silent),
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
