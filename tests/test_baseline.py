"""The record of old findings: they are tolerated, new ones are not, and what is gone leaves it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Tree
from remembered import remember

from handbook.problems import CouldNotRun
from handbook.translations.baseline import identity, read_record, record_file, recorded, sift
from handbook.translations.finding import Finding
from handbook.translations.gate import Judged, check_handbook, judge

LIGHT = "docs_fr/data/programme/light.yml"


@pytest.fixture
def indebted(tiny: Tree) -> Tree:
    """A handbook with two sentences missing."""
    tiny.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    tiny.replace(LIGHT, "    text: Éclairer chaque rue avant le 31 décembre 1901.\n", "")
    remember(tiny.root)
    return tiny


def judged(tree: Tree) -> Judged:
    return judge(check_handbook(tree.root), tree.root / "old.json")


def test_old_findings_are_tolerated_and_new_ones_are_not(indebted: Tree) -> None:
    first = judged(indebted)
    assert (first.failed, first.created, len(first.tolerated)) == (False, True, 2)
    again = judged(indebted)
    assert (again.failed, again.created, len(again.tolerated)) == (False, False, 2)
    indebted.replace(LIGHT, "title: Compter les lampes", "title: Count the lamps")
    assert [one.check for one in judged(indebted).findings if one.severity == "error"] == ["untranslated"]
    assert judged(indebted).failed


def test_what_is_mended_leaves_the_record_by_itself_and_may_not_come_back(indebted: Tree) -> None:
    judged(indebted)
    indebted.replace(
        LIGHT, "title: Compter les lampes", "title: Compter les lampes\n    text: Compter deux fois par an."
    )
    remember(indebted.root)
    assert (judged(indebted).shrunk, judged(indebted).shrunk) == (1, 0)
    assert len(json.loads(indebted.read("old.json"))["findings"]) == 1
    indebted.replace(LIGHT, "    text: Compter deux fois par an.", "")
    assert judged(indebted).failed


def test_an_old_finding_is_known_again_where_lines_and_blocks_have_moved(indebted: Tree) -> None:
    for file, words in (("docs/index.md", "Later."), ("docs_fr/index.md", "")):
        indebted.append(file, f"\n## End {{ #end }}\n\n{words}\n")
    remember(indebted.root)
    indebted.remove("old.json") if (indebted.root / "old.json").exists() else None
    assert len(judged(indebted).tolerated) >= 3
    for file, words in (("docs/index.md", "Go on."), ("docs_fr/index.md", "Continuez.")):
        indebted.replace(file, "{ #end }\n\n", f"{{ #end }}\n\n{words}\n\n")
    missing = [one for one in judged(indebted).findings if one.check == "missing"]
    assert missing == []


def test_a_finding_with_other_facts_is_another_finding() -> None:
    facts = [{"expected": "40", "found": "14"}, {"expected": "40", "found": "4"}]
    one, other = (Finding("number-different", "error", "fr", "a.b", "docs_fr/a.yml", 3, fact) for fact in facts)
    new, tolerated, kept = sift([other], recorded([one]))
    assert (new, tolerated, kept.total()) == ([other], [], 0)


def test_two_of_a_kind_are_counted() -> None:
    blocks = [Finding("missing", "error", "fr", f"p.md#s/item-{number}", "docs_fr/p.md", 3) for number in (1, 2, 3)]
    new, tolerated, _ = sift(blocks, recorded(blocks[:2]))
    assert (len(new), len(tolerated)) == (1, 2)


def test_what_cannot_be_read_and_notes_are_never_recorded() -> None:
    unreadable = Finding("unreadable", "error", "fr", "a", "docs_fr/a.yml", 1)
    note = Finding("end-mark", "note", "fr", "a", "docs_fr/a.yml", 1)
    assert recorded([unreadable, note]).total() == 0


def test_the_record_is_written_and_read_alike(tmp_path: Path) -> None:
    found = [Finding("missing", "error", "fr", key, "f", 1) for key in ("b", "a", "é “x”", "a")]
    path = tmp_path / "old.json"
    path.write_text(record_file(recorded(found)), encoding="utf-8")
    assert read_record(path) == recorded(found)
    assert len(path.read_text(encoding="utf-8").split("\n")) == 7
    assert identity(found[0]) in path.read_text(encoding="utf-8")
    path.write_text(record_file(recorded([])), encoding="utf-8")
    assert read_record(path).total() == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"format": 1}',
        '{"format": 2, "findings": []}',
        '{"format": 1, "findings": {}}',
        '{"format": 1, "findings": ["x"]}',
        '{"format": 1, "findings": [3]}',
        '<<<<<<< ours\n{"format": 1, "findings": []}',
        "\ud800",
    ],
)
def test_a_damaged_record_is_refused_and_stays_as_it_is(indebted: Tree, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    indebted.write("old.json", data)
    with pytest.raises(CouldNotRun, match=r"old\.json"):
        judged(indebted)
    assert (indebted.root / "old.json").read_bytes() == data


def test_a_record_that_is_not_there_is_not_begun_where_nobody_would_keep_it(indebted: Tree) -> None:
    with pytest.raises(CouldNotRun):
        judge(check_handbook(indebted.root), indebted.root / "old.json", may_create=False)
    assert not (indebted.root / "old.json").exists()
