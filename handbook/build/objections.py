"""What MkDocs warns of, heard while it works."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class Objections(logging.Handler):
    """What MkDocs warns of, as it says it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning."""
        self.said.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """Yield the list in which MkDocs' warnings gather, which nobody else hears meanwhile."""
    heard, logger = Objections(), logging.getLogger("mkdocs")
    before = logger.propagate
    logger.addHandler(heard)
    logger.propagate = False
    try:
        yield heard.said
    finally:
        logger.removeHandler(heard)
        logger.propagate = before
