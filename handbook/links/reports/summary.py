"""The report in Markdown, for the page of a job: a table of classes, then what is to be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.links.reports.addresses import SourceLink
from handbook.links.reports.groups import Group
from handbook.links.reports.report import SEVERITIES, Report, counted, summed
from handbook.links.reports.reported import shown
from handbook.reports.markdown import head, plain, row

#: So many findings are listed; the job's log holds more.
LIMIT = 50


def report_summary(report: Report, source_link: SourceLink | None = None) -> str:
    """Return the summary; places are links where ``source_link`` leads to the web."""
    checked = f"{counted(report.pages, 'page')}, {counted(report.links, 'link')}: {summed(report) or 'nothing wrong'}."
    lines = ["## Links", "", checked, "", *_classes(report)]
    for severity in SEVERITIES:
        listed = [group for group in report.groups if group.severity == severity]
        if listed:
            lines += [f"### {severity.capitalize()}s ({len(listed)})", ""]
            lines += [_line(group, source_link) for group in listed[:LIMIT]]
            lines += [f"- … and {len(listed) - LIMIT} more", ""] if len(listed) > LIMIT else [""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _classes(report: Report) -> Iterator[str]:
    if report.groups:
        places = Counter(one.defect.code for one in report.findings)
        yield head(["class", "severity", "to mend", "places"])
        for defect, count in report.classes:
            yield row([plain(defect.code), defect.severity, str(count), str(places[defect.code])])
        yield ""


def _line(group: Group, source_link: SourceLink | None) -> str:
    first = group.first
    address = source_link(first) if source_link else ""
    place = plain(shown(first.place))
    linked = f"[{place}]({address})" if address.startswith(("https://", "http://")) else place
    more = f" Also on {counted(len(group.elsewhere), 'more page')}." if group.elsewhere else ""
    return f"- {linked}: {plain(first.said)}{more}"
