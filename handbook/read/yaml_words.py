"""PyYAML's complaints in words of people who write sentences, not programs."""

from __future__ import annotations

import yaml

from handbook.problems import Problem

# What PyYAML says -> what is wrong and what to do. The first entry that fits is used.
_WORDS = (
    (
        "mapping values are not allowed here",
        "a colon followed by a space stands inside a sentence, or the indentation is off",
        "Put the sentence in quotes, or write it on its own lines under 'key: >-'.",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
        "Close it, or write the sentence on its own lines under 'key: >-'.",
    ),
    (
        "expected <block end>",
        "the indentation does not fit the lines above, or text follows a closing quote",
        "Align keys of one group exactly; write a long sentence under 'key: >-'.",
    ),
    (
        "could not find expected ':'",
        "a line is neither 'key: value' nor part of a sentence above",
        "Add the colon, or indent the line under the sentence it belongs to.",
    ),
    (
        "found character that cannot start any token",
        "a value starts with a character that needs quotes (such as @, ` or %)",
        "Put the value in quotes.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a value starts with * or & and needs quotes",
        "Put the value in quotes.",
    ),
    (
        "expected ',' or ']'",
        "a value starts with [ and is taken for a list",
        "Put the sentence in quotes, or write it on its own lines under 'key: >-'.",
    ),
    (
        "expected ',' or '}'",
        "a value starts with { and is taken for a group",
        "Put the sentence in quotes, or write it on its own lines under 'key: >-'.",
    ),
    ("expected a single document", "the file holds more than one document", "Delete the line '---'."),
    ("special characters are not allowed", "an invisible character is not allowed", "Delete it."),
    ("found undefined tag handle", "a value starts with ! and needs quotes", "Put the value in quotes."),
    ("unknown escape character", "a backslash stands in double quotes", "Use single quotes."),
)


def in_plain_words(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem that a PyYAML error stands for, at the line where a person must look.

    A quotation mark that is never closed is reported by PyYAML at the end of the file; the place that
    helps is where it was opened, which PyYAML calls the context.
    """
    said = " ".join(str(getattr(error, "problem", None) or error).split())
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if context is not None and "end of stream" in said:
        mark = context
    line = min(mark.line + 1 if mark is not None else 1, text.count("\n") + 1)
    for words, wrong, todo in _WORDS:
        if words in said:
            return Problem(file, line, wrong, todo=todo)
    return Problem(file, line, "this is not YAML", found=said, todo="Compare with the lines around it.")
