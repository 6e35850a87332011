"""What MkDocs objects to while it works: what it warns of, and the error that ends its work."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from jinja2 import TemplateError

from handbook.build.complaints import stopped, warned
from handbook.build.job import Job
from handbook.problems import Problem

Result = TypeVar("Result")


def heard(job: Job, work: Callable[[list[str]], Result]) -> tuple[Result | None, list[Problem]]:
    """Return what ``work`` returns, if it comes to an end, and what the engine objects to meanwhile.

    ``work`` is given the list in which warnings gather. Raises `OSError`.
    """
    from mkdocs.exceptions import MkDocsException

    root, config = job.settings.root, job.settings.config
    result = None
    with _listening() as said:
        try:
            result = work(said)
        except (MkDocsException, SystemExit) as error:
            said[:] = said or [str(error)]
        except TemplateError as error:
            return None, [stopped(root, config, error)]
        except OSError:
            raise
        except Exception as error:  # whatever a plugin or an extension of mkdocs.yml raises, without a traceback
            return None, [stopped(root, config, error)]
    return result, [warned(root, config, job.files, one) for one in said]


class _Objections(logging.Handler):
    """What MkDocs warns of, as it says it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning."""
        self.said.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Yield the list in which MkDocs' warnings gather, which nobody else hears meanwhile."""
    listener, logger = _Objections(), logging.getLogger("mkdocs")
    before = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener.said
    finally:
        logger.removeHandler(listener)
        logger.propagate = before
