"""Annotations of a change on GitHub: workflow commands, which the job prints.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from typing import Literal

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def annotation(severity: Literal["error", "warning", "note"], file: str, line: int, title: str, said: str) -> str:
    """Return one workflow command; nothing in the words can end it or begin another.

    ``line`` counts from 1; 0 stands for the whole file.
    """
    place = f",line={line}" if line else ""
    return f"::{_COMMANDS[severity]} file={_property(file)}{place},title={_property(title)}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
