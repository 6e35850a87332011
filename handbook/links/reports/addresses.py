"""Where a click on a finding leads: to its source, and to the published page."""

from __future__ import annotations

import os
import re
import string
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from handbook.links.reports.reported import Reported
from handbook.problems import CouldNotRun

#: A slash that a path brings along, but not that of a scheme (``file://{path}``).
_SLASH = re.compile(r"(?:(?<!/)|(?<=//))/\{path\}")

SourceLink = Callable[[Reported], str]


def source_link(template: str, root: Path) -> SourceLink:
    """Return what makes the address of a finding's source from ``template``.

    ``{file}`` is the source's path below ``root``, ``{path}`` its whole path, ``{line}`` a number from 1:
    ``vscode://file/{path}:{line}``, ``https://example.org/blob/main/{file}#L{line}``. A finding whose source is
    not known has no address. Raises `CouldNotRun` where the template is not like that.
    """
    _refuse_wrong(template)
    root = root.resolve()

    def link(one: Reported) -> str:
        if one.source is None:
            return ""
        path = _quoted((root / one.source.file).as_posix())
        start = _SLASH.sub("{path}", template) if path.startswith("/") else template
        return start.format(file=_quoted(one.source.file), path=path, line=max(one.source.line, 1))

    return link


def _refuse_wrong(template: str) -> None:
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    except ValueError:
        names = set()
    if not names & {"file", "path"} or names - {"file", "path", "line"}:
        raise CouldNotRun(f"'{template}' is no address with {{file}} or {{path}}, and {{line}}")


def usual_template(root: Path, environment: Mapping[str, str]) -> str:
    """Return the template where none was asked for: on GitHub the commit that is checked, else the file itself.

    https://docs.github.com/actions/reference/workflows-and-actions/variables
    """
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (environment.get(name, "") for name in names)
    if server and repository and commit:
        return f"{server}/{repository}/blob/{commit}/{{file}}?plain=1#L{{line}}"
    return f"{root.resolve().as_uri()}/{{file}}"


def page_link(folder: Path, report: Path) -> Callable[[Reported], str]:
    """Return what makes the address of a finding's published page, as it is written in the file ``report``."""
    try:
        start = _quoted(Path(os.path.relpath(folder.resolve(), report.resolve().parent)).as_posix())
    except ValueError:  # another drive
        start = folder.resolve().as_uri()
    return lambda one: f"{start}/{_quoted(one.finding.file)}{_fragment(one)}"


def _fragment(one: Reported) -> str:
    return f"#{quote(one.anchor.encode('utf-8', 'replace'))}" if one.anchor else ""


def _quoted(path: str) -> str:
    """Return a path as it is written in an address; names that are not UTF-8 keep their bytes."""
    return quote(os.fsencode(path) if _encodable(path) else path.encode("utf-8", "replace"))


def _encodable(path: str) -> bool:
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True
