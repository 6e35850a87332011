"""The words of the field: both languages must say the same thing with the handbook's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.problems import Problem
from handbook.read.settings import Language, read_settings
from handbook.read.words import Words, read_words
from handbook.read.yaml import YamlFile
from handbook.translations.data_units import data_units
from handbook.translations.finding import Finding, Pair
from handbook.translations.page_units import page_units
from handbook.translations.terminology import Terminology, check_terminology, read_terminology
from handbook.translations.terminology.index import longest
from handbook.translations.terminology.inflection import stem
from handbook.translations.unit import Kind, Unit

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ("fr", "es")


@pytest.fixture(scope="module")
def handbook() -> dict[str, Words]:
    problems: list[Problem] = []
    return {one.language.code: one for one in read_words(read_settings(ROOT), problems)}


@pytest.fixture(scope="module")
def terms(handbook: dict[str, Words]) -> dict[str, Terminology]:
    problems: list[Problem] = []
    found = {code: read_terminology(ROOT, handbook["en"], handbook[code], problems) for code in TRANSLATIONS}
    assert problems == []
    return found


@pytest.fixture(scope="module")
def pairs(handbook: dict[str, Words]) -> dict[str, list[Pair]]:
    units = {code: {u.key: u for u in (*data_units(one), *page_units(one))} for code, one in handbook.items()}
    return {
        code: [Pair(code, unit, units[code].get(key)) for key, unit in units["en"].items()] for code in TRANSLATIONS
    }


def pair(code: str, english: str, own: str, kind: Kind = "sentence", key: str = "programme.field.means.x.text") -> Pair:
    return Pair(
        code,
        Unit(key, "docs/data/programme/field.yml", 7, english, kind),
        Unit(key, f"docs_{code}/data/programme/field.yml", 9, own, kind),
    )


def said(findings: Sequence[Finding] | Iterator[Finding]) -> list[tuple[str, str, str, str]]:
    return [(one.check, one.severity, one.facts["term"], one.facts["found"]) for one in findings]


# the real handbook


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_the_handbook_says_everything_with_its_own_words(
    code: str, pairs: dict[str, list[Pair]], terms: dict[str, Terminology]
) -> None:
    findings = [one for each in pairs[code] for one in check_terminology(each, terms[code])]
    assert [one for one in findings if one.severity != "note"] == []


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_wrong_words_put_into_real_sentences_are_found_there(
    code: str, pairs: dict[str, list[Pair]], terms: dict[str, Terminology]
) -> None:
    seeded = list(_seeded(pairs[code], terms[code]))
    found = [one for one in seeded if any(f.key == one.key for f in _new(one, terms[code]))]
    assert len(seeded) > 900
    assert len(found) / len(seeded) > 0.97


def _new(broken: Pair, terms: Terminology) -> list[Finding]:
    return [one for one in check_terminology(broken, terms) if one.severity != "note"]


def _seeded(pairs: list[Pair], terms: Terminology) -> Iterator[Pair]:
    """Yield copies of real pairs with a banned form, or a false friend, in the place of a right one."""
    for one in pairs:
        if one.original is None or one.translation is None or one.original.kind == "name":
            continue
        english = {id(term) for hit in terms.english.hits(one.original.text)[0] for _, term in hit.form.meanings}
        for hit in longest(terms.own.hits(one.translation.text)[0]):
            term = next((each for _, each in hit.form.meanings if id(each) in english), None)
            for wrong in (*term.banned, *term.false_friends) if term else ():
                text = one.translation.text.replace(hit.written, wrong, 1)
                if text != one.translation.text:
                    yield replace(one, translation=replace(one.translation, text=text))


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_word_that_is_left_out_is_missed(
    code: str, pairs: dict[str, list[Pair]], terms: dict[str, Terminology]
) -> None:
    """Every occurrence of a right form gives way to another word."""
    tried = missed = 0
    for one in pairs[code]:
        if one.translation is None or one.translation.kind != "sentence":
            continue
        for hit in longest(terms[code].own.hits(one.translation.text)[0]):
            wanted = [term for use, term in hit.form.meanings if use == "preferred" and term.wanted and term.reserved]
            if len(hit.form.stems) > 1 and wanted and hit.written in one.translation.text:
                text = one.translation.text.replace(hit.written, "xyz")
                tried += 1
                missed += bool(_new(replace(one, translation=replace(one.translation, text=text)), terms[code]))
    assert tried > 100
    assert missed / tried > 0.8


# what is found


@pytest.mark.parametrize(
    ("code", "english", "own", "expected"),
    [
        (
            "fr",
            "A collective agreement was signed.",
            "Une convention collective a été signée.",
            ("term-banned", "error", "collective agreement", "convention collective"),
        ),
        (
            "es",
            "The collective agreements apply.",
            "Se aplican los acuerdos colectivos.",
            ("term-banned", "error", "collective agreement", "acuerdos colectivos"),
        ),
        (
            "es",
            "Staff in every duty station.",
            "El personal de cada estación de servicio.",
            ("term-banned", "error", "duty station", "estación de servicio"),
        ),
        (
            "fr",
            "Staff in every duty station.",
            "Le personnel de chaque bureau.",
            ("term-missing", "warning", "duty station", ""),
        ),
        (
            "fr",
            "The Staff Regulations apply.",
            "Le Règlement du personnel s’applique.",
            ("term-missing", "error", "Staff Regulations", "Règlement de personnel"),
        ),
        (
            "fr",
            "Ask in writing.",
            "Demandez un mandat au groupe de travail.",
            ("term-other", "warning", "working group", "groupe de travail"),
        ),
        (
            "fr",
            "The handbook is long.",
            "Le guide du staff est long.",
            ("term-banned", "warning", "staff", "staff"),
        ),
        (
            "es",
            "The programme of the interns.",
            "El programa de los internos.",
            ("term-banned", "error", "intern", "internos"),
        ),
    ],
)
def test_another_word_is_found(
    code: str, english: str, own: str, expected: tuple[str, ...], terms: dict[str, Terminology]
) -> None:
    findings = list(check_terminology(pair(code, english, own), terms[code]))
    assert [(one.check, one.severity, one.facts["term"]) for one in findings] == [expected[:3]]
    assert findings[0].facts["found"].replace("du ", "de ") == expected[3]
    assert (findings[0].file, findings[0].line) == (f"docs_{code}/data/programme/field.yml", 9)


@pytest.mark.parametrize(
    ("code", "english", "own"),
    [
        ("fr", "Two collective agreements and a working group.", "Deux accords collectifs et un groupe de travail."),
        ("fr", "Regional representatives of the Union", "Les représentantes régionales du Syndicat"),
        ("fr", "in the duty stations", "dans les lieux d’affectation"),
        ("fr", "staff representatives", "les représentant·e·s du personnel"),
        ("fr", "the Organization’s diverse staff", "le personnel divers de l’Organisation"),
        ("fr", "The acquired rights", "Les droits, une fois acquis,"),
        ("es", "the working groups of the Union", "los grupos de trabajo del Sindicato"),
        ("es", "staff representatives", "los representantes y las representantes del personal"),
        ("es", "to the technical panels", "a los paneles técnicos"),
        ("es", "negotiating collectively", "negociar"),
        ("fr", "[[jnc]] and [[staff-regulations:name]]", "le [[jnc]] et le [[staff-regulations:name]]"),
        ("fr", "The Staff Regulations", "Le [[staff-regulations]]"),
        ("fr", "see [the page](duty-station.md)", "voir [la page](duty-station.md)"),
        ("fr", "It writes “Staff Rules”.", "On y lit « Staff Rules »."),
        ("fr", "It writes “Staff Rules”.", "On y lit « Staff Rules » (Règlement du personnel)."),
        ("fr", "It writes “Staff - Rules”.", "On y lit « Staff – Rules »."),
        ("es", "In the “field”", "En el «field» (terreno)"),
        ("fr", "the Field Review Team", "l’équipe de l’examen (Field Review Team)"),
        ("fr", "internal rules", "règles internes"),
        ("fr", "in this field", "dans ce domaine"),
    ],
)
def test_right_words_are_left_in_peace(code: str, english: str, own: str, terms: dict[str, Terminology]) -> None:
    assert said(check_terminology(pair(code, english, own), terms[code])) == []


def test_a_title_may_leave_words_out(terms: dict[str, Terminology]) -> None:
    short = pair("fr", "Better care in the duty stations", "De meilleurs soins", "heading")
    assert said(check_terminology(short, terms["fr"])) == [("term-missing", "note", "duty station", "")]


def test_an_entry_need_not_repeat_its_own_name(terms: dict[str, Terminology]) -> None:
    own = pair("es", "A steward speaks.", "Una persona que habla.", key="terms.steward.about")
    assert said(check_terminology(own, terms["es"])) == []


def test_names_and_untranslated_or_missing_sides_are_left_to_other_checks(terms: dict[str, Terminology]) -> None:
    name = pair("fr", "Staff Rules", "Statut du personnel", "name")
    same = pair("fr", "A collective agreement", "A collective agreement")
    for each in (name, same, replace(same, translation=None), replace(same, original=None)):
        assert said(check_terminology(each, terms["fr"])) == []


def test_a_name_that_is_written_out_is_noted_with_the_sentence_to_paste(terms: dict[str, Terminology]) -> None:
    english = "The Joint Negotiating Committee meets."
    (finding,) = check_terminology(pair("fr", english, "Le Comité de négociation paritaire se réunit."), terms["fr"])
    assert (finding.check, finding.severity, finding.fix) == ("term-unnamed", "note", "Le [[jnc:name]] se réunit.")
    page = replace(pair("fr", english, "Le Comité de négociation paritaire se réunit."))
    assert page.translation is not None
    page = replace(page, translation=replace(page.translation, file="docs_fr/index.md"))
    assert said(check_terminology(page, terms["fr"])) == []


# grammar


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "negotiate negotiates negotiated negotiating"),
        ("en", "policy policies"),
        ("en", "meeting meetings"),
        ("fr", "collectif collective collectifs collectives"),
        ("fr", "régional régionale régionaux régionales"),
        ("fr", "professionnel professionnelle professionnels"),
        ("fr", "lieu lieux"),
        ("fr", "du de d des"),
        ("fr", "au à aux"),
        ("es", "negociación negociaciones"),
        ("es", "sindical sindicales"),
        ("es", "voz voces"),
        ("es", "del de"),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(language, form) for form in forms.split()}) == 1


def test_a_language_without_a_table_is_compared_by_exact_forms() -> None:
    assert stem("cy", "Undebau") == "undebau"


# the lists


FOLDERS = {"en": "docs", "cy": "docs_cy"}


def write(root: Path, code: str, text: str) -> None:
    file = root / FOLDERS[code] / "review" / "terminology.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(root: Path, code: str = "cy") -> tuple[Terminology, list[str]]:
    problems: list[Problem] = []
    ours = {"bodies": YamlFile("docs/data/bodies.yml", {"lamp-board": {"name": "Lamp Board", "short": "LB"}})}
    theirs = {"bodies": YamlFile("docs_cy/data/bodies.yml", {"lamp-board": {"name": "Bwrdd Lampau"}})}
    sides = (
        Words(Language(each, each, FOLDERS[each], each == "en", each), dict(data), {}, [])
        for each, data in (("en", ours), (code, theirs))
    )
    return read_terminology(root, *sides, problems), [str(one) for one in problems]


def test_a_new_language_has_its_names_without_any_list(tmp_path: Path) -> None:
    terms, problems = read(tmp_path)
    assert problems == []
    assert said(check_terminology(pair("cy", "Ask the Lamp Board.", "Gofynnwch."), terms)) == [
        ("term-missing", "warning", "Lamp Board", "")
    ]
    assert said(check_terminology(pair("cy", "Ask the Lamp Board.", "Gofynnwch i Bwrdd Lampau."), terms)) == [
        ("term-unnamed", "note", "Lamp Board", "Bwrdd Lampau")
    ]


def test_a_list_adds_words_and_forms(tmp_path: Path) -> None:
    write(tmp_path, "en", "lamp oil: [oil]\nLamp Board: [Board]\n")
    write(tmp_path, "cy", "lamp oil: { preferred: olew lamp, banned: [petrol] }\nLamp Board: { accepted: [Bwrdd] }\n")
    terms, problems = read(tmp_path)
    assert problems == []
    assert said(check_terminology(pair("cy", "The Board has oil.", "Mae olew lamp gan y Bwrdd."), terms)) == []
    assert said(check_terminology(pair("cy", "The Board has oil.", "Mae petrol gan y Bwrdd."), terms)) == [
        ("term-banned", "error", "lamp oil", "petrol")
    ]


def test_words_can_be_looked_for_in_one_direction_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path, "en", "lamp: { look: one-way }\nwick: { look: banned-only }\n")
    write(tmp_path, "cy", "lamp: golau\nwick: { preferred: pabwyr, banned: [wic] }\n")
    terms, _ = read(tmp_path)
    assert said(check_terminology(pair("cy", "A house.", "Ty golau pabwyr."), terms)) == []
    assert said(check_terminology(pair("cy", "A lamp and a wick.", "Ty."), terms)) == [
        ("term-missing", "warning", "lamp", "")
    ]
    assert said(check_terminology(pair("cy", "A house.", "Ty wic."), terms)) == [
        ("term-banned", "warning", "wick", "wic")
    ]


@pytest.mark.parametrize(
    ("english", "own", "expected"),
    [
        (
            "lamp oil:\n",
            "lamp oyl: olew\n",
            "docs_cy/review/terminology.yml:1: 'lamp oyl' is no word of the original's list. Did you",
        ),
        ("lamp:\n", "lamp: { prefered: x }\n", "'prefered' says nothing of a word; expected preferred, accepted"),
        ("lamp:\n", "lamp: { preferred: x, banned: [X] }\n", "'X' is banned and preferred at once"),
        ("lamp:\n", "lamp: [7]\n", "a form is not made of words; expected words; found '7'"),
        (
            "lamp: { look: twice }\n",
            "lamp: x\n",
            "docs/review/terminology.yml:1: 'look' has an unknown value; expected one-way",
        ),
        ("lamp:\n", "lamp: x\nlamp: y\n", "'lamp' is written twice"),
        ("lamp:\n", "", "the file is empty"),
    ],
)
def test_a_list_with_a_mistake_is_told_where(tmp_path: Path, english: str, own: str, expected: str) -> None:
    write(tmp_path, "en", english)
    write(tmp_path, "cy", own)
    _, problems = read(tmp_path)
    assert any(expected in one for one in problems), problems


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_word_of_the_english_list_has_its_forms(code: str, terms: dict[str, Terminology]) -> None:
    meant = {term.word: term for forms in terms[code].english.forms.values() for f in forms for _, term in f.meanings}
    assert [word for word, term in meant.items() if not term.preferred] == []
