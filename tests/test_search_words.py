"""What people type into the search: read from a file that the communications team edits, refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from handbook.finish.search_words import SearchWords, read_search_words
from handbook.problems import Problem

FILE = """\
found-by:
  questions.pay: my pay,  pay
    slip, pay slip
  bodies.board: board
unanswered: parking, visa
silent: the, no, my
"""


def read(folder: Path, text: str | None) -> tuple[SearchWords, list[str]]:
    problems: list[Problem] = []
    if text is not None:
        (folder / "docs" / "review").mkdir(parents=True)
        (folder / "docs" / "review" / "search.yml").write_text(text, encoding="utf-8")
    return read_search_words(folder, "docs", problems), [str(one) for one in problems]


def test_words_stand_between_commas_each_once(tmp_path: Path) -> None:
    words, problems = read(tmp_path, FILE)
    assert problems == []
    assert words.found_by == {"questions.pay": ("my pay", "pay slip"), "bodies.board": ("board",)}
    assert (words.unanswered, words.silent) == (("parking", "visa"), ("the", "no", "my"))


def test_a_language_without_the_file_is_searched_by_its_own_words(tmp_path: Path) -> None:
    words, problems = read(tmp_path, None)
    assert (words.found_by, words.unanswered, words.silent, problems) == ({}, (), (), [])


def test_an_anchor_that_no_page_has_is_named_with_its_line(tmp_path: Path) -> None:
    words, _problems = read(tmp_path, FILE)
    assert [str(one) for one in words.unknown({"questions.pay", "bodies.boards"})] == [
        "docs/review/search.yml:4: no page has the anchor 'bodies.board'. Did you mean 'bodies.boards'?"
    ]


def test_a_phrase_of_silent_words_only_finds_nothing(tmp_path: Path) -> None:
    _words, problems = read(tmp_path, FILE.replace("bodies.board: board", "bodies.board: board, Nó  my, my board"))
    assert problems == [
        "docs/review/search.yml:4: 'Nó my' at 'bodies.board' holds only words that 'silent' lists: "
        "nothing is found by it. Take it out, or take one of its words out of 'silent'."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("found: { a: b }\n", "1: unknown key 'found'; expected found-by, unanswered or silent."),
        (
            "silent: [the, no]\n",
            "1: what stands at 'silent' is no list of words; expected words between commas; found a list.",
        ),
        ("found-by: board\n", "1: found-by; expected anchors, each with words; found 'board'."),
        (
            "found-by:\n  a: 12\n",
            "2: what stands at 'a' is no list of words; expected words between commas; found '12'.",
        ),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    assert read(tmp_path, text)[1] == [f"docs/review/search.yml:{said}"]


@pytest.mark.parametrize("folder", ["docs", "docs_fr", "docs_es"])
def test_the_lists_of_the_handbook_can_be_used(folder: str) -> None:
    problems: list[Problem] = []
    words = read_search_words(ROOT, folder, problems)
    assert problems == []
    assert len(words.found_by) > 60
    assert set(words.found_by) >= set(read_search_words(ROOT, "docs", problems).found_by)
