"""YAML becomes plain values that keep what was written and know their lines."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from handbook.problems import Problem
from handbook.read.yaml import YamlFile, parse


def parsed(text: str, engine_tags: bool = False) -> YamlFile:
    """The file; fails if there is anything wrong with it."""
    problems: list[Problem] = []
    file = parse("words.yml", text, problems, engine_tags)
    assert problems == []
    assert file is not None
    return file


def said(text: str) -> list[str]:
    """What is wrong with the file."""
    problems: list[Problem] = []
    assert parse("words.yml", text, problems) is None
    return [str(problem) for problem in problems]


VALUES: dict[str, Any] = {
    "word": "word",
    "Two words": "Two words",
    "12": 12,
    "-3": -3,
    "0": 0,
    "4.5": 4.5,
    "yes": True,
    "Off": False,
    "~": None,
    "": None,
    "'12'": "12",
    '"no"': "no",
    "2025-02-20": "2025-02-20",
    "2025-02-20 13:30:00": "2025-02-20 13:30:00",
    "12:30": "12:30",
    "01901": "01901",
    "0x1F": "0x1F",
    "1_000": "1_000",
    ".5": ".5",
    ".inf": ".inf",
    ".nan": ".nan",
    "1e3": "1e3",
    "9" * 30: "9" * 30,
    "=": "=",
    "C.190": "C.190",
    "[a, 2, no]": ["a", 2, False],
    "{a: 1, b: {c: d}}": {"a": 1, "b": {"c": "d"}},
    "'it''s'": "it's",
    '"a\\u00e9"': "aé",
}


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_a_value_is_what_a_person_means(written: str, value: Any) -> None:
    found = parsed(f"key: {written}\n").tree["key"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_always_words() -> None:
    assert list(parsed("no: a\n12: b\n2025-02-20: c\nnull: d\n").tree) == ["no", "12", "2025-02-20", "null"]


def test_a_folded_and_a_literal_sentence_are_one_line() -> None:
    file = parsed("folded: >-\n  One\n  two.\nliteral: |\n  One\n  two.\nplain: One\n  two.\n")
    assert [words.strip() for words in file.tree.values()] == ["One two."] * 3


def test_an_empty_line_in_a_sentence_stays_visible() -> None:
    for text in ("a: >-\n  One.\n\n  Two.\n", "a: |-\n  One.\n\n  Two.\n", "a: 'One.\n\n  Two.'\n"):
        assert "\n" in parsed(text).tree["a"]


LINES = """\
# a comment
area:
  title: Light
  means:
    count:
      text: >-
        Count the lamps
        twice, and once

        more.
  list:
    - a
    - b: c
