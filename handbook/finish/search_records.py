"""What Pagefind reads: a small HTML file for every section worth finding; it is not published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from handbook.finish.found_by import FoundBy
from handbook.finish.sections import Section, page_sections
from handbook.kept import Shelf, mark_of

#: What stands between the words that are shown and those that are only found; overrides/javascripts knows it.
HIDDEN = "\N{ASTERISM}"
#: Stands after an apostrophe, so that Pagefind sees two words in ``l’employeur``; it is not shown.
CUT = "\N{WORD JOINER} "
#: The page that lists everything, which would be found by any word.
INDEX = "a-to-z"
_APOSTROPHE = re.compile(r"(?<=\w['’ʼ])(?=\w\w)")


@dataclass(frozen=True)
class Found:
    """A section worth finding: its path and chapter, what it is called here and elsewhere, and its hidden words."""

    path: str
    chapter: str
    section: Section
    own_names: tuple[str, ...]
    other_names: tuple[str, ...]
    hidden: tuple[str, ...]

    @property
    def known(self) -> str:
        """Return everything by which the section is found."""
        section = self.section
        return " ".join((section.title, section.text, *self.hidden, *self.own_names, *self.other_names))

    def record(self, code: str) -> str:
        """Return the section as Pagefind reads it, in the language ``code``."""
        section = self.section
        place = escape(" › ".join(dict.fromkeys(filter(None, section.path))))
        lang = f'<meta data-pagefind-meta="lang[content]" content="{section.language}">' if section.language else ""
        return (
            f'<!doctype html><html lang="{code}"><head>'
            f'<meta data-pagefind-meta="place[content]" content="{place}">{lang}</head><body>'
            f"<h1>{_cut(section.title)}</h1><p>{_cut(section.text)}</p>"
            f"<p>{HIDDEN} {escape(' '.join(self.hidden))}</p>"
            f'<p data-pagefind-weight="10">{escape(" ".join((*self.own_names, *self.other_names)))}</p></body></html>'
        )


def found_sections(folder: Path, found_by: FoundBy, shelf: Shelf) -> Iterator[Found]:
    """Yield everything worth finding in the built pages of a language; ``shelf`` keeps the sections of a page."""
    for file in sorted(folder.rglob("index.html")):
        if file.parent == folder / INDEX:
            continue
        html = file.read_bytes()
        page = shelf.result(mark_of(html), partial(page_sections, html))
        place = file.relative_to(folder).as_posix().removesuffix(file.name)
        for section in page.sections:
            if section.anchor and (section.text or not found_by.is_label(section.title)):
                yield Found(
                    f"{place}{quote(section.anchor, safe='')}.html",
                    page.chapter,
                    section,
                    tuple(found_by.own_names(section)),
                    tuple(found_by.other_names(section)),
                    tuple(found_by.hidden(section)),
                )


def _cut(words: str) -> str:
    """Return words as HTML, cut after every apostrophe between letters."""
    return escape(_APOSTROPHE.sub(CUT, words))
