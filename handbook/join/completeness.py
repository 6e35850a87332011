"""What a handbook must have: every page and sentence in every language, in the navigation, and fixed words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from handbook.join.join import Joined
from handbook.join.references import strings
from handbook.model.facts import Figure
from handbook.problems import Problem, near
from handbook.read.settings import Settings
from handbook.read.words import Words
from handbook.read.yaml import YamlFile

HOME = "index.md"
#: Fixed words that the site prints around its pages, whatever the macros ask for.
SITE_LABELS = (
    "choose-language",
    "cite",
    "cite-copied",
    "cite-copy",
    "cite-not-copied",
    "comma",
    "edition",
    "language-switch",
    "link-copied",
    "link-not-copied",
    "not-found-home",
    "not-found-text",
    "not-found-title",
    "offline-ask",
    "offline-cancel",
    "offline-failed",
    "offline-keep",
    "offline-kept",
    "offline-remove",
    "offline-removed",
    "offline-store",
    "offline-text",
    "offline-title",
    "offline-wait",
    "page-not-translated",
    "page-partly-translated",
    "quoted",
    "search",
    "search-chapter",
    "search-close",
    "search-everywhere",
    "search-failed",
    "search-found",
    "search-mended",
    "search-more",
    "search-none",
    "search-title",
    "search-wait",
    "search-words",
    "suggestion",
)
#: Other endings that engines take for pages.
_PAGE_LIKE = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm")


def missing_translations(root: Path, words: tuple[Words, ...], joined: Joined | None) -> Iterator[Problem]:
    """Yield every sentence and page that a translation lacks; nothing more of a folder that is missing."""
    reference = next(one for one in words if one.language.reference)
    for one in words:
        if not (root / one.language.folder).is_dir():
            continue
        if joined is not None:
            yield from (each.problem for each in joined.missing.get(one.language.code, ()))
        for path, page in reference.pages.items():
            if path not in one.pages and page is not None:
                file = f"{one.language.folder}/{path}"
                todo = f"Translate {reference.language.folder}/{path} into this file."
                yield Problem(file, 0, "the page is not translated: the file is missing", todo=todo)


def missing_labels(words: tuple[Words, ...]) -> Iterator[Problem]:
    """Yield a problem for each fixed word of the site that the reference language lacks."""
    reference = next(one for one in words if one.language.reference)
    labels, events = reference.data.get("labels"), reference.data.get("events")
    for name in (*SITE_LABELS, *_date_labels(events), *_comparison_labels(reference.data.get("figures"))):
        if labels is not None and name not in labels.tree:
            yield Problem(labels.file, 0, f"the label '{name}' is missing", todo="Add it: the site prints it.")


def _date_labels(events: YamlFile | None) -> Iterator[str]:
    """Yield the fixed words that the dates of the calendar need."""
    dates = [words for path, words in strings(events.tree) if path[-1] in ("when", "until")] if events else []
    endings = {date.rpartition("-")[2] for date in dates}
    yield from (f"season-{season}" for season in ("spring", "summer", "autumn", "winter") if season in endings)
    if any(date.endswith("-01") and date.count("-") > 1 for date in dates):
        yield "first-of-month"


def _comparison_labels(figures: YamlFile | None) -> Iterator[str]:
    """Yield the fixed words around the values of figures, such as 'at least'."""
    used = {word for path, word in strings(figures.tree) if path[-1] == "comparison"} if figures else set()
    known = get_args(Figure.model_fields["comparison"].annotation)
    yield from (f"comparison-{word}" for word in known if word in used and word != "exactly")


def check_pages(settings: Settings, words: tuple[Words, ...]) -> Iterator[Problem]:
    """Yield a problem where pages, their twins in the reference language and the navigation differ."""
    reference = next(one for one in words if one.language.reference)
    folder = reference.language.folder
    if HOME not in reference.pages:
        yield Problem(f"{folder}/{HOME}", 0, "the handbook has no home page", todo="Create this file.")
    listed: set[str] = set()
    for entry in settings.navigation:
        if entry.page in listed:
            wrong = f"the navigation names '{entry.page}' twice"
            yield Problem(settings.config, entry.line, wrong, todo="Delete one of the two.")
        listed.add(entry.page)
        if entry.page not in reference.pages and entry.page != HOME:
            wrong = f"the navigation names '{entry.page}', and there is no such page"
            todo = near(entry.page, reference.pages) or f"Create {folder}/{entry.page}."
            yield Problem(settings.config, entry.line, wrong, todo=todo)
    # A page whose name is misspelt in the navigation is named there already.
    misspelt = listed - reference.pages.keys()
    for path, page in reference.pages.items():
        if path not in listed and page is not None and not near(path, misspelt):
            todo = f"Add it under 'nav' in {settings.config}."
            yield Problem(f"{folder}/{path}", 0, "the page is not in the navigation", todo=todo)
    for one in words:
        yield from _check_names(one, reference, listed)
        yield from _with_language(one, settings)


def _with_language(one: Words, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each file called as `form.fr.pdf`: engines take it for a translation of `form.pdf`."""
    for path in (*one.pages, *one.assets):
        stem, _, ending = path.rpartition(".")
        start, _, code = stem.rpartition(".")
        for language in settings.languages:
            if start and code == language.code:
                wrong = f"the name of the file holds the language '{code}'"
                yield Problem(f"{one.language.folder}/{path}", 0, wrong, f"{language.folder}/{start}.{ending}")


def _check_names(one: Words, reference: Words, listed: set[str]) -> Iterator[Problem]:
    folder = one.language.folder
    for path in one.pages:
        if path not in reference.pages and path not in listed:
            todo = near(path, reference.pages) or "Write that page first, or delete this one."
            yield Problem(f"{folder}/{path}", 0, f"the page has no twin {reference.language.folder}/{path}", todo=todo)
        same = f"{path.removesuffix('/index.md')}.md"
        if path.endswith("/index.md") and same in one.pages:
            wrong = f"the page has the same address as {folder}/{same}"
            yield Problem(f"{folder}/{path}", 0, wrong, todo="Rename one of the two.")
    for path in one.assets:
        if path.lower().endswith(_PAGE_LIKE):
            yield Problem(f"{folder}/{path}", 0, "the page has another ending than pages have", ".md")
