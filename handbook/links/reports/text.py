"""The report for people, on a terminal: what is wrong, where, what to do, where to read more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.links.place import Place
from handbook.links.reports.groups import Group
from handbook.links.reports.report import Report, counted, summed
from handbook.links.reports.reported import Reported, shown
from handbook.reports.visible import visible

#: So many findings of one class are shown at first.
LIMIT = 20


def report_text(report: Report, everything: bool = False, notes: bool = False) -> Iterator[str]:
    """Yield the lines of the report: of each class the first `LIMIT`, or ``everything``; with ``notes`` or without."""
    seen = Counter[str]()
    for group in report.groups:
        if notes or group.severity != "note":
            code = group.first.defect.code
            seen[code] += 1
            if everything or seen[code] <= LIMIT:
                yield from _group(report, group, everything)
    for code, count in seen.items():
        if not everything and count > LIMIT:
            yield f"… and {count - LIMIT} more of the class {code} (--all shows them)."
    yield from _end(report, notes)


def _group(report: Report, group: Group, everything: bool) -> Iterator[str]:
    first = group.first
    yield f"{_shown(report, first)}: {first.severity}: {first.said}"
    more = _more(group)
    if first.source and first.source[:2] != (first.finding.file, first.finding.line):
        yield f"    Published: {_published(report, first)}{f', and {more}' if more else ''}"
    elif more:
        yield f"    Also {more}"
    if everything:
        yield from (f"        {_published(report, one)}" for one in group.others)
    finding = first.finding
    if finding.address or finding.words:
        words = f"'{visible(finding.words)}' to " if finding.words else ""
        yield f"    Link: {words}{visible(finding.address) or '(no address)'}"
    yield from (f"    More: {first.defect.page}", "")


def _shown(report: Report, one: Reported) -> str:
    return shown(one.place) if one.source else _published(report, one)


def _published(report: Report, one: Reported) -> str:
    """Return the place in the published file, as it can be opened from where the check was called."""
    return shown(Place((report.folder / one.finding.file).as_posix(), one.finding.line))


def _more(group: Group) -> str:
    here, elsewhere = len(group.here), len(group.elsewhere)
    parts = [f"in {counted(here, 'more place')} of this page"] if here else []
    parts += [f"on {counted(elsewhere, 'more page')}"] if elsewhere else []
    return " and ".join(parts)


def _end(report: Report, notes: bool) -> Iterator[str]:
    checked = f"{counted(report.pages, 'page')}, {counted(report.links, 'link')}"
    hidden = "" if notes or not report.counts["note"] else " (--notes shows notes)"
    yield f"{checked}: {summed(report) or 'nothing wrong'}{hidden}."
    if report.failed:
        yield "Not all links hold: mend what is said above."
    else:
        yield "All links hold."
