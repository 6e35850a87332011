"""Typography: nothing wrong in the real handbook; what is broken in it is found and repaired to the letter."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from conftest import ROOT

from handbook.translations.finding import Finding, Pair
from handbook.translations.gather import Gathered, gather
from handbook.translations.language.typography import check_typography, repaired
from handbook.translations.unit import Unit

NB = "\u00a0"


@cache
def real() -> Gathered:
    return gather(ROOT)


def pairs(code: str) -> tuple[Pair, ...]:
    return tuple(pair for pair in real().pairs[code] if pair.original and pair.translation)


def unit(text: str) -> Unit:
    return Unit("a.text", "data/a.yml", 1, text, "sentence")


def said(text: str, code: str) -> list[Finding]:
    return list(check_typography(Pair(code, None, unit(text))))


def checks(text: str, code: str) -> set[str]:
    return {finding.check for finding in said(text, code)}


def mended(text: str, code: str, original: str = "") -> str:
    return repaired(text, code, original)


@pytest.mark.parametrize("code", ["fr", "es"])
def test_the_real_handbook_raises_nothing_but_notes(code: str) -> None:
    found = [finding for pair in real().pairs[code] for finding in check_typography(pair)]
    assert [finding for finding in found if finding.severity != "note"] == []


def test_the_real_original_raises_nothing() -> None:
    assert [finding for one in real().units["en"] for finding in check_typography(Pair("en", None, one))] == []


@pytest.mark.parametrize("code", ["fr", "es"])
def test_repairing_the_real_handbook_changes_nothing(code: str) -> None:
    for pair in pairs(code):
        assert pair.original is not None
        assert pair.translation is not None
        assert repaired(pair.translation.text, code, pair.original.text) == pair.translation.text


def first(pattern: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text, count=1)


def unquoted(pattern: str, new: str) -> Callable[[str], str]:
    """What is quoted may be in another language, whose typography it keeps."""
    return lambda text: text if re.search("[«“]", text) else re.sub(pattern, new, text, count=1)


# name, language, the check that must speak, how a sentence is broken
BROKEN: list[tuple[str, str, str, Callable[[str], str]]] = [
    ("colon glued", "fr", "no-break-blank", unquoted(f"{NB}:", ":")),
    ("colon after a blank", "fr", "no-break-blank", unquoted(f"{NB}:", " :")),
    ("semicolon glued", "fr", "no-break-blank", first(f"{NB};", ";")),
    ("semicolon after a blank", "fr", "no-break-blank", first(f"{NB};", " ;")),
    ("question glued", "fr", "no-break-blank", first(rf"{NB}\?", "?")),
    ("question after a blank", "fr", "no-break-blank", first(rf"{NB}\?", " ?")),
    ("percentage glued", "fr", "no-break-blank", first(rf"(\d){NB}%", r"\1%")),
    ("guillemet opens glued", "fr", "no-break-blank", first(f"«{NB}", "«")),
    ("guillemet opens with a blank", "fr", "no-break-blank", first(f"«{NB}", "« ")),
    ("guillemet closes glued", "fr", "no-break-blank", first(f"{NB}»", "»")),
    ("guillemet closes after a blank", "fr", "no-break-blank", first(f"{NB}»", " »")),
    ("straight quotation", "fr", "quotation-marks", first(f"«{NB}([^«»]*){NB}»", r'"\1"')),
    ("English quotation", "fr", "quotation-marks", first(f"«{NB}([^«»“”]*){NB}»", r"“\1”")),
    ("straight apostrophe", "fr", "apostrophe", first("’", "'")),
    ("all apostrophes straight", "fr", "apostrophe", lambda text: text.replace("’", "'")),
    ("ligature", "fr", "ligature", first("œ", "oe")),
    ("number sign glued", "fr", "number-sign", first(rf"n°{NB}(?=\d)", "n°")),
    ("number sign with a blank", "fr", "number-sign", first(rf"n°{NB}(?=\d)", "n° ")),
    ("number sign of Spanish", "fr", "number-sign", first(rf"n°{NB}(?=\d)", f"nº{NB}")),
    ("number sign of English", "fr", "number-sign", first(rf"n°{NB}(?=\d)", "no ")),
    ("question not opened", "es", "opening-mark", first(r"^¿(?=[^,;()«»]*\?$)", "")),
    ("guillemets with blanks", "es", "blank-in-quotation-marks", first("«([^«»]*)»", r"« \1 »")),
    ("guillemets with firm blanks", "es", "blank-in-quotation-marks", first("«([^«»]*)»", f"«{NB}\\1{NB}»")),
    ("straight quotation", "es", "quotation-marks", first("«([^«»]*)»", r'"\1"')),
    ("English quotation", "es", "quotation-marks", first("«([^«»“”]*)»", r"“\1”")),
    ("blank before a question mark", "es", "blank-before-mark", first(r"(?<=\w)\?$", " ?")),
    ("blank before a colon", "es", "blank-before-mark", first(r"(?<=\w):(?= )", " :")),
    ("number sign of English", "es", "number-sign", first(rf"núm\.{NB}(?=\d)", "No. ")),
    ("number sign of French", "es", "number-sign", first(rf"núm\.{NB}(?=\d)", f"n°{NB}")),
]  # fmt: skip
BROKEN += [
    broken
    for code in ("fr", "es")
    for broken in [
        ("doubled word", code, "doubled-word", unquoted(r"(?<=\s)(?!faire|vous|nous)([a-zé]{2,})(?= )", r"\1 \1")),
        ("doubled blank", code, "doubled-blank", first(" ", "  ")),
        ("blank at the start", code, "edge-blank", lambda text: f" {text}"),
        ("firm blank at the end", code, "edge-blank", lambda text: text + NB),
        ("blank before a comma", code, "blank-before-mark", first(r"(?<=\w), ", " , ")),
        ("blank before a full stop", code, "blank-before-mark", first(r"(?<=\w)\.$", " .")),
        ("no blank after a comma", code, "no-blank-after-mark", first(r"(?<=[a-zé]), (?=[a-zé])", ",")),
        ("no blank after a full stop", code, "no-blank-after-mark", first(r"(?<=[a-zé]{2})\. (?=[A-Z][a-z]+ )", ".")),
        ("doubled comma", code, "doubled-mark", first(r"(?<=\w), ", ",, ")),
        ("doubled full stop", code, "doubled-mark", first(r"(?<=\w{4})\.$", "..")),
        ("three dots", code, "ellipsis", first("…", "...")),
        ("zero-width blank", code, "invisible-character", first(r"(?<=[a-z])(?=[a-z])", "\u200b")),
        ("byte order mark", code, "invisible-character", lambda text: "\ufeff" + text),
        ("soft hyphen", code, "invisible-character", first(r"(?<=[a-z])(?=[a-z])", "\u00ad")),
        ("zero-width joiner", code, "invisible-character", first(r"(?<=[a-z])(?=[a-z])", "\u200d")),
        ("direction mark", code, "invisible-character", first(r"(?<=[a-z])(?=[a-z])", "\u200e")),
        ("control character", code, "control-character", first(" ", " \x0b")),
        ("accent apart", code, "loose-accent", first("é", "e\u0301")),
        ("end without a full stop", code, "end-mark", first(r"(?<=[a-zé]{5})(?<!horas)\.$", "")),
        ("colon at the end", code, "end-mark", first(r"(?<=[a-zé]{5})\.$", f"{NB}:" if code == "fr" else ":")),
        ("full stop after a title", code, "end-mark", first(r"(?<=[a-zé]{5})$", ".")),
    ]
]


#: So many texts, from all over the handbook, stand for all of them.
ENOUGH = 150


@pytest.mark.parametrize(("name", "code", "check", "spoil"), BROKEN, ids=[f"{one[1]}-{one[0]}" for one in BROKEN])
def test_what_is_broken_is_found_and_repaired_to_the_letter(
    name: str, code: str, check: str, spoil: Callable[[str], str]
) -> None:
    spoiled = []
    for pair in pairs(code):
        assert pair.original is not None
        assert pair.translation is not None
        right = pair.translation.text
        text = spoil(right)
        if text not in (right, pair.original.text) and right != pair.original.text and re.search(r"[^\W\d]", right):
            spoiled.append((pair, right, text))
    assert spoiled, f"nothing to break: {name}"
    for pair, right, text in spoiled[:: len(spoiled) // ENOUGH + 1]:
        assert pair.translation is not None
        broken = replace(pair, translation=replace(pair.translation, text=text))
        found = {finding.check: finding for finding in check_typography(broken)}
        assert check in found, (name, text)
        assert found[check].fix == right, (name, text)
        assert found[check].key == pair.key


@pytest.mark.parametrize(
    ("text", "code", "check"),
    [
        ("Voir (la note", "fr", "lone-mark"),
        ("Voir la note) ici", "fr", "lone-mark"),
        (f"Le «{NB}nom", "fr", "lone-mark"),
        ("El «nombre", "es", "lone-mark"),
        ("The “name", "en", "lone-mark"),
        ("See [the page", "en", "lone-mark"),
        ("¿Qué hacer", "es", "closing-mark"),
        ("Si es así, qué hacer?", "es", "opening-mark"),
        ("Espere. Qué hacer? Nada.", "es", "opening-mark"),
        ("La sÃ©curitÃ©", "fr", "broken-character"),
        ("La s\ufffdcurité", "fr", "broken-character"),
        ("Le Syndic\u0430t", "fr", "mixed-alphabets"),
        ("Etat du personnel", "fr", "capital-accent"),
        ("A qui s’adresser", "fr", "capital-accent"),
        ("Le 1 mai 2024", "fr", "ordinal"),
        ("Le 2ème étage", "fr", "ordinal"),
        ("La 1ère réunion", "fr", "ordinal"),
        ("Réunion à 14h30", "fr", "hour"),
        ("Réunion à 14:30", "fr", "hour"),
        ("Réunion à 9h", "fr", "hour"),
        ("le coeur du sujet", "fr", "ligature"),
        ("mise en oeuvre", "fr", "ligature"),
        ("Oeuvrer ensemble", "fr", "ligature"),
        ('The "name" of it', "en", "quotation-marks"),
        ("The 'name' of it", "en", "quotation-marks"),
        ("The Union's view", "en", "apostrophe"),
        ("IGDS n° 385", "en", "number-sign"),
        ("IGDS no. 385", "en", "number-sign"),
        ("Who asks ?", "en", "blank-before-mark"),
        ("40 % of us", "en", "blank-before-mark"),
        ("El num. 3", "es", "number-sign"),
        ("Un texte a lire jusqu’a demain", "fr", "lost-accent"),
        ("Là d’ou il vient", "fr", "lost-accent"),
        ("Nunca mas de tres", "es", "lost-accent"),
        ("El 40 % del personal", "es", "no-break-blank"),
    ],
)
def test_each_fault_has_its_check(text: str, code: str, check: str) -> None:
    assert check in checks(text, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nous nous adressons à vous ; vous vous y reconnaîtrez\u202f!".replace(" ;", f"{NB};"), "fr"),
        ("Les points a) et b) de la liste", "fr"),
        (
            f"Voir `a:b;c?` et [ici](https://a.example/x?y=1;z:2){NB}: c’est «{NB}dit{NB}»{NB}; {{{{ m('a.b') }}}}",
            "fr",
        ),
        ("Écrire à union@example.org ou voir https://example.org/a?b=1.", "fr"),
        (f"Il dit «{NB}un “mot” dit{NB}».", "fr"),
        ("Une moelle, un coefficient, coexister, un poème, Noël", "fr"),
        (f"Le 1er mai à 14{NB}h{NB}30, n°{NB}385, 2025-2026, 40{NB}%", "fr"),
        ("Quoi\u202f? Non\u202f!", "fr"),
        ("¿Qué? ¡No! Dice «así», núm. 3 (¿por qué?).", "es"),
        ("¿Qué dice el núm. 338? Nada…", "es"),
        ("La unión de Bora Bora", "es"),
        ("[^frais]: Les frais", "fr"),
        ("Il a jusqu’à demain, point a) et b), ou a dit qu’il a dû être là", "fr"),
        ("The Union’s “name” is No. 385, and what he had had was that that.", "en"),
        ("Orang orang", "id"),
        ("नमस्ते\u200dक्ष", "hi"),
        ("می\u200cخواهم", "fa"),
        ("Wir sagen „so“: ja!", "de"),
        ("Que dire ? Rien : rien !", "br"),
        (":", "fr"),
        (f"{NB}:", "fr"),
        ("", "fr"),
    ],
)
def test_what_is_right_is_left_alone(text: str, code: str) -> None:
    assert [finding for finding in said(text, code) if finding.severity != "note"] == []
    assert mended(text, code) == text


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        (
            "Il dit \"oui\": voir l'article 3;c'est-a-dire...",
            "fr",
            f"Il dit «{NB}oui{NB}»{NB}: voir l’article 3{NB}; c’est-à-dire…",
        ),
        ("**Note:** quoi?", "fr", f"**Note{NB}:** quoi{NB}?"),
        ("Quoi?!", "fr", f"Quoi{NB}?!"),
        ("l'[[administration]]; [[jnc]]:", "fr", f"l’[[administration]]{NB}; [[jnc]]{NB}:"),
        ("«non»;", "fr", f"«{NB}non{NB}»{NB};"),
        ('Dice "no" . Que hacer?', "es", "Dice «no». ¿Qué hacer?"),
        ("It's the members' \"view\"...", "en", "It’s the members’ “view”…"),
        ("du du Comité", "fr", "du Comité"),
        ("a\u200b  b", "xx", "a b"),
    ],
)
def test_repairs(text: str, code: str, right: str) -> None:
    assert mended(text, code) == right
    assert mended(right, code) == right


def test_code_addresses_and_references_are_never_changed() -> None:
    kept = (
        "`a'b: \"c\"...` [x](https://a.example/'b';c?d) {{ m('a', \"b\") }} [[a:name]] <https://a.example/?x;y> { #id }"
    )
    assert repaired(f"L'un {kept}", "fr") == f"L’un {kept}"


def test_a_title_that_is_quoted_word_for_word_keeps_its_own_typography() -> None:
    original = unit("Its title is “ONE – Ticking: Physical Security”.")
    pair = Pair("fr", original, unit(f"Son titre est «{NB}ONE – Ticking: Physical Security{NB}»."))
    assert list(check_typography(pair)) == []


def test_an_end_that_becomes_a_question_is_a_note() -> None:
    pair = Pair("fr", unit("Sources disagree on whether it ends."), unit(f"Est-ce fini{NB}?"))
    assert [(finding.check, finding.severity) for finding in check_typography(pair)] == [("end-mark", "note")]
    pair = Pair("fr", unit("Is it over?"), unit("Est-ce fini."))
    assert [(finding.check, finding.severity) for finding in check_typography(pair)] == [("end-mark", "warning")]


def test_a_quotation_that_goes_on_in_the_next_unit_is_no_fault() -> None:
    assert list(check_typography(Pair("fr", unit("He says: “all"), unit(f"Le texte dit{NB}: «{NB}tout")))) == []


@pytest.mark.parametrize(
    ("original", "text", "found"),
    [
        ("Call us.", "appelez-nous.", True),
        ("**Note:** call.", f"**note{NB}:** appelez.", True),
        ("Call us.", "Appelez-nous.", False),
        ("Trainees", "stagiaires", False),
        ("call us.", "appelez-nous.", False),
        ("The staff decides.", "[[staff]] décide.", False),
    ],
)
def test_a_sentence_begins_with_a_capital_where_the_original_does(original: str, text: str, found: bool) -> None:
    findings = check_typography(Pair("fr", unit(original), unit(text)))
    assert ("start-capital" in {finding.check for finding in findings}) is found


def test_an_unwanted_repair_is_left_out() -> None:
    assert repaired("L'un...", "fr", without=frozenset({"ellipsis"})) == "L’un..."


@pytest.mark.parametrize("code", ["fr", "es", "en", "de", "ar"])
def test_repairing_twice_changes_nothing_more(code: str) -> None:
    chance = random.Random(7)
    for pair in pairs("fr")[::9]:
        assert pair.translation is not None
        letters = list(pair.translation.text)
        for _ in range(4):
            letters.insert(
                chance.randrange(len(letters) + 1), chance.choice(" \u00a0\u202f,.;:?!«»“”\"'()[]`*’…¿¡\u200b%°E1h")
            )
        once = repaired("".join(letters), code)
        assert repaired(once, code) == once
