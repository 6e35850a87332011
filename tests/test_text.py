"""A sentence is one paragraph of inline Markdown; HTML, Jinja and marks of blocks are refused."""

from __future__ import annotations

import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from handbook.model.text import Text

TEXT = TypeAdapter(Text)

SENTENCES = [
    "Count the lamps twice a year.",
    "Ask the [[lamp-board]] under [[igds-385:name]] for **40** lamps, *now* and `again`.",
    "See [the lamps](https://lamps.example/a_(b)) or [ask](mailto:lamps@lamps.example), [call](tel:+41).",
    "See [the area](@programme.light) and <https://lamps.example/> <mailto:lamps@lamps.example>.",
    "Less than 3 < 4 lamps, a <5, b> c, and 5 > 4.",
    "Research & development, R&D; AT&T; & more",
    "LGBTIQ+ colleagues, C.190, C# and #4",
    "A note* with a star",
    "Lamps - oil - light",
    "1901 was dark.",
    "2.5 lamps",
    "1901-03-04 was dark.",
    "«\u00a0Lumière\u00a0!\u00a0» | lampes",
    "50% (of all) [not a link]",
    ": ",
    "1",
    "¿Cuántas lámparas? ¡Cuarenta!",
    "مصباح",
]


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_is_kept_as_it_is_written(words: str) -> None:
    assert TEXT.validate_python(words) == words.strip(" ")


REFUSED = {
    "raw HTML": ["<b>", "a</b>", "<br/>", "<!-- a -->", "<!DOCTYPE html>", "<?php ?>", "a<script", "<A HREF=x>"],
    "an HTML entity": ["a&nbsp;b", "&#233;", "&#xE9;", "&frac12;"],
    "Jinja": ["{{ a }}", "{% a %}", "{# a #}", "a }}", "a %}", "a #}"],
    "a brace": ["{ #id }", "{: .class }", "{id}", "a { b", "a } b"],
    "a picture": ["![a](b.png)", "![](https://lamps.example/a.png)"],
    "a link to neither an address nor a key": [
        "[a](b.md)",
        "[a](#b)",
        "[a](/b/)",
        "[a]()",
        "[a]( javascript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "[a](data:text/html,x)",
        "[a](file:///etc/passwd)",
    ],
    "a link that is never closed": ["[a](https://lamps.example", "a](b"],
    "the mark of a footnote": ["a[^1]", "[^1]: a"],
    "an empty line": ["a\nb", "a\n\nb"],
    "the mark of a heading, list, quotation or table": [
        "# a",
        "> a",
        "- a",
        "* a",
        "+ a",
        "1. a",
        "12) a",
        "```",
        "~~~",
        "!!! note",
        "??? note",
        "=== a",
        "| a |",
        "---",
        "[a]: https://lamps.example",
    ],
    "a bare date": ["2025-02-20", " 2025-02-20\n"],
    "'**' without its pair": ["a **b", "a** b **c**"],
    "'`' without its pair": ["a `b"],
}


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for name, all_words in REFUSED.items() for words in all_words]
)
def test_what_is_no_sentence_is_refused_by_its_name(name: str, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TEXT.validate_python(words)
    (error,) = refused.value.errors()
    assert error["type"] == "sentence_refused"
    assert error["ctx"]["name"] == name
    assert words[error["ctx"]["at"] :].strip() == error["ctx"]["words"].strip()


@pytest.mark.parametrize("words", ["", " ", "\n", "\u00a0", "\t\n "])
def test_a_sentence_is_not_empty(words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TEXT.validate_python(words)
    assert refused.value.errors()[0]["type"] == "sentence_empty"


@pytest.mark.parametrize("value", [None, 12, 4.5, True, ["a"], {"a": "b"}])
def test_a_sentence_is_words(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        TEXT.validate_python(value)
    assert refused.value.errors()[0]["type"] == "sentence_type"


def test_only_blanks_of_the_layout_are_taken_off() -> None:
    assert TEXT.validate_python("  Lumière\u00a0:\u00a0\n") == "Lumière\u00a0:\u00a0"


def test_a_sentence_knows_its_language() -> None:
    text = TEXT.validate_python(Text(" Lumière. ", "fr"))
    assert (text, text.language) == ("Lumière.", "fr")
    copy = pickle.loads(pickle.dumps(text))
    assert (copy, copy.language) == ("Lumière.", "fr")
    assert TEXT.validate_python("Light.").language == ""
