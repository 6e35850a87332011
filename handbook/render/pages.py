"""All pages of all languages become plain Markdown; where each key is shown follows from the anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from handbook.join.join import Joined
from handbook.kept import Kept
from handbook.model.handbook import Handbook
from handbook.problems import Problem
from handbook.read.pages import Page
from handbook.read.settings import Language, Settings
from handbook.read.words import Words
from handbook.render.anchors import doubled, lost_links, other_anchors, unshown_statements
from handbook.render.environment import PageEnvironment, page_environment
from handbook.render.known import KnownPages, ground_mark
from handbook.render.links import anchors, resolved
from handbook.render.mistakes import problem_of
from handbook.render.rendered import RenderedPage, RenderedSite
from handbook.render.sentences import FOREIGN, plain_words
from handbook.render.years import with_year
from handbook.side_by_side import side_by_side
from handbook.translations.freshness import Freshness

#: So many pages are rendered in less time than it takes to start a process.
_FEW = 12
_TITLE = re.compile(r"^#\s+(.+?)\s*(?:\{:?\s*#(\S+)[^}\n]*\})?\s*$", re.M)


def render(
    settings: Settings,
    words: Sequence[Words],
    joined: Joined,
    fresh: Mapping[str, Freshness],
    problems: list[Problem],
    kept: Kept | None = None,
) -> RenderedSite:
    """Return the pages of all languages, adding every problem of pages and macros.

    A page is not rendered again if an earlier run did so from the same words and macros.
    """
    reference = next(one for one in words if one.language.reference)
    with ExitStack() as shelves:
        store = kept or Kept()
        ground = ground_mark(settings, words)
        known = {
            one.language.code: KnownPages(
                shelves.enter_context(store.shelf(f"render.{one.language.code}")), ground, fresh, _pages(reference, one)
            )
            for one in words
        }
        written_in = {_written_in(page, one, reference) for one in words for page in known[one.language.code].lacking}
        # Macros with which pages were rendered before are sound; else all are tried, also those that no page calls.
        unknown = not any(one.pages for one in known.values())
        environments = {
            code: _environment(settings, joined.handbooks, settings.language(code), fresh, problems, unknown)
            for code in sorted(written_in)
        }

        def rendered(one: Words) -> _Language:
            code = one.language.code
            return _render_language(settings, reference, one, joined.handbooks[code], environments, known[code])

        done = {one.language.code: each for one, each in zip(words, _side_by_side(rendered, words, known), strict=True)}
        for code, one in done.items():
            known[code].keep(one.rendered)
    pages = {code: one.pages for code, one in done.items()}
    problems.extend(problem for one in done.values() for problem in one.problems)
    problems.extend(other_anchors(pages[reference.language.code], pages))
    return RenderedSite(pages, {code: one.homes for code, one in done.items()}, joined.handbooks)


def _side_by_side(
    rendered: Callable[[Words], _Language], words: Sequence[Words], known: Mapping[str, KnownPages]
) -> list[_Language]:
    """Render language by language; in processes of their own only where there is much to do."""
    lacking = sum(len(one.lacking) for one in known.values())
    return side_by_side(rendered, words) if lacking > _FEW else [rendered(one) for one in words]


@dataclass(frozen=True)
class _Language:
    """The pages of one language, the page of each anchor, and what is wrong; ``rendered`` are those that are new."""

    pages: dict[str, RenderedPage]
    homes: dict[str, str]
    problems: list[Problem]
    rendered: dict[str, tuple[RenderedPage, bool]]


def _written_in(page: Page, one: Words, reference: Words) -> str:
    return (one if page.path in one.pages else reference).language.code


def _render_language(
    settings: Settings,
    reference: Words,
    one: Words,
    handbook: Handbook,
    environments: Mapping[str, PageEnvironment | None],
    known: KnownPages,
) -> _Language:
    problems: list[Problem] = []
    new = dict(_rendered(known.lacking, reference, one, environments, problems))
    every = known.pages | {path: page for path, (page, _asked) in new.items()}
    pages = {path: every[path] for path in _pages(reference, one) if path in every}
    homes = _homes(pages)
    problems.extend(doubled(handbook, one, pages, homes))
    # What a page that is missing or could not be used would have shown is missing for that reason.
    complete = pages.keys() >= reference.pages.keys() | {entry.page for entry in settings.navigation}
    if complete and one is reference:
        problems.extend(unshown_statements(handbook, homes, reference))
    # A statement that is on no page is named itself, not each link to it.
    statements = {statement.key for statement in handbook.statements()}
    excused = statements - homes.keys() if complete else handbook.records
    for path, ready in pages.items():
        problems.extend(lost_links(settings.root, ready, homes, excused, handbook))
        pages[path] = replace(ready, markdown=resolved(ready.markdown, path, homes))
    return _Language(pages, homes, problems, new)


def _rendered(
    pages: Sequence[Page],
    reference: Words,
    one: Words,
    environments: Mapping[str, PageEnvironment | None],
    problems: list[Problem],
) -> Iterator[tuple[str, tuple[RenderedPage, bool]]]:
    """Yield each page by its path, and whether it asked what is said of the translations."""
    for page in pages:
        code = _written_in(page, one, reference)
        environment = environments[code]
        if environment is not None:
            environment.fresh.asked = False
            made = render_page(page, environment, code, problems)
            if made is not None:
                yield page.path, (made, environment.fresh.asked)


def _pages(reference: Words, one: Words) -> dict[str, Page]:
    """Return the pages to render: the language's own, or the reference page it lacks."""
    found = {path: one.pages.get(path, page) for path, page in reference.pages.items()}
    return {path: page for path, page in found.items() if page is not None}


