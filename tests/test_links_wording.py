"""Links and pictures say what they lead to and show."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.links import Finding, Options
from handbook.links.checks.wording import check_wording
from handbook.links.run import read_site


def found(root: Path, html: str, language: str = "en", **options: object) -> list[Finding]:
    (root / "index.html").write_text(f"<html lang='{language}'><body>{html}", encoding="utf-8")
    for name in ("a", "b"):
        (root / f"{name}.html").write_text("<html lang=en>", encoding="utf-8")
    return list(check_wording(read_site(root, Options(**options))))  # type: ignore[arg-type]


WRONG = {
    "no words": ('<a href="a.html"></a>', ["empty-text"]),
    "blanks": ('<a href="a.html"> &nbsp;\n<span></span></a>', ["empty-text"]),
    "an icon": ('<a href="a.html"><i class="icon"></i><svg><path d=""/></svg></a>', ["empty-text"]),
    "a picture of nothing": ('<a href="a.html"><img src="a.png" alt=""></a>', ["empty-text"]),
    "a picture without alternative": ('<a href="a.html"><img src="a.png"></a>', ["empty-text", "missing-alternative"]),
    "words for nobody": ('<a href="a.html"><span aria-hidden="true">x</span></a>', ["empty-text"]),
    "a part of a map": ('<map><area href="a.html"></map>', ["empty-text"]),
    "no words, in a menu": ('<nav><a href="a.html"></a></nav>', ["empty-text"]),
    "a picture": ('<img src="a.png">', ["missing-alternative"]),
    "a button of a picture": ('<input type="image" src="a.png">', ["missing-alternative"]),
    "here": ('<a href="a.html">Click <b>here</b>!</a>', ["vague-text"]),
    "more": ('<a href="a.html">Read more…</a><a href="a.html">[more] »</a>', ["vague-text", "vague-text"]),
    "a label that says nothing": ('<a href="a.html" aria-label="More">The law</a>', ["vague-text"]),
    "two targets": ('<a href="a.html">Report</a><a href="b.html">report</a>', ["same-text"]),
    "three targets": (
        '<a href="a.html">Report</a><a href="b.html">Report</a><a href="a.html">Report</a><a href="//c.org">Report</a>',
        ["same-text", "same-text"],
    ),
    "a bare address": ('<a href="https://example.org/a/">https://example.org/a</a>', ["address-as-text"]),
    "a bare name": ('<a href="https://www.example.org/">www.example.org</a>', ["address-as-text"]),
}
SOUND = {
    "words": '<a href="a.html">The law</a>',
    "a label": '<a href="a.html" aria-label="The law"><i></i></a>',
    "a title": '<a href="a.html" title="The law"><i></i></a>',
    "a name elsewhere": '<h2 id="h">The law</h2><a href="a.html" aria-labelledby="h"><i></i></a>',
    "a picture with words": '<a href="a.html"><img src="a.png" alt="The law"></a>',
    "a drawing with a title": '<a href="a.html"><svg><title>The law</title></svg></a>',
    "a picture beside words": '<a href="a.html"><img src="a.png" alt=""> The law</a>',
    "for nobody": '<a href="#x" aria-hidden="true" tabindex="-1"></a><a href="a.html" hidden></a>',
    "the number of a line": '<a id="l-1" name="l-1" href="#l-1"></a>',
    "a decoration": '<img src="a.png" alt=""><img src="a.png" role="presentation"><img src="a.png" aria-hidden="true">',
    "another name of a picture": '<img src="a.png" aria-label="x"><img src="a.png" title="x">',
    "another button": '<input type="submit">',
    "longer words": '<a href="a.html">Read more about the law</a>',
    "the same target": '<a href="a.html">Report</a><a href="./a.html">Report</a><a href="a.html#x">Report</a>',
    "the same page of others": '<a href="http://c.org">Report</a><a href="https://www.c.org/">Report</a>',
    "numbers of notes": '<a href="a.html">1</a><a href="b.html">1</a><a href="#x">¶</a><a href="#y">¶</a>',
    "menus": '<nav><a href="a.html">Report</a></nav><a href="b.html">Report</a><footer><a href="c">Report</a></footer>',
    "a language switch": '<a href="a.html" hreflang="fr">Français</a><a href="b.html" hreflang="fr">Français</a>',
    "parts of the page": '<a href="#a">Information</a><a href="#b">See</a><a href="#c">See</a>',
    "words of a program": '<a href="a.html">&lt;this&gt;</a>',
    "mail": '<a href="mailto:a@example.org">a@example.org</a>',
    "a template": '<template><a href="a.html"></a><img src="x"></template>',
}


@pytest.mark.parametrize(("html", "codes"), WRONG.values(), ids=WRONG)
def test_what_says_nothing_is_found(tmp_path: Path, html: str, codes: list[str]) -> None:
    assert [one.code for one in found(tmp_path, html)] == codes


@pytest.mark.parametrize("html", SOUND.values(), ids=SOUND)
def test_what_says_enough_is_left_alone(tmp_path: Path, html: str) -> None:
    assert found(tmp_path, html) == []


VAGUE = {
    "fr": ["Cliquez ici", "ICI", "En savoir plus", "plus d’informations", "Lire la suite →"],
    "fr-CH": ["ici"],
    "es": ["aquí", "Haga clic aquí", "¡Leer más!", "Más información"],
    "en": ["here", "this page", "Learn more"],
    "": ["here", "ici", "aquí"],
}


@pytest.mark.parametrize(("language", "words"), [(each, one) for each, words in VAGUE.items() for one in words])
def test_each_language_has_words_that_say_nothing(tmp_path: Path, language: str, words: str) -> None:
    assert [one.code for one in found(tmp_path, f'<a href="a.html">{words}</a>', language)] == ["vague-text"]


def test_words_of_another_language_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, '<a href="a.html">Plus</a>', "en") == []
    assert found(tmp_path, '<a href="a.html">hier</a>', "de") == []


def test_the_options_add_words(tmp_path: Path) -> None:
    html = '<a href="a.html">Hier!</a><a href="b.html">mehr dazu</a>'
    vague = {"de": frozenset({"hier", "mehr dazu"})}
    assert [one.code for one in found(tmp_path, html, "de-AT", vague=vague)] == ["vague-text", "vague-text"]


def test_a_finding_names_the_other_link(tmp_path: Path) -> None:
    html = '\n<a href="a.html">Report</a>\n<a href="b.html">Report</a>'
    facts = {"other": "a.html", "line": "2"}
    assert found(tmp_path, html) == [Finding("same-text", "index.html", 3, "b.html", "Report", facts=facts)]
