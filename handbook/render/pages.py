"""All pages of all languages become plain Markdown; where each key is shown follows from the anchors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import meta
from jinja2.exceptions import TemplateSyntaxError

from handbook.join.join import Joined
from handbook.model.handbook import Handbook
from handbook.problems import Problem, listed, near
from handbook.read.pages import Page
from handbook.read.words import Words
from handbook.render.environment import PageEnvironment, page_environment, problem_of
from handbook.render.links import anchors, guess, resolved, targets
from handbook.settings import Language, Settings

_TITLE = re.compile(r"^#\s+(.+?)\s*(?:\{\s*#(\S+)\s*\})?\s*$", re.M)


@dataclass(frozen=True)
class RenderedPage:
    """A page as plain Markdown.

    ``language`` is the code in which it is written: the reference language for a page that falls back.
    ``partly`` says that single sentences of it fall back.
    """

    path: str
    file: str
    title: str
    description: str
    hide: tuple[str, ...]
    markdown: str
    language: str
    partly: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class RenderedSite:
    """The pages of every language by code and path, and the page that shows each key."""

    pages: Mapping[str, Mapping[str, RenderedPage]]
    homes: Mapping[str, Mapping[str, str]]
    handbooks: Mapping[str, Handbook]

    def translated(self, path: str) -> tuple[str, ...]:
        """Return the codes of the languages in which a page is really written."""
        return tuple(code for code, pages in self.pages.items() if path in pages and pages[path].language == code)


def render(settings: Settings, words: Sequence[Words], joined: Joined, problems: list[Problem]) -> RenderedSite:
    """Return the pages of all languages, adding every problem of pages and macros."""
    reference = next(one for one in words if one.language.reference)
    pages: dict[str, dict[str, RenderedPage]] = {}
    homes: dict[str, dict[str, str]] = {}
    for one in words:
        code = one.language.code
        environments = {
            language.code: _environment(settings, joined.handbooks[language.code], language, problems)
            for language in {one.language, reference.language}
        }
        pages[code] = {}
        for path, page in _pages(reference, one).items():
            written_in = one.language if path in one.pages else reference.language
            environment = environments[written_in.code]
            if environment is not None:
                rendered = _render_page(page, environment, written_in.code, problems)
                if rendered is not None:
                    pages[code][path] = rendered
        homes[code] = _homes(pages[code])
        _check_places(joined.handbooks[code], one, pages[code], homes[code], problems)
        # What a page that could not be used would have shown is missing for that reason, not by mistake.
        unshown = () if len(pages[code]) == len(reference.pages) else joined.handbooks[code].records
        pages[code] = {path: _linked(page, homes[code], unshown, problems) for path, page in pages[code].items()}
    _check_same_anchors(reference.language, pages, problems)
    return RenderedSite(pages, homes, joined.handbooks)


def _pages(reference: Words, one: Words) -> dict[str, Page]:
    """Return the pages to render: the language's own, or the reference page it lacks."""
    found = {path: one.pages.get(path, page) for path, page in reference.pages.items()}
    return {path: page for path, page in found.items() if page is not None}


def _environment(
    settings: Settings, handbook: Handbook, language: Language, problems: list[Problem]
) -> PageEnvironment | None:
    directions = {each.code: each.direction for each in settings.languages}
    try:
        return page_environment(macros_root(settings.root), handbook, directions, language.locale)
    except Exception as error:  # a macro file is code of the house: any error in it is a problem to show
        problems.append(problem_of(error, "macros", []))
        return None


def macros_root(root: Path) -> Path:
    """Return the folder that holds ``macros/``: the handbook's own, else the generator's."""
    return root if (root / "macros").is_dir() else Path(__file__).parents[2]


