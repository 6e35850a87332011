"""PyYAML's nodes become plain values with their places.

PyYAML keeps the last of two equal keys, builds objects from tags, drops words after a '#' and turns dates,
``12:30`` and ``01901`` into other values, all in silence; so the tree is built here, and such things are
refused or kept as they were written.
"""

from __future__ import annotations

import os
import re
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handbook.problems import Problem, shown
from handbook.read.text import HIDDEN

Path = tuple[str | int, ...]
#: Tags with which a file makes Python do something; MkDocs would.
_RUNS = tuple(f"tag:yaml.org,2002:python/{kind}" for kind in ("object", "module"))
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?")


class Tree:
    """Turns nodes into values; notes their lines, where their words start and how they were written."""

    def __init__(self, file: str, source: tuple[str, ...], problems: list[Problem], engine_tags: bool) -> None:
        self.file, self.source, self.problems, self.engine_tags = file, source, problems, engine_tags
        self.lines: dict[Path, int] = {}
        self.written: dict[Path, str] = {}
        self.starts: dict[Path, tuple[int, int]] = {}

    def value(self, node: Node, path: Path) -> Any:
        """Return the value of ``node``, which stands at ``path``."""
        self.lines.setdefault(path, node.start_mark.line + 1)
        if self._tagged(node):
            if self.engine_tags and not node.tag.startswith(_RUNS):
                return _for_engine(node)
            self._add(node, "a value that starts with ! is taken for a tag", todo="Put the value in quotes.")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(child, (*path, number)) for number, child in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        block = node.style in ("|", ">")
        self.starts[path] = (node.start_mark.line + 1, 0) if block else (node.start_mark.line, node.start_mark.column)
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, ScalarNode) or key == "" or self._tagged(key_node):
                self._add(key_node, "this is not a key", "a word followed by a colon")
            elif key == "<<":
                self._add(key_node, "groups are not merged with '<<' here", todo="Write the keys out.")
            elif key in tree:
                wrong = f"'{key}' is written twice (first on line {self.lines[(*path, key)]})"
                self._add(key_node, wrong, todo="Delete one of the two, or give it another name.")
            else:
                self.lines[(*path, key)] = key_node.start_mark.line + 1
                tree[key] = self.value(value_node, (*path, key))
        return tree

    def _scalar(self, node: ScalarNode, path: Path) -> Any:
        kind, words = node.tag.rpartition(":")[2], str(node.value)
        if kind == "null":
            self.written.update({path: words} if words else {})
            return None
        if kind == "bool":
            self.written[path] = words
            return words.lower() in ("yes", "true", "on")
        if kind in ("int", "float") and (number := _PLAIN_NUMBER.fullmatch(words)):
            return float(words) if number[1] else int(words)
        self._check_words(node, words)
        # Line ends of a literal block ('|') are layout, as in a folded one: what is left marks an empty line.
        return re.sub(r"(?<!\n)\n(?!\n)", " ", words) if node.style == "|" else words

    def _check_words(self, node: ScalarNode, words: str) -> None:
        if hidden := HIDDEN.search(words) or re.search("\t", words):
            found = f"U+{ord(hidden[0]):04X}"
            self._add(node, "an invisible character is written with a backslash", found=found, todo="Delete it.")
        rest = self.source[node.end_mark.line][node.end_mark.column :] if not node.style else ""
        if " " in words and rest.lstrip().startswith("#") and not self.engine_tags:
            todo = "Put the sentence in quotes, or write it on its own lines under 'key: >-'."
            self._add(node, "the words after '#' are a comment and would be lost", found=shown(rest), todo=todo)

    def _tagged(self, node: Node) -> bool:
        line, column = node.start_mark.line, node.start_mark.column
        return line < len(self.source) and self.source[line][column : column + 1] == "!"

    def _add(self, node: Node, wrong: str, expected: str = "", found: str = "", todo: str = "") -> None:
        self.problems.append(Problem(self.file, node.start_mark.line + 1, wrong, expected, found, todo))


def _for_engine(node: Node) -> Any:
    """Return the value of a node with a tag of MkDocs; ``!ENV`` asks the environment, as pyyaml-env-tag does."""
    if not isinstance(node, SequenceNode | ScalarNode):
        return {}
    listed = isinstance(node, SequenceNode)
    names = [child.value for child in node.value if isinstance(child, ScalarNode)] if listed else [node.value, ""]
    if node.tag != "!ENV":
        return names if listed else node.value
    return next((os.environ[name] for name in names[:-1] if name in os.environ), names[-1] if names else "")
