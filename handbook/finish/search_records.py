"""What Pagefind reads: a small HTML file for every section worth finding; it is not published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

from handbook.finish.found_by import FoundBy
from handbook.finish.sections import Section, page_sections

#: What stands between the words that are shown and those that are only found; overrides/javascripts knows it.
HIDDEN = "\N{ASTERISM}"
#: Stands after an apostrophe, so that Pagefind sees two words in ``l’employeur``; it is not shown.
CUT = "\N{WORD JOINER} "
#: The page that lists everything, which would be found by any word.
INDEX = "a-to-z"
_APOSTROPHE = re.compile(r"(?<=\w['’ʼ])(?=\w\w)")


def found_sections(folder: Path, found_by: FoundBy) -> Iterator[tuple[str, Section, str]]:
    """Yield path, section and chapter of everything worth finding in the built pages of a language."""
    for file in sorted(folder.rglob("index.html")):
        if file.parent == folder / INDEX:
            continue
        page = page_sections(file)
        for section in page.sections:
            if section.anchor and (section.text or not found_by.is_label(section.title)):
                path = file.parent.relative_to(folder) / f"{quote(section.anchor, safe='')}.html"
                yield path.as_posix(), section, page.chapter


def record_of(section: Section, found_by: FoundBy, code: str) -> str:
    """Return a section as Pagefind reads it."""
    names = " ".join((*found_by.own_names(section), *found_by.other_names(section)))
    place = escape(" › ".join(dict.fromkeys(filter(None, section.path))))
    hidden = escape(" ".join(found_by.hidden(section)))
    lang = f'<meta data-pagefind-meta="lang[content]" content="{section.language}">' if section.language else ""
    return (
        f'<!doctype html><html lang="{code}"><head>'
        f'<meta data-pagefind-meta="place[content]" content="{place}">{lang}</head><body>'
        f"<h1>{_cut(section.title)}</h1><p>{_cut(section.text)}</p>"
        f'<p>{HIDDEN} {hidden}</p><p data-pagefind-weight="10">{escape(names)}</p></body></html>'
    )


def _cut(words: str) -> str:
    """Return words as HTML, cut after every apostrophe between letters."""
    return escape(_APOSTROPHE.sub(CUT, words))
