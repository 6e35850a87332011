"""Search: one Pagefind index a language, of sections; what a page shows is found by the anchor it stands under.

Each section becomes a record, a small HTML file that Pagefind reads and that is not published. A record says the
title, the words, and words that are found but not shown: short and full names from the glossary, letters taken
apart (``œ``), the abbreviations of other languages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from handbook.finish.found_by import FoundBy, vocabulary
from handbook.finish.pagefind import index_of
from handbook.finish.search_records import Found, found_sections
from handbook.finish.search_words import read_search_words
from handbook.kept import mark_of
from handbook.problems import Problem, refuse
from handbook.read.settings import Language
from handbook.side_by_side import side_by_side
from handbook.stage import Staged

#: The folder of the index, inside the folder of its language.
FOLDER = "pagefind"


def write_search(staged: Staged, site: Path) -> None:
    """Write ``<language>/pagefind/`` for every language, side by side.

    Raises `Refused` if the words that people type cannot be used, `CouldNotRun` if Pagefind fails.
    """
    wrong = side_by_side(partial(_write, staged, site), staged.settings.languages)
    refuse([problem for problems in wrong for problem in problems])


def _write(staged: Staged, site: Path, language: Language) -> list[Problem]:
    """Write the search of a language; return what is wrong with the words that people type in it."""
    code, problems = language.code, list[Problem]()
    typed = read_search_words(staged.settings.root, language.folder, problems)
    found_by = FoundBy(staged, code, typed)
    with staged.kept.shelf(f"sections.{code}") as shelf:
        found = list(found_sections(site / code, found_by, shelf))
    problems.extend(typed.unknown({one.section.anchor for one in found}))
    records = {one.path: one.record(code) for one in found}
    with staged.kept.shelf(f"search.{code}") as shelf:
        # The vocabulary is no part of the mark: it is made of what stands in the records.
        mark = mark_of(code, *(part for record in records.items() for part in record))
        index, words = shelf.result(mark, lambda: (index_of(records, code), vocabulary(one.known for one in found)))
    told = marks(found, index.numbers, found_by)
    own = {"words.txt": words.encode(), "marks.json": json.dumps(told, ensure_ascii=False).encode()}
    _save(site / code / FOLDER, {**index.files, **own})
    return problems


def marks(found: Sequence[Found], numbers: Mapping[str, str], found_by: FoundBy) -> dict[str, Any]:
    """Return chapter and rank of every record, and the names and the typed words that some have.

    ``numbers`` are what the index calls a record, by its path without escapes.

    Pagefind's own filters would do; but it writes them in any order, so that two builds differ.
    """
    chapters = list(dict.fromkeys(one.chapter for one in found if one.chapter))
    sections: dict[str, tuple[int, str]] = {}
    names: dict[str, str] = {}
    others: dict[str, str] = {}
    finds: dict[str, str] = {}
    chosen: set[str] = set()
    for one in found:
        number, anchor = numbers.get(unquote(one.path)), one.section.anchor
        if number is None:
            continue  # Pagefind leaves out a page without a word of its own
        sections[number] = (chapters.index(one.chapter) if one.chapter else -1, found_by.rank(one.section))
        names.update(dict.fromkeys(one.own_names, number))
        others.update(dict.fromkeys(one.other_names, number))
        if anchor not in chosen and (typed := found_by.typed.found_by.get(anchor)):
            chosen.add(anchor)
            finds[number] = ",".join(typed)
    typed_words = found_by.typed
    return {
        "chapters": chapters,
        "sections": sections,
        "names": others | names,  # its own names go before
        "finds": finds,
        "unanswered": ",".join(typed_words.unanswered),
        "silent": " ".join(typed_words.silent),
    }


def _save(folder: Path, files: Mapping[str, bytes]) -> None:
    for place in {path.rpartition("/")[0] for path in files}:
        (folder / place).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).write_bytes(content)
