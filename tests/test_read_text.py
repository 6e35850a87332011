"""Bytes become text: UTF-8 without marks, Unix line ends, and nothing that nobody sees."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.problems import Problem
from handbook.read.text import read_text


def read(root: Path, data: bytes) -> tuple[str | None, list[str]]:
    """The text of a file with these bytes, and what is said of it."""
    problems: list[Problem] = []
    (root / "words.yml").write_bytes(data)
    text = read_text(root, "words.yml", problems)
    return text, [str(problem) for problem in problems]


KEPT = {
    "letters of all alphabets": "Éclairer la rue – 灯 – مصباح – лампа",
    "no-break spaces": "Article\u00a03\u202f: lampes",
    "joiners and marks of direction": "می\u200cخواهم \u200fمصباح\u200e \u2066JLB\u2069",
    "a sign of several characters": "👩\u200d🔧",
    "a line of signs that is no conflict": "Lamps\n=======\n<<<<<<<<<\n",
    "signs of a conflict inside a line": "The mark <<<<<<< means a conflict.",
    "nothing": "",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_people_write_is_kept(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text.encode()) == (text, [])


def test_line_ends_of_all_systems_become_one(tmp_path: Path) -> None:
    assert read(tmp_path, b"a\r\nb\rc\n\r\n") == ("a\nb\nc\n\n", [])


@pytest.mark.parametrize("character", "\x00\x07\x1b\x7f\x85\x9f\u00ad\u200b\u2028\u202a\u202e\u2060\ue000\ufeff\ufffd")
def test_a_character_that_nobody_sees_is_refused_at_its_place(tmp_path: Path, character: str) -> None:
    text, (said,) = read(tmp_path, f"first\nsec{character}ond\n".encode())
    assert text is None
    assert said.startswith("words.yml:2: ")
    assert character == "\0" or said.startswith(
        f"words.yml:2: there is an invisible character at column 4; found U+{ord(character):04X}."
    )


def test_each_kind_of_unwanted_character_is_named_once_with_the_number_of_lines(tmp_path: Path) -> None:
    text, said = read(tmp_path, "a\n\tb\n\tc\n\td\ne\u200b\n\u00a0f\n<<<<<<< x\n".encode())
    assert text is None
    assert said == [
        "words.yml:7: a merge conflict was left in the file; found '<<<<<<<'. "
        "Keep one of the two versions and delete the marks.",
        "words.yml:2: there is a tab at column 1 (and on 2 more lines); found U+0009. "
        "Type spaces instead; indent with two spaces.",
        "words.yml:5: there is an invisible character at column 2; found U+200B. Delete it, or type the word again.",
        "words.yml:6: the indentation is not made of plain spaces at column 1; found U+00A0. "
        "Delete the blanks at the start of the line and type spaces.",
    ]


def test_lines_are_counted_alike_with_the_line_ends_of_any_system(tmp_path: Path) -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        _, (said,) = read(tmp_path, b"a" + end + b"b" + end + b"c\td")
        assert said.startswith("words.yml:3: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_text(tmp_path, "docs/none.md", problems) is None
    assert list(map(str, problems)) == ["docs/none.md: the file is missing. Put it back or create it."]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems: list[Problem] = []
    (tmp_path / "words.yml").touch()
    assert read_text(tmp_path, "words.yml", problems) is None
    assert list(map(str, problems)) == ["words.yml: the file cannot be read; found permission denied."]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("a: b\n")
    (tmp_path / "words.yml").chmod(0)
    problems: list[Problem] = []
    assert read_text(tmp_path, "words.yml", problems) is None
    assert list(map(str, problems)) == ["words.yml: the file cannot be read; found permission denied."]


def test_a_folder_a_pipe_and_a_file_in_a_folders_place_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    problems: list[Problem] = []
    for name in ("folder", "pipe", "file/words.yml"):
        assert read_text(tmp_path, name, problems) is None
    assert list(map(str, problems)) == [
        "folder: this is not a file; found a folder.",
        "pipe: this is not a file; found a device.",
        "file/words.yml: the file cannot be read; found not a directory.",
    ]
