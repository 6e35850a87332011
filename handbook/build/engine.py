"""MkDocs, opened for one staged language: what it does in one go is done here page by page.

The order is that of ``mkdocs.commands.build.build`` (1.6), with the same events for plugins and hooks; so a page can
be made alone, and what was converted before, from the same words, is not converted again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape
from mkdocs.commands.build import _build_extra_template, _build_theme_template, _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from handbook.build.job import EPOCH, ESCAPED, LANGUAGE, SHARED, Job
from handbook.build.templates import Compiled
from handbook.kept import Shelf

#: What the theme would copy into every site, and no page of ours loads: its own scripts, styles and dictionaries.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/")


@dataclass(frozen=True)
class Article:
    """A page as it was converted, before a template is laid around it; anchors of other pages by page and words."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str]
    links: dict[str, dict[str, str]]


class Engine:
    """One language: its settings, navigation and templates. Raises what MkDocs raises."""

    def __init__(self, job: Job, templates: Shelf | None = None) -> None:
        """Load the settings, and every plugin, extension and hook that they name; ``templates`` are kept there."""
        self.templates = templates if templates is not None else Shelf({})
        with _surroundings(job):
            config = load_config(
                str(job.settings.root / job.settings.config),
                docs_dir=str(job.staged),
                site_dir=str(job.site),
                site_url=job.settings.address(job.language.code),
            )
            config.extra["handbook"] = job
            self.config: MkDocsConfig = config.plugins.on_config(config)
            self.config.plugins.on_pre_build(config=self.config)
        self.arrange(job)

    @property
    def job(self) -> Job:
        """Return what the pages need to know; it may be exchanged as long as paths and titles stay."""
        job: Job = self.config.extra["handbook"]
        return job

    @job.setter
    def job(self, job: Job) -> None:
        self.config.extra["handbook"] = job

    def arrange(self, job: Job) -> None:
        """Look at the staged files and titles, and put the navigation together."""
        config, self.job = self.config, job
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(_Shown(env), config)  # type: ignore[arg-type]
        files = config.plugins.on_files(files, config=config)
        for file in [one for one in files if one.src_uri.startswith(_UNUSED)]:
            files.remove(file)
        set_exclusions(files, config)
        self.nav: Navigation = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.files: Files = files
        self.pages = {file.src_uri: _page(file, config) for file in files.documentation_pages()}
        for path, page in self.pages.items():
            page.markdown, page.meta = "", _said(job.fronts[path], SHARED)
        self.env = config.plugins.on_env(env, config=config, files=files)
        self.env.bytecode_cache = Compiled(self.templates, self.env)

    def converted(self, path: str) -> Article:
        """Convert a staged page; objections go to MkDocs' log."""
        page = self.pages[path]
        _populate_page(page, self.config, self.files)
        links = {file.src_uri: dict(found) for file, found in (page.links_to_anchors or {}).items()}
        anchors = frozenset(page.present_anchor_ids or ())
        return Article(page.content or "", page.toc, page._title_from_render, anchors, links)

    def take(self, path: str, article: Article) -> None:
        """Put a page in the state in which its conversion left it."""
        page, files = self.pages[path], self.files.src_uris
        page.content, page.toc, page._title_from_render = article.content, article.toc, article.title
        page.present_anchor_ids = set(article.anchors)
        page.links_to_anchors = {files[uri]: found for uri, found in article.links.items() if uri in files}

    def html(self, path: str) -> bytes:
        """Return a converted page in its template, as MkDocs writes it."""
        page, config, front = self.pages[path], self.config, self.job.fronts[path]
        page.active, page.meta, config._current_page = True, _said(front, front), page
        try:
            with _surroundings(self.job):
                context = get_context(self.nav, self.files, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            output = config.plugins.on_post_page(template.render(context), page=page, config=config)
            return output.encode("utf-8", errors="xmlcharrefreplace")
        finally:
            page.active, page.meta, config._current_page = False, _said(front, SHARED), None

    def write_rest(self) -> None:
        """Write everything that is no page: files of the words and the theme, and the theme's own templates."""
        self.files.copy_static_files(dirty=False)
        with _surroundings(self.job):
            for template in self.config.theme.static_templates:
                _build_theme_template(template, self.env, self.files, self.config, self.nav)
            for template in self.config.extra_templates:
                _build_extra_template(template, self.files, self.config, self.nav)

    def close(self) -> None:
        """Hold every anchor that is linked to against its page, and let the plugins end."""
        for page in self.pages.values():
            page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        self.config.plugins.on_post_build(config=self.config)


class _Shown:
    """The theme's files without its ten thousand hidden ones (icons), which MkDocs lists only to leave them out."""

    def __init__(self, env: Environment) -> None:
        assert isinstance(env.loader, FileSystemLoader), "MkDocs loads templates from folders"
        self.loader = env.loader

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """Return the names of the files that the filter lets through, as Jinja does."""
        found: set[str] = set()
        for root in self.loader.searchpath:
            for folder, folders, files in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                inside = Path(folder).relative_to(root).as_posix()
                found.update(file if inside == "." else f"{inside}/{file}" for file in files)
        return sorted(filter(filter_func, found))


@contextmanager
def _surroundings(job: Job) -> Iterator[None]:
    """Let the environment say what MkDocs and mkdocs.yml look for there: the language, and a fixed day of building."""
    before = dict(os.environ)
    os.environ |= {LANGUAGE: job.language.code, "NO_MKDOCS_2_WARNING": "1"}
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    try:
        yield
    finally:
        for name in {LANGUAGE, "NO_MKDOCS_2_WARNING", "SOURCE_DATE_EPOCH"} - before.keys():
            del os.environ[name]
        os.environ |= {name: before[name] for name in (LANGUAGE,) if name in before}


def _page(file: File, config: MkDocsConfig) -> Page:
    return file.page if file.page is not None else Page(None, file, config)


def _said(front: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return some of the front matter, its words escaped as the hooks do it."""
    return {name: escape(front[name]) if name in ESCAPED else front[name] for name in names if name in front}