def _environment(
    settings: Settings,
    handbooks: Mapping[str, Handbook],
    language: Language,
    fresh: Mapping[str, Freshness],
    problems: list[Problem],
    whole: bool,
) -> PageEnvironment | None:
    try:
        made = page_environment(settings, handbooks, language, fresh)
        made.load(made.names if whole else ())
        return made
    except Exception as error:  # a macro file is code of the house: any error in it is a problem to show
        problems.append(problem_of(error, "macros", []))
        return None


def render_page(page: Page, environment: PageEnvironment, code: str, problems: list[Problem]) -> RenderedPage | None:
    """Return one page, written in the language ``code``, with its links by key as they are; None after a problem."""
    source = "\n" * (page.body_line - 1) + page.body
    names = [*environment.names, *environment.jinja.globals]
    try:
        called = (call.name for call in page.calls)
        markdown = environment.template(source, page.file, called).render().strip() + "\n"
    except Exception as error:  # whatever a call on a page raises is the page's problem, never a traceback
        problems.append(problem_of(error, page.file, names))
        return None
    title = str(page.front.get("title") or _title(markdown, environment)).strip()
    if not title:
        problems.append(Problem(page.file, page.body_line, "the page has no title", "a heading '# Title { #name }'"))
        return None
    hide = page.front.get("hide") or ()
    return RenderedPage(
        page.path,
        page.file,
        title,
        page.front["description"],
        (hide,) if isinstance(hide, str) else tuple(map(str, hide)),
        markdown,
        code,
        FOREIGN in markdown,
        tuple(anchors(markdown)),
    )


def _title(markdown: str, environment: PageEnvironment) -> str:
    """Return what navigation and search engines call a page: its heading, or the short form of it."""
    found = _TITLE.search(markdown)
    record = environment.handbook.records.get(found[2] or "") if found else None
    short = getattr(record, "short", None)
    if short and found:
        return with_year(environment.plain(short), found[2])
    return plain_words(found[1]) if found else ""


def _homes(pages: Mapping[str, RenderedPage]) -> dict[str, str]:
    homes: dict[str, str] = {}
    for path, page in pages.items():
        for anchor in page.anchors:
            homes.setdefault(anchor, path)
    return homes
