"""Spelling: words of the dictionary, of the language's grammar and of the handbook are right; others are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.translations.finding import Pair
from handbook.translations.language.dictionaries import lookup
from handbook.translations.language.spelling import Spelling, own_words
from handbook.translations.unit import Unit

FRENCH = ["le", "la", "personnel", "assemblée", "est", "aujourd'hui", "vice", "présidente", "mise", "en", "œuvre"]
FRENCH += ["réunion", "demander", "ilo", "de", "a", "et", "sécurité"]


class Words:
    """A dictionary of a few words."""

    def __init__(self, words: list[str]) -> None:
        self.words = set(words)

    def __call__(self, word: str) -> bool:
        return word in self.words or word.lower() in self.words

    def near(self, word: str) -> str:
        return "assemblée" if word == "assamblée" else ""


def unit(text: str) -> Unit:
    return Unit("a.text", "data/a.yml", 3, text, "sentence")


def wrong(text: str, code: str = "fr", words: list[str] = FRENCH, own: tuple[str, ...] = ()) -> list[str]:
    return [
        finding.facts["found"] for finding in Spelling(code, Words(words), own).check_pair(Pair(code, None, unit(text)))
    ]


def test_a_wrong_word_is_named_with_what_resembles_it() -> None:
    (finding,) = Spelling("fr", Words(FRENCH)).check_pair(Pair("fr", None, unit("L’assamblée est en réunion.")))
    assert (finding.check, finding.severity, finding.key, finding.line) == ("spelling", "warning", "a.text", 3)
    assert dict(finding.facts) == {"found": "L’assamblée", "expected": ""}


@pytest.mark.parametrize(
    "text",
    [
        "L’assemblée est aujourd’hui en réunion.",
        "La vice-présidente",
        "Demander la mise en œuvre",
        "le CNP, ClearCheck et l’IGDS de 2025, le 1er",
        "la réunion de Genève",
        "[[jnc]] `xyzzy` {{ mention('zzz') }} <https://zzz.example> zzz@example.org",
        "la [réunion](zzz.md)",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_a_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    assert wrong("Reunoin. Est-a la Reunoin") == ["Reunoin"]


def test_own_words_are_right_whole_and_in_their_parts() -> None:
    assert wrong("la coparentalité mentorée", own=("coparentalité", "mentorée")) == []
    assert wrong("la lgbtiq et clear", own=("LGBTIQ-clear", "et")) == []


def test_spanish_endings_and_english_possessives_are_understood() -> None:
    assert wrong("infórmela elíjalo movilizarla basarlos", "es", ["informe", "elija", "movilizar", "basar"]) == []
    assert wrong("infarmela", "es", ["informe"]) == ["infarmela"]
    assert wrong("the union’s view", "en", ["the", "union", "view"]) == []


def test_words_of_the_original_may_be_quoted() -> None:
    pair = Pair("fr", unit("It is called roundup."), unit("La réunion roundup, rondup"))
    found = Spelling("fr", Words(FRENCH)).check_pair(pair)
    assert [finding.facts["found"] for finding in found] == ["rondup"]


def test_a_quotation_may_have_other_dashes_than_the_original() -> None:
    pair = Pair("fr", unit("It says “well\u2010run - zzz”."), unit("« well-run – zzz » rondup"))
    found = Spelling("fr", Words(FRENCH)).check_pair(pair)
    assert [finding.facts["found"] for finding in found] == ["rondup"]


def test_a_unit_that_is_its_original_is_left_to_other_checks() -> None:
    assert list(Spelling("fr", Words([])).check_pair(Pair("fr", unit("Zzz yyy"), unit("Zzz yyy")))) == []


def test_a_list_of_own_words_has_one_a_line_and_remarks() -> None:
    assert own_words("# names\nmentorée\n\n  paragr  # short\n") == ("mentorée", "paragr")


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("hunspell")
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    (folder / "fr_FR.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (folder / "fr_FR.dic").write_text("2\nlampe/S\nréunion/S\n", encoding="utf-8")
    monkeypatch.setenv("HANDBOOK_DICTIONARIES", str(folder))
    return folder


def test_a_dictionary_is_found_and_what_was_looked_up_is_remembered(dictionary: Path, tmp_path: Path) -> None:
    words = lookup("fr", tmp_path / "memory")
    assert words is not None
    assert (words("lampes"), words("réunions"), words("lampse")) == (True, True, False)
    assert words.near("lampse") in ("lampe", "lampes")
    words.remember()
    (file,) = (tmp_path / "memory").iterdir()
    held = json.loads(file.read_text(encoding="utf-8"))
    assert held["known"] == {"lampes": True, "réunions": True, "lampse": False}
    again = lookup("fr", tmp_path / "memory")
    assert again is not None
    assert (again("lampes"), again("lampse")) == (True, False)
    assert again._engine is None  # nothing had to be loaded


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"dictionary": 3}', '{"known": {}}', "\x00"])
def test_a_damaged_memory_is_forgotten(dictionary: Path, tmp_path: Path, damage: str) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    (memory / "spelling-fr.json").write_text(damage, encoding="utf-8")
    words = lookup("fr", memory)
    assert words is not None
    assert words("lampe")


def test_another_dictionary_is_asked_anew(dictionary: Path, tmp_path: Path) -> None:
    words = lookup("fr", tmp_path)
    assert words is not None
    assert not words("chaise")
    words.remember()
    (dictionary / "fr_FR.dic").write_text("3\nlampe/S\nréunion/S\nchaise/S\n", encoding="utf-8")
    words = lookup("fr", tmp_path)
    assert words is not None
    assert words("chaise")


def test_a_memory_that_cannot_be_written_is_no_fault(dictionary: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    words = lookup("fr", tmp_path / "file")
    assert words is not None
    assert words("lampe")
    words.remember()


def test_a_language_without_a_dictionary_is_left_alone(dictionary: Path) -> None:
    assert lookup("eo") is None
