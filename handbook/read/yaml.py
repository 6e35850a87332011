"""A YAML file becomes a tree of plain values that remembers where each value was written.

PyYAML keeps the last of two equal keys, expands aliases without limit and turns dates and ``no`` into
other types in silence; so the tree is built here from PyYAML's nodes, and those are refused or kept.
"""

from __future__ import annotations

import os
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handbook.problems import Problem, shown
from handbook.read.yaml_words import in_plain_words

Path = tuple[str | int, ...]
_MAX_DEPTH = 40
_TAGS = {"bool", "int", "float", "null", "str", "timestamp"}


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: ``tree`` (str, int, float, bool, None, list, dict) and the line of each path."""

    file: str
    tree: dict[str, Any]
    lines: dict[Path, int] = field(default_factory=dict)
    source: tuple[str, ...] = ()

    def line(self, path: Path, words: str = "") -> int:
        """Return the line of ``path``, or of its nearest parent that exists.

        With ``words``, return the first line at or below the place that contains them.
        """
        while path not in self.lines and path:
            path = path[:-1]
        line = self.lines.get(path, 1)
        if words:
            for number in range(line, min(line + 40, len(self.source)) + 1):
                if words in self.source[number - 1]:
                    return number
        return line


def parse(file: str, text: str, problems: list[Problem], engine_tags: bool = False) -> YamlFile | None:
    """Return the tree of ``text``, or None after adding every problem that was seen.

    With ``engine_tags``, MkDocs' own tags are allowed: ``!ENV`` takes its value from the environment
    (a list names variables and ends with the default), any other leaves the plain value.
    """
    before = len(problems)
    _look_for_tabs(file, text, problems)
    _look_for_aliases(file, text, problems)
    if len(problems) > before:
        return None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        problems.append(in_plain_words(file, text, error))
        return None
    except RecursionError:
        problems.append(Problem(file, 1, "the groups are nested too deeply", expected="a few levels"))
        return None
    if node is None:
        problems.append(Problem(file, 1, "the file is empty", todo="Write its content, or delete it."))
        return None
    builder = _Builder(file, problems, engine_tags)
    tree = builder.value(node, ())
    if len(problems) == before and not isinstance(tree, dict):
        problems.append(Problem(file, 1, "the file is not a group of keys", "'key: value' lines", shown(tree)))
    if len(problems) > before:
        return None
    return YamlFile(file, tree, builder.lines, tuple(text.split("\n")))


def _look_for_tabs(file: str, text: str, problems: list[Problem]) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line and not line.lstrip().startswith("#"):
            problems.append(
                Problem(file, number, "there is a tab", "spaces", todo="Indent with two spaces, without tabs.")
            )


def _look_for_aliases(file: str, text: str, problems: list[Problem]) -> None:
    """Refuse anchors and aliases: every sentence is written once, and they can expand without end."""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            anchor = getattr(event, "anchor", None)
            if anchor is not None:
                problems.append(
                    Problem(
                        file,
                        event.start_mark.line + 1 if event.start_mark else 1,
                        "anchors (&) and aliases (*) of YAML are not used here",
                        found=f"'{anchor}'",
                        todo="Write the words out; put a sentence that starts with & or * in quotes.",
                    )
                )
    except (yaml.YAMLError, RecursionError):
        return


def _from_environment(names: list[str]) -> str:
    """Return the first environment variable that is set, else the last entry (as pyyaml-env-tag does)."""
    return next((os.environ[name] for name in names[:-1] if name in os.environ), names[-1])


class _Builder:
    """Turns nodes into values and notes the line of each."""

    def __init__(self, file: str, problems: list[Problem], engine_tags: bool) -> None:
        self.file, self.problems, self.lines = file, problems, dict[Path, int]()
        self.engine_tags = engine_tags

    def value(self, node: Node, path: Path) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if len(path) > _MAX_DEPTH:
            self._add(node, "the groups are nested too deeply", expected="a few levels")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            if self.engine_tags and node.tag == "!ENV":
                return _from_environment([child.value for child in node.value])
            return [self.value(child, (*path, number)) for number, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        first: dict[Hashable, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            line = key_node.start_mark.line + 1
            if not isinstance(key, str) or key in ("", "<<"):
                self._add(key_node, "this is not a key", expected="a word followed by a colon")
                continue
            if key in first:
                self._add(
                    key_node,
                    f"'{key}' is written twice (first on line {first[key]})",
                    todo="Delete one of the two, or give it another name.",
                )
                continue
            first[key] = line
            self.lines[(*path, key)] = line
            tree[key] = self.value(value_node, (*path, key))
        return tree

    def _scalar(self, node: Node) -> Any:
        kind = node.tag.rsplit(":", 1)[-1]
        if self.engine_tags and node.tag.startswith(("!", "tag:yaml.org,2002:python/")):
            return _from_environment([node.value, ""]) if node.tag == "!ENV" else node.value
        if kind not in _TAGS or not node.tag.startswith("tag:yaml.org,2002:"):
            self._add(node, f"the tag '{node.tag}' is not used here", expected="plain words or numbers")
            return None
        if kind in ("str", "timestamp"):
            return node.value
        try:
            return yaml.SafeLoader("").construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            self._add(node, "this value cannot be read", found=shown(node.value), todo="Put it in quotes.")
            return None

    def _add(self, node: Node, wrong: str, expected: str = "", found: str = "", todo: str = "") -> None:
        self.problems.append(Problem(self.file, node.start_mark.line + 1, wrong, expected, found, todo))
