"""The words of this project: each language says the same, with every number and code, and no row is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from handbook.finish.open_data import write_open_data
from handbook.join.references import ENTRY
from handbook.model.handbook import Handbook
from handbook.model.text import Text
from handbook.stage import Staged, stage_handbook

REFERENCE = "en"
TRANSLATIONS = ("fr", "es")

#: Abbreviations that another language says otherwise; every other one stays as it is.
SAID = {
    "fr": {
        "HIV": "VIH",
        "HR": "RH",
        "ILO": "OIT",
        "JNC": "CNP",
        "OSH": "SST",
        "RB": "budget ordinaire",
        "TC": "CT",
        "UN": "ONU|Nations Unies",
        "US": "États-Unis",
    },
    "es": {
        "HIV": "VIH",
        "HR": "recursos humanos",
        "ILO": "OIT",
        "JNC": "CPN",
        "OSH": "SST",
        "RB": "presupuesto ordinario",
        "TC": "CT",
        "UN": "ONU|Naciones Unidas",
        "US": "Estados Unidos|estadounidense",
    },
}
CODE = re.compile(r"\b[A-Z][A-Z0-9]*(?:[&+./-][A-Z0-9]+)*\b")


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    return stage_handbook(ROOT, tmp_path_factory.mktemp("handbook") / "stage", allow_missing=False)


@pytest.fixture(scope="module")
def statements(staged: Staged, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the open data by language and key."""
    site = tmp_path_factory.mktemp("handbook") / "site"
    for language in staged.settings.languages:
        (site / language.code).mkdir(parents=True)
    write_open_data(staged, site)
    return {language.code: by_key(site / language.code / "statements.json") for language in staged.settings.languages}


def by_key(file: Path) -> dict[str, dict[str, Any]]:
    found = json.loads(file.read_text(encoding="utf-8"))["statements"]
    keys = [statement["key"] for statement in found]
    assert len(set(keys)) == len(keys)
    return dict(zip(keys, found, strict=True))


def sentences(handbook: Handbook) -> Iterator[tuple[str, Text]]:
    """Yield every sentence with the path of its key."""
    for key, record in handbook.records.items():
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, Text):
                yield f"{key}.{name}", value
    for key, label in handbook.named("labels").items():
        yield f"labels.{key}", label


def shown(statement: dict[str, Any]) -> str:
    """Return all that a reader sees of a statement."""
    return " / ".join(statement[name] or "" for name in ("title", "plain", "caution"))


def numbers(sentence: str) -> set[str]:
    """Return the numbers of a sentence, the same for `1.30 p.m.` and `13 h 30`, for `2022–25` and `2022-2025`."""
    hour, rest = r"(\d\d?)[.:](\d\d)", re.sub(r"(\d\d)(\d\d)[–-](\d\d)\b(?!\d)", r"\1\2 \1\3", sentence)
    rest = re.sub(rf"{hour}\s*p\.m\.", lambda found: f"{int(found[1]) + 12}h{found[2]}", rest)
    rest = re.sub(rf"{hour}\s*(?:a\.m\.|horas)", r"\1h\2", rest)
    rest = re.sub(r"(\d\d?)\s*h\s*(\d\d)", r"\1h\2", rest)
    return {found.replace(",", ".") for found in re.findall(r"\d+h\d\d|\d+(?:[.,]\d+)*", rest)}


