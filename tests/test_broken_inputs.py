"""Broken words of every kind: each gives one clear line at the right place, and the old site stays."""

from __future__ import annotations

import re

import broken_data
import broken_pages
import broken_words
import pytest
from broken_changes import BODIES, CONFIG, FR_BODIES, FR_LIGHT, FR_PAGE, HOME, LIGHT, PAGE, PROGRAMME, TEXT, Change
from conftest import Tree

import build

TABLES = {
    "encoding": broken_data.ENCODING,
    "YAML": broken_data.YAML,
    "keys": broken_data.KEYS,
    "types": broken_data.TYPES,
    "facts": broken_data.FACTS,
    "sentences": broken_words.SENTENCES,
    "references": broken_words.REFERENCES,
    "names": broken_words.NAMES,
    "translations": broken_words.TRANSLATIONS,
    "files": broken_pages.FILES,
    "pages": broken_pages.PAGES,
    "calls": broken_pages.CALLS,
    "settings": broken_pages.SETTINGS,
}
ALL = {f"{table} - {name}": case for table, cases in TABLES.items() for name, case in cases.items()}
#: file:line: what is wrong; expected; found. What to do
FORM = re.compile(r"[\w./~-]+(:\d+)?: [^\n]{12,}[.)}?]")


def run(tree: Tree, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Build through the door, inside this process."""
    monkeypatch.setattr(build, "enter", lambda *requirements: None)
    monkeypatch.setattr("sys.argv", ["build.py", "--handbook", str(tree.root), *arguments])
    return build.main()


@pytest.mark.parametrize(("change", "expected"), ALL.values(), ids=ALL)
def test_a_mistake_gives_one_clear_line_and_leaves_the_old_site(
    tiny: Tree,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Change,
    expected: str,
) -> None:
    tiny.write("site/en/index.html", "the old site")
    change(tiny)
    code = run(tiny, monkeypatch)
    said = capsys.readouterr().err.strip().split("\n")
    assert code == 1, said
    assert said[1:] == ["", "1 problem. Nothing was published."], said
    assert said[0].startswith(expected), said[0]
    assert FORM.fullmatch(said[0]), said[0]
    assert tiny.read("site/en/index.html") == "the old site"
    assert not (tiny.root / ".site-new").exists()


def test_the_words_as_they_are_have_no_problem(tiny: Tree) -> None:
    assert tiny.problems() == []


def test_many_mistakes_in_many_files_and_languages_are_all_named_in_one_run(tiny: Tree) -> None:
    tiny.replace(BODIES, "  short", "  shrt")
    tiny.replace(PROGRAMME, "1901", "MCMI")
    tiny.replace(LIGHT, TEXT, "    text: Count <b>all</b> the [[lmap-board]] {{ lamps }}.")
    tiny.append(LIGHT, "    caution: ''\n")
    tiny.write("docs/data/terms.yml", "a: [\n")
    tiny.write("docs/data/stray.txt", "x")
    tiny.replace(HOME, "## Documents { #documents }", "## Documents")
    tiny.replace(HOME, "documents(3)", "docments(3)")
    tiny.replace(PAGE, '{{ area("light") }}', "{{ area(light) }}")
    tiny.replace(FR_BODIES, "  short", "\tshort")
    tiny.append(FR_LIGHT, "    source: plan-1901/I/means/2\n")
    tiny.replace(FR_PAGE, "title(", "titel(")
    tiny.append(CONFIG, "      - oil.md\n")
    assert [problem.partition(": ")[0] for problem in tiny.problems()] == [
        "docs/data/bodies.yml:4",
        "docs/data/programme.yml:2",
        "docs/data/programme/light.yml:16",
        "docs/data/programme/light.yml:18",
        "docs/data/stray.txt",
        "docs/data/terms.yml:1",
        "docs/index.md:8",
        "docs/index.md:10",
        "docs/light.md:6",
        "docs_fr/data/bodies.yml:3",
        "docs_fr/data/programme/light.yml:14",
        "docs_fr/light.md:4",
        "mkdocs.yml:29",
    ]


def test_mistakes_of_a_translation_do_not_hide_those_of_pages(tiny: Tree) -> None:
    tiny.replace(FR_BODIES, "  short: CPL\n", "  short:\n")
    tiny.write("docs_fr/data/documents.yml", "plan-1901: [\n")
    tiny.replace(PAGE, 'title("programme.light")', 'title("programme.lihgt")')
    tiny.replace(FR_PAGE, 'area("light")', 'area("lihgt")')
    assert [problem.partition(": ")[0] for problem in tiny.problems()] == [
        "docs/light.md:4",
        "docs_fr/data/bodies.yml:3",
        "docs_fr/data/documents.yml:1",
        "docs_fr/light.md:6",
    ]


def test_every_mistake_of_one_file_is_named(tiny: Tree) -> None:
    tiny.append(LIGHT, "priorities:\n  Bad_Key: {}\n  one: { title: '', text: no, source: [], colour: red }\n")
    tiny.append(LIGHT, "notes:\n  two:\n    text: See [[nobody]] and [[ no end.\n    source: plan-1901/I/means/8\n")
    problems = tiny.problems()
    assert [re.sub(r"^[^ ]* ", "", problem).split(";")[0].split(". ")[0] for problem in problems] == [
        "the key 'Bad_Key' has another form",
        "'priorities.one.source' is empty",
        "'priorities.one.text' is not a sentence",
        "'priorities.one.title' is an empty sentence",
        "the key 'colour' in 'priorities.one' is unknown",
        "double brackets are opened or closed, not both",
        "the entry 'nobody' does not exist",
        "the source row 'plan-1901/I/means/8' does not exist",
    ]


MEANT = {
    "a key": (BODIES, "  short", "  shrot", "'short'"),
    "an entry": (LIGHT, "[[lamp-board]]", "[[lamp-boards]]", "'lamp-board'"),
    "a row": (LIGHT, "plan-1901/I/means/2", "plan-1901/II/means/2", "'plan-1901/I/means/2'"),
    "a document": (LIGHT, "plan-1901/I/means/2", "plan1901/I/means/2", "'plan-1901'"),
    "a kind": (BODIES, "kind: joint", "kind: join", "'joint'"),
    "an area": (PROGRAMME, "[light]", "[ligth]", "'light'"),
    "a statement": (FR_LIGHT, "count-lamps", "count-lamp", "'means.count-lamps' (line 14)"),
    "a macro": (PAGE, "area(", "aera(", "'area'"),
    "an argument": (HOME, "documents(3)", "documents(lvl=3)", "'level'"),
    "a key on a page": (PAGE, "programme.light", "programm.light", "'programme.light'"),
    "a page": (CONFIG, "- light.md", "- ligth.md", "'light.md'"),
    "a section": (CONFIG, "The year: L", "The years: L", "'The year'"),
    "a key of the front matter": (PAGE, "description:", "describtion:", "'description'"),
}


@pytest.mark.parametrize(("file", "old", "new", "meant"), MEANT.values(), ids=MEANT)
def test_what_was_meant_is_proposed(tiny: Tree, file: str, old: str, new: str, meant: str) -> None:
    tiny.replace(file, old, new)
    (problem,) = tiny.problems()
    assert problem.endswith(f"Did you mean {meant}?")


def test_without_translations_the_build_can_go_on_but_not_with_mistakes(tiny: Tree) -> None:
    tiny.remove("docs_fr/data")
    tiny.remove(FR_PAGE)
    assert len(tiny.problems()) == 2
    assert tiny.problems(allow_missing=True) == []
    tiny.write(FR_LIGHT, "means:\n  count-lamps:\n    text: ''\n")
    assert [problem.partition(": ")[0] for problem in tiny.problems(allow_missing=True)] == [f"{FR_LIGHT}:3"]
