"""Parity of meaning: formats of each language are the same facts, and every difference is found."""

from __future__ import annotations

import pytest
from babel import Locale

from handbook.translations.finding import Finding, Pair
from handbook.translations.meaning import KINDS, Locales, check_meaning
from handbook.translations.unit import Kind, Unit

CODES = ("fr", "es", "de", "ja", "ar", "ru", "pt_BR", "hu", "zh", "el")
LOCALES = Locales(Locale("en"), {code: Locale.parse(code) for code in CODES}, {"fr": {"JNC": "CNP", "UN": "ONU"}})


def checked(original: str, translation: str, code: str = "fr", kind: Kind = "sentence") -> list[Finding]:
    one = Unit("a.text", "docs/data/a.yml", 3, original, kind)
    other = Unit("a.text", f"docs_{code}/data/a.yml", 7, translation, kind)
    return list(check_meaning(Pair(code, one, other), LOCALES))


SAME = [
    ("23 February 2024", "23 février 2024", "fr"),
    ("23 February 2024", "23 de febrero de 2024", "es"),
    ("In March 2023.", "En mars 2023.", "fr"),
    ("In March 2023.", "En marzo de 2023.", "es"),
    ("from 13 to 23 March 2023", "du 13 au 23 mars 2023", "fr"),
    ("13–23 March 2023", "13-23 de marzo de 2023", "es"),
    ("13–23 March", "du 13 mars au 23 mars", "fr"),
    ("on 1 May", "le 1er mai", "fr"),
    ("on 1 May", "el 1 de mayo", "es"),
    ("on 1 May", "le premier mai", "fr"),
    ("for 2022–25", "pour 2022-2025", "fr"),
    ("1.30 p.m.", "13 h 30", "fr"),
    ("1.30 p.m.", "13.30 horas", "es"),
    ("at 9 a.m.", "à 9 h", "fr"),
    ("1:30 pm", "13:30", "fr"),
    ("1,500 staff", "1 500 fonctionnaires", "fr"),
    ("1,500 staff", "1\u202f500 fonctionnaires", "fr"),
    ("1,500 staff", "1.500 funcionarios", "es"),
    ("1,500 staff", "1500", "es"),
    ("9.43 out of 10", "9,43 sur 10", "fr"),
    ("40 per cent", "40 %", "fr"),
    ("40%", "40 por ciento", "es"),
    ("40 per cent", "40\xa0%", "fr"),
    ("52.7 per cent", "52,7 %", "fr"),
    ("between 40 and 50 per cent", "entre 40 % et 50 %", "fr"),
    ("100 per cent", "cent pour cent", "fr"),
    ("the 353rd Session", "la 353e session", "fr"),
    ("the 353rd Session", "la 353.ª reunión", "es"),
    ("the first, the second", "la première, la deuxième", "fr"),
    ("the fourteenth item", "la quatorzième question", "fr"),
    ("14th item", "14.º punto", "es"),
    ("two weeks", "deux semaines", "fr"),
    ("2 weeks", "deux semaines", "fr"),
    ("twelve months", "12 mois", "fr"),
    ("twelve months", "doce meses", "es"),
    ("twice a year", "dos veces al año", "es"),
    ("both sides", "les deux parties", "fr"),
    ("a quarter", "un trimestre", "fr"),
    ("five-year strategy", "stratégie quinquennale", "fr"),
    ("Article 9(4)", "article 9, paragraphe 4", "fr"),
    ("area III", "domaine III", "fr"),
    ("area III", "domaine 3", "fr"),
    ("the 21st century", "le XXIe siècle", "fr"),
    ("Annex I", "annexe I", "fr"),
    ("section II.B", "sección II.B", "es"),
    ("IGDS No. 385", "IGDS n° 385", "fr"),
    ("IGDS No. 385", "IGDS núm. 385", "es"),
    ("C.190", "C190", "fr"),
    ("C.190", "la convention n° 190", "fr"),
    ("GB.347/PFA/14", "GB.347/PFA/14.", "fr"),
    ("SU/AGM/2025/1/D.2", "SU/AGM/2025/1/D.2", "es"),
    ("grades P4 and P5", "P-4 et P-5", "fr"),
    ("P4/P5", "P4/P5", "fr"),
    ("US$1.5 million", "1,5 million de dollars", "fr"),
    ("US$1.5 million", "1,5 millones de dólares", "es"),
    ("CHF 1,200", "1 200 francs", "fr"),
    ("2 billion", "2 milliards", "fr"),
    ("2 billion", "2 mil millones", "es"),
    ("ninety days", "quatre-vingt-dix jours", "fr"),
    ("seventeen members", "dix-sept membres", "fr"),
    ("thirty-five days", "treinta y cinco días", "es"),
    ("120 days", "cent vingt jours", "fr"),
    ("the JNC and the UN", "le CNP et l’ONU", "fr"),
    ("23 February 2024", "23. Februar 2024", "de"),
    ("23 February 2024", "2024年2月23日", "ja"),
    ("23 February 2024", "2024年2月23日", "zh"),
    ("23 February 2024", "23 февраля 2024 г.", "ru"),
    ("23 February 2024", "2024. február 23.", "hu"),
    ("23 February 2024", "23 de fevereiro de 2024", "pt_BR"),
    ("23 February 2024", "23 فبراير 2024", "ar"),
    ("in March 2023", "в марте 2023 года", "ru"),
    ("three days", "drei Tage", "de"),
    ("3 days", "drei Tage", "de"),
    ("40 per cent", "40 Prozent", "de"),
    ("1,500", "1.500", "de"),
    ("at 1.30 p.m.", "um 13.30 Uhr", "de"),
    ("1,500 staff", "١٬٥٠٠", "ar"),
    ("40 per cent", "٤٠٪", "ar"),
    ("May we ask?", "Pouvons-nous demander ?", "fr"),
    ("What is it?", "Τι είναι;", "el"),
    ("Members may 3 times", "Les membres peuvent 3 fois", "fr"),
    ("[a](b.md#c) **x**", "[ä](b.md#c) **y**", "fr"),
    ("+41 22 799 61 11", "+41 (0)22 799 61 11", "fr"),
    ("see https://x.org/en/a", "voir https://x.org/fr/a", "fr"),
    ("the 1990s", "les années 1990", "fr"),
    ("one in three", "une sur trois", "fr"),
    ("6 months", "six mois", "fr"),
    ("in 2022, 117 posts", "en 2022 117 postes", "fr"),
    ("Thursday, 20 February", "jeudi 20 février", "fr"),
    ("by the 15th", "avant le 15", "fr"),
    ("0.5%", "0,5 %", "fr"),
    ("COVID-19", "COVID-19", "fr"),
    ("3 to 5 years", "trois à cinq ans", "fr"),
    ("10 working days", "10 jours ouvrables", "fr"),
    ("10 working days", "diez días hábiles", "es"),
    ("September 2023", "septembre 2023", "fr"),
    ("Sept. 2023", "sept. 2023", "fr"),
    ("24 hours", "24 heures", "fr"),
    ("24-hour help", "aide 24 heures sur 24", "fr"),
    ("autumn of YEAR", "automne YEAR", "fr"),
    ("NUMBER days", "NUMBER jours", "fr", "label"),
    ("by 31 December 2025", "au plus tard le 31/12/2025", "fr"),
    ("31 December 2025", "31.12.2025", "de"),
    ("three-quarters", "trois quarts", "fr"),
    ("two-thirds", "deux tiers", "fr"),
    ("two thirds", "dos tercios", "es"),
    ("a dozen", "une douzaine", "fr"),
    ("zero tolerance", "tolérance zéro", "fr"),
]
DIFFERENT = [
    ("date-different", "23 February 2024", "24 février 2024", "fr"),
    ("date-different", "23 February 2024", "23 janvier 2024", "fr"),
    ("date-different", "23 February 2024", "23 février 2023", "fr"),
    ("date-different", "from 13 to 23 March 2023", "du 13 au 24 mars 2023", "fr"),
    ("month-different", "In March.", "En mai.", "fr"),
    ("month-different", "in October", "en novembre", "fr"),
    ("month-missing", "in October", "", "fr"),
    ("month-missing", "in October", "cela", "fr"),
    ("number-missing", "in October 2023", "en octobre", "fr"),
    ("number-different", "for 2022–25", "pour 2022-2026", "fr"),
    ("time-different", "1.30 p.m.", "1 h 30", "fr"),
    ("time-different", "1.30 p.m.", "14.30 horas", "es"),
    ("number-different", "1,500 staff", "15 000 fonctionnaires", "fr"),
    ("number-different", "1,500 staff", "1,500 funcionarios", "es"),
    ("number-different", "9.43", "94,3", "fr"),
    ("percent-different", "40 per cent", "14 %", "fr"),
    ("percent-missing", "40 per cent", "40", "fr"),
    ("percent-added", "40", "40 %", "fr"),
    ("number-different", "353rd", "335e", "fr"),
    ("duration-different", "two weeks", "deux mois", "fr"),
    ("duration-different", "two weeks", "trois semaines", "fr"),
    ("number-different", "three", "deux", "fr"),
    ("duration-different", "six months", "six semaines", "fr"),
    ("number-different", "Article 9(4)", "article 9, paragraphe 5", "fr"),
    ("number-different", "area III", "domaine IV", "fr"),
    ("number-different", "area V", "domaine VI", "fr"),
    ("code-different", "section II.B", "section II.C", "fr"),
    ("number-different", "IGDS No. 385", "IGDS n° 358", "fr"),
    ("code-different", "C.190", "C.191", "fr"),
    ("code-different", "P4 and P5", "P4 et P6", "fr"),
    ("code-different", "GB.347/PFA/14", "GB.347/PFA/15", "fr"),
    ("currency-different", "US$500", "500 euros", "fr"),
    ("number-different", "US$1.5 million", "1,5 milliard de dollars", "fr"),
    ("address-different", "a@b.org", "a@c.org", "fr"),
    ("telephone-different", "+41 22 799 61 11", "+41 22 799 61 12", "fr"),
    ("link-different", "[a](b.md)", "[a](c.md)", "fr"),
    ("link-missing", "[a](b.md)", "a", "fr"),
    ("call-different", '{{ x("a") }} w', '{{ x("b") }} v', "fr"),
    ("reference-different", "[[a]] w", "[[b]] v", "fr"),
    ("placeholder-missing", "NUMBER days", "jours", "fr", "label"),
    ("emphasis-different", "**a**", "a", "fr"),
    ("code-span-different", "`a`", "`b`", "fr"),
    ("footnote-missing", "a[^1]", "b", "fr"),
    ("question-different", "What?", "Quoi.", "fr"),
    ("abbreviation-different", "the JNC", "le CAPS", "fr"),
    ("weekday-different", "Thursday", "vendredi", "fr"),
    ("date-different", "23 February 2024", "24. Februar 2024", "de"),
    ("date-different", "23 February 2024", "2024年3月23日", "ja"),
    ("duration-different", "ninety days", "quatre-vingts jours", "fr"),
    ("number-different", "forty-five", "cuarenta y seis", "es"),
    ("number-added", "14 items", "14 éléments et 5", "fr"),
    ("number-different", "1.3", "1.4", "fr"),
    ("link-different", "https://x.org/a", "https://x.org/b", "fr"),
    ("date-different", "by 31 December 2025", "au plus tard le 30/12/2025", "fr"),
]


