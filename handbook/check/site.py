"""The built site is read as a reader's browser will read it: what is wrong is told where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.check.copies import check_copies
from handbook.check.options import link_options
from handbook.check.origins import Origins
from handbook.links.defects import defect_of
from handbook.links.reports.groups import Group, groups
from handbook.links.reports.reported import reported
from handbook.links.run import check_site as check_links_of
from handbook.links.run import read_site
from handbook.links.site import Site
from handbook.problems import Problem
from handbook.read.addresses import html_file
from handbook.stage import Staged

#: What a person may have reasons for, and does not stop a publication.
_TOLD = frozenset(("vague-text", "text-language", "orphan-page", "other-version", "unmarked-language"))


@dataclass(frozen=True)
class Checked:
    """What is wrong with a built site: ``problems`` prevent its publication, ``remarks`` somebody should know."""

    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def check_site(staged: Staged, folder: Path) -> Checked:
    """Return what is wrong with the files in ``folder``, the same defect on many pages once."""
    site = read_site(folder, link_options(staged.settings), staged.kept)
    origins = Origins(staged.settings, staged.words, folder)
    found = [one for one in check_links_of(site) if defect_of(one.code).severity != "note"]
    problems, remarks = [*_without_anchor(staged, site), *check_copies(staged, site)], list[Problem]()
    for group in groups(reported(site, found, origins)):
        (remarks if group.first.defect.code in _TOLD else problems).append(_problem(group))
    return Checked(tuple(problems), tuple(remarks))


def _problem(group: Group) -> Problem:
    one = group.first
    place = one.place if one.source else one.place._replace(file=f"site/{one.place.file}")
    more = f" and on {len(group.elsewhere)} more" if group.elsewhere else ""
    where = f"in site/{one.finding.file}, line {one.finding.line}{more}"
    return Problem(
        place.file, place.line, f"{one.wrong.rstrip('.')} ({where})", todo=f"{one.todo} See {one.defect.page}."
    )


def _without_anchor(staged: Staged, site: Site) -> Iterator[Problem]:
    """Yield a problem for each statement whose key is no anchor of the page that shows it."""
    for code, homes in staged.site.homes.items():
        for record in staged.site.handbooks[code].statements():
            path = homes.get(record.key, "")
            document = site.documents.get(f"{code}/{html_file(path)}") if path else None
            if document is None or record.key not in document.ids:
                page = staged.site.pages[code].get(path)
                file = page.file if page else f"site/{code}"
                yield Problem(file, 0, f"the anchor '{record.key}' is not on the page")
