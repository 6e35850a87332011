"""What is wrong with files, or prevents a run, in the language of the person who reads it.

The program says it in English (`Problem`, `CouldNotRun`). A catalogue here holds the English sentence, with what
it names in braces (``{1}``; ``{0}`` is another sentence of the catalogue), and the same in its language. What no
catalogue knows stays English, as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from handbook.problems import Problem
from handbook.translations.messages import DEFAULT, Catalogue, read_catalogue

_FACT = re.compile(r"\{(\d)\}")
_QUOTED = re.compile(r"(?<!\w)'([^']+)'(?!\w)")


def problem_text(problem: Problem, words: Catalogue) -> str:
    """Return a problem on one line: its place, what is wrong, expected and found, what to do."""
    wrong, todo = translated(problem.wrong, words.code), translated(problem.todo, words.code)
    if words.code == DEFAULT or wrong is None or todo is None:
        return str(problem)
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    parts = [wrong]
    for name, value in (("expected", problem.expected), ("found", problem.found)):
        parts += [f"{words.word(name)} {_value(value, words)}"] if value else []
    said = f"{words.word('semicolon')} ".join(parts)
    return f"{place}: {said}. {todo}".rstrip()


def wrong_text(said: str, words: Catalogue) -> str:
    """Return what prevents a run, or what was expected or found; in English where no catalogue knows it."""
    return said if words.code == DEFAULT else _value(said, words)


def translated(said: str, code: str) -> str | None:
    """Return an English sentence in a language; None where its catalogue does not know it."""
    if code == DEFAULT or not said:
        return said
    whole, patterns = _catalogue(code)
    if said in whole:
        return whole[said]
    for pattern, template in patterns:
        if match := pattern.fullmatch(said):
            facts = {name: _fact(pattern, name, value, code) for name, value in match.groupdict().items()}
            if None not in facts.values():
                return _FACT.sub(lambda each, known=facts: str(known[f"_{each[1]}"]), template)  # type: ignore[misc]
    return None


def _fact(pattern: re.Pattern[str], name: str, value: str, code: str) -> str | None:
    """Return what a sentence names: a sentence in its turn, a name as it is, or something in words."""
    if f"'(?P<{name}>" in pattern.pattern:
        return value
    known = translated(value, code)
    return known if name == "_0" or known is not None else value


def _value(said: str, words: Catalogue) -> str:
    known = translated(said, words.code)
    return known if known is not None else _QUOTED.sub(lambda each: words.word("quoted", text=each[1]), said)


@cache
def _catalogue(code: str) -> tuple[Mapping[str, str], list[tuple[re.Pattern[str], str]]]:
    """Return the sentences of a language by the English ones, and patterns for those with facts."""
    sentences: Mapping[str, str] = read_catalogue(f"problems/{code}.yml")
    named = [english for english in sentences if _FACT.search(english)]
    return sentences, [(_pattern(english), sentences[english]) for english in named]


def _pattern(english: str) -> re.Pattern[str]:
    parts = _FACT.split(english)  # every second one is the number of a fact
    found = (f"(?P<_{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(found), re.S)
