"""Edits of a YAML text: what is added to lists and mappings, and where values stand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handbook.write.edits import Edit

_PLAIN = re.compile(r"[^\W\d_][\w ’./-]*[\w.]")
_NOT_WORDS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)", re.I)


def root_node(text: str) -> MappingNode:
    """Return the top of a YAML text that was read before, with the place of every value."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(node, MappingNode), "the handbook was read without problems"
    return node


def inner(node: Node | None, part: Any) -> Node | None:
    """Return the value one level inside a node, at a key or a number; None if there is none."""
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    return node.value[part] if isinstance(node, SequenceNode) else None


def appended(text: str, node: MappingNode | SequenceNode, item: Any) -> Edit:
    """Return the edit that adds ``item`` (a key with its value, for a mapping) at the end of a node."""
    if node.flow_style:
        close = node.end_mark.index - 1
        end = len(text[:close].rstrip().removesuffix(","))
        words = flow(item)[1:-1] if isinstance(node, MappingNode) else flow(item)
        return Edit(end, end, f", {words}" if node.value else words)
    line = text.find("\n", _end(text, node))
    end = line if line >= 0 else len(text)
    lines = block(item) if isinstance(node, MappingNode) else block([item])
    return Edit(end, end, "".join(f"\n{' ' * node.start_mark.column}{each}" for each in lines))


def put_first(node: SequenceNode, item: Any) -> Edit:
    """Return the edit that adds ``item`` at the start of a list that is not empty."""
    if node.flow_style:
        start = node.value[0].start_mark.index
        return Edit(start, start, f"{flow(item)}, ")
    start, margin = node.start_mark.index, " " * node.start_mark.column
    return Edit(start, start, f"\n{margin}".join(block([item])) + f"\n{margin}")


def _end(text: str, node: Node) -> int:
    """Return where the last words inside a node end."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def block(item: Any) -> list[str]:
    """Return lists, mappings and words as lines of YAML."""
    if isinstance(item, Mapping):
        return [line for key, value in item.items() for line in _pair(key, value)]
    if isinstance(item, list):
        return [line for each in item for line in _item(each)]
    return [flow(item)]


def _pair(key: Any, value: Any) -> list[str]:
    if isinstance(value, Mapping | list):
        return [f"{flow(key)}:", *(f"  {line}" for line in block(value))]
    return [f"{flow(key)}: {flow(value)}"]


def _item(value: Any) -> list[str]:
    first, *rest = block(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def flow(item: Any) -> str:
    """Return lists, mappings and words as YAML on one line."""
    if isinstance(item, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in item.items()) + "}"
    if isinstance(item, list):
        return "[" + ", ".join(flow(each) for each in item) + "]"
    words = str(item)
    if _PLAIN.fullmatch(words) and not _NOT_WORDS.fullmatch(words):
        return words
    return json.dumps(words, ensure_ascii=False)


def fields(node: Node, name: str) -> Sequence[tuple[ScalarNode, bool]]:
    """Return every key called ``name`` whose value is a fact, at any depth, and whether it shares its line."""
    found: list[tuple[ScalarNode, bool]] = []
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == name and not isinstance(value, MappingNode):
                found.append((key, bool(node.flow_style)))
            found += fields(value, name)
    return found
