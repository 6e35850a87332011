"""Every entry that a sentence names and every key that it links to exists, in all languages."""

from __future__ import annotations

import pytest

from handbook.join.references import (
    Names,
    check_register_keys,
    check_same_entries,
    check_sentences,
    named_entries,
    strings,
)
from handbook.kept import Shelf
from handbook.problems import Problem
from handbook.read.yaml import YamlFile, parse


def data(folder: str = "docs", **files: str | None) -> dict[str, YamlFile | None]:
    """Data files by name; None for one that could not be read."""
    found: dict[str, YamlFile | None] = {}
    for name, text in files.items():
        problems: list[Problem] = []
        found[name] = None if text is None else parse(f"{folder}/data/{name}.yml", text, problems)
        assert problems == []
    return found


BODIES = "board: { name: Board }\nunion: { name: Union }\n"


def said(sentence: str, **files: str | None) -> list[str]:
    """What is wrong with a sentence of the events, as a folded block from line 2 on."""
    reference = data(**{"bodies": BODIES, "events": f"night:\n  text: >-\n    {sentence}\n", **files})
    return [str(problem) for problem in check_sentences(reference, Names.of(reference), Shelf({}))]


def test_the_entries_of_a_sentence_are_known_in_order_and_once() -> None:
    assert named_entries("[[b]] and [[a:name]], [[b:name]] [[ c ]] [not] [[]") == ("b", "a", "c")


def test_every_string_has_its_path() -> None:
    assert list(strings({"a": {"b": ["c", 1, {"d": "e"}]}, "f": None})) == [
        (("a", "b", 0), "c"),
        (("a", "b", 2, "d"), "e"),
    ]


def test_what_exists_can_be_named() -> None:
    assert said("The [[board]], the [[union:name]] and [the board](@bodies.board), [here](@events.night).") == []


def test_each_name_of_nothing_is_told_at_its_own_line() -> None:
    assert [
        problem.partition(";")[0] for problem in said("The [[bord]]\n    and the [[onion:name]]\n    or [[zz]].")
    ] == [
        "docs/data/events.yml:3: the entry 'bord' does not exist",
        "docs/data/events.yml:4: the entry 'onion' does not exist",
        "docs/data/events.yml:5: the entry 'zz' does not exist",
    ]


def test_brackets_come_in_pairs() -> None:
    for sentence in ("The [[board", "The board]]", "The [[board]", "The [[board]] and [[union", "[[a[[board]]"):
        (problem,) = said(sentence)
        assert "double brackets are opened or closed, not both" in problem
    assert said("[1], [a] [b] and a[0]") == []


def test_an_ending_is_name_or_nothing() -> None:
    assert said("The [[board:short]].") == [
        "docs/data/events.yml:3: '[[board:short]]' has an unknown ending; expected [[board:name]]."
    ]


def test_names_are_not_judged_by_a_register_that_cannot_be_read() -> None:
    assert said("The [[nobody]] and [[board:x]].", terms=None) == [
        "docs/data/events.yml:3: '[[board:x]]' has an unknown ending; expected [[board:name]]."
    ]


def test_links_are_not_judged_while_any_file_cannot_be_read() -> None:
    assert len(said("See [it](@figures.lamps).")) == 1
    assert said("See [it](@figures.lamps).", figures=None) == []


def test_an_entry_whose_key_is_ill_written_is_there() -> None:
    assert said("The [[lamp-board]] and [[oil-board]].", terms="Lamp_Board: {name: a}\noil board: {name: b}\n") == []


def test_the_name_of_an_entry_names_no_entry() -> None:
    reference = data(bodies="board: { name: 'The [[union]]', about: 'With the [[union]].' }\nunion: { name: Union }\n")
    assert [str(problem) for problem in check_sentences(reference, Names.of(reference), Shelf({}))] == [
        "docs/data/bodies.yml:1: 'board.name' names an entry, and the name of an entry holds words only. "
        "Write the words out."
    ]


def test_a_key_stands_in_one_register_only() -> None:
    reference = data(bodies=BODIES, instruments="rule: {name: a}\n", terms="\n\nunion: {name: a}\nrule: {name: b}\n")
    assert [str(problem) for problem in check_register_keys(reference)] == [
        "docs/data/terms.yml:3: the entry 'union' exists already in docs/data/bodies.yml, line 2. "
        "Give one of the two another key.",
        "docs/data/terms.yml:4: the entry 'rule' exists already in docs/data/instruments.yml, line 1. "
        "Give one of the two another key.",
    ]


