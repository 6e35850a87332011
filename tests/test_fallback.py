"""What is not translated is refused, or shown in the original, and then nobody is told that it is translated."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml
from conftest import Tree, plant
from html_page import HtmlPage, text

from handbook.way import build_site

ROOT = "https://lamps.example/book/"
ASK = "programme.light.means.ask-the-board"
COUNT = "programme.light.means.count-lamps"


def lack(tree: Tree) -> None:
    """Take the French of one page and of single sentences away."""
    for folder in ("docs", "docs_fr"):
        tree.write(
            f"{folder}/oil.md", f"---\ndescription: {folder}.\n---\n# Oil {'{'} #oil {'}'}\n\nOil & [home](index.md).\n"
        )
    tree.append("mkdocs.yml", "  - oil.md\n")
    tree.remove("docs_fr/oil.md")
    tree.replace("docs_fr/data/programme/light.yml", "    text: Compter les lampes deux fois par an.\n", "")
    tree.replace("docs_fr/data/programme/light.yml", "    title: Demander au comité\n", "")
    tree.replace("docs_fr/data/bodies.yml", "  short: CPL\n", "")


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    tree = plant(tmp_path_factory.mktemp("lacking"))
    lack(tree)
    assert build_site(tree.root, tree.root / "site", allow_missing=True).missing == 4
    return tree


def page(tree: Tree, path: str) -> HtmlPage:
    return HtmlPage(tree.root / "site" / path / "index.html")


def label(tree: Tree, name: str) -> str:
    words: dict[str, str] = yaml.safe_load(tree.read("docs_fr/data/labels.yml"))
    return words[name]


def test_without_the_option_everything_that_is_missing_is_listed(tiny: Tree) -> None:
    lack(tiny)
    assert tiny.problems() == [
        "docs_fr/data/bodies.yml:1: 'lamp-board.short' is missing; expected the translation of "
        "docs/data/bodies.yml:4. Add it here, under the same keys.",
        "docs_fr/data/programme/light.yml:7: 'means.ask-the-board.title' is missing; expected the translation of "
        "docs/data/programme/light.yml:10. Add it here, under the same keys.",
        "docs_fr/data/programme/light.yml:10: 'means.count-lamps.text' is missing; expected the translation of "
        "docs/data/programme/light.yml:16. Add it here, under the same keys.",
        "docs_fr/oil.md: the page is not translated: the file is missing. Translate docs/oil.md into this file.",
    ]


def test_a_page_that_falls_back_tells_so_in_the_language_of_the_reader(lacking: Tree) -> None:
    oil = page(lacking, "fr/oil")
    assert oil.root.get("lang") == "fr"
    [notice] = oil.all(".//article//div[@class='admonition notice']")
    assert text(notice) == label(lacking, "page-not-translated")
    [words] = oil.all(".//article//div[@lang]")
    assert (words.get("lang"), words.get("dir")) == ("en", "ltr")
    assert text(words).startswith("Oil")
    assert notice not in list(words.iter())


def test_a_page_that_falls_back_is_not_offered_to_search_engines(lacking: Tree) -> None:
    oil = page(lacking, "fr/oil")
    assert oil.meta("robots") == "noindex"
    assert oil.alternates == {}
    assert oil.one("./head/link[@rel='canonical']").get("href") == f"{ROOT}en/oil/"
    assert page(lacking, "en/oil").alternates == {"en": f"{ROOT}en/oil/", "x-default": f"{ROOT}en/oil/"}
    assert f"{ROOT}fr/oil/" not in lacking.read("site/sitemap.xml")


def test_a_page_that_falls_back_keeps_the_reader_in_the_language(lacking: Tree) -> None:
    oil = page(lacking, "fr/oil")
    assert oil.attributes(".//article//div[@lang]//a", "href") == ["../"]
    assert oil.attributes(".//details[@class='languages']//a", "href") == ["../../en/oil/", "../../fr/oil/"]


def foreign(found: HtmlPage) -> list[Element]:
    return found.all(".//article//span[@class='foreign']")


def test_a_sentence_that_falls_back_is_marked_where_it_stands(lacking: Tree) -> None:
    light = page(lacking, "fr/light")
    assert {text(one) for one in foreign(light)} == {"Ask the board", "JLB", "Count the lamps twice a year."}
    assert {(one.get("lang"), one.get("dir")) for one in foreign(light)} == {("en", "ltr")}
    heading = light.one(f".//h3[@id='{ASK}']")
    assert [one.get("lang") for one in heading.iter("span")] == ["en"]


def test_a_page_with_such_sentences_says_so_and_stays_what_it_is(lacking: Tree) -> None:
    light = page(lacking, "fr/light")
    notices = light.texts(".//article//div[@class='admonition notice']")
    assert notices == [label(lacking, "page-partly-translated")]
    assert light.alternates["fr"] == f"{ROOT}fr/light/"
    assert light.all(".//article//div[@lang]") == []


@pytest.mark.parametrize("path", ["en", "en/light", "en/oil"])
def test_the_reference_pages_need_no_notice(lacking: Tree, path: str) -> None:
    found = page(lacking, path)
    assert found.all(".//div[@class='admonition notice']") == []
    assert foreign(found) == []
    assert found.all("./head/meta[@name='robots']") == []


def statement(tree: Tree, code: str, key: str) -> dict[str, Any]:
    data = json.loads(tree.read(f"site/{code}/statements.json"))
    found: dict[str, Any] = next(each for each in data["statements"] if each["key"] == key)
    return found


def test_open_data_tells_the_truth(lacking: Tree) -> None:
    count = statement(lacking, "fr", COUNT)
    assert (count["language"], count["plain"]) == ("en", "Count the lamps twice a year.")
    assert count["languages"] == statement(lacking, "en", COUNT)["languages"] == ["en"]
    ask = statement(lacking, "fr", ASK)
    assert (ask["language"], ask["title"]) == ("fr", "Ask the board")
    assert ask["languages"] == ["en", "fr"]
    assert "span" not in json.dumps([count, ask])


def test_french_names_in_an_english_sentence_are_marked_as_french(tiny: Tree) -> None:
    tiny.replace("docs_fr/data/programme/light.yml", "    text: >-\n      Demander 40 lampes au [[lamp-board]].\n", "")
    staged = tiny.staged("fr", "light.md")
    name = '<span class="foreign" lang="fr" dir="ltr">CPL</span>'
    assert f'<span class="foreign" lang="en" dir="ltr">Ask the {name} for 40 lamps.</span>' in staged


def test_a_title_that_falls_back_is_plain_in_the_head_and_the_menu(tiny: Tree) -> None:
    tiny.replace("docs_fr/data/programme/light.yml", "title: De la lumière pour tout le monde\n", "")
    build_site(tiny.root, tiny.root / "site", allow_missing=True)
    assert page(tiny, "fr/light").texts("./head/title") == ["Light for all – Allumage"]
    assert "Light for all" in page(tiny, "fr/light").texts(".//nav//a")


def test_a_whole_file_that_is_missing_is_one_problem(tiny: Tree) -> None:
    tiny.remove("docs_fr/data/programme/light.yml")
    problems = tiny.problems()
    assert len(problems) == 1
    assert problems[0].startswith("docs_fr/data/programme/light.yml: 7 sentences of docs/data/programme/light.yml")
    assert build_site(tiny.root, tiny.root / "site", allow_missing=True).missing == 7
    assert statement(tiny, "fr", COUNT)["languages"] == ["en"]


def test_other_problems_are_not_allowed_by_the_option(tiny: Tree) -> None:
    lack(tiny)
    tiny.append("docs_fr/index.md", "\n{{ rien() }}\n")
    assert [problem.split(": ")[0] for problem in tiny.problems(allow_missing=True)] == ["docs_fr/index.md:15"]
