"""A problem is one line that says where, what is wrong, what was expected and found, and what to do."""

from __future__ import annotations

import pytest

from handbook.problems import Problem, Refused, listed, near, nearest, refuse, shown


def test_a_problem_is_one_line() -> None:
    problem = Problem("docs/a.md", 3, "the page\n  is wrong", "words", "'40'", "Write\nwords.")
    assert str(problem) == "docs/a.md:3: the page is wrong; expected words; found '40'. Write words."
    assert str(Problem("docs/a.md", 0, "the page is wrong")) == "docs/a.md: the page is wrong."


def test_problems_are_told_once_each_in_the_order_of_files_and_lines() -> None:
    problems = [Problem("b", 1, "x"), Problem("a", 10, "x"), Problem("a", 2, "x"), Problem("a", 2, "x")]
    with pytest.raises(Refused) as refused:
        refuse(problems)
    assert str(refused.value) == "a:2: x.\na:10: x.\nb:1: x."


def test_nothing_is_refused_without_a_problem() -> None:
    refuse([])


VALUES = [
    (None, "nothing"),
    ({"a": 1}, "a group of keys"),
    (["a"], "a list"),
    ("a\n  b", "'a b'"),
    (12, "'12'"),
    ("x" * 100, f"'{'x' * 59}…'"),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_a_value_is_shown_as_a_person_knows_it(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_a_name_that_resembles_is_proposed() -> None:
    assert near("new-colleages", ["means", "new-colleagues"]) == "Did you mean 'new-colleagues'?"
    assert near("zzz", ["means", "new-colleagues"]) == nearest("zzz", []) == ""


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a or b", "a, b or c"]
    assert listed(map(str, range(20)), limit=3) == "0, 1, 2, …"
