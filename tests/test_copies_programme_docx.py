"""The meeting documents as DOCX: sound by the standard, real lists and notes, nothing of the library's own template."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from conftest import Tree
from lxml import etree
from meeting_documents import (
    SOFFICE,
    W,
    documents,
    parts,
    read_by_libreoffice,
    style,
    texts,
    tiny_edition,
    unions,
    unread,
    word_texts,
)
from paragraphs import pressed

from handbook.copies.programme.document import Document, Heading, Item, Run, plain
from handbook.copies.programme.docx import docx_of
from handbook.copies.programme.docx.package import TEMPLATE
from handbook.copies.programme.meeting import programme_document
from handbook.copies.programme.numbers import FORMATS

__all__ = ["documents", "unions"]  # fixtures
# The order of children that ISO/IEC 29500-1 prescribes; a word processor may refuse any other.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs bidi spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign rtl lang",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr",
    "lvlOverride": "startOverride lvl",
    "num": "abstractNumId lvlOverride",
    "abstractNum": "multiLevelType lvl",
    "numbering": "abstractNum num",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg bidi",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
}


@pytest.fixture(scope="module")
def files(documents: dict[str, Document]) -> dict[str, bytes]:
    return {name: docx_of(document) for name, document in documents.items()}


NAMES = ("pt", "ar", "de", "strategy")


@pytest.mark.parametrize("name", NAMES)
def test_a_docx_says_what_the_document_says_and_nothing_else(
    documents: dict[str, Document], files: dict[str, bytes], name: str
) -> None:
    written = [line.removeprefix(" ") for line in word_texts(files[name]) if line.strip()]
    head = documents[name].head
    lines = (head.union, head.symbol, head.date, plain(head.meeting), head.title, *map(plain, head.remarks))
    assert written == [line for line in (*lines, *texts(documents[name])) if line]


@pytest.mark.parametrize("name", NAMES)
def test_elements_stand_in_the_order_of_the_standard(files: dict[str, bytes], name: str) -> None:
    for part in parts(files[name]).values():
        for element in part.iter():
            allowed = ORDER.get(str(element.tag).removeprefix(W))
            if allowed is None or not str(element.tag).startswith(W):
                continue
            children = [str(child.tag).removeprefix(W) for child in element if isinstance(child.tag, str)]
            places = [allowed.split().index(child) for child in children]
            assert places == sorted(places), (element.tag, children)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_referred_to_exists(files: dict[str, bytes], name: str) -> None:
    found = parts(files[name])
    everything = [element for part in found.values() for element in part.iter() if isinstance(element.tag, str)]

    def values(tag: str, attribute: str = "val") -> list[str]:
        return [element.get(f"{W}{attribute}", "") for element in everything if element.tag == f"{W}{tag}"]

    styles = set(values("style", "styleId"))
    assert {*values("pStyle"), *values("rStyle"), *values("tblStyle"), *values("basedOn"), *values("next")} <= styles
    assert set(values("numId")) <= {"0", *values("num", "numId")}
    called, notes = values("footnoteReference", "id"), values("footnote", "id")
    assert called == [str(number) for number in range(1, len(called) + 1)]
    assert set(notes) == {"-1", "0", *called}
    names, ids = values("bookmarkStart", "name"), values("bookmarkStart", "id")
    assert (len(set(names)), len(set(ids))) == (len(names), len(ids))
    assert sorted(ids) == sorted(values("bookmarkEnd", "id"))
    codes = " ".join(element.text or "" for element in everything if element.tag == f"{W}instrText")
    assert {*re.findall(r"REF (\w+)", codes), *values("hyperlink", "anchor")} - {""} <= set(names)
    assert set(re.findall(r"NOTEREF (\w+?)_", codes)) <= {"note"}


def counted(made: bytes) -> list[str]:
    """The numbers of the paragraphs of a DOCX, counted as the standard says: `17.9` Numbering."""
    found = parts(made)
    lists, own = found["word/numbering.xml"], {}
    for each in found["word/styles.xml"].iter(f"{W}style"):
        own[each.get(f"{W}styleId")] = each.find(f"{W}pPr/{W}numPr")
    instances = {each.get(f"{W}numId"): each for each in lists.iter(f"{W}num")}
    abstract = {each.get(f"{W}abstractNumId"): each for each in lists.iter(f"{W}abstractNum")}
    state: dict[str, dict[int, int]] = {}
    started: set[str] = set()
    numbers = []
    for paragraph in found["word/document.xml"].iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr")
        number = own.get(style(paragraph)) if number is None else number
        if number is None:
            continue
        instance, level = (_val(number, "numId") or "0"), int(_val(number, "ilvl") or 0)
        if instance == "0":
            continue
        kind = _val(instances[instance], "abstractNumId")
        levels = {int(one.get(f"{W}ilvl")): one for one in abstract[kind].iter(f"{W}lvl")}
        for override in instances[instance].iter(f"{W}lvlOverride"):
            place = int(override.get(f"{W}ilvl"))
            if (one := override.find(f"{W}lvl")) is not None:
                levels[place] = one
            if instance not in started:
                state.setdefault(kind, {})[place] = 0
        started.add(instance)
        counts = state.setdefault(kind, {})
        counts[level] = counts.get(level, 0) + 1
        for deeper in [one for one in counts if one > level]:
            counts[deeper] = 0
        text = _val(levels[level], "lvlText") or ""
        for place in range(level + 1):
            written = FORMATS[_val(levels[place], "numFmt") or "decimal"](counts.get(place, 0) or 1)
            text = text.replace(f"%{place + 1}", written)
        numbers.append(text.removesuffix(" –").removesuffix("."))
    return numbers


def _val(element: etree._Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


@pytest.mark.parametrize("name", NAMES)
def test_word_processors_count_the_numbers_of_the_document(
    documents: dict[str, Document], files: dict[str, bytes], name: str
) -> None:
    blocks = documents[name].blocks
    assert counted(files[name]) == [one.number for one in blocks if isinstance(one, Heading | Item) and one.number]


@pytest.mark.parametrize(("first", "second"), [("1", "2"), ("7", "9"), ("IV", "V"), ("A", "B"), ("P-1", "P-2")])
def test_any_number_of_an_area_is_kept(tiny: Tree, first: str, second: str) -> None:
    area = tiny.read("docs/data/programme/light.yml").replace("light", "dark")
    tiny.replace("docs/data/programme/light.yml", "number: I", f'number: "{first}"')
    tiny.write("docs/data/programme/dark.yml", area.replace("number: I", f'number: "{second}"'))
    french = tiny.read("docs_fr/data/programme/light.yml")
    tiny.write("docs_fr/data/programme/dark.yml", french)
    tiny.replace("docs/data/programme.yml", "[light]", "[light, dark]")
    for folder in ("docs", "docs_fr"):
        page = tiny.read(f"{folder}/light.md").replace("light", "dark")
        tiny.write(f"{folder}/dark.md", page)
    tiny.replace("mkdocs.yml", "      - light.md", "      - light.md\n      - dark.md")
    document = programme_document(tiny_edition(tiny))
    numbers = [one.number for one in document.blocks if isinstance(one, Heading | Item) and one.number]
    assert [number for number in numbers if number in (first, second)][:1] == [first]
    assert second in numbers
    assert counted(docx_of(document)) == numbers


SERIES = {
    "a second series": "1:I 1:II 1:I 1:II",
    "sections start anew": "1:I 2:A 2:B 1:II 2:A 2:B",
    "sections of other kinds": "1:I 2:A 2:B 1:II 2:1 2:2 1:III 2:A 2:B",
    "a second series of another kind": "1:I 1:II 1:1 1:2 2:A",
    "sections that nobody can count": "1:I 2:X-1 2:X-3 1:II 2:A",
    "sections alone": "2:A 2:B",
}


@pytest.mark.parametrize("name", SERIES)
def test_series_of_headings_are_counted_each_for_itself(documents: dict[str, Document], name: str) -> None:
    pairs = [(int(level), number) for level, number in (one.split(":") for one in SERIES[name].split())]
    blocks = []
    for place, (level, number) in enumerate(pairs):
        siblings = _siblings(pairs, place)
        blocks.append(Heading(level, (Run("Words"),), f"key-{place}", number, siblings))
    document = replace(documents["pt"], blocks=tuple(blocks))
    assert counted(docx_of(document)) == [number for _, number in pairs]


def _siblings(pairs: list[tuple[int, str]], place: int) -> tuple[str, ...]:
    """The numbers of the series to which the heading at a place belongs: it ends where a first number stands."""
    level, firsts = pairs[place][0], ("I", "A", "1", "X-1")
    start = next(at for at in range(place, -1, -1) if pairs[at][0] == level and pairs[at][1] in firsts)
    found = [pairs[start][1]]
    for other, number in pairs[start + 1 :]:
        if other < level or (other == level and number in firsts):
            break
        found += [number] if other == level else []
    return tuple(found)


def test_nothing_of_the_library_s_template_is_left(files: dict[str, bytes]) -> None:
    for name, part in parts(files["de"]).items():
        text = etree.tostring(part, encoding="unicode")
        assert not re.search("python-docx|Cambria|Calibri|theme|2013", text), name
    assert set(parts(files["de"])) == {
        *(path.relative_to(TEMPLATE).as_posix() for path in TEMPLATE.rglob("*") if path.is_file()),
    }


def test_the_properties_are_those_of_the_document(files: dict[str, bytes]) -> None:
    properties = docx.Document(io.BytesIO(files["de"])).core_properties
    assert (properties.title, properties.author) == ("Programm für 1988", "Gewerkschaft Leuchtfeuer")
    assert (properties.last_modified_by, properties.language) == ("Gewerkschaft Leuchtfeuer", "de-DE")
    assert properties.identifier == "SF/A/1988/2"
    assert str(properties.created) == str(properties.modified) == "1988-04-01 00:00:00+00:00"


def test_the_same_words_give_the_same_bytes(documents: dict[str, Document], files: dict[str, bytes]) -> None:
    assert docx_of(documents["ar"]) == files["ar"]
    with zipfile.ZipFile(io.BytesIO(files["ar"])) as package:
        assert {each.date_time for each in package.infolist()} == {(1988, 4, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_styles_headings_and_tables_are_real(files: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(files["pt"]))
    used = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    levels = [int(name.split()[1]) for name in used if name.casefold().startswith("heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {"Title", "List Number", "List Number 2", "Remark", "toc 1"} <= set(used)
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{W}tblHeader") is not None


def test_the_list_of_contents_has_room_for_the_pages_that_a_word_processor_adds(files: dict[str, bytes]) -> None:
    found = parts(files["pt"])
    codes = [each.text.strip() for each in found["word/document.xml"].iter(f"{W}instrText")]
    assert [code for code in codes if code.startswith("TOC")] == ['TOC \\o "1-2" \\h \\z']
    page = found["word/document.xml"].find(f".//{W}sectPr")
    size, margin = (page.find(f"{W}{name}") for name in ("pgSz", "pgMar"))
    width = int(size.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))
    for each in found["word/styles.xml"].iter(f"{W}style"):
        if each.get(f"{W}styleId") in ("TOC1", "TOC2"):
            tab = each.find(f"{W}pPr/{W}tabs/{W}tab")
            assert (tab.get(f"{W}val"), tab.get(f"{W}pos")) == ("right", str(width))


def test_right_to_left_is_set_throughout(files: dict[str, bytes]) -> None:
    found = parts(files["ar"])
    assert found["word/styles.xml"].find(f".//{W}pPrDefault/{W}pPr/{W}bidi") is not None
    assert found["word/document.xml"].find(f".//{W}sectPr/{W}bidi") is not None
    assert len(found["word/document.xml"].findall(f".//{W}bidiVisual")) == 2
    for run in found["word/document.xml"].iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            address = "://" in (run.findtext(f"{W}t") or "") or "@" in (run.findtext(f"{W}t") or "")
            assert (run.find(f"{W}rPr/{W}rtl") is not None) is not address
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}{'val' if address else 'bidi'}") == "ar-EG"


def test_links_lead_out(files: dict[str, bytes]) -> None:
    targets = [each.get("Target") for each in parts(files["pt"])["word/_rels/document.xml.rels"]]
    assert "mailto:farois@sindicato.example" in targets
    assert "https://lighthouses.example/manual/pt/programme/#programme" in targets


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed: its reading is not tested")
@pytest.mark.parametrize("name", ["pt", "strategy"])
def test_libreoffice_reads_every_word(
    documents: dict[str, Document], files: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    words = read_by_libreoffice(files[name], tmp_path)
    assert unread(texts(documents[name]), words) == []
    for block in documents[name].blocks:
        if isinstance(block, Heading) and block.number:
            assert pressed(f"{block.number} – {plain(block.runs)}") in words
