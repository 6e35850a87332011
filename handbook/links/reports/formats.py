"""The report in each format, by its name; what takes a moment to load is loaded where it is asked for."""

from __future__ import annotations

from pathlib import Path

from handbook.links.reports.addresses import SourceLink
from handbook.links.reports.report import Report

#: Every format but the text for a terminal.
FORMATS = ("json", "junit", "html", "summary", "annotations")


def made(name: str, report: Report, file: Path, source_link: SourceLink | None = None, notes: bool = False) -> str:
    """Return the report as it is written into ``file``, which says where links to the site start.

    Without ``notes``, what is only good to know is left out of the formats for people.
    Raises `ValueError` for another name than those of `FORMATS`.
    """
    short = report if notes else report.without_notes()
    match name:
        case "json":
            from handbook.links.reports.data import report_json

            return report_json(report)
        case "junit":
            from handbook.links.reports.junit import report_junit

            return report_junit(report)
        case "html":
            from handbook.links.reports.html import report_html

            return report_html(short, file, source_link)
        case "summary":
            from handbook.links.reports.summary import report_summary

            return report_summary(short, source_link)
        case "annotations":
            from handbook.links.reports.annotations import report_annotations

            return "".join(f"{line}\n" for line in report_annotations(short))
        case _:
            raise ValueError(f"no such format: {name}; there are {', '.join(FORMATS)}")
