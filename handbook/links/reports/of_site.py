"""A site is checked, and everything that was found is made ready to be told."""

from __future__ import annotations

from pathlib import Path

from handbook.links.options import Options
from handbook.links.place import Origin
from handbook.links.reports.report import Report
from handbook.links.reports.reported import reported
from handbook.links.run import check_site, read_site
from handbook.problems import CouldNotRun


def report_of_site(folder: Path, options: Options, origin: Origin | None = None, strict: bool = False) -> Report:
    """Return what is wrong with the site in ``folder``; ``origin`` knows the sources, ``strict`` minds warnings.

    Raises `CouldNotRun` where the folder is not there, or holds no page.
    """
    if not folder.is_dir():
        raise CouldNotRun(f"{folder}: there is no such folder; build the site first")
    site = read_site(folder, options)
    if not site.pages:
        raise CouldNotRun(f"{folder}: no HTML page is in it, so it is not a built site")
    told = reported(site, check_site(site), origin)
    links = sum(len(document.references) for document in site.documents.values())
    return Report(folder, len(site.pages), links, told, strict)
