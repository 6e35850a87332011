"""Which pages are copied for an earlier year, and the page that says what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from handbook.kept import Shelf
from handbook.next_year.pages import Macro, PastPages, changes_page, places, signed
from handbook.read.words import Words
from handbook.render.calls import signature
from handbook.render.environment import MACROS, macro_names, macros_root, page_environment
from handbook.render.links import anchors
from handbook.stage import Staged


def plan_pages(staged: Staged, words: Sequence[Words], old: int, files: dict[str, str]) -> Mapping[str, str]:
    """Plan the copies of every page that shows the programme; return where each stands."""
    handbook = staged.site.handbooks[staged.settings.reference.code]
    root = macros_root(staged.settings.root)
    where = places(_of_programme(staged), old)
    macros = {name: _macro(root, name) for name in macro_names(root)}
    past = PastPages(old, where, handbook.records, handbook.areas, macros)
    past = PastPages(old, where, handbook.records, handbook.areas, macros, _elsewhere(staged, words, past))
    for one in words:
        for page, place in where.items():
            source = one.pages.get(page)
            if source is not None:
                text = (staged.settings.root / source.file).read_text("utf-8")
                head = "\n".join(text.split("\n")[: source.body_line - 1]) + "\n"
                files[f"{one.language.folder}/{place}"] = past.copied(page, head, source.body)
    return where


def _of_programme(staged: Staged) -> list[str]:
    """Return the pages that show the current programme or something of it in full."""
    code = staged.settings.reference.code
    shown = {page for key, page in staged.site.homes[code].items() if key.partition(".")[0] == "programme"}
    return [page for page in staged.site.pages[code] if page in shown or page.startswith("programme/")]


def _elsewhere(staged: Staged, words: Sequence[Words], past: PastPages) -> frozenset[str]:
    """Return the calls that show records outside the programme: they stay on the pages of today alone."""
    settings = staged.settings
    environment = page_environment(settings, staged.site.handbooks, settings.reference)
    reference = next(one for one in words if one.language.reference)
    found = set()
    for page in past.places:
        source = reference.pages[page]
        for call in source.calls if source is not None else ():
            if signed(past.call(call)) == signed(call):
                shown = environment.template(call.written, page).render()
                if any(anchor in past.keys for anchor in anchors(shown)):
                    found.add(signed(call))
    return frozenset(found)


def _macro(root: Path, name: str) -> Macro:
    taken = signature(root, name, Shelf({}))
    source = (root / MACROS / f"{name}.jinja").read_text("utf-8")
    return Macro(taken.names if taken else (), "programme_part(" in source)


def plan_changes(staged: Staged, old: int, new: int, files: dict[str, str]) -> None:
    """Plan the page that says what became of the year, in every language."""
    for language in staged.settings.languages:
        about = str(staged.site.handbooks[language.code].named("labels")["year-changes-about"])
        about = about.replace("YEAR", str(old)).replace("NEXT", str(new))
        page = f'---\ndescription: >-\n  {about}\n---\n{{{{ year_changes("{old}") }}}}\n'
        files[f"{language.folder}/{changes_page(old)}"] = page


def listed(navigation: list[str], copies: Mapping[str, str], changes: str) -> list[str]:
    """Return the pages of the year in the order of the navigation; what changed comes after their first page."""
    pages = [copies[page] for page in navigation if page in copies]
    return [*pages[:1], changes, *pages[1:]]
