"""The words of a page, section by section, as the search shows them."""

from __future__ import annotations

import pytest

from handbook.finish.sections import Section, page_sections


def sections(article: str) -> tuple[Section, ...]:
    return page_sections(f'<html lang="fr"><body><article>{article}</article></body></html>'.encode()).sections


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            '<div><p class="admonition-title">Ask the adviser</p>\n<p>Time limits.</p></div>',
            "Ask the adviser. Time limits.",
        ),
        ("<p>Is it so?</p><p>Yes</p>", "Is it so? Yes."),
        ("<p>Le « oui »</p><p>non</p>", "Le « oui ». non."),
        ("<p>He said “no.”</p><p>and</p>", "He said “no.” and."),
        ("<ul><li>one\n</li><li>two:<ul><li>three</li></ul></li></ul>", "one. two: three."),
        ("<p> </p><p>Plain <em>words</em></p>", "Plain words."),
    ],
)
def test_what_stands_alone_ends_with_a_full_stop(html: str, text: str) -> None:
    assert [one.text for one in sections(f'<h1 id="a">A</h1>{html}')] == [text]


def test_a_page_that_falls_back_is_found_by_its_original_words() -> None:
    (oil,) = sections('<div class="notice"><p>!</p></div><div lang="en"><h1 id="oil">Oil</h1><p>Oil lamp.</p></div>')
    assert (oil.title, oil.text, oil.language) == ("Oil", "Oil lamp.", "en")


def test_a_title_that_falls_back_is_kept_and_names_of_other_languages_are_not() -> None:
    html = '<h2 id="a"><span class="foreign" lang="en">Count</span></h2><p>Compter. <span lang="es">Contar</span></p>'
    found, mixed = sections(f'{html}<h2 id="b">Le <span class="foreign" lang="en">JLB</span></h2>')
    assert (found.title, found.text, found.language) == ("Count", "Compter.", "en")
    assert (mixed.title, mixed.language) == ("Le JLB", "")
