"""What stands in the body of a page besides words: headings with their anchors, and calls of macros."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from handbook.problems import Problem, shown

_HEADING = re.compile(r"^(#+)(\s*)(.*?)\s*$")
_UNDERLINE = re.compile(r"^(?:={2,}|-{2,})\s*$")
_BRACES = re.compile(r"\s*\{([^{}]*)\}?\s*$")
_ANCHOR = re.compile(r":?\s*#([a-z][a-z0-9.-]*)(?:\s+\.[a-z][\w-]*)*\s*")
_FENCE = re.compile(r"^\s*(```|~~~)")
_HTML = re.compile(r"<(?!https?://|mailto:)[a-zA-Z/!?][^>]*>?")
_CODE = re.compile(r"(`+).*?\1")
_HALF_CALL = re.compile(r"(?<!\{)\{\s*\w+\([^}]*(?:\}(?!\})|$)")
_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CALL = re.compile(r"\{\{-?((?:(?!\{\{|\}\}|\{%|\{#|\n\s*\n).)*?)-?\}\}", re.S)
_SHAPE = '{{ name("key") }}'
_WORDS = {"true": True, "false": False, "none": None}


@dataclass(frozen=True)
class Heading:
    """A heading written on the page itself: level 1 to 6, text, permanent anchor, line in the file."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Call:
    """A macro call: the macro's name, its arguments by place and by name, line in the file, words as written."""

    name: str
    line: int
    written: str
    arguments: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict, hash=False)


def headings(file: str, body: str, first: int, problems: list[Problem]) -> Iterator[Heading]:
    """Yield the headings of ``body``, whose first line is line ``first`` of the file; add their problems."""
    seen: dict[str, int] = {}
    before = ""
    for number, line in _outside_code(body, first):
        if _UNDERLINE.match(line) and before.strip():
            todo = f"Write '## {before.strip()} {{ #{_suggested(before)} }}'."
            problems.append(Problem(file, number - 1, "a heading is written with a line below it", todo=todo))
        elif match := _HEADING.match(line):
            heading, problem = _heading(file, match, number)
            if problem is None and (first_line := seen.get(heading.anchor)):
                wrong = f"the anchor '{heading.anchor}' is used twice on the page (first on line {first_line})"
                problem = Problem(file, number, wrong, todo="Rename one of the two, in every language.")
            problems.extend([problem] if problem else [])
            seen.setdefault(heading.anchor, number)
            yield heading
        before = line


def _heading(file: str, match: re.Match[str], line: int) -> tuple[Heading, Problem | None]:
    """Return a heading, and what is wrong with it."""
    braces = _BRACES.search(match[3])
    text = match[3][: braces.start()] if braces else match[3]
    anchor = _ANCHOR.fullmatch(braces[1]) if braces and braces[0].rstrip().endswith("}") else None
    heading = Heading(len(match[1]), text, anchor[1] if anchor else "", line)
    if heading.anchor and len(match[1]) <= 6 and match[2] and text:
        return heading, None
    expected, found = f"'{match[1][:6]} {text} {{ #{_suggested(text)} }}'", shown(match[0])
    if not text:
        return heading, Problem(file, line, "the heading is empty", found=found, todo="Write its words, or delete it.")
    if len(match[1]) > 6 or not match[2]:
        wrong, todo = "the heading is not well formed", "Write one to six #, then a space."
    elif anchor is None and braces:
        wrong, todo = "the heading's anchor is not well formed", "Use small letters, digits and hyphens."
    else:
        wrong, todo = "the heading has no permanent anchor", "Use the same anchor in every language."
    return heading, Problem(file, line, wrong, expected, found, todo)