def _render_page(page: Page, environment: PageEnvironment, code: str, problems: list[Problem]) -> RenderedPage | None:
    source = "\n" * (page.body_line - 1) + page.body
    names = [*environment.macros, *environment.jinja.globals]
    try:
        unknown = meta.find_undeclared_variables(environment.jinja.parse(source)) - set(names)
        for name in sorted(unknown):
            place = re.search(rf"(?<![\w.'\"]){re.escape(name)}(?!\w)", source)
            line = source.count("\n", 0, place.start()) + 1 if place else page.body_line
            todo = near(name, environment.macros) or f"Pages can call {listed(environment.macros, 40)}."
            problems.append(Problem(page.file, line, f"'{name}' is not a macro", todo=todo))
        if unknown:
            return None
        markdown = environment.template(source, page.file).render().strip() + "\n"
    except TemplateSyntaxError as error:
        problems.append(problem_of(error, page.file, names))
        return None
    except Exception as error:  # whatever a call on a page raises is the page's problem, never a traceback
        problems.append(problem_of(error, page.file, names))
        return None
    title = page.front.get("title") or _title(markdown, environment)
    if not title:
        problems.append(Problem(page.file, page.body_line, "the page has no title", "a heading '# Title { #name }'"))
        return None
    hide = page.front.get("hide") or ()
    return RenderedPage(
        page.path,
        page.file,
        re.sub(r"<[^>]+>|[*_`]", "", title).strip(),
        page.front["description"],
        tuple(hide) if isinstance(hide, list) else (str(hide),),
        markdown,
        code,
        "<span lang=" in markdown,
        tuple(anchors(markdown)),
    )


def _title(markdown: str, environment: PageEnvironment) -> str:
    """Return what navigation and search engines call a page: its heading, or the short form of it."""
    found = _TITLE.search(markdown)
    record = environment.handbook.records.get(found[2] or "") if found else None
    return str(getattr(record, "short", None) or (found[1] if found else ""))


def _homes(pages: Mapping[str, RenderedPage]) -> dict[str, str]:
    homes: dict[str, str] = {}
    for path, page in pages.items():
        for anchor in page.anchors:
            homes.setdefault(anchor, path)
    return homes


def _check_places(
    handbook: Handbook,
    one: Words,
    pages: Mapping[str, RenderedPage],
    homes: Mapping[str, str],
    problems: list[Problem],
) -> None:
    """No anchor twice, no statement on two pages or on none."""
    for page in pages.values():
        for anchor, count in Counter(page.anchors).items():
            written = one.pages.get(page.path)
            at = [heading.line for heading in written.headings if heading.anchor == anchor] if written else []
            if count > 1:
                problems.append(
                    Problem(
                        page.file,
                        at[-1] if at else 0,
                        f"the anchor '{anchor}' is used twice on the page",
                        todo="Rename one heading's anchor, or call the macro that shows it once.",
                    )
                )
            elif homes[anchor] != page.path and anchor in handbook.records:
                problems.append(
                    Problem(page.file, 0, f"'{anchor}' is shown in full here and on {homes[anchor]}", "one place")
                )
    if any(page is None for page in one.pages.values()) or len(pages) < len(one.pages):
        return
    for statement in handbook.statements():
        if statement.key not in homes and one.language.reference:
            problems.append(
                Problem(
                    f"{one.language.folder}/data",
                    0,
                    f"the statement '{statement.key}' is on no page",
                    todo="Call the macro that shows it on a page.",
                )
            )


def _linked(
    page: RenderedPage, homes: Mapping[str, str], unshown: Container[str], problems: list[Problem]
) -> RenderedPage:
    for key in sorted(set(targets(page.markdown))):
        known = key in homes or key in unshown or key.split(".")[0] in ("bodies", "instruments", "terms", "documents")
        if not known:
            problems.append(
                Problem(page.file, 0, f"the link '@{key}' leads nowhere", todo=guess(key, homes) or "Correct the key.")
            )
    markdown = resolved(page.markdown, page.path, homes)
    return RenderedPage(**{**page.__dict__, "markdown": markdown})


def _check_same_anchors(
    reference: Language, pages: Mapping[str, Mapping[str, RenderedPage]], problems: list[Problem]
) -> None:
    """Add a problem where a page has not the anchors of its twin, in the same order."""
    for others in pages.values():
        for path, page in others.items():
            ours = pages[reference.code].get(path)
            if ours is None or ours.file == page.file or ours.anchors == page.anchors:
                continue
            less = [f"#{anchor}" for anchor in ours.anchors if anchor not in page.anchors]
            more = [f"#{anchor}" for anchor in page.anchors if anchor not in ours.anchors]
            found = " and ".join(
                filter(None, [f"{listed(less)} missing" if less else "", f"{listed(more)} too much" if more else ""])
            )
            problems.append(
                Problem(
                    page.file,
                    0,
                    f"the anchors are not those of {ours.file}",
                    "the same, in the same order",
                    found or "another order",
                    "Use the same headings' anchors and the same macro calls.",
                )
            )
