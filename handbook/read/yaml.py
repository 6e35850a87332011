"""A YAML file becomes a tree of plain values that remembers where each value was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event
from yaml.nodes import Node

from handbook.kept import mark_of
from handbook.problems import Problem, shown
from handbook.read.yaml_tree import Path, Tree
from handbook.read.yaml_words import in_plain_words

_MAX_DEPTH = 40
#: Without any of these nothing can be anchored or nested deeply, except by indentation of so many blanks.
_DOUBTFUL = ("&", "*", ": [", ": {", "- [", "- {", "? [", "? {", "- - - ", "? ? ", " " * _MAX_DEPTH)
_FLOW = re.compile(r"(?:\A|\n)[ \t]*[\[{]")

__all__ = ["Path", "YamlFile", "parse"]


@dataclass(frozen=True)
class YamlFile:
    """A parsed file.

    ``tree`` holds str, int, float, bool, None, list and dict; ``lines`` the line of each path; ``written``
    what is no longer in the tree as a person wrote it (``no``); ``starts`` where the words of a value begin.
    """

    file: str
    tree: dict[str, Any]
    lines: dict[Path, int] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    written: dict[Path, str] = field(default_factory=dict)
    starts: dict[Path, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """Return a mark of the file's place and content."""
        return mark_of(self.file, "\n".join(self.source))

    def line(self, path: Path) -> int:
        """Return the line of ``path``, or of its nearest parent that exists."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)

    def line_in(self, path: Path, words: str, at: int) -> int:
        """Return the line on which the character ``at`` of the value ``words`` stands.

        A value can go over several lines, which YAML joins; so the words are counted.
        """
        if path not in self.starts:
            return self.line(path)
        before = len(words[: at + 1].split()) or 1
        line, column = self.starts[path]
        while line < len(self.source) and before > len(self.source[line][column:].split()):
            before -= len(self.source[line][column:].split())
            line, column = line + 1, 0
        return min(line + 1, len(self.source))

    def shown(self, path: Path, value: object) -> str:
        """Return a value for a message, as it was written."""
        return shown(self.written.get(path, value))


class _Loader(yaml.SafeLoader):
    """Composes nodes, and stops at what could grow without end before it has cost anything.

    Anchors and aliases expand exponentially, and PyYAML's time grows with the square of the depth.
    """

    depth = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) is not None:
            raise yaml.MarkedYAMLError(problem="an anchor or alias is used", problem_mark=event.start_mark)
        if self.depth > _MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem="too many levels", problem_mark=event.start_mark)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def _composed(text: str) -> Node | None:
    """Return the nodes of ``text``: by libyaml, which is ten times as fast, wherever it has nothing to object.

    What it objects to, and anchors and depth, are left to `_Loader`, whose words `in_plain_words` knows.
    """
    fast = getattr(yaml, "CSafeLoader", None)
    try:
        if fast is not None and (_plain(text) or _harmless(yaml.parse(text, Loader=fast))):
            quick: Node | None = yaml.compose(text, Loader=fast)
            return quick
    except yaml.YAMLError:
        pass
    node: Node | None = yaml.compose(text, Loader=_Loader)
    return node


def _plain(text: str) -> bool:
    """Return whether a look at the letters is enough to know that `_harmless` would have nothing to say."""
    return not any(sign in text for sign in _DOUBTFUL) and _FLOW.search(text) is None


def _harmless(events: Iterable[Event]) -> bool:
    """Return whether nothing is anchored and nothing is nested too deeply."""
    depth = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _MAX_DEPTH or getattr(event, "anchor", None) is not None:
            return False
    return True


def parse(file: str, text: str, problems: list[Problem], engine_tags: bool = False) -> YamlFile | None:
    """Return the tree of ``text``, or None after adding every problem that was seen.

    With ``engine_tags``, MkDocs' own tags are allowed: ``!ENV`` takes its value from the environment
    (a list names variables and ends with the default), any other leaves the plain value.
    """
    before = len(problems)
    try:
        node = _composed(text)
    except yaml.YAMLError as error:
        problems.append(in_plain_words(file, text, error))
        return None
    source = tuple(text.split("\n"))
    built = Tree(file, source, problems, engine_tags)
    tree = None if node is None else built.value(node, ())
    if len(problems) > before:
        return None
    if tree is None or tree == {}:
        problems.append(Problem(file, 1, "the file is empty", todo="Write its content, or delete it."))
    elif not isinstance(tree, dict):
        problems.append(Problem(file, 1, "the file is not a group of keys", "'key: value' lines", shown(tree)))
    else:
        return YamlFile(file, tree, built.lines, source, built.written, built.starts)
    return None
