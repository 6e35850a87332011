"""The links of the words are checked before anything is built; places are those of the words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT, Tree

from handbook.check.report import report_of_words
from handbook.check.sources import check_sources
from handbook.read.settings import read_settings
from handbook.read.words import read_words


def found(tree: Tree) -> list[tuple[str, int, str, str]]:
    """File, line, class and proposal of everything that is wrong."""
    settings = read_settings(tree.root)
    findings = check_sources(settings, read_words(settings, [])).findings
    return [(one.file, one.line, one.code, one.instead) for one in findings]


def line_of(tree: Tree, file: str, words: str) -> int:
    return next(number for number, line in enumerate(tree.read(file).split("\n"), 1) if words in line)


def test_sound_words_have_nothing_wrong(tiny: Tree) -> None:
    assert found(tiny) == []


WRONG = {
    "a page that is not there": ("[Light](lihgt.md)", "missing-page", "light.md"),
    "a page in capitals": ("[Light](Light.md)", "wrong-case", "light.md"),
    "an anchor of a page without macros": ("[Oil](oil.md#oil-lapms)", "missing-anchor", "oil.md#oil-lamps"),
    "the page of another language": ("[Light](../docs_fr/light.md)", "language-leak", "light.md"),
    "a picture that is not there": ("![A lamp](pictures/lmap.svg)", "missing-file", "pictures/lamp.svg"),
    "a picture without words": ("![](pictures/lamp.svg)", "missing-alternative", ""),
    "words that say nothing": ("[click here](light.md)", "vague-text", ""),
    "no words": ("[](light.md)", "empty-text", ""),
    "no address": ("[Light]()", "empty-address", ""),
    "an unknown scheme": ("[Light](htps://lamps.example/)", "unknown-scheme", "https://lamps.example/"),
    "a program": ("[Light](javascript:alert(1))", "script-address", ""),
    "half a mail address": ("[Mail](mailto:lamps)", "bad-mail", ""),
    "no telephone number": ("[Call](tel:lamps)", "bad-telephone", ""),
    "a file of one's own disk": ("[Light](file:///home/lamps.pdf)", "local-file", ""),
    "this machine": ("[Light](http://localhost:8000/)", "localhost", ""),
}


@pytest.mark.parametrize(("words", "code", "instead"), WRONG.values(), ids=WRONG)
def test_a_fault_of_a_page_is_found_on_its_line(tiny: Tree, words: str, code: str, instead: str) -> None:
    for folder in ("docs", "docs_fr"):
        tiny.write(f"{folder}/pictures/lamp.svg", "<svg/>")
        tiny.write(f"{folder}/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil-lamps }\n\nOil.\n")
    tiny.append("docs/index.md", f"\nSome words,\nand then {words}.\n")
    place = ("docs/index.md", line_of(tiny, "docs/index.md", "and then"))
    there = [(one[2], one[3]) for one in found(tiny) if one[:2] == place]
    assert (code, instead) in [(one, meant if instead else "") for one, meant in there], found(tiny)


def test_a_sentence_of_a_data_file_is_looked_at(tiny: Tree) -> None:
    file = "docs/data/programme/light.yml"
    first = next(line for line in tiny.read(file).split("\n") if "text:" in line and ">" not in line)
    tiny.replace(file, first, f"{first} [Write](mailto:lamps)")
    assert found(tiny) == [(file, line_of(tiny, file, "mailto"), "bad-mail", "")]


SOUND = {
    "a page": "[Light](light.md)",
    "an anchor that a macro may bring": "[Light](light.md#programme.light.means.ask-the-board)",
    "a link by key": "[Light](@programme.light)",
    "an own anchor": "[Up](#top)",
    "mail": "[Mail](mailto:a@lamps.example)",
    "code": "`[Light](nothing.md)`",
    "a page that only the original has": "[Oil](oil.md)",
}


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_no_fault(tiny: Tree, words: str) -> None:
    tiny.write("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil-lamps }\n\nOil.\n")
    tiny.append("docs_fr/index.md", f"\n{words}\n")
    assert [one for one in found(tiny) if one[0] == "docs_fr/index.md"] == []


def test_the_report_tells_every_place(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        tiny.append(f"{folder}/index.md", "\n[Lantern](lihgt.md)\n")
    report = report_of_words(tiny.root)
    assert report.failed
    assert [group.first.place.file for group in report.groups] == ["docs/index.md", "docs_fr/index.md"]


def test_the_door(tiny: Tree) -> None:
    tiny.append("docs/index.md", "\n[Light](lihgt.md)\n")
    command = [sys.executable, str(ROOT / "scripts/check_links.py"), "--sources", "--handbook", str(tiny.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"HANDBOOK_ENVIRONMENT": "ready"})
    line = line_of(tiny, "docs/index.md", "lihgt")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(f"docs/index.md:{line}: error: ")
    assert "Did you mean 'light.md'?" in done.stdout