@pytest.mark.parametrize("case", SAME, ids=lambda case: f"{case[0]} = {case[1]}")
def test_the_same_fact_as_each_language_writes_it(case: tuple[str, ...]) -> None:
    assert [finding for finding in checked(*case) if finding.severity != "note"] == []


@pytest.mark.parametrize("case", DIFFERENT, ids=lambda case: f"{case[1]} / {case[2]}")
def test_a_difference_is_found_under_its_name(case: tuple[str, ...]) -> None:
    check, *texts = case
    assert check in [finding.check for finding in checked(*texts)]


def test_a_finding_stands_at_the_translation_and_says_what_to_write() -> None:
    (finding,) = checked("Apply by 23 February 2024.", "Postuler avant le 23 février 2025.")
    assert (finding.file, finding.line, finding.key, finding.code) == ("docs_fr/data/a.yml", 7, "a.text", "fr")
    assert finding.severity == "error"
    assert dict(finding.facts) == {
        "expected": "23 February 2024",
        "found": "23 février 2025",
        "todo": "23 février 2024",
    }


@pytest.mark.parametrize(
    ("original", "translation", "code", "todo"),
    [
        ("1,500 lamps", "2500 lampes", "fr", "1\u202f500"),
        ("9.43", "9,34", "fr", "9,43"),
        ("40 per cent", "50 por ciento", "es", "40\u00a0%"),
        ("at 1.30 p.m.", "à 1 h 30", "fr", "13:30"),
        ("in March", "en mai", "fr", "mars"),
        ("three lamps", "cuatro lámparas", "es", "tres"),
        ("within two weeks", "dans les deux mois", "fr", "2\u00a0semaines"),
        ("area IV", "domaine VI", "fr", "IV"),
        ("See [[jnc]].", "Voir [[jcc]].", "fr", "[[jnc]]"),
        ('{{ area("light") }} here', '{{ area("night") }} ici', "fr", '{{ area("light") }}'),
        ("the JNC", "le CAPS", "fr", "CNP"),
    ],
)
def test_what_to_write_is_written_as_the_language_writes_it(
    original: str, translation: str, code: str, todo: str
) -> None:
    assert checked(original, translation, code)[0].facts["todo"] == todo


