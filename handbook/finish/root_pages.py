"""The pages at the root of the site, which belong to no language: the chooser and 'not found'."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from handbook.build.complaints import stopped
from handbook.problems import Refused
from handbook.stage import Staged

_PAGES = {"index.html": "chooser.html", "404.html": "not-found.html"}


def write_root_pages(staged: Staged, templates: Path, site: Path) -> None:
    """Write the language chooser (``index.html``) and the 404 page of all languages into ``site``.

    ``templates`` is the folder that holds ``root/chooser.html`` and ``root/not-found.html``; raises `Refused`
    if one of them is missing or not well formed.
    """
    settings = staged.settings
    environment = Environment(
        loader=FileSystemLoader(templates / "root"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    languages = [
        {
            "code": language.code,
            "name": language.name,
            "direction": language.direction,
            "site_name": language.site_name,
            "address": settings.address(language.code),
            "labels": staged.site.handbooks[language.code].named("labels"),
        }
        for language in settings.languages
    ]
    for name, template in _PAGES.items():
        try:
            html = environment.get_template(template).render(
                languages=languages,
                reference=settings.reference.code,
                site_url=f"{settings.site_url.rstrip('/')}/",
                base_path=f"{urlsplit(settings.site_url).path.rstrip('/')}/",
            )
        except TemplateError as error:
            raise Refused([stopped(settings.root, settings.config, error)]) from None
        (site / name).write_text(html, encoding="utf-8", newline="\n")
