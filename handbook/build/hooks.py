"""What happens inside MkDocs: a plain run gets its staged tree, every page its addresses."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from handbook.build.engine import LANGUAGE, Job
from handbook.build.jobs import jobs
from handbook.problems import Refused
from handbook.stage import stage_handbook

_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether MkDocs serves: then the address is the local one."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage one language for a plain ``mkdocs build`` or ``mkdocs serve``; a full build has done so."""
    if "handbook" not in config.extra:
        _stage_one(config)
    config.extra["alternate"] = True  # the theme then shows partials/alternate.html, which is ours
    return config


def _stage_one(config: MkDocsConfig) -> None:
    root = Path(config.config_file_path).parent
    try:
        staged = stage_handbook(root, root / "build" / "mkdocs-stage", allow_missing=False)
    except Refused as refused:
        raise PluginError("\n" + str(refused)) from None
    code = os.environ.get(LANGUAGE) or staged.settings.reference.code
    job = next((job for job in jobs(staged, Path(config.site_dir)) if job.language.code == code), None)
    if job is None:
        raise PluginError(f"{LANGUAGE}={code}: mkdocs.yml lists no such language")
    config.extra["handbook"] = job
    config.docs_dir = str(job.staged)
    if not _serving:
        config.site_url = job.settings.address(code)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the page's addresses in all languages."""
    job: Job = config.extra["handbook"]
    context["addresses"] = job.addresses[page.file.src_uri]
    context["labels"] = job.labels
    context["direction"] = job.language.direction
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page 'not found' the addresses of the home pages, and its words."""
    job: Job = config.extra["handbook"]
    context["addresses"] = job.addresses["index.md"]
    context["labels"] = job.labels
    context["direction"] = job.language.direction
    return context
