"""A Markdown page becomes front matter, headings and a body, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbook.problems import Problem, near, shown
from handbook.read.yaml import YamlFile, parse

_FRONT_KEYS = ("title", "description", "hide")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
_ANCHOR = re.compile(r"\{:?[^}]*#([^\s}]+)[^}]*\}\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(frozen=True)
class Heading:
    """A heading written on the page itself: level 1 to 6, text, permanent anchor, line in the file."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Page:
    """A page: ``path`` inside the words' folder, ``file`` from the root, the body and where it starts."""

    path: str
    file: str
    front: dict[str, Any]
    body: str
    body_line: int
    headings: tuple[Heading, ...]


def parse_page(path: str, file: str, text: str, problems: list[Problem]) -> Page | None:
    """Return the page in ``text``, or None after adding its problems.

    Refused: front matter that is not closed, not YAML, without ``description`` or with unknown keys;
    an empty page; a heading without a permanent anchor ``{ #name }``.
    """
    front, body, body_line = _split(file, text, problems)
    if front is None:
        return None
    headings = tuple(_headings(body, body_line))
    before = len(problems)
    _check_front(front, problems)
    for heading in headings:
        if not heading.anchor:
            anchor = re.sub(r"[^a-z0-9]+", "-", heading.text.lower()).strip("-") or "name"
            problems.append(
                Problem(
                    file,
                    heading.line,
                    "the heading has no permanent anchor",
                    f"'{heading.text} {{ #{anchor} }}'",
                    shown(heading.text),
                    "Add an anchor, the same in every language.",
                )
            )
    if not body.strip():
        problems.append(Problem(file, body_line, "the page is empty", todo="Write it, or delete the file."))
    if len(problems) > before:
        return None
    return Page(path, file, front.tree, body, body_line, headings)


def _split(file: str, text: str, problems: list[Problem]) -> tuple[YamlFile | None, str, int]:
    lines = text.split("\n")
    if lines[0].strip() != "---":
        problems.append(
            Problem(
                file,
                1,
                "the page has no front matter",
                "'---', 'description: …', '---' as its first lines",
                shown(lines[0]),
            )
        )
        return None, "", 1
    for number in range(1, len(lines)):
        if lines[number].strip() == "---":
            inner: list[Problem] = []
            front = parse(file, "\n".join(lines[1:number]) + "\n", inner)
            problems.extend(
                Problem(p.file, p.line + 1, p.wrong.replace("file", "front matter"), p.expected, p.found, p.todo)
                for p in inner
            )
            if front is not None:
                shifted = {path: line + 1 for path, line in front.lines.items()}
                front = YamlFile(file, front.tree, shifted, tuple(lines))
            return front, "\n".join(lines[number + 1 :]), number + 2
    problems.append(Problem(file, 1, "the front matter is not closed", todo="Add a line '---' after it."))
    return None, "", 1


def _check_front(front: YamlFile, problems: list[Problem]) -> None:
    for key in front.tree:
        if key not in _FRONT_KEYS:
            problems.append(
                Problem(
                    front.file,
                    front.line((key,)),
                    f"the key '{key}' in the front matter is unknown",
                    " or ".join(_FRONT_KEYS),
                    todo=near(key, _FRONT_KEYS) or "Delete the line.",
                )
            )
    for key in ("title", "description"):
        value = front.tree.get(key)
        if key == "title" and key not in front.tree:
            continue
        if not isinstance(value, str) or not value.strip():
            todo = "Say in one sentence what a reader finds on the page." if key == "description" else ""
            line = front.line((key,)) if key in front.tree else 1
            problems.append(Problem(front.file, line, f"the page has no {key}", "words", shown(value), todo))


def _headings(body: str, first: int) -> Iterator[Heading]:
    fenced = False
    for number, line in enumerate(body.split("\n"), start=first):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (match := _HEADING.match(line)):
            anchor = _ANCHOR.search(match[2])
            text = _ANCHOR.sub("", match[2]).strip()
            yield Heading(len(match[1]), text, anchor[1] if anchor else "", number)
