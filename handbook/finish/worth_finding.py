"""What is worth finding: every section of the built pages that says something, and the words by which it is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handbook.finish.found_by import FoundBy
from handbook.finish.sections import Section, page_sections
from handbook.kept import Shelf, mark_of

#: The page that lists everything, which would be found by any word.
INDEX = "a-to-z"


@dataclass(frozen=True)
class Found:
    """A section worth finding: its page (``programme/field/``), its chapter, what it is called here and elsewhere.

    ``hidden`` are words by which it is found though it does not show them; ``rank`` says why it comes after others.
    """

    page: str
    chapter: str
    section: Section
    own_names: tuple[str, ...]
    other_names: tuple[str, ...]
    hidden: tuple[str, ...]
    rank: str = ""

    @property
    def place(self) -> str:
        """Return the titles around the section in one line."""
        return " › ".join(dict.fromkeys(filter(None, self.section.path)))


def worth_finding(folder: Path, found_by: FoundBy, shelf: Shelf) -> Iterator[Found]:
    """Yield everything worth finding in the built pages of a language; ``shelf`` keeps the sections of a page."""
    for file in sorted(folder.rglob("index.html")):
        if file.parent == folder / INDEX:
            continue
        html = file.read_bytes()
        page = shelf.result(mark_of(html), partial(page_sections, html))
        address = file.relative_to(folder).as_posix().removesuffix(file.name)
        for section in page.sections:
            if section.anchor and (section.text or not found_by.is_label(section.title)):
                yield Found(
                    address,
                    page.chapter,
                    section,
                    tuple(found_by.own_names(section)),
                    tuple(found_by.other_names(section)),
                    tuple(found_by.hidden(section)),
                    found_by.rank(section),
                )
