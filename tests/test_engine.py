"""What MkDocs objects to becomes a problem at the file and line where a person wrote it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Tree
from html_page import HtmlPage, text

from handbook.build.complaints import warned
from handbook.problems import CouldNotRun, Refused
from handbook.way import build_site


def refusal(tree: Tree, allow_missing: bool = False) -> list[str]:
    """What a whole build objects to."""
    with pytest.raises(Refused) as refused:
        build_site(tree.root, tree.root / "site", allow_missing)
    assert not (tree.root / "site").exists()
    return [str(problem) for problem in refused.value.problems]


NOTHING = "leads to nothing. Correct the address, or the anchor after '#'."


def test_links_and_pictures_that_lead_to_nothing_are_named_at_their_lines(tiny: Tree) -> None:
    tiny.append(
        "docs/index.md",
        "\n[page](ligth.md)\n[anchor](light.md#nothing)\n[here](#nowhere)\n\n![picture](lamp.png)\n\n"
        "[other language](../docs_fr/light.md)\n[server](/light/)\n[folder](light/)\n"
        "[mon été](mon%20été.md)\n\n[reference][oil]\n\n[oil]: oil.md\n",
    )
    tiny.replace("docs_fr/index.md", "(light.md)", "(light.md#rien)")
    assert refusal(tiny) == [
        "docs/index.md:15: the link 'ligth.md' leads to nothing. Did you mean 'light.md'?",
        f"docs/index.md:16: the link 'light.md#nothing' {NOTHING}",
        f"docs/index.md:17: the link '#nowhere' {NOTHING}",
        f"docs/index.md:19: the link 'lamp.png' {NOTHING}",
        "docs/index.md:21: the link '../docs_fr/light.md' leads to nothing. Did you mean 'light.md'?",
        "docs/index.md:22: the link '/light/' starts at the root of the server; "
        "expected a path from this page, such as other.md. Did you mean 'light.md'?",
        "docs/index.md:23: the link 'light/' leads to nothing. Did you mean 'light.md'?",
        f"docs/index.md:24: the link 'mon%20été.md' {NOTHING}",
        f"docs/index.md:28: the link 'oil.md' {NOTHING}",
        f"docs_fr/index.md:6: the link 'light.md#rien' {NOTHING}",
    ]


def test_a_page_in_another_folder_is_known_by_its_own_name(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        tiny.write(f"{folder}/lamps/wicks.md", "---\ndescription: Wicks.\n---\n# Wicks { #wicks }\n\nWicks.\n")
    tiny.append("mkdocs.yml", "  - lamps/wicks.md\n")
    tiny.append("docs/light.md", "\n[wicks](wikcs.md)\n")
    assert refusal(tiny) == [
        "docs/light.md:8: the link 'wikcs.md' leads to nothing. Did you mean 'lamps/wicks.md'?",
    ]


def test_a_link_on_a_page_that_falls_back_is_named_where_it_was_written(tiny: Tree) -> None:
    tiny.remove("docs_fr/light.md")
    tiny.append("docs/light.md", "\n[oil](oil.md)\n")
    assert refusal(tiny, allow_missing=True) == [f"docs/light.md:8: the link 'oil.md' {NOTHING}"]


OPTIONS = {
    "a plugin that is not there": (
        "plugins:\n",
        "plugins:\n  - serch\n",
        9,
        "'plugins': The \"serch\" plugin is not installed",
    ),
    "an extension that is not there": ("[admonition,", "[admonitions,", 21, "Failed to load extension 'admonitions'"),
    "a wrong option of an extension": ("toc_depth: 4", "toc_depth: x", 21, "invalid literal for int()"),
    "a theme that is not there": ("name: material", "name: paper", 7, "Unrecognised theme name: 'paper'"),
    "a hook that is not there": ("mkdocs_hooks.py", "no_hooks.py", 6, "isn't an existing file"),
    "an option that is not known": ("locale: fr", "locale: fr\n          colour: red", 9, "colour"),
}


@pytest.mark.parametrize(("old", "new", "line", "words"), OPTIONS.values(), ids=OPTIONS)
def test_what_mkdocs_yml_names_wrongly_is_named_at_its_line(
    tiny: Tree, old: str, new: str, line: int, words: str
) -> None:
    tiny.replace("mkdocs.yml", old, new)
    problems = refusal(tiny)
    assert [one for one in problems if one.startswith(f"mkdocs.yml:{line}: ") and words in one] == problems
    assert "Traceback" not in "".join(problems)


def own_overrides(tree: Tree) -> Path:
    shutil.copytree(ROOT / "overrides", tree.root / "overrides")
    tree.replace("mkdocs.yml", str(ROOT / "overrides"), "overrides")
    return tree.root / "overrides"


TEMPLATES = {
    "not well formed": ("main.html", '{% extends "base.html" %}\n\n{% if %}\n', 3),
    "with an undefined name": (
        "404.html",
        '{% extends "main.html" %}\n{% block content %}{{ no.words }}{% endblock %}',
        2,
    ),
    "extending nothing": ("404.html", '{% extends "nothing.html" %}\n', 1),
    "of a root page, not well formed": ("root/chooser.html", '{% extends "_page.html" %}\n{% block %}\n', 2),
    "of a root page, undefined": ("root/not-found.html", "\n\n{{ nothing }}\n", 3),
}


@pytest.mark.parametrize(("file", "source", "line"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_mistake_in_a_template_is_named_at_its_line(tiny: Tree, file: str, source: str, line: int) -> None:
    (own_overrides(tiny) / file).write_text(source, encoding="utf-8")
    problems = refusal(tiny)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"overrides/{file}:{line}: the template is not well formed: ")


def test_a_failing_extension_is_a_problem_and_no_traceback(tiny: Tree) -> None:
    hooks = (ROOT / "scripts" / "mkdocs_hooks.py").read_text(encoding="utf-8")
    tiny.replace("mkdocs.yml", str(ROOT / "scripts" / "mkdocs_hooks.py"), "hooks.py")
    root = repr(str(ROOT))
    tiny.write(
        "hooks.py",
        hooks.replace("str(Path(__file__).resolve().parents[1])", root)
        + "\n\ndef on_env(env, config, files):\n    raise KeyError('lamp')\n",
    )
    assert refusal(tiny) == ["mkdocs.yml: MkDocs stopped: KeyError: 'lamp'. See its plugins and extensions."]


def test_a_build_process_that_is_killed_is_no_problem_of_the_words(tiny: Tree) -> None:
    tiny.replace("mkdocs.yml", str(ROOT / "scripts" / "mkdocs_hooks.py"), "hooks.py")
    tiny.write("hooks.py", "import os\n\n\ndef on_config(config):\n    os.kill(os.getpid(), 9)\n")
    with pytest.raises(CouldNotRun, match="a build process was stopped"):
        build_site(tiny.root, tiny.root / "site")
    assert not (tiny.root / "site").exists()


def test_a_warning_about_no_page_is_put_to_the_configuration(tiny: Tree) -> None:
    problem = warned(tiny.root, "mkdocs.yml", {}, "Something\n is   odd.")
    assert str(problem) == "mkdocs.yml: Something is odd. See mkdocs.yml and overrides/."


ESCAPED = 'Light & "all" 6 > 4'


def test_titles_and_descriptions_are_escaped_once(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        page = tiny.read(f"{folder}/light.md")
        tiny.write(f"{folder}/light.md", page.replace("description: ", f"title: '{ESCAPED}'\ndescription: A \"b\" & "))
    tiny.replace("mkdocs.yml", "font: false", "font: false, features: [navigation.footer]")
    tiny.replace("mkdocs.yml", "site_name: Lamplighters", f"site_name: '{ESCAPED}'")
    tiny.replace("mkdocs.yml", "name: English", f"name: '{ESCAPED}'")
    tiny.replace("mkdocs.yml", "The year: L’année", f"The year: '{ESCAPED}'")
    tiny.replace("docs/data/labels.yml", "language-switch: Language", f"language-switch: '{ESCAPED}'")
    build_site(tiny.root, tiny.root / "site")
    english, french = (HtmlPage(tiny.root / f"site/{code}/light/index.html") for code in ("en", "fr"))
    assert english.texts("./head/title") == [f"{ESCAPED} – {ESCAPED}"]
    assert english.meta("description").startswith('A "b" & ')
    assert english.meta("og:title") == english.meta("og:site_name") == ESCAPED
    assert ESCAPED in english.texts(".//nav//a[@href='./']")
    assert ESCAPED in french.texts(".//nav//span[@class='chapter']")
    assert english.texts(".//span[@class='languages__label']") == [ESCAPED]
    assert ESCAPED in french.texts(".//details[@class='languages']//a")
    assert "&amp;amp;" not in english.source
    home = HtmlPage(tiny.root / "site/en/index.html")
    link = home.one(".//a[@class='md-footer__link md-footer__link--next']")
    assert text(link) == f"Next {ESCAPED}"


LANGUAGES = {
    "with a territory": ("pt-BR", "ltr", "pt_BR"),
    "with a script": ("zh-Hant", "ltr", None),
    "written from the right": ("ar", "rtl", None),
    "without words in the theme": ("mt", "ltr", "mt_MT"),
}


@pytest.mark.parametrize(("code", "direction", "locale"), LANGUAGES.values(), ids=LANGUAGES)
def test_any_language_can_be_added(tiny: Tree, code: str, direction: str, locale: str | None) -> None:
    tiny.replace("mkdocs.yml", "locale: fr", f"locale: {code}")
    (tiny.root / "docs_fr").rename(tiny.root / f"docs_{code}")
    assert build_site(tiny.root, tiny.root / "site").languages == ("en", code)
    page = HtmlPage(tiny.root / f"site/{code}/light/index.html")
    assert page.root.get("lang") == code
    assert page.root.get("dir") == direction
    assert page.alternates[code] == f"https://lamps.example/book/{code}/light/"
    assert locale in (None, page.meta("og:locale"))
    assert page.texts(".//a[@class='md-skip']") != [""]


def test_pages_may_have_blanks_and_accents_in_their_names(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        (tiny.root / folder / "light.md").rename(tiny.root / folder / "mon été.md")
        tiny.replace(f"{folder}/index.md", "(light.md)", "(mon%20%C3%A9t%C3%A9.md)")
    tiny.replace("mkdocs.yml", "- light.md", "- mon été.md")
    build_site(tiny.root, tiny.root / "site")
    address = "https://lamps.example/book/fr/mon%20%C3%A9t%C3%A9/"
    assert f'<link rel="canonical" href="{address}">' in tiny.read("site/fr/mon été/index.html")
    assert f"<loc>{address}</loc>" in tiny.read("site/sitemap.xml")
    assert f'"address": "{address}#programme.light.means.count-lamps"' in tiny.read("site/fr/statements.json")