def test_emphasis_is_a_note_and_a_lost_question_a_warning() -> None:
    assert [(f.check, f.severity) for f in checked("**Now.** *Why*", "**Maintenant.** Pourquoi")] == [
        ("emphasis-different", "note")
    ]
    assert [(f.check, f.severity) for f in checked("Who decides?", "Qui décide.")] == [
        ("question-different", "warning")
    ]


def test_the_word_two_comes_and_goes_with_a_note_at_most() -> None:
    assert checked("both copies", "les deux copies") == []
    assert checked("after the colon", "après le deux-points") == []
    assert [f.severity for f in checked("The two are linked.", "Ils sont liés.")] == ["note"]


def test_repeats_are_tolerated() -> None:
    assert checked("[[ilo]] in 2025 and 2025", "[[ilo]] et [[ilo:name]] en 2025") == []


def test_one_side_alone_is_the_business_of_another_check() -> None:
    unit = Unit("a", "docs/a.md", 1, "In 2024.", "paragraph")
    assert list(check_meaning(Pair("fr", unit, None), LOCALES)) == []
    assert list(check_meaning(Pair("fr", None, unit), LOCALES)) == []


def test_a_language_without_a_table_of_words_raises_no_false_alarm() -> None:
    assert (
        checked("Three members meet in March, 40 per cent of them twice.", "Drei im März, vierzig Prozent.", "de") == []
    )
    assert checked("The 14 members", "14 人", "ja") == []
    assert [f.check for f in checked("In 2024.", "2025 年", "ja")] == ["number-different"]


def test_every_kind_has_a_weight() -> None:
    assert {KINDS[kind] for kind in ("number", "date", "time", "percent", "link", "call")} == {"error"}
    assert KINDS["abbreviation"] == "warning"
