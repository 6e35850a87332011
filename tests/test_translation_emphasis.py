"""Emphasis, ordinals, tags and accents: broken in real sentences they are told, moved rightly they are not."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from conftest import ROOT

from handbook.translations.finding import Finding, Pair
from handbook.translations.gather import gather
from handbook.translations.language.typography import check_typography, repaired
from handbook.translations.meaning.emphasis import check_emphasis
from handbook.translations.meaning.language import Language, language
from handbook.translations.meaning.ordinals import check_ordinals
from handbook.translations.meaning.tags import check_tags
from handbook.translations.terminology import Terminology, check_terminology, read_terminology
from handbook.translations.unit import Unit

Known = tuple[tuple[Pair, ...], dict[str, Terminology], dict[str, Language]]


@cache
def real() -> Known:
    """Return all pairs of this handbook, its words of the field, and how its languages write."""
    book = gather(ROOT)
    words = {one.language.code: one for one in book.words}
    ours = words[book.settings.reference.code]
    terms = {code: read_terminology(ROOT, ours, words[code], []) for code in book.pairs}
    written = {one.code: language(one.locale) for one in book.settings.languages}
    pairs = tuple(pair for each in book.pairs.values() for pair in each if pair.original and pair.translation)
    return pairs, terms, written


def pair(original: str, translation: str, code: str = "fr") -> Pair:
    mine, other = (
        Unit("a.text", f"{folder}/data/a.yml", 3, text, "sentence")
        for folder, text in (("docs", original), (f"docs_{code}", translation))
    )
    return Pair(code, mine, other)


def texts(one: Pair) -> tuple[str, str]:
    assert one.original is not None
    assert one.translation is not None
    return one.original.text, one.translation.text


def with_texts(one: Pair, original: str, translation: str) -> Pair:
    assert one.original is not None
    assert one.translation is not None
    return replace(
        one, original=replace(one.original, text=original), translation=replace(one.translation, text=translation)
    )


def moved(one: Pair) -> list[Finding]:
    _, terms, written = real()
    return list(check_emphasis(one, terms[one.code], written["en"], written[one.code]))


# Emphasis.

MOVED = [
    ("Staff must **not** sign.", "Le personnel **doit** ne pas signer.", "fr"),
    ("You have **30 days** to answer.", "Vous avez 30 jours pour **répondre**.", "fr"),
    ("You have 30 days to **answer**.", "Vous avez **30 jours** pour répondre.", "fr"),
    ("Grade **P4** before P5.", "Le grade P4 avant **P5**.", "fr"),
    ("The [[jnc]] and *the [[staff-union]]* agree.", "*Le [[jnc]]* et le [[staff-union]] s’accordent.", "fr"),
    ("The **collective agreement** comes first.", "El convenio colectivo va **primero**.", "es"),
    ("The collective agreement comes **first**.", "El **convenio colectivo** va primero.", "es"),
    ("**Note.** Write it all down.", "Anótelo **todo.** Nota.", "es"),
    ("You must **never** sign.", "Nunca **debe** firmar.", "es"),
]


@pytest.mark.parametrize(("original", "translation", "code"), MOVED)
def test_emphasis_that_has_moved_is_told(original: str, translation: str, code: str) -> None:
    (finding,) = moved(pair(original, translation, code))
    assert (finding.check, finding.severity) == ("emphasis-moved", "warning")


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("Staff must **not** sign.", "Le personnel **ne** doit **pas** signer.", "fr"),
        ("Staff **must not** sign.", "Le personnel ne doit **pas** signer.", "fr"),
        ("**All duty stations** matter.", "Il faut penser à **tous les lieux d’affectation**.", "fr"),
        ("**Note.** Write.", "**Noter.** Écrivez.", "fr"),
        ("**Note**: write.", "**Noter**\u00a0: écrivez.", "fr"),
        ("You have **30 days** of 40.", "De 40 jours, vous en avez **trente**.", "fr"),
        ("It is **only** a draft.", "C’est **seulement** un projet.", "fr"),
        ("**Twenty** people and the 20 others.", "**20** personnes et les vingt autres.", "fr"),
        ("The **staff** asks the Union.", "El **personal** pregunta al Sindicato.", "es"),
        ("Ask *first*, then sign.", "Primero, *pregunte*; luego firme.", "es"),
        ("**A** word.", "Un mot.", "fr"),
    ],
)
def test_languages_stress_in_their_own_place(original: str, translation: str, code: str) -> None:
    assert moved(pair(original, translation, code)) == []


#: Numbers, codes and references that stand on both sides as they are.
_SAME = re.compile(
    r"\[\[[^\]]+\]\]|(?<![\w.,/-])(?:P[1-5]|D[12]|G[1-7]|IGDS|TC)(?![\w/-])|(?<![\w.,/–-])\d{2,4}(?![\w./–%-])"
)
_WORD = re.compile(r"(?<![\w\[\]’'-])[a-zà-ÿ]{5,}(?![\w\[\]:’-])")


def _stressed(text: str, words: str) -> str:
    return text.replace(words, f"**{words}**", 1)


def _places() -> Iterator[tuple[Pair, str, str]]:
    """Yield pairs without emphasis, what stands on both sides once, and a plain word of the translation."""
    for one in real()[0]:
        original, translation = texts(one)
        if "*" in original + translation or "_" in translation or "](" in translation or "{" in translation:
            continue
        same = [each for each in _SAME.findall(original) if original.count(each) == translation.count(each) == 1]
        words = [
            each for each in _WORD.findall(re.sub(r"\[\[.*?\]\]", "", translation)) if translation.count(each) == 1
        ]
        if same and words:
            yield one, random.Random(translation).choice(same), random.Random(original).choice(words)


def test_emphasis_on_the_same_is_right_and_on_another_word_is_told_in_real_sentences() -> None:
    places = list(_places())
    assert len(places) > 300
    missed = 0
    for one, same, word in places:
        original, translation = texts(one)
        assert moved(with_texts(one, _stressed(original, same), _stressed(translation, same))) == []
        missed += not moved(with_texts(one, _stressed(original, same), _stressed(translation, word)))
        if (last := original.split()[-1]).strip(".") not in same:
            missed += not moved(with_texts(one, _stressed(original, last), _stressed(translation, same)))
    assert missed <= len(places) * 0.02


def test_words_of_the_glossary_are_known_on_both_sides_of_real_sentences() -> None:
    alarms, tried = [], 0
    for one in real()[0]:
        original, translation = texts(one)
        terms = real()[1][one.code]
        if "*" in original + translation or "{" in translation or one.original is None or one.original.kind == "name":
            continue
        for hit in terms.english.hits(original)[0]:
            meant = [term for use, term in hit.form.meanings if use == "preferred"]
            own = [each for each in terms.own.hits(translation)[0] if any(t in meant for _, t in each.form.meanings)]
            if original.count(hit.written) == 1 and len(own) == 1 and translation.count(own[0].written) == 1:
                tried += 1
                both = with_texts(one, _stressed(original, hit.written), _stressed(translation, own[0].written))
                alarms += moved(both)
    assert tried > 1000
    assert alarms == []


# Ordinals.


def ordinals(one: Pair) -> list[Finding]:
    return list(check_ordinals(one, "en", one.code))


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("The first group asks, the second answers.", "Le second groupe demande, le premier répond.", "fr"),
        ("The first asks, the third answers.", "El tercero pregunta, el primero responde.", "es"),
        ("The 1st and the 3rd.", "El 3.º y el 1.º", "es"),
    ],
)
def test_ordinals_in_another_order_are_told(original: str, translation: str, code: str) -> None:
    assert [one.check for one in ordinals(pair(original, translation, code))] == ["ordinal-order"]


def test_ordinals_that_are_exchanged_in_real_sentences_are_told_and_as_they_are_they_are_not() -> None:
    words = {
        "fr": [
            ("premiers", "deuxièmes"),
            ("premières", "deuxièmes"),
            ("première", "deuxième"),
            ("premier", "deuxième"),
        ],
        "es": [("primeros", "segundos"), ("primeras", "segundas"), ("primera", "segunda"), ("primer", "segundo")],
    }
    told = seeded = 0
    for one in real()[0]:
        original, translation = texts(one)
        assert ordinals(one) == []
        for first, second in words[one.code]:
            if re.search(rf"\b{first}\b.*\b{second}\b", translation) and re.search(r"first.*second", original):
                swapped = re.sub(rf"\b({first})\b(.*?)\b({second})\b", r"\3\2\1", translation, count=1)
                seeded += 1
                told += bool(ordinals(with_texts(one, original, swapped)))
    assert seeded >= 4
    assert told >= seeded - 2


def test_other_languages_and_repeated_ordinals_are_left_alone() -> None:
    assert not list(check_ordinals(pair("The first, the second.", "Der zweite, der erste.", "de"), "en", "de"))
    assert ordinals(pair("The first, the second and the first.", "Le second, le premier, le premier.")) == []
    assert ordinals(pair("First, ask the second.", "Demandez au second.")) == []


# Tags.


def tags(original: str, translation: str) -> list[tuple[str, str]]:
    return [(one.check, one.severity) for one in check_tags(pair(original, translation))]


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("Un <b>mot</b>.", ("tag-added", "warning")),
        ("Un mot.<br>", ("tag-added", "warning")),
        ("Un mot.<br />", ("tag-added", "warning")),
        ("Un <i>mot.", ("tag-unclosed", "error")),
        ("Un mot</span>.", ("tag-unclosed", "error")),
        ('Un <span class="x">mot.', ("tag-unclosed", "error")),
    ],
)
def test_tags_that_the_original_has_not_are_told(translation: str, expected: tuple[str, str]) -> None:
    assert tags("A word.", translation) == [expected]


def test_the_tags_of_the_original_are_kept() -> None:
    assert tags("A <b>word</b>.", "Un <b>mot</b>.") == []
    assert tags("A <b>word</b>.", "Un mot.") == [("tag-missing", "warning")]
    assert tags("A word<br>or two", "Un mot ou deux") == [("tag-missing", "warning")]
    assert tags("A word.", "Un `<b>` mot, 3 < 4 > 2, <https://a.example>, {{ x('<b>') }}.") == []


def test_tags_in_real_sentences() -> None:
    for one in real()[0]:
        original, translation = texts(one)
        assert list(check_tags(one)) == []
        word = next(iter(_WORD.findall(re.sub(r"\[\[.*?\]\]|\(.*?\)|\{\{.*?\}\}|`.*?`", "", translation))), "")
        if word and "`" not in translation and "{" not in translation:
            assert tags(original, translation.replace(word, f"<i>{word}", 1)) == [("tag-unclosed", "error")]
            assert tags(original, translation.replace(word, f"<b>{word}</b>", 1)) == [("tag-added", "warning")]


# Accents.

LOST = {
    "fr": [
        ("Conformément a la règle, on vote.", "Conformément à la règle, on vote."),
        ("Un texte relatif a l’emploi.", "Un texte relatif à l’emploi."),
        ("C’est-a-dire tous.", "C’est-à-dire tous."),
        ("De 9\u00a0h a 17\u00a0h.", "De 9\u00a0h à 17\u00a0h."),
        ("Le comité à été élu.", "Le comité a été élu."),
        ("Il y à un délai.", "Il y a un délai."),
        ("Ou se trouve le siège\u00a0?", "Où se trouve le siège\u00a0?"),
        ("Il faut voter. Ou puis-je aller\u00a0?", "Il faut voter. Où puis-je aller\u00a0?"),
        ("Dans la mesure ou elle peut.", "Dans la mesure où elle peut."),
        ("Répondez par oui où non.", "Répondez par oui ou non."),
        ("Un où plusieurs membres.", "Un ou plusieurs membres."),
        ("C’est celui-la même.", "C’est celui-là même."),
        ("Allez la-bas.", "Allez là-bas."),
        ("Attendez d’ici la.", "Attendez d’ici là."),
        ("Allez la où elle va.", "Allez là où elle va."),
    ],
    "es": [
        ("¿Que hace el comité?", "¿Qué hace el comité?"),
        ("¿Por que no?", "¿Por qué no?"),
        ("¿Quien puede votar?", "¿Quién puede votar?"),
        ("¿A quienes pregunto?", "¿A quiénes pregunto?"),
        ("¿Cuanto dura?", "¿Cuánto dura?"),
        ("¿Cuales son los plazos?", "¿Cuáles son los plazos?"),
        ("¿Como se vota?", "¿Cómo se vota?"),
        ("¿Donde está?", "¿Dónde está?"),
        ("¿Adonde debo ir?", "¿Adónde debo ir?"),
        ("¿Cuando termina el plazo?", "¿Cuándo termina el plazo?"),
    ],
}


@pytest.mark.parametrize(("code", "wrong", "right"), [(code, *one) for code, many in LOST.items() for one in many])
def test_an_accent_that_is_lost_or_too_many_is_told_and_repaired(code: str, wrong: str, right: str) -> None:
    found = [one for one in check_typography(pair("A sentence about it.", wrong, code)) if one.check == "lost-accent"]
    assert [(one.severity, one.fix) for one in found] == [("warning", right)]
    assert repaired(right, code) == right


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("fr", "Elle a la charge de la maison, et le droit a évolué."),
        ("fr", "Le texte ou la règle, ou bien la\u00a0loi\u00a0?"),
        ("fr", "Le comité, élu en mars, a la parole d’ici la fin du mois."),
        ("fr", "Ou bien le comité décide-t-il\u00a0?"),
        ("es", "¿Cuando termina el contrato, qué ocurre?"),
        ("es", "¿Como representante, puedo votar?"),
        ("es", "¿Que no le renuevan el contrato?"),
        ("es", "El contrato que termina cuando se firma."),
    ],
)
def test_where_both_are_words_nothing_is_said(code: str, right: str) -> None:
    assert repaired(right, code) == right


def test_accents_of_real_questions() -> None:
    asking = re.compile(
        r"¿((?:(?:A|De|En|Por|Para|Con|Desde|Hasta|Sobre) )?)(qué|cómo|cuándo|dónde|quién|cuál|cuánto)", re.I
    )
    bare = str.maketrans("áéíóú", "aeiou")
    seeded = told = 0
    for one in real()[0]:
        original, translation = texts(one)
        if one.code == "es" and asking.search(translation):
            broken = asking.sub(lambda match: match[0].translate(bare), translation, count=1)
            found = check_typography(with_texts(one, original, broken))
            seeded += 1
            told += any(finding.check == "lost-accent" for finding in found)
    assert seeded > 30
    assert told >= seeded * 0.6, (told, seeded)


# Titles that are kept in English.


def test_no_break_blanks_and_dashes_in_a_kept_title_are_no_other_words() -> None:
    title, blank = "Joint Negotiating Committee – Rules", "\u00a0"
    for one, other in ((title, title.replace(" ", blank)), (title.replace(" ", blank), title), (title, title)):
        kept = pair(f"The text is called “{one}”.", f"Le texte s’intitule «\u00a0{other}\u00a0».")
        assert list(check_terminology(kept, real()[1]["fr"])) == []
    kept = pair(f"The text is called “{title.replace(' – ', '—')}”.", f"Le texte s’intitule «\u00a0{title}\u00a0».")
    assert list(check_terminology(kept, real()[1]["fr"])) == []
