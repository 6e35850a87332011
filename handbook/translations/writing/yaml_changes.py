"""Sentences of a YAML text are replaced or added where they belong; all else stays as a person wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from handbook.read.yaml import Path
from handbook.translations.writing.wrapping import WIDTH
from handbook.translations.writing.yaml_values import block, one_line, pair
from handbook.write.edits import Edit, edited


def replaced(text: str, values: Mapping[Path, str]) -> list[Edit]:
    """Return the edits that give the values at these paths, which exist, other words."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return [_replaced(text, root, path, words) for path, words in values.items()]


def _replaced(text: str, root: Node | None, path: Path, words: str) -> Edit:
    parent, node = inside(root, path[:-1]), inside(root, path)
    assert isinstance(node, ScalarNode), f"{path} is a sentence"
    assert isinstance(parent, MappingNode), f"{path} has a key"
    margin = parent.start_mark.column + 2
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in (">", "|"):
        first = text.index("\n", start) + 1
        margin = len(text[first:]) - len(text[first:].lstrip(" \n")) - _blank(text, first)
        return Edit(first, _end(text, node), block(words, margin))
    space = " " if start == end else ""  # a key without a value
    old = text[start:end]
    stays = len(old) > WIDTH - node.start_mark.column and "\n" not in old
    alone = not text[end : _line_end(text, end)].strip()
    line = space + one_line(words, bool(parent.flow_style), not alone and not parent.flow_style)
    if parent.flow_style or stays or not alone or node.start_mark.column + len(line) <= WIDTH:
        return Edit(start, end, line)
    return Edit(start, end, f"{space}>-\n{block(words, margin)}")


def _blank(text: str, first: int) -> int:
    """Return how many characters of empty lines stand before the first words of a block."""
    rest = text[first:]
    before = rest[: len(rest) - len(rest.lstrip(" \n"))]
    return before.rfind("\n") + 1


def inside(node: Node | None, path: Sequence[Any]) -> Node | None:
    """Return the node at ``path`` below ``node``; None if there is none."""
    for part in path:
        if isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == str(part)), None)
        else:
            node = node.value[part] if node is not None and isinstance(part, int) else None
    return node


def added(text: str, order: Any, values: Mapping[Path, str]) -> str:
    """Return ``text`` with the values at paths that it lacks, each where the tree ``order`` has its key."""
    left = dict(values)
    while left:
        path = next(iter(left))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        depth = next(depth for depth in range(len(path)) if not inside(root, path[: depth + 1]))
        head = path[: depth + 1]
        group = {each: words for each, words in left.items() if each[: depth + 1] == head}
        left = {each: words for each, words in left.items() if each not in group}
        names = list(_at(order, head[:-1]))
        text = edited(text, [_insertion(text, inside(root, head[:-1]), head[-1], _tree(head, group), names)])
    return text


def _at(tree: Any, path: Path) -> Any:
    for part in path:
        tree = tree[part]
    return tree


def _tree(head: Path, group: Mapping[Path, str]) -> Any:
    """Return the values below ``head`` as a tree; the one value where ``head`` is its path."""
    if head in group:
        return group[head]
    tree: dict[Any, Any] = {}
    for path, words in group.items():
        place = tree
        for part in path[len(head) : -1]:
            place = place.setdefault(part, {})
        place[path[-1]] = words
    return tree


def _insertion(text: str, node: Node | None, key: Any, value: Any, names: list[Any]) -> Edit:
    if not isinstance(node, MappingNode):  # an empty text, or a key without a value
        at = _line_end(text, _end(text, node)) if node is not None else len(text)
        margin = _margin(text, node) + 2 if node is not None else 0
        return Edit(at, at, ("\n" if at else "") + pair(key, value, margin) + ("" if node is not None else "\n"))
    if node.flow_style:
        end = len(text[: node.end_mark.index - 1].rstrip(" \n").removesuffix(","))
        return Edit(end, end, (", " if node.value else "") + _flow(key, value))
    there = [(each.value, each, inner) for each, inner in node.value]
    before = names[: names.index(key)] if key in names else names
    found = max((number for number, (name, _, _) in enumerate(there) if name in before), default=None)
    lines = pair(key, value, node.start_mark.column)
    space = "\n" if _spaced(text, node) else ""
    if found is None:
        at = node.start_mark.index
        return Edit(at, at, f"{lines.lstrip(' ')}\n{space}{' ' * node.start_mark.column}")
    at = _line_end(text, _end(text, there[found][2]))
    return Edit(at, at, f"\n{space}{lines}")


def _flow(key: Any, value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{key}: {{ {', '.join(_flow(each, inner) for each, inner in value.items())} }}"
    return f"{one_line(str(key), True)}: {one_line(value, True)}"


def _margin(text: str, node: Node) -> int:
    line = text[text.rfind("\n", 0, node.start_mark.index) + 1 :]
    return len(line) - len(line.lstrip(" "))


def _spaced(text: str, node: MappingNode) -> bool:
    """Return whether an empty line stands between the keys of a group."""
    return any("\n\n" in text[_end(text, one[1]) : other[0].start_mark.index] for one, other in pairwise(node.value))


def _end(text: str, node: Node) -> int:
    """Return where the last words inside a node end."""
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        return _end(text, node.value[-1][1])
    return len(text[: node.end_mark.index].rstrip(" \n"))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
