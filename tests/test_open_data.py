"""Every statement is open data that keeps its own schema and tells what the pages show."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from conftest import Tree
from html_page import HtmlPage

from handbook.finish.open_data import SCHEMA
from handbook.way import build_site

ROOT = "https://lamps.example/book/"


def data(tree: Tree, code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tree.read(f"site/{code}/statements.json"))
    return found


def statement(tree: Tree, code: str, key: str) -> dict[str, Any]:
    return next(each for each in data(tree, code)["statements"] if each["key"] == key)


def test_the_files_keep_the_schema_that_is_published_beside_them(built: Tree) -> None:
    schema = json.loads(built.read(f"site/{SCHEMA}"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for code in ("en", "fr"):
        jsonschema.Draft202012Validator(schema).validate(data(built, code))
        assert data(built, code)["$schema"] == f"{ROOT}{SCHEMA}"


@pytest.mark.parametrize("change", [{"key": None}, {"voice": "the Union"}, {"more": "x"}, {"source": "x"}])
def test_the_schema_refuses_other_files(built: Tree, change: dict[str, Any]) -> None:
    wrong = data(built, "en")
    wrong["statements"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(built.read(f"site/{SCHEMA}")))


def test_a_statement_tells_where_it_comes_from_and_whom_it_names(built: Tree) -> None:
    assert statement(built, "fr", "programme.light.means.ask-the-board") == {
        "key": "programme.light.means.ask-the-board",
        "kind": "means",
        "title": "Demander au comité",
        "text": "Demander 40 lampes au CPL.",
        "plain": "Demander 40 lampes au CPL.",
        "caution": None,
        "language": "fr",
        "source": ["plan-1901/I/means/1"],
        "sources": [
            {
                "ref": "plan-1901/I/means/1",
                "document": "plan-1901",
                "voice": "union",
                "status": "proposed",
                "date": "1901-03-04",
            }
        ],
        "document": "plan-1901",
        "voice": "union",
        "status": "proposed",
        "date": "1901-03-04",
        "carried_over": None,
        "when": None,
        "serves": [],
        "roles": [],
        "bodies": ["lamp-board"],
        "instruments": [],
        "terms": [],
        "address": f"{ROOT}fr/light/#programme.light.means.ask-the-board",
        "languages": ["en", "fr"],
    }


def test_all_languages_have_the_same_statements_in_the_order_of_the_handbook(built: Tree) -> None:
    english, french = (data(built, code)["statements"] for code in ("en", "fr"))
    assert [each["key"] for each in english] == [each["key"] for each in french]
    assert [each["key"].rpartition(".")[2] for each in english] == ["bright-streets", "ask-the-board", "count-lamps"]
    for one, other in zip(english, french, strict=True):
        assert {name for name in one if one[name] != other[name]} == {"title", "text", "plain", "language", "address"}


def test_areas_stand_in_the_order_of_the_programme(tiny: Tree) -> None:
    tiny.replace("docs/data/programme.yml", "[light]", "[light, dark]")
    tiny.replace("docs/data/documents.yml", 'means: "1 2"', 'means: "1 2 3"')
    dark = "means:\n  sleep:\n    title: Sleep\n    text: Sleep by day.\n"
    tiny.write("docs/data/programme/dark.yml", f"number: II\ntitle: Dark\n{dark}    source: plan-1901/I/means/3\n")
    tiny.write("docs_fr/data/programme/dark.yml", f"title: Obscurité\n{dark}")
    for folder in ("docs", "docs_fr"):
        tiny.append(f"{folder}/light.md", '\n{{ means_of_action("dark") }}\n')
    build_site(tiny.root, tiny.root / "site")
    keys = [each["key"] for each in data(tiny, "en")["statements"]]
    assert keys[-1] == "programme.dark.means.sleep"


def test_each_statement_stands_where_its_address_says(built: Tree) -> None:
    for code in ("en", "fr"):
        for each in data(built, code)["statements"]:
            address, _, anchor = each["address"].partition("#")
            page = HtmlPage(built.root / "site" / address.removeprefix(ROOT) / "index.html")
            assert len(page.all(f".//article//*[@id='{anchor}']")) == 1
            assert each["plain"] in " ".join(" ".join(page.root.itertext()).split())


def test_plain_text_holds_no_markdown_and_text_keeps_it(tiny: Tree) -> None:
    old, new = (
        "Count the lamps twice a year.",
        "Count the **lamps** [twice](https://lamps.example/x) & “well” in A_B_C.",
    )
    tiny.replace("docs/data/programme/light.yml", old, new)
    build_site(tiny.root, tiny.root / "site")
    found = statement(tiny, "en", "programme.light.means.count-lamps")
    assert found["text"] == new
    assert found["plain"] == "Count the lamps twice & “well” in A_B_C."


def test_parts_notes_cautions_and_several_sources_are_told(tiny: Tree) -> None:
    tiny.replace("docs/data/documents.yml", 'means: "1 2"', 'means: "1 2 2.1", footnote: "1"')
    tiny.replace(
        "docs/data/programme/light.yml",
        "    source: plan-1901/I/means/2\n",
        "    source: [plan-1901/I/means/2, plan-1901/I/means/1]\n    caution: Ask *when*.\n"
        "    parts:\n      oil: { text: With oil., source: plan-1901/I/means/2.1 }\n"
        "    notes:\n      gas: { text: Without gas., source: plan-1901/I/footnote/1 }\n",
    )
    for line in ("caution: Demander *quand*.", "parts: { oil: { text: Huile. } }", "notes: { gas: { text: Gaz. } }"):
        tiny.append("docs_fr/data/programme/light.yml", f"    {line}\n")
    build_site(tiny.root, tiny.root / "site")
    count = statement(tiny, "fr", "programme.light.means.count-lamps")
    assert count["caution"] == "Demander quand."
    assert count["source"] == ["plan-1901/I/means/2", "plan-1901/I/means/1"] == [one["ref"] for one in count["sources"]]
    part = statement(tiny, "fr", "programme.light.means.count-lamps.parts.oil")
    assert (part["kind"], part["title"], part["plain"]) == ("means", None, "Huile.")
    note = statement(tiny, "fr", "programme.light.means.count-lamps.notes.gas")
    assert (note["kind"], note["plain"]) == ("note", "Gaz.")
    for each in (part, note):
        assert f'id="{each["key"]}"' in tiny.read("site/fr/light/index.html")
