"""A Markdown page becomes front matter, headings, macro calls and a body, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from handbook.kept import mark_of
from handbook.problems import Problem, listed, near, shown
from handbook.read.marks import Call, Heading, calls, headings, unwanted
from handbook.read.yaml import YamlFile, parse

_FRONT_KEYS = ("title", "description", "hide")
_HIDDEN = ("footer", "navigation", "path", "tags", "toc")
#: What is shown as it is, in the head of the page and by search engines.
_NOT_PLAIN = re.compile(r"[<{}]|\[\[|\*\*|\]\(")


@dataclass(frozen=True)
class Page:
    """A page: ``path`` inside the words' folder, ``file`` from the root, the body and where it starts.

    ``front`` is the front matter, ``front_lines`` the line of each of its keys.

    One that is not ``sound`` has problems; what else is wrong with it can be looked for, and no more.
    """

    path: str
    file: str
    front: dict[str, Any]
    body: str
    body_line: int
    headings: tuple[Heading, ...]
    calls: tuple[Call, ...] = ()
    sound: bool = True
    front_lines: dict[str, int] = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """Return a mark of the file's place and content."""
        return mark_of(self.path, self.file, self.front, self.front_lines, self.body_line, self.body)


def parse_page(path: str, file: str, text: str, problems: list[Problem]) -> Page | None:
    """Return the page in ``text``, after adding its problems; None if it has no front matter to go by.

    Refused: front matter that is not closed, not YAML, without ``description`` or with unknown keys;
    an empty page; a heading without a permanent anchor ``{ #name }`` or with one that is taken; raw HTML;
    any Jinja but calls of macros with plain words and numbers.
    """
    before = len(problems)
    front, body, first = _split(file, text, problems)
    if front is None:
        return None
    problems.extend(_check_front(front))
    if not body.strip():
        problems.append(Problem(file, first, "the page is empty", todo="Write it, or delete the file."))
    found = tuple(headings(file, body, first, problems))
    called = tuple(calls(file, body, first, problems))
    problems.extend(unwanted(file, body, first))
    lines = {str(key): front.line((key,)) for key in front.tree}
    return Page(path, file, front.tree, body, first, found, called, len(problems) == before, lines)


def _split(file: str, text: str, problems: list[Problem]) -> tuple[YamlFile | None, str, int]:
    """Return front matter, body and the body's first line; None instead of front matter with problems."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        expected = "'---', 'description: …', '---' as its first lines"
        problems.append(Problem(file, 1, "the page has no front matter", expected, shown(lines[0] or None)))
        return None, "", 1
    end = next((number for number, line in enumerate(lines) if number and line.strip() == "---"), 0)
    if not end:
        problems.append(Problem(file, 1, "the front matter is not closed", todo="Add a line '---' after it."))
        return None, "", 1
    inner: list[Problem] = []
    front = parse(file, "\n".join(["", *lines[1:end], ""]), inner)  # an empty first line keeps the lines' numbers
    problems.extend(replace(one, wrong=one.wrong.replace("the file", "the front matter")) for one in inner)
    return front, "\n".join(lines[end + 1 :]), end + 2


def _check_front(front: YamlFile) -> Iterator[Problem]:
    for key, value in front.tree.items():
        line = front.line((key,))
        if key not in _FRONT_KEYS:
            todo = near(key, _FRONT_KEYS) or "Delete the line."
            yield Problem(front.file, line, f"the key '{key}' is unknown here", listed(_FRONT_KEYS), todo=todo)
        elif key == "hide":
            yield from _check_hide(front, line, value)
        elif not isinstance(value, str) or not value.strip():
            found = front.shown((key,), value)
            yield Problem(front.file, line, f"the page's '{key}' is not a sentence", "words", found)
        elif mark := _NOT_PLAIN.search(value):
            yield Problem(front.file, line, f"the page's '{key}' holds '{mark[0]}'", "plain words, without marks")
    if "description" not in front.tree and not any(near(key, ["description"]) for key in front.tree):
        todo = "Add 'description: …': what a reader finds on the page, in one sentence."
        yield Problem(front.file, 1, "the page has no description", todo=todo)


def _check_hide(front: YamlFile, line: int, value: Any) -> Iterator[Problem]:
    for word in value if isinstance(value, list) else [value]:
        if word not in _HIDDEN:
            todo = near(str(word), _HIDDEN) or "Correct it, or delete the line."
            wrong = f"'hide' names something unknown: {shown(word)}"
            yield Problem(front.file, line, wrong, listed(_HIDDEN), todo=todo)
