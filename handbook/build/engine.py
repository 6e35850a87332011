"""MkDocs builds one staged language; its warnings become problems at the place where a person wrote."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError

from handbook.build.addresses import Addresses
from handbook.build.complaints import stopped, warned
from handbook.problems import Problem
from handbook.read.settings import Language, Settings

#: The environment variable that chooses the one language of a plain ``mkdocs`` run.
LANGUAGE = "HANDBOOK_LANGUAGE"
#: Dates in files that the engine writes; fixed, so that the same sources give the same bytes.
EPOCH = "946684800"


@dataclass(frozen=True)
class Job:
    """One language to build: its staged tree, where its HTML goes, and what its pages need to know.

    ``files`` maps a page's path to the file in which a person wrote it; ``labels`` are the fixed words, ``offers``
    those with which the other languages offer themselves, by language code.
    """

    settings: Settings
    language: Language
    staged: Path
    site: Path
    addresses: dict[str, Addresses]
    files: dict[str, str]
    labels: dict[str, str]
    offers: dict[str, dict[str, str]]


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

    root, file = job.settings.root, job.settings.config
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    logger.propagate = False
    try:
        config = load_config(
            str(root / file),
            docs_dir=str(job.staged),
            site_dir=str(job.site),
            site_url=job.settings.address(job.language.code),
        )
        config.extra["handbook"] = job
        build(config)
    except (MkDocsException, SystemExit) as error:
        if not warnings.said:
            warnings.said.append(str(error))
    except TemplateError as error:
        return [stopped(root, file, error)]
    except OSError:
        raise
    except Exception as error:  # whatever a plugin or an extension of mkdocs.yml raises, without a traceback
        return [stopped(root, file, error)]
    finally:
        logger.removeHandler(warnings)
    return [warned(root, file, job.files, said) for said in warnings.said]
