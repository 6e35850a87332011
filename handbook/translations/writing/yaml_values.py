"""A sentence as YAML: plain where that is safe, else in quotes, or on lines of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbook.problems import Problem
from handbook.read.yaml import parse
from handbook.translations.writing.wrapping import WIDTH, wrapped


def one_line(words: str, flow: bool = False, quoted: bool = False) -> str:
    """Return ``words`` as a value on one line; ``flow`` inside ``{ }`` or ``[ ]``, ``quoted`` in quotes at any rate."""
    if not quoted and _plain(words, flow):
        return words
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def _plain(words: str, flow: bool) -> bool:
    """Return whether YAML, as the handbook reads it, gives back ``words`` that stand there without quotes."""
    problems: list[Problem] = []
    line = f"{{ key: {words} }}" if flow else f"key: {words}"
    file = parse("", f"{line}\n", problems)
    return file is not None and file.tree == {"key": words} and not problems


def block(words: str, margin: int) -> str:
    """Return ``words`` on lines of their own, ``margin`` characters further in."""
    return "\n".join(" " * margin + line for line in wrapped(words, WIDTH - margin))


class Folded(str):
    """Words that stand on lines of their own, as their original does."""

    __slots__ = ()


def pair(key: Any, value: str | Mapping[Any, Any], margin: int) -> str:
    """Return ``key`` and its value (words, or a group of keys) as lines, each with its ``margin``."""
    head = f"{' ' * margin}{one_line(str(key))}:"
    if isinstance(value, Mapping):
        return "\n".join([head, *(pair(each, inner, margin + 2) for each, inner in value.items())])
    line = f"{head} {one_line(value)}"
    if len(line) <= WIDTH and not isinstance(value, Folded):
        return line
    return f"{head} >-\n{block(value, margin + 2)}"
