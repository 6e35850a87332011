"""The file that tells the link check about a site: what is right is read, what is wrong is told at its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.links.config import read_config
from handbook.links.language_tags import agree, is_tag
from handbook.problems import Refused

WHOLE = """\
address: https://lamps.example/book
languages: { /: en, fr: fr, no: no }
reference: en
trusted: [Video.example]
vague:
  en: [Click  here, more]
versions:
  - { en: https://un.example/, fr: https://un.example/fr/ }
external:
  - address: https://journal.example/*
    reason: Refuses programs.
    until: 2027-03-31
  - { address: "https://one.example/x#y", reason: Slow., until: 2026-12-31 }
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "links.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_everything_is_read(tmp_path: Path) -> None:
    config = read_config(written(tmp_path, WHOLE))
    options = config.options()
    assert options.address == "https://lamps.example/book/"
    assert options.languages == {"": "en", "fr": "fr", "no": "no"}
    assert options.reference == "en"
    assert options.trusted == {"video.example"}
    assert options.vague == {"en": {"click here", "more"}}
    assert options.twins == ({"en": "https://un.example/", "fr": "https://un.example/fr/"},)
    assert [(one.line, one.until) for one in config.external] == [(10, date(2027, 3, 31)), (13, date(2026, 12, 31))]


def test_an_exception_covers_what_it_says_until_its_last_day(tmp_path: Path) -> None:
    start, exact = read_config(written(tmp_path, WHOLE)).external
    assert start.covers("https://journal.example/1#x")
    assert not start.covers("https://journal.example.org/1")
    assert exact.covers("https://one.example/x")
    assert not exact.covers("https://one.example/x/y")
    assert exact.holds(date(2026, 12, 31))
    assert not exact.holds(date(2027, 1, 1))


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeffreference: en\n", "trusted: []\n", "{}\n"])
def test_everything_may_be_left_out(tmp_path: Path, text: str) -> None:
    assert read_config(written(tmp_path, text)).external == ()


WRONG = {
    "an unknown key": ("trused: [a]", 1, "the key 'trused' is not known. Did you mean 'trusted'?"),
    "a key like no other": ("reference: en\nx: 1", 2, "the key 'x' is not known. Known are: address"),
    "a key twice": ("reference: en\nreference: fr", 2, "the key 'reference' stands twice (first in line 1). Keep one."),
    "no group": ("- a\n- b", 1, "'the file' is not right; expected a group of keys; found a list"),
    "words": ("words", 1, "expected a group of keys; found 'words'"),
    "not YAML": ("a: [", 1, "this is not YAML: "),
    "two documents": ("a: b\n---\nc: d", 2, "this is not YAML: "),
    "an odd character": (b"reference: en\nx: \x07", 0, "this is not YAML: "),
    "another encoding": ("vague:\n  fr: [été]".encode("latin-1"), 2, "the file is not in UTF-8. Save it as UTF-8."),
    "an address without scheme": ("address: lamps.example", 1, "expected an address that begins with https://"),
    "an address with a question": ("address: https://lamps.example/?x", 1, "without ? and #"),
    "a name for a language": (
        "languages:\n  en: en\n  fr: French!",
        3,
        "'languages.fr' is not right; expected a language",
    ),
    "a group for a language": ("languages: { en: { a: b } }", 1, "'languages.en' is not right; expected words"),
    "a reference that is none": ("languages: { en: en }\n\nreference: de", 3, "the reference language is none of the"),
    "a host with a path": (
        "trusted:\n  - a.example\n  - https://x/y",
        3,
        "'trusted.2' is not right; expected the name",
    ),
    "no list": ("trusted: a.example", 1, "'trusted' is not right; expected a list; found 'a.example'"),
    "empty words": ('vague:\n  en:\n    - ""', 3, "'vague.en.1' is not right; expected words"),
    "vague in no language": ("vague:\n  english!: [x]", 2, "expected a language code"),
    "a version alone": ("versions:\n  - en: https://x.example/", 2, "expected two languages or more"),
    "a version without address": (
        "versions:\n  - en: https://x.example/\n    fr: www",
        3,
        "'versions.1.fr' is not right",
    ),
    "an exception without reason": (
        "external:\n  - address: https://x.example/\n    until: 2027-01-01",
        2,
        "the key 'external.1.reason' is missing",
    ),
    "an exception without end": (
        "external:\n  - address: https://x.example/\n    reason: x",
        2,
        "the key 'external.1.until' is missing",
    ),
    "a day that does not exist": (
        "external:\n  - address: https://x.example/\n    reason: x\n    until: 2027-02-30",
        4,
        "'external.1.until' is not right; expected a date that exists; found '2027-02-30'",
    ),
    "words for a day": (
        "external:\n  - address: https://x.example/\n    reason: x\n    until: next year",
        4,
        "expected a date, such as YYYY-MM-DD; found 'next year'",
    ),
    "an unknown key of an exception": (
        "external:\n  - address: https://x.example/\n    reason: x\n    until: 2027-01-01\n    line: 3",
        5,
        "the key 'external.1.line' is not known. Known are: address, reason or until",
    ),
    "a list within itself": ("trusted: &a [*a]", 1, "this is not YAML: "),
}


@pytest.mark.parametrize(("text", "line", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str | bytes, line: int, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(Refused) as refused:
        read_config(path)
    place = f"{path.as_posix()}:{line}: " if line else f"{path.as_posix()}: "
    assert [one for one in map(str, refused.value.problems) if one.startswith(place) and said in one], refused.value


def test_a_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the file cannot be read"):
        read_config(tmp_path / "links.yml")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_config(written(tmp_path, "a: 1\nb: 2\nreference: '!'"))
    assert [problem.line for problem in refused.value.problems] == [1, 2, 3]


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "fr-CH",
        "pt-BR",
        "zh-Hant-TW",
        "es-419",
        "sl-rozaj-biske",
        "de-CH-1901",
        "EN-us",
        "x-lamp",
        "i-klingon",
        "zh-min-nan",
        "en-x-plain",
        "de-u-co-phonebk",
        "fil",
        "zh-yue",
    ],
)
def test_language_tags(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "english", "fr_FR", "fr-", "-fr", "fr FR", "fr/es", "français", "fr--CH", "x"]
)
def test_what_is_no_language_tag(tag: str) -> None:
    assert not is_tag(tag)


def test_tags_that_agree() -> None:
    assert agree("fr", "fr-CH")
    assert agree("fr-CH", "FR")
    assert not agree("fr-CA", "fr-CH")
    assert not agree("fr", "fro")
