"""PyYAML's complaints in words of people who write sentences, not programs."""

from __future__ import annotations

import re

import yaml

from handbook.problems import Problem

_QUOTES = "Put the value in quotes."
_BLOCK = "Put the sentence in quotes, or write it on its own lines under 'key: >-'."
# What PyYAML says -> what is wrong and what to do. The first entry that fits is used.
_WORDS = (
    ("an anchor or alias is used", "anchors (&) and aliases (*) of YAML are not used here", "Write the words out."),
    ("too many levels", "the groups are nested too deeply", "A few levels are enough; look for brackets left open."),
    (
        "mapping values are not allowed here",
        "a colon followed by a space stands inside a sentence, or the indentation is off",
        _BLOCK,
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
        "Close it, or write the sentence on its own lines under 'key: >-'.",
    ),
    ("but found '<stream end>'", "a bracket is opened and never closed", _BLOCK),
    (
        "expected <block end>",
        "the indentation does not fit the lines above, or text follows a closing quote",
        "Align keys of one group exactly; write a long sentence under 'key: >-'.",
    ),
    (
        "could not find expected ':'",
        "a line is neither 'key: value' nor part of a sentence above",
        "Add the colon and a space, or indent the line under the sentence it belongs to.",
    ),
    (
        "that cannot start any token",
        "a value starts with a character that needs quotes (such as @, ` or %)",
        _QUOTES,
    ),
    ("expected alphabetic or numeric character", "a value starts with * or & and needs quotes", _QUOTES),
    ("expected ',' or ']'", "a value starts with [ and is taken for a list", _BLOCK),
    ("expected ',' or '}'", "a value starts with { and is taken for a group", _BLOCK),
    (
        "expected a comment or a line break",
        "words follow > or | on the same line",
        "Begin the words on the next line, or put the value in quotes.",
    ),
    (
        "sequence entries are not allowed here",
        "a value starts with a dash and is taken for a list",
        _QUOTES,
    ),
    ("mapping keys are not allowed here", "a value starts with a question mark and needs quotes", _QUOTES),
    ("found another document", "a line '---' begins a second document", "Delete the line."),
    ("expected '<document start>'", "something follows the end of the file's content", "Delete what follows."),
    ("found incompatible YAML document", "a line that starts with % is not used here", "Delete the line."),
    ("found undefined tag handle", "a value that starts with ! is taken for a tag", _QUOTES),
    ("unknown escape character", "a backslash stands in double quotes", "Use single quotes."),
    ("expected escape sequence", "a backslash stands in double quotes", "Use single quotes."),
    ("indentation indicator", "the mark > or | is followed by a number that does not fit", "Write 'key: >-'."),
)
# What PyYAML notices late; its context is where it began.
_OPENED = ("end of stream", "stream end", "could not find expected", "expected ',' or")
# A value's first character -> what it was taken for, where PyYAML only says that something else follows.
_TAKEN_FOR = {"[": "expected ',' or ']'", "{": "expected ',' or '}'"}
_VALUE = re.compile(r"^\s*(?:-\s+)*(?:[^\s:#]+:\s+)?(\S)")


def in_plain_words(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem that a PyYAML error stands for, at the line where a person must look."""
    said = " ".join(str(getattr(error, "problem", None) or error).split())
    lines = text.rstrip().split("\n")
    number = min(_mark(error, said), len(lines))
    line = lines[number - 1]
    if "expected <block end>" in said and (value := _VALUE.match(line)):
        said = _TAKEN_FOR.get(value[1], said)
    if "mapping values" in said and (above := _without_colon(lines, number)):
        number, said = above, "could not find expected ':'"
    for words, wrong, todo in _WORDS:
        if words in said:
            return Problem(file, number, wrong, todo=todo)
    todo = "Compare it with the lines around it."
    return Problem(file, number, "this is not YAML", found=said.removeprefix("found "), todo=todo)


def _mark(error: yaml.YAMLError, said: str) -> int:
    """Return the line to look at: where something was opened, if PyYAML noticed only much later."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if context is not None and any(words in said for words in _OPENED):
        mark = context
    return mark.line + 1 if mark is not None else 1


def _without_colon(lines: list[str], number: int) -> int:
    """Return the line above ``number`` if it should head a group and has no colon, else 0."""
    above = next((one for one in range(number - 1, 0, -1) if lines[one - 1].strip()), 0)
    if not above or ":" in lines[above - 1] or lines[above - 1].lstrip().startswith(("#", "-")):
        return 0
    return above if _indent(lines[above - 1]) < _indent(lines[number - 1]) else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
