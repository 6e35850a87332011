"""New words stand where the old ones stood, in every kind of place, and no other byte is different."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from conftest import Tree
from translated import LIGHT, accepted, snapshot, states, unit, with_lamps

from handbook.problems import CouldNotRun, Refused
from handbook.read.yaml import parse
from handbook.translations.gather import gather
from handbook.translations.write_back import write_back
from handbook.translations.writing.homes import home
from handbook.translations.writing.new_files import site_file
from handbook.translations.writing.wrapping import wrapped
from handbook.translations.writing.yaml_values import one_line
from handbook.write.edits import Edit, Source, difference, edited

ASK = "programme.light.means.ask-the-board.text"
COUNT = "programme.light.means.count-lamps.text"
LONG = (
    "Demander 40 lampes au [[lamp-board]], et pour chacune : « une mèche », de l’huile, du verre et une échelle. " * 3
)


def write(tree: Tree, key: str, words: str) -> list[str]:
    return write_back(tree.root, {unit(tree, key): words})


def added(tree: Tree, *keys: str, words: str = "Des mots nouveaux.") -> list[str]:
    """Write words for units that the French lacks."""
    gathered = gather(tree.root)
    reference, french = gathered.settings.reference, gathered.settings.language("fr")
    originals = [one for one in gathered.units["en"] if one.key in keys]
    config = site_file(gathered)
    changes = {home(one, reference, french, config): words for one in originals}
    assert len(changes) == len(keys)
    return write_back(tree.root, changes)


def changed_lines(before: str, after: str) -> list[str]:
    """Return the lines that are different, with - and +."""
    return [line for line in difflib.ndiff(before.split("\n"), after.split("\n")) if line[0] in "-+"]


SENTENCES = [
    "Compter les lampes.",
    "Compter : les lampes",
    "Compter les lampes # toutes",
    "« Compter » les \"lampes\" et 'mèches'",
    "yes",
    "2024",
    "~",
    "@lampes",
    "[un](https://a.example) et deux",
    "*Compter* les lampes",
    "Compter les lampes\u00a0: toutes\u00a0!",
    "une \\ barre",
    "fin:",
    "[[lamp-board]] et la suite",
    "!non",
    "% de lampes",
    LONG.strip(),
    "mot\u00a0: " * 40 + "fin",
    " ".join(["mot", "-", "1.", "#", ">"] * 20) + " fin",
]


@pytest.mark.parametrize("words", SENTENCES)
@pytest.mark.parametrize("key", [ASK, COUNT])
def test_a_sentence_is_read_back_as_it_was_given(tiny: Tree, key: str, words: str) -> None:
    before = tiny.read(LIGHT)
    assert write(tiny, key, words) == [LIGHT]
    assert unit(tiny, key).text == " ".join(words.split(" "))
    lines = changed_lines(before, tiny.read(LIGHT))
    assert all(len(line) - 2 <= 110 for line in lines if len(words) < 500)
    assert len([line for line in lines if line[0] == "-"]) == 1  # no other line is touched
    assert not [line for line in lines if line[2:].strip().startswith("\u00a0")]


def test_comments_order_quotes_and_layout_stay(tiny: Tree) -> None:
    text = (
        "# de la tête\n\ntitle: 'De la lumière'   # à dire\n\n\nobjectives:\n"
        '    # quatre blancs\n    bright-streets:\n        title:   "Des rues"\n'
        "        text: >\n          Éclairer\n          chaque rue.\n\n\n# entre deux\nmeans:\n"
        "  ask-the-board: { title: Demander, text: 'Demander [[lamp-board]]' } # ici\n"
        "  count-lamps:\n    title: |-\n      Compter\n    text:\n      Compter\n      les lampes\n# fin"
    )
    tiny.write(LIGHT, text)
    expected = text
    for key, words, old, new in (
        ("title", "La lumière", "'De la lumière'", '"La lumière"'),  # in quotes, since a comment follows
        ("objectives.bright-streets.title", "Rues", '"Des rues"', "Rues"),
        ("objectives.bright-streets.text", "Tout éclairer.", "Éclairer\n          chaque rue.", "Tout éclairer."),
        ("means.ask-the-board.title", "Demander, redire", "Demander,", '"Demander, redire",'),
        ("means.count-lamps.title", "Compter tout", "      Compter\n    text", "      Compter tout\n    text"),
        ("means.count-lamps.text", "Compter.", "text:\n      Compter\n      les lampes", "text:\n      Compter."),
    ):
        write(tiny, f"programme.light.{key}", words)
        expected = expected.replace(old, new)
        assert tiny.read(LIGHT) == expected


@pytest.mark.parametrize("ends", ["\r\n", "mixed"])
def test_line_ends_stay(tiny: Tree, ends: str) -> None:
    text = tiny.read(LIGHT)
    raw = text.replace("\n", "\r\n") if ends == "\r\n" else text.replace("\n", "\r\n", 3)
    tiny.write(LIGHT, raw)
    write(tiny, COUNT, "Compter tout.")
    assert (tiny.root / LIGHT).read_bytes().decode() == raw.replace(
        "Compter les lampes deux fois par an.", "Compter tout."
    )
    write(tiny, ASK, LONG.strip())
    after = (tiny.root / LIGHT).read_bytes().decode()
    assert ends == "mixed" or after.count("\n") == after.count("\r\n")


PLACES = {
    "lamps.md/description": "Chaque lampe : une page.",
    "lamps.md#lamps/heading-1": "Toutes nos lampes",
    "lamps.md#lamps/paragraph-1": 'Les rues ont des lampes, voyez {{ mention("programme.light") }}.',
    "lamps.md#lamps/item-2": "Lampes au gaz **de ville**",
    "lamps.md#lamps/cell-3": "Huile | gaz",
    "lamps.md#lamps/admonition-1": "Prudence",
    "lamps.md#lamps/paragraph-2": "Elles brûlent.",
    "lamps.md#lamps/alternative-1": "Une belle lampe",
    "mkdocs.yml/site_name": "Les lampes",
    "mkdocs.yml/nav/The year": "Toute l’année : les lampes",
}


@pytest.mark.parametrize("key", PLACES)
def test_every_kind_of_place(tiny: Tree, key: str) -> None:
    with_lamps(tiny)
    old = unit(tiny, key)
    before = snapshot(tiny.root)
    assert write(tiny, key, PLACES[key]) == [old.file]
    assert unit(tiny, key).text == PLACES[key].replace(" | ", " | ")
    lines = changed_lines(before[old.file].decode(), tiny.read(old.file))
    assert [line[0] for line in lines] == ["-", "+"]
    assert {file: content for file, content in snapshot(tiny.root).items() if file != old.file} == {
        file: content for file, content in before.items() if file != old.file
    }


def test_footnotes_attributes_and_line_breaks_keep_their_lines(tiny: Tree) -> None:
    with_lamps(tiny)
    old = "Il y a beaucoup de lampes dans les rues."
    words = "Une\\\ndeux[^1].\n\n[^1]: Note une\n    et la suite.\n[^2]: Note deux.\n\nFin.\n{: .lead }"
    tiny.replace("docs_fr/lamps.md", old, words)
    text, keys = tiny.read("docs_fr/lamps.md"), [f"lamps.md#lamps/paragraph-{number}" for number in (1, 2, 3)]
    units = [unit(tiny, key) for key in keys]
    write_back(
        tiny.root,
        {one: one.text.replace("Une", "Uné").replace("Note", "Noté").replace("Fin.", "Finé.") for one in units},
    )
    new = words.replace("Une", "Uné").replace("Note", "Noté").replace("Fin.", "Finé.").replace("une\n    et", "une et")
    assert tiny.read("docs_fr/lamps.md") == text.replace(words, new)
    with pytest.raises(Refused, match="attributes"):
        write(tiny, keys[2], "Fin. {: .autre }")


def test_everything_at_once(tiny: Tree) -> None:
    with_lamps(tiny)
    units = [one for one in gather(tiny.root).units["fr"] if one.kind != "alternative" and "![" not in one.text]
    write_back(tiny.root, {one: f"{one.text} bis" for one in units})
    after = {(one.file, one.key): one.text for one in gather(tiny.root).units["fr"]}
    assert all(after[one.file, one.key] == f"{one.text} bis" for one in units)


def test_the_same_words_are_left_alone(tiny: Tree) -> None:
    before = snapshot(tiny.root)
    assert write_back(tiny.root, {one: one.text for one in gather(tiny.root).units["fr"]}) == []
    assert snapshot(tiny.root) == before


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("programme.light.title", ""),
        ("programme.light.objectives.bright-streets.title", "  bright-streets:\n"),
        (COUNT, "    title: Compter les lampes\n"),
    ],
)
def test_a_missing_key_is_added_where_the_english_has_it(tiny: Tree, key: str, after: str) -> None:
    old = unit(tiny, key)
    line = next(line for line in tiny.read(LIGHT).split("\n") if line.strip().endswith(old.text)) + "\n"
    tiny.replace(LIGHT, line, "")
    assert states(tiny)[key] == "missing"
    added(tiny, key, words=old.text)
    text = tiny.read(LIGHT)
    assert unit(tiny, key).text == old.text
    assert text.index(line) == text.index(after) + len(after)


def test_missing_groups_and_files_are_added(tiny: Tree) -> None:
    text = tiny.read(LIGHT)
    tiny.write(LIGHT, text[: text.index("  count-lamps:")])
    added(tiny, COUNT, COUNT.replace(".text", ".title"))
    assert tiny.read(LIGHT).endswith("  count-lamps:\n    title: Des mots nouveaux.\n    text: Des mots nouveaux.\n")
    tiny.write(LIGHT, text[: text.index("objectives:")] + text[text.index("means:") :])
    streets = "programme.light.objectives.bright-streets"
    added(tiny, f"{streets}.title", f"{streets}.text")
    assert "monde\nobjectives:\n  bright-streets:\n    title: Des mots nouveaux.\n" in tiny.read(LIGHT)
    tiny.remove(LIGHT)
    keys = [one.key for one in gather(tiny.root).units["en"] if one.file == "docs/data/programme/light.yml"]
    added(tiny, *keys)
    assert [one.key for one in gather(tiny.root).units["fr"] if one.file == LIGHT] == keys
    assert "    text: >-\n      Des mots nouveaux.\n" in tiny.read(LIGHT)  # as the English has it


def test_a_missing_description_block_and_page_are_added(tiny: Tree) -> None:
    with_lamps(tiny)
    accepted(tiny)  # so that it is known which block renders which
    whole = tiny.read("docs_fr/lamps.md")
    tiny.replace("docs_fr/lamps.md", "- Lampes à gaz\n", "")
    added(tiny, "lamps.md#lamps/item-2", words="Lampes à gaz")
    assert tiny.read("docs_fr/lamps.md") == whole
    tiny.replace("docs_fr/lamps.md", "Il y a beaucoup de lampes dans les rues.\n\n", "")
    added(tiny, "lamps.md#lamps/paragraph-1", words="Il y a beaucoup de lampes dans les rues.")
    assert tiny.read("docs_fr/lamps.md") == whole
    tiny.remove("docs_fr/lamps.md")
    with pytest.raises(Refused, match="all of it is translated"):
        added(tiny, "lamps.md/description")
    keys = [one.key for one in gather(tiny.root).units["en"] if one.file == "docs/lamps.md" and "![" not in one.text]
    with pytest.raises(Refused, match="A lamp"):
        added(tiny, *keys)
    tiny.replace("docs/lamps.md", "\n![A lamp](lamp.png)\n", "")
    added(tiny, *[key for key in keys if "alternative" not in key])
    start = "---\ndescription: Des mots nouveaux.\n---\n# Des mots nouveaux. { #lamps }"
    assert tiny.read("docs_fr/lamps.md").startswith(start)


def test_a_cell_cannot_be_added_and_is_said(tiny: Tree) -> None:
    with_lamps(tiny)
    tiny.replace("docs_fr/lamps.md", "| Huile et gaz ", "|  ")
    before = snapshot(tiny.root)
    with pytest.raises(Refused, match="by hand"):
        added(tiny, "lamps.md#lamps/cell-3")
    assert snapshot(tiny.root) == before


def test_setting_that_is_missing_is_added(tiny: Tree) -> None:
    tiny.replace("mkdocs.yml", "site_url", "copyright: Lamps\nsite_url")
    added(tiny, "mkdocs.yml/copyright", words="Les lampes : 1901")
    assert unit(tiny, "mkdocs.yml/copyright").text == "Les lampes : 1901"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("lamps.md#lamps/paragraph-1", "- un point"),
        ("lamps.md#lamps/heading-1", "Lampes { #autre }"),
        ("lamps.md#lamps/paragraph-1", "<b>gras</b>"),
        ("lamps.md#lamps/paragraph-1", "une {{ balise"),
        ("lamps.md#lamps/paragraph-1", '{{ mention("programme.light") }}'),
        ("lamps.md/description", "**gras**"),
        (COUNT, "un caractère\u200b invisible"),
    ],
)
def test_words_that_would_be_something_else_are_refused(tiny: Tree, key: str, words: str) -> None:
    with_lamps(tiny)
    before = snapshot(tiny.root)
    changes = {unit(tiny, key): words, unit(tiny, "index.md#home/heading-1"): "Bien le bonjour"}
    with pytest.raises(Refused, match=r"docs_fr"):
        write_back(tiny.root, changes)
    assert snapshot(tiny.root) == before


def test_all_or_nothing(tiny: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    before, replace, calls = snapshot(tiny.root), Path.replace, []

    def second_fails(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", str(self))
        return replace(self, target)

    changes = {unit(tiny, COUNT): "Compter.", unit(tiny, "index.md#home/heading-1"): "Bonjour"}
    monkeypatch.setattr(Path, "replace", second_fails)
    with pytest.raises(CouldNotRun):
        write_back(tiny.root, changes)
    assert snapshot(tiny.root) == before


def test_wrapping() -> None:
    text = "un deux trois quatre cinq six sept huit neuf dix"
    assert wrapped(text, 20) == ["un deux trois quatre", "cinq six sept huit", "neuf dix"]
    assert wrapped("aaaa bbbb\u00a0: cc", 8) == ["aaaa", "bbbb\u00a0:", "cc"]
    assert wrapped("aaaa \u00a0b cccc", 4) == ["aaaa \u00a0b", "cccc"]
    assert wrapped("aaaa - bbbb 1. cccc # dd", 4) == ["aaaa -", "bbbb 1.", "cccc #", "dd"]
    text = 'voir {{ a("b c d e") }} et {{ b("c") }}, fin'
    assert wrapped(text, 10) == ['voir {{ a("b c d e") }}', 'et {{ b("c") }},', "fin"]


def test_values_on_one_line() -> None:
    for words in SENTENCES:
        for flow in (False, True):
            value = one_line(words, flow)
            file = parse("", f"{{ a: {value}, b: c }}" if flow else f"a: {value}\nb: c", [])
            assert file is not None
            assert file.tree == {"a": words, "b": "c"}


def test_edits() -> None:
    assert edited("abcd", [Edit(1, 2, "xx"), Edit(3, 4, "")]) == "axxc"
    assert Source(b"a\r\nb\nc\r\n").edited([Edit(2, 3, "x\ny")]) == b"a\r\nx\r\ny\nc\r\n"
    for one, other in (("abc", "abc"), ("abc", "axc"), ("aa", "aaa"), ("", "a"), ("abab", "ab"), ("ab", "")):
        assert edited(one, difference(one, other)) == other
