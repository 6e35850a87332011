"""The gate: states, shape, thresholds, what it repairs, and the door."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Tree
from remembered import remember, said, told

from handbook.problems import Refused
from handbook.read.settings import Language
from handbook.side_by_side import side_by_side
from handbook.translations.absence import needed
from handbook.translations.counts import total, word_count
from handbook.translations.finding import Pair
from handbook.translations.fixes import fixes, write_fixes
from handbook.translations.gate import check_handbook
from handbook.translations.length import Lengths
from handbook.translations.meaning import KINDS
from handbook.translations.messages import catalogue, catalogue_languages, check_ids, choose_language
from handbook.translations.unit import Unit

LIGHT = "docs_fr/data/programme/light.yml"
SECTIONS = """
## Steps {{ #steps }}

{first}

1. {one}
2. {two}

## Table {{ #table }}

| {one} | {two} |
| --- | --- |
| {{{{ mention("programme.light.means.count-lamps") }}}} | {two} |
"""


@pytest.fixture
def kept(tiny: Tree) -> Tree:
    """A handbook with sections, a list and a table, all translated and remembered."""
    tiny.append("docs/index.md", SECTIONS.format(first="Go slowly.", one="Light it", two="Leave it"))
    tiny.append("docs_fr/index.md", SECTIONS.format(first="Allez lentement.", one="Allumez", two="Laissez"))
    remember(tiny.root)
    return tiny


def line(tree: Tree, file: str, words: str) -> int:
    return next(number for number, text in enumerate(tree.read(file).split("\n"), 1) if words in text)


def test_a_handbook_that_is_translated_has_no_findings(kept: Tree) -> None:
    checked = check_handbook(kept.root)
    assert told(checked) == []
    count = total(checked.counts["fr"])
    assert count.complete == count.current == 100
    assert count.units == count.current_units > 20


def test_without_a_memory_each_unit_is_told_with_the_command_that_settles_it(tiny: Tree) -> None:
    found = told(check_handbook(tiny.root))
    assert {one.check for one in found} == {"unrecorded"}
    commands = [one.facts["command"] for one in found]
    assert "python3 scripts/translations.py accept --language fr programme.light.means.count-lamps.text" in commands
    assert "python3 scripts/translations.py accept --language fr 'mkdocs.yml/nav/The year'" in commands


def test_a_missing_sentence_is_told_where_it_belongs(kept: Tree) -> None:
    kept.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    assert said(kept.root) == [("missing", f"{LIGHT}:{line(kept, LIGHT, 'count-lamps')}")]


@pytest.mark.parametrize("blank", ['""', '"  "', ""])
def test_a_blank_sentence_is_missing(kept: Tree, blank: str) -> None:
    kept.replace(LIGHT, "text: Compter les lampes deux fois par an.", f"text: {blank}")
    checks = [check for check, _ in said(kept.root)]
    assert "missing" in checks or "unreadable" in checks


def test_a_missing_page_and_data_file_are_one_finding_each(kept: Tree) -> None:
    kept.remove("docs_fr/light.md")
    kept.remove("docs_fr/data/bodies.yml")
    assert said(kept.root) == [("missing-file", "docs_fr/data/bodies.yml:0"), ("missing-file", "docs_fr/light.md:0")]


def test_what_the_original_does_not_have_is_orphaned(kept: Tree) -> None:
    kept.append(LIGHT, "  sweep:\n    text: Balayer.\n")
    kept.replace("docs_fr/index.md", "Allez lentement.", "Allez lentement.\n\nEt revenez.")
    kept.write("docs_fr/more.md", "---\ndescription: Plus.\n---\n# Plus { #more }\n\nEncore.\n")
    assert sorted(said(kept.root)) == [
        ("orphaned", f"{LIGHT}:{line(kept, LIGHT, 'Balayer')}"),
        ("orphaned", f"docs_fr/index.md:{line(kept, 'docs_fr/index.md', 'Et revenez')}"),
        ("orphaned-file", "docs_fr/more.md:0"),
    ]


def test_a_key_that_nobody_knows_is_orphaned(kept: Tree) -> None:
    kept.append(LIGHT, "lanterns:\n  old: Lanterne.\n  more: Encore.\n")
    kept.replace(
        LIGHT, "    title: Compter les lampes\n", "    titel: Compter les lampes\n    title: Compter les lampes\n"
    )
    assert sorted(said(kept.root)) == [
        ("orphaned", f"{LIGHT}:{line(kept, LIGHT, 'titel')}"),
        ("orphaned", f"{LIGHT}:{line(kept, LIGHT, 'lanterns')}"),
    ]


def test_each_language_has_its_own_plural_forms() -> None:
    language = Language("fr", "Français", "docs_fr", False, "Allumage")
    few, many = (Unit(f"units.days.{form}", "docs_fr/data/units.yml", 1, "jours", "label") for form in ("few", "many"))
    assert needed(Pair("fr", None, few), language)
    assert not needed(Pair("fr", None, many), language)
    assert not needed(Pair("fr", few, None), language)
    assert needed(Pair("fr", many, None), language)


def test_a_sentence_that_is_lost_or_gained_is_told_by_the_length() -> None:
    text = "Nobody has counted the lamps of the harbour since the winter. The board was told so. It did nothing."
    right = [Pair("fr", unit(text), unit(f"{text} Eh oui"))] * 40
    lengths = Lengths.of(right)
    assert list(lengths.check(right[0])) == []
    for words, check in ((text[:61], "shorter"), (f"{text} {text}", "longer"), (text[:40], "shorter")):
        assert [one.check for one in lengths.check(Pair("fr", unit(text), unit(words)))] == [check]
    assert list(Lengths.of(right[:5]).check(Pair("fr", unit(text), unit("No.")))) == []


def unit(text: str) -> Unit:
    return Unit("a.text", "docs/data/a.yml", 1, text, "sentence")


def test_a_data_file_that_nobody_knows_is_orphaned(kept: Tree) -> None:
    kept.write("docs_fr/data/lanterns.yml", "lantern: Lanterne.\n")
    assert said(kept.root) == [("orphaned-file", "docs_fr/data/lanterns.yml:0")]


def test_words_of_the_original_are_untranslated(kept: Tree) -> None:
    kept.replace(LIGHT, "Compter les lampes deux fois par an.", "Count the lamps twice a year.")
    kept.replace(LIGHT, "title: Des rues claires", "title: Bright streets")
    kept.replace("docs_fr/index.md", "Allez lentement.", "Go slowly.")
    assert {check for check, _ in said(kept.root)} == {"untranslated"}
    assert len(said(kept.root)) == 3
    assert total(check_handbook(kept.root).counts["fr"]).complete < 100


def test_a_word_that_is_the_same_in_both_languages_is_right_once_accepted(kept: Tree) -> None:
    kept.replace("docs_fr/data/bodies.yml", "short: CPL", "short: JLB")
    assert [check for check, _ in said(kept.root)] == ["untranslated"]
    remember(kept.root)
    assert said(kept.root) == []


def test_an_original_that_changed_makes_its_translation_outdated(kept: Tree) -> None:
    kept.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", "Count the lamps in winter.")
    assert said(kept.root)[0] == ("outdated", f"{LIGHT}:{line(kept, LIGHT, 'deux fois')}")
    kept.replace(LIGHT, "Compter les lampes deux fois par an.", "Compter les lampes en hiver.")
    assert said(kept.root) == [("touched", f"{LIGHT}:{line(kept, LIGHT, 'hiver')}")]


def test_what_is_no_change_is_not_told(kept: Tree) -> None:
    kept.replace(
        "docs/data/programme/light.yml",
        "text: Count the lamps twice a year.",
        "text: >-\n      Count the\n      lamps twice a year.",
    )
    kept.replace("docs/index.md", "1. Light it\n2. Leave it", "3. Light it\n5. Leave it")
    kept.replace("docs_fr/index.md", "1. Allumez\n2. Laissez", "1. Allumez\n1. Laissez")
    kept.replace("docs_fr/index.md", "Voir [la lumière](light.md) et", "Voir\n[la lumière](light.md)\net")
    assert said(kept.root) == []


def test_a_section_may_move_with_its_anchor(kept: Tree) -> None:
    for file, name in (("docs/index.md", "Bodies"), ("docs_fr/index.md", "Instances")):
        section = f'## {name} {{ #bodies }}\n\n{{{{ entries("bodies", 3) }}}}\n'
        kept.replace(file, section, "")
        kept.append(file, "\n" + section)
    assert said(kept.root) == []


@pytest.mark.parametrize(
    ("old", "new", "check", "at"),
    [
        ("## Instances", "### Instances", "heading-level", "### Instances"),
        ("{ #bodies }", "{ #instances }", "heading-id", "{ #instances }"),
        ('entries("bodies", 3)', 'entries("terms", 3)', "section-call-changed", "terms"),
        ('{{ entries("bodies", 3) }}\n', "\n", "section-call-missing", "{ #bodies }"),
        ("{{ documents(3) }}\n", "{{ documents(3) }}\n{{ glossary() }}\n", "section-call-extra", "glossary"),
        ("1. Allumez\n2. Laissez", "- Allumez\n- Laissez", "list-shape", "- Allumez"),
        ("2. Laissez", "   - Laissez", "list-shape", "   - Laissez"),
        ('means.count-lamps") }} | Laissez |', 'means.count-lamps") }} |', "table-columns", 'count-lamps") }} |'),
        (
            '| {{ mention("programme.light.means.count',
            '| {{ mention("programme.light.means.ask',
            "section-call-changed",
            "means.ask",
        ),
    ],
)
def test_the_shape_of_a_page_is_that_of_the_original(kept: Tree, old: str, new: str, check: str, at: str) -> None:
    kept.replace("docs_fr/index.md", old, new)
    assert (check, f"docs_fr/index.md:{line(kept, 'docs_fr/index.md', at)}") in said(kept.root)
    assert not {"orphaned"} & {one for one, _ in said(kept.root)}


def test_items_of_calls_that_grew_together_are_told_and_a_year_is_no_item(kept: Tree) -> None:
    calls = '- {{ mention("programme.light.means.count-lamps") }}\n'
    for file in ("docs/index.md", "docs_fr/index.md"):
        kept.append(file, f"\n{calls}{calls}")
    assert said(kept.root) == []
    kept.replace("docs_fr/index.md", calls + calls, calls[:-1] + calls[1:])
    assert said(kept.root) == [("list-items", f"docs_fr/index.md:{line(kept, 'docs_fr/index.md', calls[:-1])}")]


def test_calls_in_another_order_are_told(kept: Tree) -> None:
    for file in ("docs/index.md", "docs_fr/index.md"):
        kept.replace(file, "{{ documents(3) }}\n", "{{ documents(3) }}\n{{ glossary() }}\n")
    assert said(kept.root) == []
    kept.replace("docs_fr/index.md", "{{ documents(3) }}\n{{ glossary() }}\n", "{{ glossary() }}\n{{ documents(3) }}\n")
    assert [check for check, _ in said(kept.root)] == ["section-call-order"]


def test_what_cannot_be_read_is_one_finding(kept: Tree) -> None:
    kept.write(LIGHT, "title: [")
    assert [(check, place.partition(":")[0]) for check, place in said(kept.root)] == [("unreadable", LIGHT)]
    kept.write("docs_fr/translated-from/index.yml", "format: 7\nunits: {}\n")
    assert ("unreadable", "docs_fr/translated-from/index.yml:1") in said(kept.root)


def test_a_threshold_that_is_reached_makes_work_to_do_a_warning(kept: Tree) -> None:
    kept.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    assert [one.severity for one in told(check_handbook(kept.root))] == ["error"]
    kept.replace("mkdocs.yml", "locale: fr\n", "locale: fr\n          extra: { translated: 90 }\n")
    assert [one.severity for one in told(check_handbook(kept.root))] == ["warning"]


@pytest.mark.parametrize("value", ["101", "-1", "much", "true", "[90]", "null", "'90'"])
def test_a_threshold_that_is_no_percentage_is_refused_at_its_line(kept: Tree, value: str) -> None:
    kept.replace("mkdocs.yml", "locale: fr\n", f"locale: fr\n          extra: {{ translated: {value} }}\n")
    with pytest.raises(Refused) as refused:
        check_handbook(kept.root)
    (problem,) = refused.value.problems
    assert problem.line == line(kept, "mkdocs.yml", "translated:")


def test_words_are_counted_as_a_reader_reads_them() -> None:
    assert word_count("Ask the [[lamp-board]] for [40 lamps](light.md#on) at once.") == 8
    assert word_count('{{ mention("programme.light") }}') == 0


def test_a_percentage_is_never_rounded_up(kept: Tree) -> None:
    kept.replace(LIGHT, "title: Compter les lampes", "title: ''")
    assert total(check_handbook(kept.root).counts["fr"]).complete < 100


def test_fix_mends_what_is_mechanical_and_nothing_else(kept: Tree) -> None:
    kept.replace(LIGHT, "Compter les lampes deux fois par an.", "Compter  les lampes d'abord ; deux fois par an.")
    remember(kept.root)
    before = kept.read(LIGHT)
    assert {one.check for one in told(check_handbook(kept.root))} >= {"apostrophe", "no-break-blank"}
    mended = list(fixes(check_handbook(kept.root)))
    write_fixes(kept.root, mended)
    assert kept.read(LIGHT) == before.replace(
        "Compter  les lampes d'abord ; deux fois par an.", "Compter les lampes d’abord\u00a0; deux fois par an."
    )
    assert said(kept.root) == []


def test_what_was_clean_is_looked_at_again_when_it_or_the_words_of_the_field_change(kept: Tree) -> None:
    assert said(kept.root) == said(kept.root) == []
    memory = kept.root / "build" / "translations" / "clean-fr.json"
    assert memory.exists()
    kept.replace(LIGHT, "avant le 31 décembre 1901", "avant le 13 décembre 1901")
    assert [check for check, _ in said(kept.root)] == ["date-different"]
    assert [check for check, _ in said(kept.root)] == ["date-different"]
    before = memory.read_text(encoding="utf-8")
    kept.replace("docs_fr/data/bodies.yml", "Comité paritaire des lampes", "Comité paritaire des lanternes")
    said(kept.root)
    assert memory.read_text(encoding="utf-8").split(",")[0] != before.split(",")[0]
    memory.write_text("{", encoding="utf-8")
    assert [check for check, _ in said(kept.root)] == ["date-different"]


def test_work_for_one_language_that_fails_is_seen() -> None:
    def halved(number: int) -> int:
        return 100 // number

    assert side_by_side(halved, [1, 2, 4]) == [100, 50, 25]
    assert side_by_side(halved, []) == []
    with pytest.raises(ZeroDivisionError):
        side_by_side(halved, [0, 1])


def test_this_handbook_raises_no_false_alarm() -> None:
    assert {one.check for one in told(check_handbook(ROOT))} <= {"unrecorded"}


def test_between_two_forms_of_one_language_the_same_words_are_right(kept: Tree) -> None:
    kept.replace("mkdocs.yml", "locale: fr\n", "locale: en-GB\n")
    for path in sorted((kept.root / "docs").rglob("*")):
        if path.is_file():
            kept.write(f"docs_en-GB/{path.relative_to(kept.root / 'docs').as_posix()}", path.read_bytes())
    assert "untranslated" not in {check for check, _ in said(kept.root)}


# Messages.


def test_every_check_has_its_words_in_every_language() -> None:
    names = {f"{kind}-{ending}" for kind in KINDS for ending in ("missing", "added", "different")}
    pattern = re.compile(r'(?:\b(?:found|Finding|_finding|finding|rule)\()\s*"([a-z]+(?:-[a-z]+)*)"')
    for path in (ROOT / "handbook" / "translations").rglob("*.py"):
        names |= set(pattern.findall(path.read_text(encoding="utf-8")))
    for path in (ROOT / "handbook" / "translations" / "language").glob("*.py"):
        names |= set(re.findall(r'\byield "([a-z-]+)"', path.read_text(encoding="utf-8")))
    assert names <= check_ids(), names - check_ids()
    for code in catalogue_languages():
        assert catalogue(code).checks.keys() == catalogue("en").checks.keys()
        assert catalogue(code).words.keys() == catalogue("en").words.keys()
        for name in check_ids():
            assert catalogue(code).wrong(name, {"todo": "x", "wrong": "y"}), name
            assert catalogue(code).todo(name, {"todo": "x", "wrong": "y"}), name


def test_the_language_of_the_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_CH.UTF-8")
    assert [choose_language(one) for one in (None, "es", "es-MX", "de", "C")] == ["fr", "es", "es", "en", "en"]
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert choose_language(None) == "en"
    monkeypatch.delenv("LANG")
    assert choose_language(None) == "en"


# The door.


def door(tree: Tree, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        str(ROOT / "scripts" / "check_translations.py"),
        "--handbook",
        str(tree.root),
        *arguments,
    ]
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "LANG")}
    environment |= {"HANDBOOK_ENVIRONMENT": "ready", "PYTHONIOENCODING": "utf-8", **more}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=tree.root)


def test_the_door_says_what_is_wrong_and_what_to_do(kept: Tree) -> None:
    assert door(kept).returncode == 0
    kept.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    done = door(kept)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{LIGHT}:{line(kept, LIGHT, 'count-lamps')}: error: a translation is missing: ")
    assert f"docs/data/programme/light.yml:{line(kept, 'docs/data/programme/light.yml', 'twice')}" in done.stdout
    assert "    Original: Count the lamps twice a year.\n" in done.stdout
    assert "        text: >-\n          Count the lamps twice a year.\n" in done.stdout
    assert "une traduction manque" in door(kept, "--language", "fr").stdout
    assert "falta una traducción" in door(kept, LANG="es_ES.UTF-8").stdout


def test_the_door_does_not_run_without_a_handbook_or_with_a_damaged_record(kept: Tree, tmp_path: Path) -> None:
    kept.write("old.json", "{")
    done = door(kept, "--baseline", "old.json")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "old.json" in done.stderr
    assert door(kept, "--baseline", "none.json", CI="true").returncode == 2
    assert door(kept, "--json", "no/such/folder.json").returncode == 2
    kept.remove("mkdocs.yml")
    done = door(kept)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "mkdocs.yml" in done.stderr


def test_the_door_explains_itself(kept: Tree) -> None:
    done = door(kept, "--help")
    assert done.returncode == 0
    assert "python3 scripts/check_translations.py --language fr" in done.stdout


def test_the_door_fixes_and_shows_it(kept: Tree) -> None:
    kept.replace(LIGHT, "Compter les lampes deux fois par an.", "Compter  les lampes deux fois par an.")
    done = door(kept, "--fix")
    assert done.returncode == 0
    assert "    - Compter les lampes" in done.stdout or "nothing that --fix can mend" in done.stdout
    kept.replace(LIGHT, "Demander au comité", "Demander d'abord au comité")
    done = door(kept, "--fix")
    assert "    - Demander d'abord au comité\n    + Demander d’abord au comité\n" in done.stdout
    assert door(kept, "--fix").stdout.startswith("There was nothing")


def test_exchanged_sentences_are_misplaced_until_accepted(kept: Tree) -> None:
    first, second = "title: Des rues claires", "title: Compter les lampes"
    kept.replace(LIGHT, first, "title: @")
    kept.replace(LIGHT, second, first)
    kept.replace(LIGHT, "title: @", second)
    assert {check for check, _ in said(kept.root)} == {"misplaced"}
    assert {place for _, place in said(kept.root)} == {
        f"{LIGHT}:{line(kept, LIGHT, words)}" for words in ("Des rues claires", "Compter les lampes")
    }
    remember(kept.root)
    assert said(kept.root) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('!!! warning "Attention"', '!!! tip "Attention"'),
        ('"Attention"\n    Les lampes', '"Attention"\n\nLes lampes'),
        ('!!! warning "Attention"', "!!! warning"),
    ],
)
def test_a_box_keeps_its_kind_and_its_text(kept: Tree, old: str, new: str) -> None:
    kept.append("docs/index.md", '\n!!! warning "Take care"\n    The lamps are hot.\n')
    kept.append("docs_fr/index.md", '\n!!! warning "Attention"\n    Les lampes sont chaudes.\n')
    remember(kept.root)
    assert said(kept.root) == []
    kept.replace("docs_fr/index.md", '"Attention"\n', '"Attention"\n\n')
    assert said(kept.root) == []
    kept.replace("docs_fr/index.md", '"Attention"\n\n', '"Attention"\n')
    kept.replace("docs_fr/index.md", old, new)
    assert said(kept.root)[-1:] == [("box-shape", f"docs_fr/index.md:{line(kept, 'docs_fr/index.md', '!!!')}")]


@pytest.mark.parametrize("text", ["format: 2\nunits: {}\n", "<<<<<<< HEAD\nformat: 1\n", ""])
def test_a_damaged_memory_is_one_finding(kept: Tree, text: str) -> None:
    kept.write("docs_fr/translated-from/index.yml", text)
    assert {(check, place.partition(":")[0]) for check, place in said(kept.root)} == {
        ("unreadable", "docs_fr/translated-from/index.yml")
    }


def test_words_of_another_language_are_not_told_as_misspelt(kept: Tree) -> None:
    text = "Hay que contar las lámparas del puerto dos veces al año, y decirlo a todas las personas de la calle."
    kept.replace(LIGHT, "Compter les lampes deux fois par an.", text)
    checks = {check for check, _ in said(kept.root)}
    assert "wrong-language" in checks
    assert "spelling" not in checks
