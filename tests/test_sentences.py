"""A sentence is printed with the names of its entries; what is in another language is marked as such."""

from __future__ import annotations

import pytest
from babel import Locale

from handbook.model.entries import Body, Term
from handbook.model.handbook import Handbook
from handbook.model.text import Text
from handbook.render.sentences import FOREIGN, Sentences, plain_words

SOURCE = "plan/I/means/1"


def sentences(language: str = "fr") -> Sentences:
    """The entries of a French handbook, one of them without translation."""
    board = Body(kind="joint", name=Text("Comité des lampes", "fr"), short=Text("CPL", "fr"), about="x", source=SOURCE)
    town = Body(kind="administration", name=Text("the *Town*", "en"), about="x", source=SOURCE)
    term = Term(kind="idea", name=Text("مصباح", "ar"), about="x", source=SOURCE)
    files = {"bodies": {"board": board, "town": town}, "terms": {"lamp": term}}
    return Sentences(Handbook(language, files), {"en": "ltr", "fr": "ltr", "ar": "rtl"}, Locale.parse(language))


def mark(language: str, words: str, direction: str = "ltr") -> str:
    return f'{FOREIGN}"{language}" dir="{direction}">{words}</span>'


PRINTED = {
    "words stay as they are": ("Sans *rien* à changer.", "fr", "Sans *rien* à changer."),
    "an entry by its short form": ("Le [[board]].", "fr", "Le CPL."),
    "an entry by its name": ("Le [[board:name]].", "fr", "Le Comité des lampes."),
    "the name where there is no short form": ("A [[town]]", "fr", f"A {mark('en', 'the *Town*')}"),
    "blanks beside the key": ("[[ board ]]", "fr", "CPL"),
    "a name that is written the other way": ("[[lamp]]", "fr", mark("ar", "مصباح", "rtl")),
    "a sentence in another language": ("Ask.", "en", mark("en", "Ask.")),
    "a name in the language around it": ("Ask [[town]].", "en", mark("en", "Ask the *Town*.")),
    "our name in a sentence of theirs": ("Ask [[board]].", "en", mark("en", f"Ask {mark('fr', 'CPL')}.")),
}


@pytest.mark.parametrize(("words", "language", "expected"), PRINTED.values(), ids=PRINTED)
def test_a_sentence_is_printed(words: str, language: str, expected: str) -> None:
    assert sentences().printed(Text(words, language)) == expected


def test_open_data_holds_no_marks_of_language() -> None:
    assert sentences().unmarked(Text("Ask [[town]] and [[board]].", "en")) == "Ask the *Town* and CPL."


PLAIN = {
    "emphasis and links": ("**Oil** for [lamps](light.md), *now*", "Oil for lamps, now"),
    "signs that HTML escapes": ('5 < 6 & "so on"', '5 < 6 & "so on"'),
    "a number at the start": ("2025. A year", "2025. A year"),
    "a dash at the start": ("- not a list", "- not a list"),
    "underscores inside a word": ("lamp_board_1", "lamp_board_1"),
    "a no-break space": ("10 lampes", "10 lampes"),
    "HTML of a page": ('<span lang="en">Ask</span> it', "Ask it"),
    "a hash at the end": ("Written in C#", "Written in C#"),
}


@pytest.mark.parametrize(("words", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain_words_hold_no_markdown(words: str, expected: str) -> None:
    assert plain_words(words) == expected.replace(" ", " ")


def test_plain_sentences_name_their_entries() -> None:
    assert sentences().plain(Text("**Ask** [[town]] with [[board:name]].", "fr")) == (
        "Ask the Town with Comité des lampes."
    )


def test_entries_are_named_once_and_in_order() -> None:
    found = sentences().entries(Text("[[town]] [[board]]", "fr"), None, Text("[[board:name]] [[town]]", "fr"))
    assert [entry.key for entry in found] == ["bodies.town", "bodies.board"]
