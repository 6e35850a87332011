"""The report as one HTML file that needs nothing else: no script, no network; each finding leads to its places."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from handbook.links.reports.addresses import SourceLink, page_link
from handbook.links.reports.explained import explained
from handbook.links.reports.groups import Group
from handbook.links.reports.report import Report, counted, summed
from handbook.links.reports.reported import shown
from handbook.reports.visible import encodable, visible


def report_html(report: Report, file: Path, source_link: SourceLink | None = None) -> str:
    """Return the report as it is written in ``file``, from where links to the site's folder start.

    ``source_link`` gives the address of a finding's source, or ``""``; None: sources are named only.
    """
    files = [(name, list(found)) for name, found in groupby(report.groups, _file)]
    page = _template().render(
        report=report,
        summed=summed(report),
        files=files,
        page_link=page_link(report.folder, file),
        source_link=source_link or (lambda _: ""),
    )
    return encodable(page)


def _file(group: Group) -> str:
    return group.first.place.file


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"visible": visible, "shown": shown, "counted": counted, "explained": explained}
    return environment.get_template("report.html")
