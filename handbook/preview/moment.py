"""The handbook between two edits: pages as Markdown, made one by one when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from handbook.build.job import Job
from handbook.build.jobs import job_of
from handbook.preview.outline import Outline
from handbook.problems import Problem, Refused, refuse
from handbook.read.addresses import page_url
from handbook.render.anchors import lost_links
from handbook.render.calendar_file import CALENDAR
from handbook.render.environment import PageEnvironment, page_environment
from handbook.render.links import resolved
from handbook.render.mistakes import problem_of
from handbook.render.notices import notices_of
from handbook.render.pages import render_page
from handbook.render.rendered import RenderedPage, RenderedSite
from handbook.stage import Gathered, Staged, staged_page


class Moment:
    """Words as they were read, and the outline of the last whole run; ``folder`` holds the engine's trees."""

    def __init__(self, words: Gathered, outline: Outline, folder: Path) -> None:
        self.words, self.outline, self.folder, self.settings = words, outline, folder, words.settings
        assert words.joined is not None, "only whole handbooks have moments"
        self.handbooks = words.joined.handbooks
        pages = {code: dict(outline.pages.get(code, {})) for code in self.handbooks}
        homes = {code: outline.homes.get(code, {}) for code in self.handbooks}
        self.site = RenderedSite(pages, homes, self.handbooks)
        self._environments: dict[str, PageEnvironment] = {}
        self._rendered: dict[tuple[str, str], RenderedPage] = {}
        self._jobs: dict[str, Job] = {}

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Return the pages that there are by their address in any language."""
        return {page_url(path): path for path, page in self.words.reference.pages.items() if page is not None}

    def rendered(self, code: str, path: str) -> RenderedPage:
        """Return a page as plain Markdown. Raises `Refused` with what is wrong with it."""
        if (code, path) not in self._rendered:
            self._rendered[code, path] = self._render(code, path)
        return self._rendered[code, path]

    def at(self, files: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield language code and path of the pages among ``files``."""
        for one in self.words.words:
            for file in files:
                path = file.removeprefix(f"{one.language.folder}/")
                if path != file and one.pages.get(path) is not None:
                    yield one.language.code, path

    def job(self, code: str) -> Job:
        """Return what the engine must know of a language, with the titles that are known now."""
        if code not in self._jobs:
            staged = Staged(self.settings, self.site, self.folder, self.words.words, {}, 0)
            self._jobs[code] = job_of(staged, self.folder / "site", self.settings.language(code))
        return self._jobs[code]

    def files(self, code: str) -> dict[str, bytes]:
        """Return the tree of a language for the engine, which must see that files are there, not what is in them."""
        labels = self.handbooks[code].named("labels")
        assets = {path: b"" for one in self.words.words for path in one.assets} | {CALENDAR: b""}
        language = self.settings.language(code)
        return assets | {path: staged_page(page, language, labels).encode() for path, page in self.pages(code).items()}

    def pages(self, code: str) -> Mapping[str, RenderedPage]:
        """Return the pages of a language that are known."""
        return self.site.pages[code]

    def _render(self, code: str, path: str) -> RenderedPage:
        language, problems = self.settings.language(code), list[Problem]()
        own = next(one for one in self.words.words if one.language.code == code)
        page = own.pages.get(path) or self.words.reference.pages[path]
        assert page is not None, "only pages that could be read have addresses"
        written_in = code if own.pages.get(path) else self.settings.reference.code
        made = render_page(page, self._environment(written_in), written_in, problems)
        if made is None:
            raise Refused(problems)
        homes = {**dict.fromkeys(made.anchors, path), **self.site.homes[code]}
        handbook = self.handbooks[code]
        if self.outline.whole:
            refuse(list(lost_links(self.settings.root, made, homes, handbook.records, handbook)))
        made = replace(made, markdown=resolved(made.markdown, path, homes))
        if not language.reference and code in self.outline.fresh:
            made = notices_of(self.settings, self.site, language, self.outline.fresh)(made)
        known = self.site.pages[code].get(path)
        if known is None or replace(known, anchors=()) != replace(made, markdown="", anchors=()):
            self._jobs.pop(code, None)  # menus show its title
        self.site.pages[code][path] = replace(made, markdown="")  # type: ignore[index]
        return made

    def _environment(self, code: str) -> PageEnvironment:
        if code not in self._environments:
            language, fresh = self.settings.language(code), self.outline.fresh
            try:
                made = page_environment(self.settings, self.handbooks, language, fresh)
            except Exception as error:  # a macro file is code of the house: any error in it is a problem to show
                raise Refused([problem_of(error, "macros", [])]) from None
            self._environments[code] = made
        return self._environments[code]
