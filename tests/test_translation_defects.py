"""Defects that one side alone does not show: a lost negation, words twice, settings, memory, accents."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from unicodedata import normalize

import pytest
from conftest import ROOT, Tree
from remembered import remember, said, told
from test_check_translations import LIGHT, door, line

from handbook.problems import Problem, Refused
from handbook.read.settings import read_settings
from handbook.translations.accept import accept
from handbook.translations.finding import Finding, Pair
from handbook.translations.fixes import fixes, write_fixes
from handbook.translations.gate import check_handbook
from handbook.translations.gather import gather
from handbook.translations.meaning.forms import check_forms
from handbook.translations.meaning.negation import check_negation
from handbook.translations.messages import catalogue
from handbook.translations.repetition import check_repetition, repeated
from handbook.translations.site_units import more_site_units
from handbook.translations.unit import Unit, digest
from handbook.translations.work import commands

MEMORY = "docs_fr/translated-from/data/programme/light.yml"


@pytest.fixture
def kept(tiny: Tree) -> Tree:
    """A handbook whose French is remembered as right."""
    remember(tiny.root)
    return tiny


def pair(original: str, translation: str, code: str = "fr", accepted: bool = False) -> Pair:
    mine, other = (
        Unit("a.text", f"{folder}/data/a.yml", 3, text, "sentence")
        for folder, text in (("docs", original), (f"docs_{code}", translation))
    )
    return Pair(code, mine, other, original, digest(translation if accepted else "before"), "1901-01-01")


def negations(original: str, translation: str, code: str = "fr", accepted: bool = False) -> list[tuple[str, str]]:
    found = check_negation(pair(original, translation, code, accepted), "en", code)
    return [(one.check, one.severity) for one in found]


# Negation.


@pytest.mark.parametrize(
    ("original", "code", "translation"),
    [
        ("Staff must not pay.", "fr", "Le personnel doit payer."),
        ("Staff must not pay.", "es", "El personal debe pagar."),
        ("They never asked the board.", "es", "Preguntaron al comité."),
        ("You cannot appeal.", "fr", "Vous pouvez faire appel."),
        ("It isn’t a right.", "fr", "C’est un droit."),
        ("No lamp is lit.", "es", "La lámpara se enciende."),
        ("Ask the board. It does not decide.", "fr", "Demander au comité. Il décide."),
        ("Nobody was told. Wait.", "fr", "Tout le monde a été informé. Attendre."),
        ("The board decides. Light [[lamps]] not before night.", "fr", "Le comité ne décide pas. Allumer [[lamps]]."),
    ],
)
def test_a_negation_that_is_lost_is_told(original: str, code: str, translation: str) -> None:
    assert {"negation-lost", "negation-added"} & {check for check, _ in negations(original, translation, code)}


@pytest.mark.parametrize(
    ("original", "code", "translation"),
    [
        ("The board decides.", "fr", "Le comité ne décide pas."),
        ("The board decides.", "es", "El comité no decide."),
        ("Staff may appeal.", "fr", "Le personnel n’a aucun droit de recours."),
        ("Staff were told.", "es", "Nunca se informó al personal."),
    ],
)
def test_a_negation_that_is_added_is_told(original: str, code: str, translation: str) -> None:
    assert negations(original, translation, code) == [("negation-added", "warning")]


@pytest.mark.parametrize(
    ("original", "code", "translation"),
    [
        ("The state of the talks is unclear.", "fr", "L’état des négociations n’est pas clair."),
        ("The address is out of date.", "es", "La dirección ya no es válida."),
        ("It gives no title.", "fr", "Sans titre."),
        ("It gives only the month.", "fr", "Il ne donne que le mois."),
        ("See IGDS No. 385.", "fr", "Voir IGDS n° 385."),
        ("No later than 31 May.", "fr", "Au plus tard le 31 mai."),
        ("Whether or not it rains, light them.", "es", "Encenderlas llueva o truene."),
        ("Do not hesitate to ask.", "fr", "Posez vos questions."),
        ("Ask the board.", "fr", "N’hésitez pas à demander au comité."),
        ("A violence-free street.", "es", "Una calle sin violencia."),
        ("Not translated yet", "fr", "À traduire"),
        ("Not translated yet", "es", "Por traducir"),
        ("Promote non-discrimination.", "es", "Promover la no discriminación."),
        ("Never quote it.", "es", "No lo cite nunca."),
        ("It is not so.", "de", "Es ist so."),
    ],
)
def test_what_languages_deny_otherwise_is_no_finding(original: str, code: str, translation: str) -> None:
    assert negations(original, translation, code) == []


def test_one_negation_of_two_is_a_note_until_the_translation_is_accepted() -> None:
    words = ("It burns, but does not shine.", "Elle ne brûle pas, et ne brille pas.")
    assert negations(*words) == []  # “but” may be said with a negation
    words = ("It burns and does not shine.", "Elle ne brûle pas et elle ne brille pas.")
    assert negations(*words) == [("negation-added", "note")]
    assert negations(*words, accepted=True) == []


_NEGATION = {
    "fr": re.compile(r"\b(?:ne |n’)(\w+ (?:\w+ )?)(?:pas|plus|jamais) "),
    "es": re.compile(r"\b[Nn]o ()(?=(?:se |lo |la |es|son|dic|da|pued|deb|tien|hay))"),
}


def test_negations_that_are_taken_out_of_this_handbook_are_told() -> None:
    gathered = gather(ROOT)
    for code, pattern in _NEGATION.items():
        tried = caught = 0
        for one in gathered.pairs[code]:
            if one.original is None or one.translation is None:
                continue
            assert list(check_negation(one, "en", code)) == [], one.key
            text, count = pattern.subn(r"\1", one.translation.text)
            if count and list(check_negation(one, "en", code)) == []:
                tried += 1
                broken = replace(one, translation=replace(one.translation, text=text))
                caught += any(check_negation(broken, "en", code))
        assert tried > 80
        assert caught / tried > 0.7, (code, caught, tried)


# Words twice.


@pytest.mark.parametrize(
    "text",
    [
        "Compter les lampes deux fois par an. Compter les lampes deux fois par an.",
        "Compter les lampes deux fois par an, en hiver. Dire au comité. Compter les lampes deux fois par an, en été.",
        "Allumer les lampes allumer les lampes du port.",
        "Demander au [[board]] de compter les lampes\u00a0; demander au [[board]] de compter les lampes.",
    ],
)
def test_words_that_stand_twice_are_told(text: str) -> None:
    (found,) = check_repetition(pair("Count the lamps twice a year, and tell the board of it.", text))
    assert found.check == "repeated-words"
    assert found.facts["found"] in text or found.facts["found"].lower() in text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Le comité dit que oui, le syndicat dit que non.",
        "De plus en plus de lampes, de plus en plus de rues.",
        "[[a]], [[b]], [[a]], [[c]].",
        "Il faut demander au comité, puis demander au comité exécutif.",
        "Un, deux, un, deux, trois.",
    ],
)
def test_what_languages_repeat_is_no_finding(text: str) -> None:
    assert repeated(text) == ""


def test_what_the_original_repeats_may_be_repeated() -> None:
    twice = "Count the lamps of the street. Wait. Count the lamps of the street."
    assert list(check_repetition(pair(twice, "Compter les lampes de la rue. Compter les lampes de la rue."))) == []


def test_a_sentence_that_is_pasted_twice_is_one_finding(kept: Tree) -> None:
    text = "Éclairer chaque rue avant le 31 décembre 1901."
    kept.replace(LIGHT, text, f"{text} {text}")
    assert said(kept.root) == [("repeated-words", f"{LIGHT}:{line(kept, LIGHT, text)}")]


# Settings of a page.


def test_settings_of_a_page_are_the_same_in_every_language(kept: Tree) -> None:
    kept.replace("docs/index.md", "description:", "hide: [toc, footer]\ndescription:")
    assert said(kept.root) == [("front-matter", "docs_fr/index.md:1")]
    kept.replace("docs_fr/index.md", "description:", "hide: [footer, toc]\ndescription:")
    assert said(kept.root) == []
    kept.replace("docs_fr/index.md", "hide: [footer, toc]", "hide: [footer]")
    assert said(kept.root) == [("front-matter", "docs_fr/index.md:2")]
    (found,) = told(check_handbook(kept.root))
    assert (found.facts["expected"], found.facts["found"]) == ("hide: [toc, footer]", "hide: [footer]")


def test_a_setting_that_only_the_translation_has_is_told(kept: Tree) -> None:
    kept.replace("docs_fr/light.md", "description:", "hide: toc\ndescription:")
    assert said(kept.root) == [("front-matter", "docs_fr/light.md:2")]
    kept.replace("docs/light.md", "description:", "hide: [toc]\ndescription:")
    assert said(kept.root) == []


# Full names.


def forms(original: str, translation: str, accepted: bool = False) -> list[str]:
    found = check_forms(pair(original, translation, accepted=accepted), {"board", "union"})
    return [f"{one.facts['expected']} {one.facts['found']}" for one in found]


def test_a_name_that_is_only_abbreviated_is_told_until_accepted() -> None:
    words = ("Ask the [[board:name]].", "Demander au [[board]].")
    assert forms(*words) == ["[[board:name]] [[board]]"]
    assert forms(*words, accepted=True) == []
    assert forms("The [[board:name]] ([[board]])", "Le [[board]]") == []
    assert forms("Ask the [[board:name]].", "Le [[board:name]] et le [[board]]") == []
    assert forms("Ask the [[lamp:name]].", "Demander à [[lamp]].") == []
    assert forms("Ask the [[board]].", "Demander au [[board:name]].") == []


def test_a_full_name_that_is_lost_is_told_in_a_handbook(kept: Tree) -> None:
    kept.replace("docs/data/programme/light.yml", "[[lamp-board]]", "[[lamp-board:name]]")
    kept.replace(LIGHT, "[[lamp-board]]", "[[lamp-board:name]]")
    remember(kept.root)
    assert said(kept.root) == []
    kept.replace(LIGHT, "[[lamp-board:name]]", "[[lamp-board]]")
    assert said(kept.root) == [("name-shortened", f"{LIGHT}:{line(kept, LIGHT, '[[lamp-board]]') - 1}")]
    remember(kept.root)
    assert said(kept.root) == []


# Memory.


def notes(tree: Tree) -> list[Finding]:
    return [one for one in check_handbook(tree.root).findings if one.check.startswith("memory")]


def test_memory_of_what_is_gone_is_a_note_with_the_command_that_clears_it(kept: Tree) -> None:
    kept.replace("docs/data/programme/light.yml", "title: Count the lamps\n    text: Count", "text: Count")
    kept.replace(LIGHT, "    title: Compter les lampes\n", "")
    (note,) = notes(kept)
    key = "programme.light.means.count-lamps.title"
    assert (note.check, note.severity, note.facts["found"]) == ("memory-unused", "note", key)
    assert (note.file, note.line) == (MEMORY, line(kept, MEMORY, key))
    wanted = note.facts["command"].rpartition(" ")[2]
    gathered = gather(kept.root)
    accept(gathered, "fr", [one for one in gathered.pairs["fr"] if one.key == wanted], "2026-01-02")
    assert notes(kept) == []
    assert key not in kept.read(MEMORY)


def test_memory_of_a_page_that_is_gone_is_one_note(kept: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        kept.write(f"{folder}/more.md", "---\ndescription: More.\n---\n# More { #more }\n\nLamps.\n")
    remember(kept.root)
    for folder in ("docs", "docs_fr"):
        kept.remove(f"{folder}/more.md")
    (note,) = notes(kept)
    assert (note.check, note.file) == ("memory-file-unused", "docs_fr/translated-from/more.md.yml")
    command = note.facts["command"]
    assert command == "python3 scripts/translations.py accept --language fr docs_fr/translated-from/more.md.yml"
    lines, code = commands.accept(kept.root, catalogue("en", "work"), "fr", [note.file], False, None, False)
    assert (code, lines) == (0, [f"Français: what is gone was forgotten. Written: {note.file}"])
    assert notes(kept) == []
    assert said(kept.root) == []


def test_a_page_that_is_renamed_in_every_language_is_remembered(kept: Tree) -> None:
    page = "---\ndescription: {}\n---\n{}\n\n# {} {{ #more }}\n\n{}\n"
    kept.write("docs/more.md", page.format("More lamps.", "Before all.", "More", "Lamps."))
    kept.write("docs_fr/more.md", page.format("D’autres lampes.", "Avant tout.", "Plus", "Lampes."))
    accept(gather(kept.root), "fr", None, "1901-02-03")
    assert said(kept.root) == []
    for folder in ("docs", "docs_fr"):
        kept.write(f"{folder}/other.md", kept.read(f"{folder}/more.md"))
        kept.remove(f"{folder}/more.md")
    assert check_handbook(kept.root).findings == ()
    gathered = gather(kept.root)
    chosen = [one for one in gathered.pairs["fr"] if one.key.startswith("other.md")]
    accept(gathered, "fr", chosen, "1901-02-04")
    memory = kept.root / "docs_fr" / "translated-from"
    assert not (memory / "more.yml").exists()
    assert (memory / "other.yml").read_text(encoding="utf-8").count("1901-02-03") == len(chosen)  # not a new day
    assert check_handbook(kept.root).findings == ()


def test_words_that_changed_while_their_page_was_renamed_are_asked_for(kept: Tree) -> None:
    page = "---\ndescription: {}\n---\n# {} {{ #more }}\n\n{}\n"
    kept.write("docs/more.md", page.format("More lamps.", "More", "Lamps."))
    kept.write("docs_fr/more.md", page.format("D’autres lampes.", "Plus", "Lampes."))
    accept(gather(kept.root), "fr", None, "1901-02-03")
    kept.write("docs/other.md", kept.read("docs/more.md").replace("More lamps", "More of the lamps"))
    kept.write("docs_fr/other.md", kept.read("docs_fr/more.md"))
    for folder in ("docs", "docs_fr"):
        kept.remove(f"{folder}/more.md")
    assert said(kept.root) == [("unrecorded", "docs_fr/other.md:2")]


def test_a_block_that_both_languages_lost_is_forgotten_and_one_that_moved_is_not(kept: Tree) -> None:
    for file, name in (("docs/index.md", "Bodies"), ("docs_fr/index.md", "Instances")):
        section = f'## {name} {{ #bodies }}\n\n{{{{ entries("bodies", 3) }}}}\n'
        kept.replace(file, section, "")
        kept.append(file.replace("index", "light"), "\n" + section)
    assert notes(kept) == []
    for file in ("docs/light.md", "docs_fr/light.md"):
        kept.write(file, re.sub(r"\n## .*\n", "\n", kept.read(file)))
    assert [one.facts["units"] for one in notes(kept)] == ["1"]


def test_days_that_are_still_to_come_are_told_once_and_healed_by_accepting(kept: Tree) -> None:
    kept.append("mkdocs.yml", 'extra: { date: "2026-11-22" }\n')
    kept.write(MEMORY, kept.read(MEMORY).replace("2026-01-01", "2031-01-01"))
    (found,) = told(check_handbook(kept.root))
    assert (found.check, found.severity, found.file) == ("memory-day", "warning", MEMORY)
    assert found.facts["command"].endswith(LIGHT)
    gathered = gather(kept.root)
    accept(
        gathered,
        "fr",
        [one for one in gathered.pairs["fr"] if one.translation and one.translation.file == LIGHT],
        "2026-11-22",
    )
    assert said(kept.root) == []


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", "20260101", "2026-W01-1"])
def test_days_that_are_no_dates_are_told_once_and_states_stay_known(kept: Tree, day: str) -> None:
    kept.write(MEMORY, kept.read(MEMORY).replace("2026-01-01", day))
    assert said(kept.root) == [("unreadable", f"{MEMORY}:{line(kept, MEMORY, day)}")]
    kept.replace("docs/data/programme/light.yml", "Count the lamps twice a year.", "Count the lamps in winter.")
    assert "outdated" in [check for check, _ in said(kept.root)]
    gathered = gather(kept.root)
    accept(
        gathered,
        "fr",
        [one for one in gathered.pairs["fr"] if one.translation and one.translation.file == LIGHT],
        "2026-01-01",
    )
    assert not {"unreadable", "outdated"} & {check for check, _ in said(kept.root)}


# Accents that are characters of their own.


def test_decomposed_text_is_one_finding_a_file_and_is_mended(kept: Tree) -> None:
    before = kept.read(LIGHT)
    kept.write(LIGHT, normalize("NFD", before))
    (found,) = told(check_handbook(kept.root))
    assert (found.check, found.file) == ("loose-accent", LIGHT)
    assert int(found.facts["units"]) >= 2
    assert "‹U+0300›" in found.facts["found"]
    write_fixes(kept.root, list(fixes(check_handbook(kept.root))))
    assert kept.read(LIGHT) == before
    assert said(kept.root) == []


def test_decomposed_names_and_lists_do_not_make_other_texts_wrong(kept: Tree) -> None:
    kept.write("docs_fr/review/spelling.txt", normalize("NFD", "Éclairage\n"))
    kept.write("docs_fr/review/terminology.yml", normalize("NFD", "Street: { preferred: [rue, allée] }\n"))
    kept.write("docs/review/terminology.yml", "Street:\n")
    bodies = "docs_fr/data/bodies.yml"
    kept.write(bodies, normalize("NFD", kept.read(bodies)))
    assert {(one.check, one.file) for one in told(check_handbook(kept.root))} == {("loose-accent", bodies)}


# Words of mkdocs.yml.

BOXES = "admonition_translations: { note: Remarque, tip: Conseil }"


def test_titles_of_boxes_are_needed_in_every_language(kept: Tree) -> None:
    for page in ("docs/index.md", "docs_fr/index.md"):
        kept.append(page, '\n!!! note\n    {{ mention("programme.light.means.count-lamps") }}\n')
    remember(kept.root)
    assert said(kept.root) == [("missing-setting", f"mkdocs.yml:{line(kept, 'mkdocs.yml', 'locale: fr')}")]
    kept.replace("mkdocs.yml", "name: Français\n", f"name: Français\n          {BOXES}\n")
    remember(kept.root)
    assert said(kept.root) == []
    kept.replace("mkdocs.yml", "note: Remarque", "note: ''")
    assert said(kept.root) == [("missing-setting", f"mkdocs.yml:{line(kept, 'mkdocs.yml', BOXES[:20])}")]


def test_titles_of_boxes_of_the_originals_ask_for_translations(kept: Tree) -> None:
    kept.replace("mkdocs.yml", "name: English,", "name: English, admonition_translations: { danger: Take care },")
    assert [check for check, _ in said(kept.root)] == ["missing-setting"]
    (found,) = told(check_handbook(kept.root))
    assert (found.key, found.facts["expected"]) == ("mkdocs.yml/admonition_translations/danger", "Take care")


def test_titles_of_boxes_have_a_memory(kept: Tree) -> None:
    kept.replace("mkdocs.yml", "name: English,", "name: English, admonition_translations: { danger: Take care },")
    kept.replace(
        "mkdocs.yml", "name: Français\n", "name: Français\n          admonition_translations: { danger: Gare }\n"
    )
    (found,) = told(check_handbook(kept.root))
    key = "mkdocs.yml/admonition_translations/danger"
    assert (found.check, found.key) == ("unrecorded", key)
    remember(kept.root)
    assert said(kept.root) == []
    kept.replace("mkdocs.yml", "danger: Take care", "danger: Beware of lamps")
    (found,) = told(check_handbook(kept.root))
    assert (found.check, found.facts["before"]) == ("outdated", "Take care")


@pytest.mark.parametrize("kind", ["warning", "tip", "danger"])
def test_a_title_of_a_box_that_is_left_in_english_is_told(kept: Tree, kind: str) -> None:
    title = kind.capitalize()
    for page in ("docs/index.md", "docs_fr/index.md"):
        kept.append(page, f'\n!!! {kind} "{title}"\n    {{{{ mention("programme.light.means.count-lamps") }}}}\n')
    words = {"warning": "Attention", "tip": "Conseil", "danger": "Danger"}
    titles = ", ".join(f"{one}: {other}" for one, other in words.items())
    kept.replace(
        "mkdocs.yml", "name: Français\n", f"name: Français\n          admonition_translations: {{ {titles} }}\n"
    )
    remember(kept.root)
    told_there = [("untranslated", f"docs_fr/index.md:{line(kept, 'docs_fr/index.md', title)}")]
    assert said(kept.root) == ([] if kind == "danger" else told_there)  # the same word in French


@pytest.mark.parametrize(("title", "wrong"), [("Warning", True), ("Tip", True), ("Danger", False), ("Note", False)])
def test_a_title_of_boxes_in_the_settings_that_is_english_is_told(kept: Tree, title: str, wrong: bool) -> None:
    boxes = f"admonition_translations: {{ {title.lower()}: {title} }}"
    kept.replace("mkdocs.yml", "name: Français\n", f"name: Français\n          {boxes}\n")
    remember(kept.root)
    expected = [("untranslated", f"mkdocs.yml:{line(kept, 'mkdocs.yml', boxes)}")]
    assert said(kept.root) == (expected if wrong else [])


def test_a_title_of_a_box_that_the_handbook_itself_translates_is_not_right_in_english(kept: Tree) -> None:
    for page in ("docs/index.md", "docs_fr/index.md"):
        kept.append(page, '\n!!! caution "Caution"\n    {{ mention("programme.light.means.count-lamps") }}\n')
    boxes = "admonition_translations: {{ caution: {} }}"
    kept.replace("mkdocs.yml", "name: Français\n", f"name: Français\n          {boxes.format('Caution')}\n")
    remember(kept.root)
    assert said(kept.root) == []  # also a French word
    kept.replace("mkdocs.yml", boxes.format("Caution"), boxes.format("Prudence"))
    assert said(kept.root) == [("untranslated", f"docs_fr/index.md:{line(kept, 'docs_fr/index.md', 'Caution')}")]


def test_phrases_under_extra_are_needed_and_checked(kept: Tree) -> None:
    kept.append(
        "mkdocs.yml",
        "extra:\n  consent: { title: Lamps and cookies, link: 'https://a.example/x y' }\n"
        "  social: [{ name: Lamp Post }]\n",
    )
    assert [(one.check, one.key) for one in told(check_handbook(kept.root))] == [
        ("missing-setting", "mkdocs.yml/extra/consent.title")
    ]
    words = "extra: { consent: { title: Lampes et  biscuits } }"
    kept.replace("mkdocs.yml", "name: Français\n", f"name: Français\n          {words}\n")
    assert [check for check, _ in said(kept.root)] == ["unrecorded"]
    remember(kept.root)
    assert said(kept.root) == []
    kept.replace("mkdocs.yml", "Lampes et  biscuits", "L'huile et les biscuits")
    assert said(kept.root) == [("apostrophe", f"mkdocs.yml:{line(kept, 'mkdocs.yml', 'biscuits')}")]


def test_a_language_without_boxes_and_phrases_has_no_further_words(kept: Tree) -> None:
    from handbook.read.text import read_text
    from handbook.read.yaml import parse

    settings = read_settings(kept.root)
    file = parse("mkdocs.yml", read_text(kept.root, "mkdocs.yml", []) or "", [], engine_tags=True)
    assert file is not None
    assert [unit for one in settings.languages for unit in more_site_units(file, one)] == []


# The door, and titles of the navigation.


def test_the_door_says_that_a_language_has_no_messages(kept: Tree) -> None:
    done = door(kept, "--language", "de")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "'de'" in done.stderr
    assert door(kept, "--language", "fr-CH").stderr == door(kept).stderr == ""


def test_titles_of_the_navigation_need_not_stop_everything(kept: Tree) -> None:
    kept.replace("mkdocs.yml", "The year: L’année", "The yaer: L’année")
    with pytest.raises(Refused):
        read_settings(kept.root)
    told_there: list[Problem] = []
    read_settings(kept.root, told=told_there)
    (problem,) = told_there
    assert problem.line == line(kept, "mkdocs.yml", "The yaer")
    kept.replace("mkdocs.yml", "nav_translations: { The yaer: L’année }", "nav_translations: {}")
    told_there.clear()
    read_settings(kept.root, told=told_there)
    assert told_there == []


def test_a_page_without_a_language_is_accepted_in_all_and_that_is_said(kept: Tree) -> None:
    entry = "        - locale: fr\n"
    rest = kept.read("mkdocs.yml").split(entry)[1]
    french = entry + re.split(r"\n(?!          )", rest)[0] + "\n"
    kept.replace(
        "mkdocs.yml", french, french + french.replace("locale: fr", "locale: es").replace("Français", "Español")
    )
    shutil.copytree(kept.root / "docs_fr", kept.root / "docs_es")
    remember(kept.root)
    for folder in ("docs", "docs_fr", "docs_es"):
        kept.append(f"{folder}/index.md", "\nLamps for all.\n")

    def accepted(what: str, language: str | None = None) -> list[str]:
        return commands.accept(kept.root, catalogue("en", "work"), language, [what], False, None, False)[0]

    assert [one.partition(":")[0] for one in accepted("docs_fr/index.md")] == ["Français"]
    for folder in ("docs", "docs_fr", "docs_es"):
        kept.append(f"{folder}/index.md", "\nLamps by night.\n")
    *_, last = accepted("index.md")
    assert last.startswith("Together 3 texts, in all of these languages: Français, Español.")
    assert "--language" in last
    assert not any("Together" in one for one in accepted("index.md"))