"""


def test_every_value_knows_its_line() -> None:
    file = parsed(LINES)
    paths = [("area",), ("area", "title"), ("area", "means", "count", "text"), ("area", "list", 0)]
    assert [file.line(path) for path in paths] == [2, 3, 6, 12]
    assert file.line(("area", "list", 1, "b")) == 13


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    file = parsed(LINES)
    assert file.line(("area", "means", "count", "title")) == 5
    assert file.line(("area", "sections", "a", "b")) == 2
    assert file.line(("elsewhere",)) == 2


WRITTEN = {
    "folded": "text: >-\n  One two\n  three <b>four\n  five.\n",
    "folded with an empty first line": "text: >-\n\n  One two three\n  <b>four five.\n",
    "literal": "text: |\n  One two\n  three <b>four\n",
    "plain": "text: One\n  two three\n  <b>four five\n",
    "in quotes": "text: 'One two\n  three <b>four\n  five'\n",
    "on one line": "\n\ntext: One two three <b>four\n",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_word_in_a_sentence_has_its_own_line(text: str) -> None:
    file = parsed(text)
    words = file.tree["text"]
    line = text[: text.index("<b>")].count("\n") + 1
    assert file.line_in(("text",), words, words.index("<b>")) == line
    assert file.line_in(("text",), words, 0) == text[: text.index("One")].count("\n") + 1


def test_what_was_written_is_shown() -> None:
    file = parsed("a: no\nb: NULL\nc: 12\nd: words\n")
    assert [file.shown((key,), value) for key, value in file.tree.items()] == ["'no'", "'NULL'", "'12'", "'words'"]


def test_all_keys_that_are_written_twice_are_named_at_any_depth() -> None:
    assert said("a: 1\nb:\n  c: 1\n  d: {e: 1, e: 2}\n  c: 2\na: 2\na: 3\n") == [
        f"words.yml:{line}: '{key}' is written twice (first on line {first}). "
        "Delete one of the two, or give it another name."
        for line, key, first in ((4, "e", 4), (5, "c", 3), (6, "a", 1), (7, "a", 1))
    ]


def test_a_comment_after_one_word_is_a_comment_and_after_a_sentence_a_loss() -> None:
    assert parsed("a: II # as it is printed\nb: 'one two' # in quotes\n").tree == {"a": "II", "b": "one two"}
    assert parsed("a: Count lamp#4\nb: >-\n  Count lamp #4\n").tree == {"a": "Count lamp#4", "b": "Count lamp #4"}
    lost = "the words after '#' are a comment and would be lost; found"
    assert [problem.split(". ")[0] for problem in said("a: Count lamp #4\nb: Count lamp # 4\n")] == [
        f"words.yml:1: {lost} '#4'",
        f"words.yml:2: {lost} '# 4'",
    ]


@pytest.mark.parametrize("level", [38, 39])
def test_a_tree_may_be_deep_but_not_without_end(level: int) -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(level)) + f"{' ' * level}b: c\n"
    value: Any = parsed(text).tree
    for _ in range(level):
        value = value["a"]
    assert value == {"b": "c"}
    assert said("".join(f"{' ' * depth}a:\n" for depth in range(level + 20)))[0].startswith("words.yml:")


def test_an_alias_is_refused_before_it_is_expanded() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 50)}]" for n in range(1, 60))]
    assert said("\n".join(lines)) == [
        "words.yml:1: anchors (&) and aliases (*) of YAML are not used here. Write the words out."
    ]


def test_several_mistakes_of_the_tree_are_named_together() -> None:
    problems = said("a: !x b\nc: d\nc: e\nf: One two # three\n<<: {g: h}\n'': i\n")
    assert [problem.split(": ")[0] for problem in problems] == [f"words.yml:{line}" for line in (1, 3, 4, 5, 6)]


ENGINE = {
    "a variable that is set": ("!ENV LAMPS", "forty"),
    "a variable that is not set": ("!ENV NO_LAMPS", ""),
    "the first that is set": ("!ENV [NO_LAMPS, LAMPS, none]", "forty"),
    "the default": ("!ENV [NO_LAMPS, none]", "none"),
    "a list without anything": ("!ENV []", ""),
    "a name of Python": ("!!python/name:material.emoji", ""),
    "a path": ("!relative $docs_dir", "$docs_dir"),
    "a group": ("!any {a: b}", {}),
}


@pytest.mark.parametrize(("written", "value"), ENGINE.values(), ids=ENGINE)
def test_tags_of_mkdocs_have_a_value(monkeypatch: pytest.MonkeyPatch, written: str, value: Any) -> None:
    monkeypatch.setenv("LAMPS", "forty")
    monkeypatch.delenv("NO_LAMPS", raising=False)
    assert parsed(f"a: {written}\nb: c\n", engine_tags=True).tree == {"a": value, "b": "c"}


def test_no_number_is_infinite() -> None:
    file = parsed("a: .inf\nb: -.INF\nc: 1e999\nd: 123456789012345678.5\n")
    assert not any(isinstance(value, float) and math.isinf(value) for value in file.tree.values())


FILES = sorted(ROOT.glob("docs*/data/**/*.yml")) + sorted((ROOT / "tests").glob("**/data/**/*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_fast_reader_reads_what_the_thorough_one_reads(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    fast = parse("words.yml", text, [])
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert fast == parse("words.yml", text, [])
    assert fast is not None
