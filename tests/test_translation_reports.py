"""The reports: JSON that keeps its schema, JUnit, annotations, a summary for a job page."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import jsonschema
import pytest
from conftest import Tree
from remembered import remember

from handbook.translations.finding import Finding
from handbook.translations.gate import Judged, check_handbook, judge
from handbook.translations.messages import catalogue, catalogue_languages
from handbook.translations.reports.annotations import report_annotations
from handbook.translations.reports.data import report_json, report_schema
from handbook.translations.reports.junit import report_junit
from handbook.translations.reports.summary import report_summary
from handbook.translations.reports.text import report_text

LIGHT = "docs_fr/data/programme/light.yml"
EN = catalogue("en")
HOSTILE = "a % b\r\n::error::x | <b>`*_#]]> \x07 \ufffe, :"


@pytest.fixture
def judged(tiny: Tree) -> Judged:
    """A run with a missing sentence, one outdated, and words that could break a report."""
    remember(tiny.root)
    tiny.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    tiny.replace("docs/index.md", "See [light](light.md)", "Do see [light](light.md)")
    run = judge(check_handbook(tiny.root))
    facts = {"expected": HOSTILE, "found": HOSTILE, "todo": HOSTILE}
    bad = Finding("number-different", "error", "fr", "k", "docs_fr/a,b:%.md", 7, facts, HOSTILE)
    return replace(run, findings=(*run.findings, bad, replace(bad, severity="warning"), replace(bad, severity="note")))


@pytest.mark.parametrize("code", catalogue_languages())
def test_the_data_keep_their_schema(judged: Judged, code: str) -> None:
    schema, data = json.loads(report_schema()), json.loads(report_json(judged, catalogue(code)))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["failed"] is True
    assert len(data["findings"]) == len(judged.findings)
    (language,) = data["languages"]
    count = language["count"]
    for name in ("units", "words", "translated_units", "current_words"):
        assert count[name] == sum(file[name] for file in language["files"].values())
    data["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_junit_is_well_formed_and_counts_files(judged: Judged) -> None:
    root = ElementTree.fromstring(report_junit(judged, EN))
    cases = root.findall("./testsuite[@name='fr']/testcase")
    failed = [case.get("name") for case in cases if case.find("failure") is not None]
    assert failed == ["docs_fr/index.md", LIGHT, "docs_fr/a,b:%.md"] or set(failed) == {
        "docs_fr/index.md",
        LIGHT,
        "docs_fr/a,b:%.md",
    }
    assert root.get("tests") == str(len(cases))
    assert root.get("failures") == "3"
    assert len(cases) > 5


def test_annotations_are_one_line_each_and_cannot_be_broken_out_of(judged: Judged) -> None:
    lines = list(report_annotations(judged, EN))
    assert len(lines) == len(judged.findings)
    assert all("\n" not in line and "\r" not in line for line in lines)
    bad = next(line for line in lines if "a%2Cb" in line)
    assert bad.startswith("::error file=docs_fr/a%2Cb%3A%25.md,line=7,title=error (number-different)::")
    assert "a %25 b" in bad
    assert any(line.startswith("::notice ") for line in lines)
    assert any(line.startswith("::warning ") for line in lines)


def test_the_summary_has_a_row_for_each_language_and_file(judged: Judged) -> None:
    text = report_summary(judged, EN)
    assert "\n| Français | " in text
    assert "| docs/data/programme/light.yml | " in text
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert {line.count(" | ") for line in rows} <= {4, 7}
    assert "<b>" not in text


def test_the_text_shows_the_sentence_and_what_to_paste(judged: Judged) -> None:
    text = "\n".join(report_text(judged, EN))
    assert f"{LIGHT}:" in text
    assert "Original when it was translated, 2026-01-01: See [light](light.md)" in text
    assert "python3 scripts/translations.py accept --language fr" in text
    assert "Text to paste:" in text


@pytest.mark.parametrize("code", catalogue_languages())
def test_no_message_leaves_a_brace_or_a_blank_fact(judged: Judged, code: str) -> None:
    text = "\n".join(report_text(judged, catalogue(code)))
    assert "{kind}" not in text
    assert "{todo}" not in text


def test_a_long_list_of_one_kind_is_cut_unless_all_is_asked_for(tiny: Tree) -> None:
    run = judge(check_handbook(tiny.root))
    short, everything = list(report_text(run, EN)), list(report_text(run, EN, everything=True))
    assert len(short) < len(everything)
    assert any(line.startswith("… and ") for line in short)
    assert not any(line.startswith("… and ") for line in everything)