def _suggested(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "name"


def unwanted(file: str, body: str, first: int) -> Iterator[Problem]:
    """Yield a problem for each line with raw HTML, or with double brackets, which only data may hold."""
    for number, line in _outside_code(body, first):
        if "<" not in line and "{" not in line and "[[" not in line:
            continue
        words = _CODE.sub("", line)
        if html := _HTML.search(words):
            todo = "Use Markdown; what it cannot say belongs in a macro."
            yield Problem(file, number, "raw HTML is not used on pages", found=shown(html[0]), todo=todo)
        if half := _HALF_CALL.search(words):
            yield Problem(file, number, "a macro call stands in single braces", _SHAPE, shown(half[0]), "Double them.")
        if "[[" in words:
            todo = 'On a page, write {{ term("key") }}.'
            yield Problem(file, number, "double brackets name entries in data/ only", found=shown(words), todo=todo)


def _outside_code(body: str, first: int) -> Iterator[tuple[int, str]]:
    """Yield number and text of every line; a line of a block of code counts as empty."""
    fence = ""
    for number, line in enumerate(body.split("\n"), start=first):
        mark = _FENCE.match(line)
        yield number, "" if fence or mark else line
        if mark:
            fence = "" if fence == mark[1] else fence or mark[1]


def calls(file: str, body: str, first: int, problems: list[Problem]) -> Iterator[Call]:
    """Yield the macro calls of ``body``; add a problem for every other mark of Jinja.

    A page calls macros with plain words and numbers, and nothing else: so it cannot loop, and what is
    wrong is found at its line, before anything is rendered.
    """
    at = 0
    while mark := _MARK.search(body, at):
        line = first + body.count("\n", 0, mark.start())
        whole = _CALL.match(body, mark.start()) if mark[0] == "{{" else None
        if whole is not None:
            call = _call(file, whole, line, problems)
            at = whole.end()
            if call is not None:
                yield call
            continue
        end = body.find("\n", mark.start())
        at = end if end > 0 else len(body)
        problems.append(_stray(file, line, mark[0], body[mark.start() : at]))


def _stray(file: str, line: int, mark: str, words: str) -> Problem:
    if mark == "{{":
        return Problem(file, line, "a macro call is opened and not closed", _SHAPE, shown(words), "Close it with }}.")
    if mark == "}}":
        return Problem(file, line, "a macro call is closed and was not opened", _SHAPE, todo="Open it with {{.")
    if mark in ("{#", "#}"):
        todo = "For an anchor, write a space after the brace: { #name }."
        return Problem(file, line, f"'{mark}' is a mark of Jinja's comments, which pages do not use", todo=todo)
    return Problem(file, line, f"'{mark}' is not used on pages, which only call macros", _SHAPE, todo="Delete it.")


def _call(file: str, whole: re.Match[str], line: int, problems: list[Problem]) -> Call | None:
    """Return a call, or None after adding a problem."""
    written = " ".join(whole[0].split())
    match = re.fullmatch(r"\s*([A-Za-z_]\w*)\s*\((.*)\)\s*", whole[1], re.S)
    if bare := re.fullmatch(r"\s*(\w+)\s*", whole[1]):
        todo = f"Write {{{{ {bare[1]}(…) }}}}."
        problems.append(Problem(file, line, f"the macro '{bare[1]}' is named without brackets", todo=todo))
        return None
    if match is None:
        wrong = "pages only call macros, by name and with brackets"
        problems.append(Problem(file, line, wrong, _SHAPE, shown(written)))
        return None
    try:
        node = ast.parse(f"f({match[2]})".replace("\n", " "), mode="eval").body
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            raise ValueError(match[2])  # brackets that close early: f() or f()()
        arguments = tuple(_plain(each) for each in node.args)
        named = {str(each.arg): _plain(each.value) for each in node.keywords}
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        todo = "Put words in straight quotes; separate arguments by commas."
        wrong = f"the call of '{match[1]}' is not well formed"
        problems.append(Problem(file, line, wrong, _SHAPE.replace("name", match[1]), shown(written), todo))
        return None
    return Call(match[1], line, written, arguments, named)


def _plain(node: ast.expr) -> Any:
    """Return a plain word or number; raise `ValueError` for anything else."""
    if isinstance(node, ast.Name) and node.id.lower() in _WORDS:
        return _WORDS[node.id.lower()]
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | None):
        return node.value
    raise ValueError(ast.dump(node))
