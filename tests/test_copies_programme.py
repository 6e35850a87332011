"""The programme and the strategy as meeting documents: order, numbers, notes and marks, made once from the model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import ROOT, Tree
from meeting_documents import outline, staged_editions, texts, tiny_edition, unions

from handbook.copies.edition import Edition
from handbook.copies.programme import programme
from handbook.copies.programme.document import Document, Item, Run, plain
from handbook.copies.programme.meeting import programme_document, strategy_document
from handbook.copies.programme.numbers import format_of
from handbook.copies.programme.runs import runs_of
from handbook.model.handbook import Handbook
from handbook.problems import Refused
from handbook.render.sentences import Sentences

__all__ = ["unions"]  # a fixture
DOCUMENTS = {"programme": programme_document, "strategy": strategy_document}
BOTH = [(name, code) for name in DOCUMENTS for code in ("pt", "ar", "de")]


def item(document: Document, key: str) -> Item:
    return next(block for block in document.blocks if isinstance(block, Item) and block.key == key)


def notes(block: Item) -> list[str]:
    return [plain(run.note) for run in block.runs if run.note]


def test_the_programme_is_in_the_order_and_numbering_of_its_source(unions: dict[str, Edition]) -> None:
    assert outline(programme_document(unions["pt"])) == [
        "Introdução 1",
        "  Prioridades 2",
        "  Contactos 3",
        "I – A vigia e a segurança nas torres da costa",
        "  A – Noites de temporal",
        "    Objetivos 4",
        "  B – Lâmpadas",
        "    Meios de ação 5 5.1 5.2",
        "  Números 6",
        "I – Salários",
        "  Objetivos 7",
        "  Meios de ação 8",
        "Formas abreviadas deste documento",
        "De onde vem isto",
    ]


def test_the_strategy_is_numbered_throughout(unions: dict[str, Edition]) -> None:
    assert outline(strategy_document(unions["de"]))[:8] == [
        "I – Vision 1",
        "II – Auftrag 2 3 4",
        "III – Ziele",
        "  A – Sichere Wache 5",
        "  B – Gerechter Lohn 6",
        "IV – Vorgehen",
        "  A – Alle Leuchttürme 7",
        "Woher das stammt",
    ]


@pytest.mark.parametrize(("name", "code"), BOTH)
def test_every_statement_is_said_with_its_caution(unions: dict[str, Edition], name: str, code: str) -> None:
    edition = unions[code]
    sentences = Sentences(edition.handbook, {}, edition.language.locale)
    whole = "\n".join(texts(DOCUMENTS[name](edition)))
    statements = [one for one in edition.handbook.statements() if one.key.split(".")[0] == name]
    assert len(statements) > 5
    for statement in statements:
        for text in filter(None, (statement.title, statement.text, statement.caution)):
            assert sentences.plain(text) in whole, statement.key


def test_the_head_names_union_symbol_date_and_status(unions: dict[str, Edition]) -> None:
    head = programme_document(unions["de"]).head
    assert (head.union, head.symbol, head.date) == ("Gewerkschaft Leuchtfeuer", "SF/A/1988/2", "12. März 1988")
    assert plain(head.remarks[0]).startswith("Stand: Vorschlag. Was die Gewerkschaft")
    assert "https://lighthouses.example/manual/de/programme/#programme" in plain(head.remarks[-1])


def test_what_was_carried_over_or_is_doubtful_is_marked(unions: dict[str, Edition]) -> None:
    document = programme_document(unions["pt"])
    mark = " Vem de 1987; ainda por confirmar."
    carried = [
        block.number for block in document.blocks if isinstance(block, Item) and plain(block.runs).endswith(mark)
    ]
    assert carried == ["5", "8"]  # a part says it only where the whole does not
    doubtful = item(document, "programme.watch.sections.lamps.means.spare-lamps.parts.replace")
    assert [note.split(":")[0] for note in notes(doubtful)] == ["A verificar"]


def test_each_paragraph_names_its_source(unions: dict[str, Edition]) -> None:
    document = programme_document(unions["pt"])
    rows = [[plain(cell) for cell in row] for row in document.blocks[-1].rows]  # type: ignore[union-attr]
    assert rows[0] == ["1", "Uma proposta", "parte front, acontecimento 1"]
    assert rows[3][0] == "nota 1"
    assert ["5.1", "Contar", "Programa 1987, parte I.B, meio de ação 1.1"] in rows


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_handbook_without_a_strategy_has_the_programme(tiny: Tree, code: str) -> None:
    names = [one.name for one in programme(tiny_edition(tiny, code))]
    assert names == [f"programme-1901-{code}.pdf", f"programme-1901-{code}.docx"]


def test_a_handbook_without_either_has_neither(tiny: Tree) -> None:
    edition = tiny_edition(tiny)
    bare = Handbook("en", {name: edition.handbook.files[name] for name in ("documents", "labels")})
    site = replace(edition.staged.site, handbooks={"en": bare})
    assert list(programme(replace(edition, staged=replace(edition.staged, site=site)))) == []


def test_copies_are_told_of_where_their_words_are_shown(unions: dict[str, Edition]) -> None:
    wanted = list(programme(unions["ar"]))
    assert [(one.kind, one.group, one.name) for one in wanted] == [
        ("pdf", "programme", "programme-1988-ar.pdf"),
        ("docx", "programme", "programme-1988-ar.docx"),
        ("pdf", "programme", "strategy-1984-1989-ar.pdf"),
        ("docx", "programme", "strategy-1984-1989-ar.docx"),
    ]
    assert wanted[0].title == "برنامج عام 1988"
    assert wanted[0].pages == ("programme/index.md", "programme/pay.md", "programme/watch.md")
    assert wanted[2].pages == ("charter.md",)


def test_an_area_without_means_has_no_heading_for_them(tiny: Tree) -> None:
    light = tiny.read("docs/data/programme/light.yml")
    tiny.write("docs/data/programme/light.yml", light[: light.index("means:")])
    french = tiny.read("docs_fr/data/programme/light.yml")
    tiny.write("docs_fr/data/programme/light.yml", french[: french.index("means:")])
    tiny.replace("docs/data/documents.yml", ', means: "1 2"', "")
    tiny.replace("docs/data/bodies.yml", "means/1", "objective/1")
    for folder in ("docs", "docs_fr"):
        index = tiny.read(f"{folder}/index.md")
        tiny.write(f"{folder}/index.md", "\n".join(line for line in index.split("\n") if "mention" not in line))
    assert outline(programme_document(tiny_edition(tiny)))[:2] == ["I – Light for all", "  Objectives 1"]


def test_a_sentence_that_is_not_translated_keeps_its_language(tiny: Tree) -> None:
    tiny.replace("docs_fr/data/programme/light.yml", "    text: Compter les lampes deux fois par an.\n", "")
    found = item(programme_document(tiny_edition(tiny, "fr", True)), "programme.light.means.count-lamps")
    assert found.runs[-1] == Run("Count the lamps twice a year.", language="en")
    assert found.runs[0] == Run("Compter les lampes.", bold=True)


def test_words_that_look_like_markup_are_words(tiny: Tree) -> None:
    tiny.replace("docs/data/programme/light.yml", "Light every street", "Light R&D, 3 < 4 and **every** street")
    found = item(programme_document(tiny_edition(tiny)), "programme.light.objectives.bright-streets")
    assert plain(found.runs) == "Bright streets. Light R&D, 3 < 4 and every street by 31 December 1901."
    assert Run("every", bold=True) in found.runs


def test_a_document_of_another_year_lends_neither_symbol_nor_status(tiny: Tree) -> None:
    tiny.replace("docs/data/documents.yml", "  voice:", '  symbol: LP/1\n  period: "1900"\n  voice:')
    head = programme_document(tiny_edition(tiny)).head
    assert (head.symbol, head.date, head.meeting, len(head.remarks)) == ("", "", (), 1)


def test_a_document_without_a_period_is_of_the_year_of_its_date(tiny: Tree) -> None:
    assert programme_document(tiny_edition(tiny)).head.date == "4 March 1901"
    tiny.replace("docs/data/documents.yml", '"1901-03-04"', '"1899-03-04"')
    assert programme_document(tiny_edition(tiny)).head.date == ""


def test_the_meeting_stands_in_the_head(tiny: Tree) -> None:
    tiny.replace("docs/data/documents.yml", "  voice:", '  meeting: "[[lamp-board]], first session"\n  voice:')
    tiny.replace("docs_fr/data/documents.yml", "  about:", '  meeting: "au [[lamp-board]]"\n  about:')
    editions = staged_editions(tiny.root, tiny.root / "build" / "stage")
    meetings = [plain(programme_document(edition).head.meeting) for edition in editions.values()]
    assert meetings == ["JLB, first session", "Au CPL"]


def test_a_missing_label_is_named(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        labels = tiny.read(f"{folder}/data/labels.yml")
        lines = [line for line in labels.split("\n") if not line.startswith("copy-paragraph:")]
        tiny.write(f"{folder}/data/labels.yml", "\n".join(lines))
    with pytest.raises(Refused) as refused:
        programme_document(tiny_edition(tiny))
    wrong = "docs/data/labels.yml: the label 'copy-paragraph' is missing. Add it: the copies of the programme print it."
    assert str(refused.value) == wrong


def test_the_real_programme_holds_every_row_of_its_document(tmp_path_factory: pytest.TempPathFactory) -> None:
    edition = staged_editions(ROOT, tmp_path_factory.mktemp("real"))["en"]
    handbook = edition.handbook
    document = programme_document(edition)
    name = next(key for key, one in handbook.named("documents").items() if one.symbol == document.head.symbol)
    shown = {block.key for block in document.blocks if isinstance(block, Item)}
    shown |= {run.key for block in document.blocks for run in getattr(block, "runs", ()) if run.note}
    drawn = {ref for key in shown - {""} for ref in handbook.records[key].source}  # type: ignore[attr-defined]
    assert set(handbook.named("documents")[name].refs(name)) - drawn == set()


NUMBERS = {
    "upperRoman": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"],
    "decimal": ["1", "2"],
    "upperLetter": ["A", "B", "C"],
    "lowerRoman": ["i"],
    "lowerLetter": ["a", "b"],
    "": ["I", "III"],
}


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_are_those_of_word_processors(name: str) -> None:
    assert format_of(NUMBERS[name]) == name


RUNS = {
    "a **b** *c* `d`": (Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True), Run(" "), Run("d", code=True)),
    "2025. A year": (Run("2025. A year"),),
    "**a *b* c**": (Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True)),
    "[b](https://x.example/?a=1&b=2)": (Run("b", link="https://x.example/?a=1&b=2"),),
    "<https://x.example>": (Run("https://x.example", link="https://x.example"),),
    "[b](@nowhere) c": (Run("b c"),),
    "a\u00a0: b\nc": (Run("a\u00a0: b c"),),
    '<span class="foreign" lang="ar" dir="rtl">b **c**</span>': (
        Run("b ", language="ar"),
        Run("c", bold=True, language="ar"),
    ),
}


@pytest.mark.parametrize("inline", RUNS)
def test_inline_markdown_becomes_runs(inline: str) -> None:
    assert runs_of(inline, lambda target: "" if target.startswith("@") else target) == RUNS[inline]
