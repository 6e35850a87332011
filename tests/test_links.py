"""Links by key arrive at the page and anchor that show the key, whatever the folders."""

from __future__ import annotations

import pytest
from conftest import Tree

from handbook.render.links import anchors, guess, resolved, targets

HOMES = {"a": "index.md", "b.c": "programme/field.md", "d": "programme/index.md", "e": "the été.md"}
RESOLVED = {
    "from the root down": ("[x](@b.c)", "index.md", "[x](programme/field.md#b.c)"),
    "up to the root": ("[x](@a)", "programme/field.md", "[x](../index.md#a)"),
    "beside": ("[x](@d)", "programme/field.md", "[x](index.md#d)"),
    "on the same page": ("[x](@b.c)", "programme/field.md", "[x](#b.c)"),
    "words with brackets": ("[x [y] z](@a)", "index.md", "[x [y] z](#a)"),
    "words with a mark of language": ('[<span lang="en">x</span>](@a)', "index.md", '[<span lang="en">x</span>](#a)'),
    "two in a line": ("[x](@a), [y](@d)", "index.md", "[x](#a), [y](programme/index.md#d)"),
    "a file with a blank and an accent": ("[x](@e)", "index.md", "[x](the%20%C3%A9t%C3%A9.md#e)"),
    "to nothing that is shown": ("so [x](@z) is", "index.md", "so x is"),
    "an ordinary link": ("[x](y.md)", "index.md", "[x](y.md)"),
}


@pytest.mark.parametrize(("words", "page", "expected"), RESOLVED.values(), ids=RESOLVED)
def test_a_link_by_key_becomes_a_path(words: str, page: str, expected: str) -> None:
    assert resolved(words, page, HOMES) == expected


def test_the_keys_that_a_page_links_to_are_found() -> None:
    assert list(targets("[a](@x.y) text [b](z.md) [c](@w)")) == ["x.y", "w"]


def test_a_near_key_is_suggested() -> None:
    assert guess("b.cc", HOMES) == "Did you mean '@b.c'?"
    assert guess("nothing-like-it", HOMES) == ""


ANCHORS = {
    "a heading": ("## Title { #one }", ["one"]),
    "a paragraph": ("Words\n{: #one .statement }", ["one"]),
    "a class before it": ("Words\n{: .statement #one }", ["one"]),
    "HTML": ('<div class="x" id="one"></div>', ["one"]),
    "the order, twice": ("# A { #b }\n# B { #a }\n# C { #b }", ["b", "a", "b"]),
    "not in a code block": ("```\n# A { #b }\n```\n# C { #d }", ["d"]),
    "no anchor": ("Words {not} an # anchor", []),
}


@pytest.mark.parametrize(("markdown", "expected"), ANCHORS.values(), ids=ANCHORS)
def test_the_anchors_of_a_page_are_found(markdown: str, expected: list[str]) -> None:
    assert anchors(markdown) == expected


LOST = {
    "near a statement": (
        "@programme.light.means.count-lamp",
        "docs/index.md:6: the link '@programme.light.means.count-lamp' leads to nothing. "
        "Did you mean '@programme.light.means.count-lamps'?",
    ),
    "near an entry": (
        "@bodies.lamp-bord",
        "docs/index.md:6: the link '@bodies.lamp-bord' leads to nothing. Did you mean '@bodies.lamp-board'?",
    ),
    "near nothing": ("@zzz", "docs/index.md:6: the link '@zzz' leads to nothing. Correct the key."),
}


@pytest.mark.parametrize(("key", "expected"), LOST.values(), ids=LOST)
def test_a_link_by_key_to_nothing_is_refused_at_its_line(tiny: Tree, key: str, expected: str) -> None:
    tiny.replace("docs/index.md", "[light](light.md)", f"[light]({key})")
    assert tiny.problems() == [expected]


def test_a_link_by_key_in_a_sentence_is_refused_at_the_line_of_the_sentence(tiny: Tree) -> None:
    tiny.replace("docs/data/programme/light.yml", "Count the lamps twice", "Count the [lamps](@lamps) twice")
    assert tiny.problems() == [
        "docs/data/programme/light.yml:16: the link '@lamps' leads to nothing. Correct the key.",
    ]


def test_an_entry_that_is_on_no_page_is_named_without_a_link(tiny: Tree) -> None:
    for folder, heading in (("docs", "Bodies"), ("docs_fr", "Instances")):
        tiny.replace(f"{folder}/index.md", f'## {heading} {{ #bodies }}\n\n{{{{ entries("bodies", 3) }}}}\n', "")
    assert "\n- Joint Lamp Board (JLB)\n" in tiny.staged("en", "light.md")
