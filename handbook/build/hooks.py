"""What happens inside MkDocs: a plain run gets its staged tree, every page its addresses.

The theme prints titles and descriptions as they are, so they are escaped here, as `Markup`, which its own
filters do not escape a second time.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook.build.job import ESCAPED, LANGUAGE, Job
from handbook.build.jobs import jobs
from handbook.problems import Refused
from handbook.render.dates import written_day
from handbook.render.environment import macros_root
from handbook.stage import stage_handbook

#: The page that is shown instead of one that is not at hand while there is no network.
_OFFLINE = "offline.html"
#: What is written beside the pages: that page, and the dialog of the search.
_BESIDE = (_OFFLINE, "search-dialog.xml")
_INDENTATION, _BREAK = re.compile(r"\n\s+(?=<)"), "\n"
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether MkDocs serves: then the address is the local one."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage one language for a plain ``mkdocs build`` or ``mkdocs serve``; a full build has done so."""
    if "handbook" not in config.extra:
        _stage_one(config)
    for name in _BESIDE:
        if any(Path(folder, name).is_file() for folder in config.theme.dirs):
            config.theme.static_templates.add(name)
    config.extra["theme_words"] = _theme_words(config)
    return config


def _stage_one(config: MkDocsConfig) -> None:
    root = Path(config.config_file_path).parent
    try:
        staged = stage_handbook(root, root / "build" / "mkdocs-stage", allow_missing=False)
    except (Refused, OSError) as error:
        raise PluginError(f"\n{error}") from None
    code = os.environ.get(LANGUAGE) or staged.settings.reference.code
    job = next((job for job in jobs(staged, Path(config.site_dir)) if job.language.code == code), None)
    if job is None:
        raise PluginError(f"{LANGUAGE}={code}: mkdocs.yml lists no such language")
    config.extra["handbook"] = job
    config.docs_dir = str(job.staged)
    config.extra["alone"] = _serving  # no search, no copy for the device: those are made of a whole site
    if not _serving:
        config.site_url = job.settings.address(code)


def _theme_words(config: MkDocsConfig) -> str:
    """Return the name of the theme's words for the language, or nothing where the theme has none."""
    code: str = config.extra["handbook"].language.code
    folders = [Path(folder, "partials", "languages") for folder in config.theme.dirs]
    for name in (code, code.partition("-")[0]):
        if any((folder / f"{name}.html").is_file() for folder in folders):
            return name
    return ""


@event_priority(-200)  # after the plugin that translates the titles
def on_nav(nav: Navigation, config: MkDocsConfig, files: Any) -> Navigation:
    """Escape the names of the site and of the sections."""
    for name in ("site_name", "site_description"):
        config[name] = escape(config[name] or "")
    sections = [item for item in nav.items if isinstance(item, Section)]
    for section in sections:
        section.title = escape(section.title)
        sections.extend(child for child in section.children if isinstance(child, Section))
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Any) -> Environment:
    """Leave out of the pages the lines that only tags of the templates stand on."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """Escape what the front matter says."""
    for name in ESCAPED:
        if name in page.meta:
            page.meta[name] = escape(page.meta[name])
    return markdown


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the page's addresses in all languages."""
    return _with_words(context, config, page.file.src_uri)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out the indentation of the templates; that of the words may mean something."""
    before, article, words = output.partition("<article")
    words, end, after = words.rpartition("</article>")
    return f"{_INDENTATION.sub(_BREAK, before)}{article}{words}{end}{_INDENTATION.sub(_BREAK, after)}"


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the pages 'not found' and 'offline', which are shown at any address, their addresses and words."""
    if template_name == _OFFLINE:
        context["base_url"] = urlsplit(config.site_url or "/").path
    return _with_words(context, config, "index.md")


def _with_words(context: dict[str, Any], config: MkDocsConfig, path: str) -> dict[str, Any]:
    job: Job = config.extra["handbook"]
    context["addresses"] = job.addresses(path)
    context["labels"] = job.printed
    context["offers"] = job.offers
    context["edition"] = written_day(job.settings.date, job.language.locale, job.labels)
    return context


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people edit, and not the staged tree, which each build writes."""
    settings = config.extra["handbook"].settings
    server.unwatch(config.docs_dir)
    folders = [settings.root / language.folder for language in settings.languages]
    for folder in (*folders, macros_root(settings.root) / "macros", *map(Path, config.theme.dirs[:1])):
        server.watch(str(folder))
    return server
