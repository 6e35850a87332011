"""MkDocs builds one staged language; its warnings become problems at the place where a person wrote."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

from handbook.build.addresses import Addresses
from handbook.problems import Problem
from handbook.settings import Language, Settings

#: The environment variable that chooses the one language of a plain ``mkdocs`` run.
LANGUAGE = "HANDBOOK_LANGUAGE"
#: Dates in files that the engine writes; fixed, so that the same sources give the same bytes.
EPOCH = "946684800"


@dataclass(frozen=True)
class Job:
    """One language to build: its staged tree, where its HTML goes, and what its pages need to know.

    ``files`` maps a page's path to the file in which a person wrote it; ``labels`` are the fixed words.
    """

    settings: Settings
    language: Language
    staged: Path
    site: Path
    addresses: dict[str, Addresses]
    files: dict[str, str]
    labels: dict[str, str]


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def build_language(job: Job) -> list[Problem]:
    """Build one language and return what the engine objects to; runs in a process of its own."""
    os.environ[LANGUAGE] = job.language.code
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    logger.propagate = False
    try:
        config = load_config(
            str(job.settings.root / job.settings.config),
            docs_dir=str(job.staged),
            site_dir=str(job.site),
            site_url=job.settings.address(job.language.code),
        )
        config.extra["handbook"] = job
        build(config)
    except (MkDocsException, SystemExit) as error:
        if not warnings.said:
            warnings.said.append(str(error))
    finally:
        logger.removeHandler(warnings)
    return [_problem(job, said) for said in warnings.said]


_PAGE = re.compile(r"(?:Doc file|page|file) '([^']+\.md)'")
_TARGET = re.compile(r"link '([^']+)'|reference to '([^']+)'")


def _problem(job: Job, said: str) -> Problem:
    """Return the problem behind a warning, at the line of the page that holds the link if it is there."""
    page = _PAGE.search(said)
    file = job.files.get(page[1], job.settings.config) if page else job.settings.config
    target = _TARGET.search(said)
    line = 0
    if target and file != job.settings.config:
        words = target[1] or target[2]
        text = (job.settings.root / file).read_text(encoding="utf-8").split("\n")
        line = next((number for number, one in enumerate(text, 1) if words in one), 0)
    wrong = " ".join(said.split()).rstrip(".")
    if target and page:
        wrong = f"the link '{target[1] or target[2]}' leads to nothing"
    todo = "Correct the address, or the anchor after '#'." if target else "See mkdocs.yml and overrides/."
    return Problem(file, line, wrong, todo=todo)