def test_the_handbook_has_no_problems_and_lacks_no_translation(staged: Staged) -> None:
    assert [language.code for language in staged.settings.languages] == [REFERENCE, *TRANSLATIONS]
    assert staged.missing == 0


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_statement_is_in_every_language(statements: dict[str, Any], code: str) -> None:
    facts = ("key", "kind", "source", "document", "voice", "status", "date", "when")
    ours, theirs = ([{name: one[name] for name in facts} for one in statements[c].values()] for c in (REFERENCE, code))
    assert len(ours) > 200
    assert theirs == ours
    for named in ("bodies", "instruments", "terms"):  # in the order of each sentence
        assert [sorted(one[named]) for one in statements[code].values()] == [
            sorted(one[named]) for one in statements[REFERENCE].values()
        ]
    assert {one["language"] for one in statements[code].values()} == {code}
    assert all(one["languages"] == [REFERENCE, *TRANSLATIONS] for one in statements[code].values())


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_no_statement_was_copied_instead_of_translated(statements: dict[str, Any], code: str) -> None:
    same = [key for key, one in statements[code].items() if one["plain"] == statements[REFERENCE][key]["plain"]]
    assert same == []


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_number_is_in_the_translation_and_no_other(statements: dict[str, Any], code: str) -> None:
    other = {
        key: (numbers(shown(one)), numbers(shown(statements[code][key])))
        for key, one in statements[REFERENCE].items()
        if numbers(shown(one)) != numbers(shown(statements[code][key]))
    }
    assert other == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at 1.30 p.m. on 20 February", "le 20 février, à 13\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}30"),
        ("at 1.30 p.m.", "a las 13.30 horas"),
        ("at 9.15 a.m.", "à 9 h 15"),
        ("2022–25", "2022-2025"),
        ("more than 40% (Article 100)", "plus de 40\N{NO-BREAK SPACE}% (article 100)"),
        ("version 1.1 of IGDS No. 672", "la versión 1.1 del IGDS núm. 672"),
    ],
)
def test_numbers_are_compared_in_the_formats_of_each_language(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)
    assert numbers(one) != numbers(other.replace("3", "4").replace("2", "4").replace("1", "4"))


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_code_is_in_the_translation(staged: Staged, code: str) -> None:
    handbooks = staged.site.handbooks
    translated = dict(sentences(handbooks[code]))
    lost = []
    for path, sentence in sentences(handbooks[REFERENCE]):
        if path.startswith(("bodies.", "instruments.", "terms.")):
            continue  # what an abbreviation is called in a language is said there
        for found in set(CODE.findall(ENTRY.sub("", sentence))) - {"A", "I"}:
            said = rf"\b{re.escape(found)}\b|{SAID[code].get(found, found)}"
            if not re.search(said, ENTRY.sub("", translated[path])):
                lost.append((path, found, str(translated[path])))
    assert lost == []


@pytest.mark.parametrize("code", [REFERENCE, *TRANSLATIONS])
def test_every_row_of_the_documents_is_the_source_of_a_statement(statements: dict[str, Any], code: str) -> None:
    documents = yaml.safe_load((ROOT / "docs" / "data" / "documents.yml").read_text(encoding="utf-8"))
    rows = {
        f"{name}/{part}/{kind}/{item}"
        for name, document in documents.items()
        for part, kinds in document["rows"].items()
        for kind, items in kinds.items()
        for item in str(items).split()
    }
    assert len(rows) > 200
    assert {ref for one in statements[code].values() for ref in one["source"]} == rows


def test_every_statement_says_whose_words_it_gives_and_with_what_status(statements: dict[str, Any]) -> None:
    for key, one in statements[REFERENCE].items():
        assert one["voice"] == one["sources"][0]["voice"], key
        assert one["status"] == one["sources"][0]["status"], key
        assert [source["ref"] for source in one["sources"]] == one["source"], key


def test_nothing_of_the_programme_is_said_to_be_adopted(statements: dict[str, Any]) -> None:
    programme = [one for one in statements[REFERENCE].values() if one["document"].startswith("programme-")]
    assert len(programme) > 150
    assert {one["status"] for one in programme} == {"proposed"}


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("en", r"\w'\w|\s[;:!?]"),
        ("fr", r" [;:!?%»]|« |\w[;!?%»]|«\w|\w'\w|\b[Nn]o\.\s?\d|\b1 (?:janvier|mai|octobre)\b"),
        ("es", r"\w'\w|\s[;:!?»]|«\s|\d%|\b[Nn]o\.\s?\d"),
    ],
)
def test_sentences_keep_the_typography_of_their_language(staged: Staged, code: str, wrong: str) -> None:
    written = {
        path: re.sub(r"<http[^>]*>|\]\([^)]*\)", "", each)
        for path, each in sentences(staged.site.handbooks[code])
        if not path.startswith("differences.")  # it quotes copies as they are printed
    }
    found = [(path, each) for path, each in written.items() if re.search(wrong, each)]
    assert found == []
