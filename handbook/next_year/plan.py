"""What a new year needs is worked out as a whole, before a single file is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.next_year.copies import listed, plan_changes, plan_pages
from handbook.next_year.data import plan_data, programme_files
from handbook.next_year.navigation import with_year
from handbook.next_year.pages import changes_page
from handbook.next_year.refusals import lacking, old_year, unconfirmed
from handbook.problems import refuse
from handbook.read.words import read_words
from handbook.stage import Staged

_FACT = re.compile(r"\s*(?:carried-over|source|year):")


@dataclass(frozen=True)
class Plan:
    """The new content of every file that is written, by its path in the handbook's folder.

    ``statements`` counts what is carried over; ``to_read`` names the lines that still speak of the old year.
    """

    old: int
    new: int
    files: Mapping[str, str]
    statements: int
    to_read: tuple[str, ...]


def plan(staged: Staged, new: int) -> Plan:
    """Return what starting the year ``new`` would write for a handbook without problems.

    Raises `CouldNotRun` if the year cannot be started, `Refused` if the words must be changed first.
    """
    settings = staged.settings
    old = old_year(staged, new)
    words = read_words(settings, [])
    reference = next(one for one in words if one.language.reference)
    refuse([*unconfirmed(reference), *lacking(reference)])
    files: dict[str, str] = {}
    statements = plan_data(words, old, new, files)
    copies = plan_pages(staged, words, old, files)
    plan_changes(staged, old, new, files)
    titles = {code: str(each.named("labels")["earlier-years"]) for code, each in staged.site.handbooks.items()}
    config = (settings.root / settings.config).read_text("utf-8")
    order = listed([entry.page for entry in settings.navigation], copies, changes_page(old))
    files[settings.config] = with_year(settings.config, config, titles, old, order)
    current = [f"{one.language.folder}/{page}" for one in words for page in copies]
    current += [f"{one.language.folder}/data/{name}.yml" for one in words for name, _ in programme_files(one)]
    texts = {name: files.get(name) or (settings.root / name).read_text("utf-8") for name in current}
    return Plan(old, new, files, statements, tuple(_to_read(texts, old)))


def _to_read(texts: Mapping[str, str], old: int) -> Iterator[str]:
    """Yield file and line of every sentence that still speaks of the year that ends."""
    for name, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if str(old) in line and not _FACT.match(line):
                yield f"{name}:{number}"