def compared(english: str, french: str, **files: str | None) -> list[str]:
    """What is said of a translated sentence beside its original."""
    reference = data(**{"bodies": BODIES, "events": f"night:\n  text: {english}\n", **files})
    translation = data("docs_fr", events=f"night:\n  text: {french}\n")
    return [str(problem) for problem in check_same_entries(reference, translation, Names.of(reference), Shelf({}))]


def test_a_translation_names_the_same_entries_in_any_order_form_and_number() -> None:
    assert compared("The [[board]] and the [[union]].", "Le [[union:name]], le [[board]] et le [[board]].") == []


def test_a_translation_that_names_others_is_told_what_to_add_and_what_to_take_out() -> None:
    assert compared("The [[board]] now.", "Le [[union]].") == [
        "docs_fr/data/events.yml:2: 'night.text' names other entries than docs/data/events.yml:2; "
        "expected [[board]]; found [[union]]. Add [[board]]. Take out [[union]]."
    ]
    assert compared("Words.", "Le [[union]] du [[board]].")[0].endswith("Take out [[union]] and [[board]].")


def test_a_slip_in_a_name_is_told_once() -> None:
    assert compared("The [[bord]].", "Le [[board]].") == []
    assert compared("The [[board]].", "Le [[bord]].") == []
    assert compared("The [[board].", "Le [[board]].") == []


def test_entries_of_an_unreadable_register_are_not_compared() -> None:
    assert compared("The [[lamp]] of the [[board]].", "La lampe.", terms=None) == []
    assert len(compared("The lamp of the [[board]].", "La lampe.", terms=None)) == 1


def test_a_sentence_without_its_original_is_not_compared() -> None:
    reference = data(bodies=BODIES, events="night:\n  text: Words.\n")
    translation = data("docs_fr", events="day:\n  text: Le [[board]].\n", figures="a:\n  text: Le [[board]].\n")
    assert list(check_same_entries(reference, translation, Names.of(reference), Shelf({}))) == []


FIGURES = """\
lamps: { value: 40 }
nights: { values: { then: { value: 1 }, now: { value: 2 } } }
"""


def told(sentence: str) -> str:
    """What is wrong with a sentence that names figures."""
    return "".join(problem.removeprefix("docs/data/events.yml:3: ") for problem in said(sentence, figures=FIGURES))


def test_a_sentence_names_a_figure_or_one_of_its_values() -> None:
    names = ("lamps", "lamps:number", "nights.then", "nights.now:number")
    assert told(" and ".join(f"[[figures.{name}]]" for name in names)) == ""


UNKNOWN_FIGURES = {
    "[[figures.lmaps]]": "'figures.lmaps' is not one value of a figure; expected figures. and a key of figures.yml. "
    "Did you mean 'figures.lamps'?",
    "[[figures.zzzzzzzz]]": "'figures.zzzzzzzz' is not one value of a figure; "
    "expected figures. and a key of figures.yml. Add an entry there, or write the words plainly.",
    "[[figures.nights]]": "'figures.nights' is not one value of a figure; "
    "expected [[figures.nights.then]] or [[figures.nights.now]]. Name one of its values.",
    "[[figures.nights:number]]": "'figures.nights' is not one value of a figure; "
    "expected [[figures.nights.then]] or [[figures.nights.now]]. Name one of its values.",
    "[[figures.nights.nwo]]": "'figures.nights.nwo' is not one value of a figure; "
    "expected figures. and a key of figures.yml. Did you mean 'figures.nights.now'?",
    "[[figures.lamps.value]]": "'figures.lamps.value' is not one value of a figure; "
    "expected figures. and a key of figures.yml. Did you mean 'figures.lamps'?",
    "[[figures.lamps:name]]": "'[[figures.lamps:name]]' has an unknown ending; expected [[figures.lamps:number]].",
    "[[board:number]]": "'[[board:number]]' has an unknown ending; expected [[board:name]].",
}


@pytest.mark.parametrize("words", UNKNOWN_FIGURES)
def test_a_value_of_nothing_is_told_with_those_that_exist(words: str) -> None:
    assert told(f"See {words}.") == UNKNOWN_FIGURES[words]


def test_figures_that_cannot_be_read_are_not_missed() -> None:
    assert said("[[figures.lamps]]", figures=None) == []
    assert len(said("[[figures.lamps]]")) == 1


def test_a_translation_names_the_same_values_alone_or_with_their_units() -> None:
    english = "From [[figures.nights.then]] to [[figures.nights.now:number]]."
    assert compared(english, "De [[figures.nights.now]] ou [[figures.nights.then:number]]", figures=FIGURES) == []
    (problem,) = compared(english, "De [[figures.nights.then]].", figures=FIGURES)
    assert problem.endswith("found [[figures.nights.then]]. Add [[figures.nights.now]].")
