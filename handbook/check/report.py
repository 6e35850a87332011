"""The check of links, as `scripts/check_links.py` asks for it: of a handbook's built site, or of its words."""

from __future__ import annotations

from pathlib import Path

from handbook.check.options import link_options
from handbook.check.origins import Origins
from handbook.check.sources import check_sources
from handbook.links import Options
from handbook.links.defects import defect_of
from handbook.links.place import Origin, Place
from handbook.links.reports.report import Report
from handbook.links.reports.reported import Reported
from handbook.problems import Problem
from handbook.read.settings import Settings, read_settings
from handbook.read.words import Words, read_words


def origin_of(root: Path, site: Path) -> Origin:
    """Return what knows where in the handbook in ``root`` the lines of its built ``site`` were written.

    Raises `Refused` if its ``mkdocs.yml`` cannot be used; what else is wrong with the words is for the build.
    """
    return Origins(*_read(root), site)


def options_of(root: Path) -> Options:
    """Return what the handbook in ``root`` says of its site; raise `Refused` as `origin_of`, and for ``links.yml``."""
    return link_options(read_settings(root))


def report_of_words(root: Path, strict: bool = False) -> Report:
    """Return what is wrong with the links of the words in ``root``; raise `Refused` as `origin_of`."""
    settings, words = _read(root)
    found = check_sources(settings, words)
    told = tuple(Reported(one, defect_of(one.code), Place(one.file, one.line)) for one in found.findings)
    return Report(Path(), sum(len(one.pages) for one in words), found.links, told, strict)


def _read(root: Path) -> tuple[Settings, tuple[Words, ...]]:
    problems: list[Problem] = []
    settings = read_settings(root)
    return settings, read_words(settings, problems)
