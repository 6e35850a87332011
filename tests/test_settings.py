"""mkdocs.yml says which languages, which address and which pages in order; everything wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_changes import CONFIG, swap, together
from conftest import Tree

from handbook.problems import Refused
from handbook.read.settings import Settings, read_settings

CONFIGURATION = """\
site_url: https://lamps.example/book/
plugins:
  - search
  - i18n:
      languages:
        - { locale: en, default: true, name: English, site_name: Lamps, site_description: A, extra: { formats: en-GB } }
        - locale: ar
          name: العربية
          site_name: مصابيح
          site_description: كل شيء.
          nav_translations: { Years: سنوات, The year: السنة }
        - locale: pt-BR
          name: Português
          site_name: Luzes
          site_description: Tudo.
          nav_translations: { Years: Anos, The year: O ano }
nav:
  - index.md
  - Years:
      - The year:
          - year/index.md
          - year/light.md
  - words.md
"""


def settings(root: Path, text: str = CONFIGURATION) -> Settings:
    """The settings in this text."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_settings(root)


def said(root: Path, text: str) -> list[str]:
    """What is wrong with the settings in this text."""
    with pytest.raises(Refused) as refused:
        settings(root, text)
    return [str(problem) for problem in refused.value.problems]


def test_languages_have_a_folder_a_name_a_direction_and_formats(tmp_path: Path) -> None:
    found = settings(tmp_path)
    assert [(one.code, one.folder, one.name, one.direction, one.reference) for one in found.languages] == [
        ("en", "docs", "English", "ltr", True),
        ("ar", "docs_ar", "العربية", "rtl", False),
        ("pt-BR", "docs_pt-BR", "Português", "ltr", False),
    ]
    assert [str(one.locale) for one in found.languages] == ["en_GB", "ar", "pt_BR"]
    assert found.reference.code == "en"
    assert [one.code for one in found.translations] == ["ar", "pt-BR"]
    assert found.language("ar").site_name == "مصابيح"


def test_pages_keep_the_order_and_line_of_the_navigation(tmp_path: Path) -> None:
    assert [(entry.page, entry.line) for entry in settings(tmp_path).navigation] == [
        ("index.md", 18),
        ("year/index.md", 21),
        ("year/light.md", 22),
        ("words.md", 23),
    ]


ADDRESSES = {
    "https://lamps.example/book/": "https://lamps.example/book/ar/",
    "https://lamps.example/book": "https://lamps.example/book/ar/",
    "http://localhost:8000": "http://localhost:8000/ar/",
    "https://lämps.example/": "https://lämps.example/ar/",
}


@pytest.mark.parametrize(("written", "expected"), ADDRESSES.items())
def test_a_language_has_its_address_below_the_sites(tmp_path: Path, written: str, expected: str) -> None:
    found = settings(tmp_path, CONFIGURATION.replace("https://lamps.example/book/", written))
    assert found.address("ar") == expected


def test_the_address_can_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = CONFIGURATION.replace("https://lamps", '!ENV [SITE_URL, "https://lamps').replace("book/", 'book/"]')
    monkeypatch.delenv("SITE_URL", raising=False)
    assert settings(tmp_path, text).site_url == "https://lamps.example/book/"
    monkeypatch.setenv("SITE_URL", "https://union.example/")
    assert settings(tmp_path, text).site_url == "https://union.example/"
    monkeypatch.setenv("SITE_URL", "union.example")
    assert said(tmp_path, text)[0].startswith("mkdocs.yml:1: the address of the site is not well formed; expected ")


def test_plugins_may_be_a_group_as_well(tmp_path: Path) -> None:
    text = CONFIGURATION.replace("  - search\n  - i18n:", "  search: {}\n  i18n:")
    assert [one.code for one in settings(tmp_path, text).languages] == ["en", "ar", "pt-BR"]


def test_everything_that_is_wrong_is_named_in_one_run(tmp_path: Path) -> None:
    text = CONFIGURATION.replace("https://", "htps://").replace("locale: ar", "locale: a")
    text = text.replace("name: Português", "name: ''").replace("  - words.md", "  - words.html")
    text = text.replace("The year: O ano", "The yaer: O ano")
    assert [problem.partition(";")[0] for problem in said(tmp_path, text)] == [
        "mkdocs.yml:1: the address of the site is not well formed",
        "mkdocs.yml:7: this is not the code of a language",
        "mkdocs.yml:13: 'name' of the language 'pt-BR' is not words",
        "mkdocs.yml:16: the navigation has no title 'The yaer'",
        "mkdocs.yml:23: the navigation names something that is not a page",
    ]


def test_a_title_needs_words_in_each_translation(tmp_path: Path) -> None:
    text = CONFIGURATION.replace("Years: سنوات, ", "").replace("{ Years: Anos, The year: O ano }", "{}")
    assert [problem.partition(" of the")[0] for problem in said(tmp_path, text)] == [
        "mkdocs.yml:11: the title 'Years'",
        "mkdocs.yml:16: the title 'The year'",
        "mkdocs.yml:16: the title 'Years'",
    ]


def test_a_handbook_may_have_one_language(tiny: Tree) -> None:
    text = tiny.read(CONFIG)
    tiny.write(CONFIG, text[: text.index("        - locale: fr")] + text[text.index("markdown_extensions") :])
    tiny.remove("docs_fr")
    assert tiny.problems() == []


def test_a_language_is_added_by_an_entry_and_a_folder(tiny: Tree) -> None:
    together(
        swap(CONFIG, "locale: fr", "locale: ar"), lambda tree: (tree.root / "docs_fr").rename(tree.root / "docs_ar")
    )(tiny)
    assert tiny.problems() == []
    assert "Éclairer chaque rue" in tiny.staged("ar", "light.md")
