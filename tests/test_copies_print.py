"""HTML on paper: what is tagged, what fits the sheet, and what is told where something cannot be set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pdf_file import PdfFile, letters
from PIL import Image

from handbook.copies.print import Laid, lay_out
from handbook.copies.print.files import style
from handbook.copies.print.pictures import wrong_pictures
from handbook.copies.print.shape import leveled, shaped
from handbook.copies.print.tables import fitted
from handbook.problems import Refused

BOOK = Path(__file__).parents[1] / "handbook" / "copies" / "pdf" / "book.css"


def page(source: str) -> etree._Element:
    found = etree.HTML(f"<section>{source}</section>").find(".//section")
    assert found is not None
    return found


def laid(source: str, folder: Path = Path(), code: str = "en", direction: str = "ltr") -> Laid:
    body = etree.tostring(shaped(page(source), {}), encoding="unicode", method="html")
    head = f"<title>Lamps</title><style>{style(BOOK)}</style>"
    return lay_out(f'<!doctype html><html lang="{code}" dir="{direction}">{head}{body}', folder, "docs/lamps.md")


def read(source: str, folder: Path = Path()) -> PdfFile:
    return PdfFile(laid(source, folder).pdf())


def boxes(one: Laid) -> Iterator[tuple[Any, Any]]:
    for sheet in one.document.pages:
        for box in sheet._page_box.descendants():
            if type(box).__name__ == "TextBox":
                yield sheet, box


def fits(one: Laid) -> bool:
    """Whether all words stand between the margins of their sheet (18 mm, in CSS pixels)."""
    margin = 18 / 25.4 * 96 - 1
    return all(
        box.position_x >= margin and box.position_x + box.width <= sheet.width - margin for sheet, box in boxes(one)
    )


TABLE = "<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"


def table(columns: int) -> str:
    heads = "".join(f'<th scope="col">Head {number}</th>' for number in range(columns))
    cells = '<th scope="row">Row</th>' + "".join(f"<td>Words of cell {n}</td>" for n in range(columns - 1))
    return TABLE.format(heads=heads, cells=cells)


def test_heads_of_tables_have_a_scope() -> None:
    file = read(f"<h1>Lamps</h1>{table(3)}")
    heads = file.tagged("/TH")
    assert [str(one.A.Scope) for one in heads] == ["/Column"] * 3 + ["/Row"]
    assert not [one for one in heads if "/ID" in one]


@pytest.mark.parametrize("columns", [7, 8, 20])
def test_a_wide_table_stays_on_its_sheet(columns: int) -> None:
    one = laid(f"<h1>Lamps</h1><p>Before.</p>{table(columns)}<p>After.</p>")
    assert fits(one)
    turned = [sheet for sheet in one.document.pages if sheet.width > sheet.height]
    assert bool(turned) == (columns > 7)
    assert letters(PdfFile(one.pdf()).text).count("Head") == columns


def test_columns_share_the_width_by_their_words() -> None:
    one = page("<table><tr><td>1</td><td>Many words that need much room on a sheet</td></tr></table>")[0]
    fitted(one)
    widths = [float(col.get("style", "")[7:-1]) for col in one.iter("col")]
    assert widths[1] > 4 * widths[0]
    assert sum(widths) == pytest.approx(100, abs=0.2)


def test_an_empty_table_is_left_alone() -> None:
    one = page("<table></table>")[0]
    fitted(one)
    assert not list(one.iter("col"))


@pytest.mark.parametrize(
    "place", ["<p>{}</p>", "<h1>{}</h1>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"]
)
def test_a_word_longer_than_the_line_is_broken(place: str) -> None:
    one = laid(f"<h1>Lamps</h1>{place.format('Lamp' * 60)}")
    assert fits(one)
    assert "Lamp" * 60 in letters(PdfFile(one.pdf()).text)


def test_a_broken_line_ends_in_a_soft_hyphen() -> None:
    words = "responsibilities representation organisation " * 12
    file = read(f"<h1>Lamps</h1><p>{words}</p>")
    assert "\u00ad" in file.text
    assert letters(words) in letters(file.text)
    assert set(file.fonts) == {one for one in file.fonts if one.endswith(("Copy", "Copy-Bold"))}


def test_without_the_library_that_cuts_fonts_down_sheets_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "<p>Lamps at œuvre, año</p>"
    cut = read(words)
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    assert read(words).text == cut.text


def test_letters_that_no_font_has_are_told() -> None:
    with pytest.raises(Refused, match=r"docs/lamps\.md: no font .*U\+10FFFD.*Install a font"):
        laid("<h1>Lamps</h1><p>Sign \U0010fffd</p>").pdf()


def test_a_picture_that_says_nothing_is_no_part_of_the_words(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "lamp.png")
    file = read('<h1>Lamps</h1><p>A <img src="lamp.png" alt=""> and <img src="lamp.png" alt="A lamp"></p>', tmp_path)
    assert [str(one.Alt) for one in file.tagged("/Figure")] == ["A lamp"]
    assert not file.unmarked()


def test_a_drawing_has_its_name() -> None:
    svg = '<svg role="img" aria-label="40 lamps" viewBox="0 0 9 9"><rect class="bar" width="9" height="9"></rect></svg>'
    file = read(f"<h1>Lamps</h1><figure>{svg}</figure>")
    assert [str(one.Alt) for one in file.tagged("/Figure")] == ["40 lamps"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<img src="gone.png" alt="x">', "the picture 'gone.png' is missing"),
        ('<img src="words.png" alt="x">', "the picture 'words.png' cannot be read"),
        ('<img src="large.png" alt="x">', "is too large to print; found 9000 x 9000 points"),
        ('<img src="small.png">', "has no words that stand for it"),
        ('<img src="https://other.example/lamp.png" alt="x">', "lies on another site"),
    ],
)
def test_what_is_wrong_with_a_picture_is_told(source: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "words.png").write_text("no picture")
    Image.new("1", (9000, 9000)).save(tmp_path / "large.png")
    Image.new("1", (9, 9)).save(tmp_path / "small.png")
    [problem] = wrong_pictures(page(source), tmp_path, "docs/lamps.md")
    assert str(problem).startswith("docs/lamps.md: ")
    assert said in str(problem)


def test_a_picture_larger_than_the_sheet_is_made_smaller(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 6000)).save(tmp_path / "tall.png")
    one = laid('<h1>Lamps</h1><p><img src="tall.png" alt="A tall lamp"></p>', tmp_path)
    [picture] = [box for box in one.document.pages[-1]._page_box.descendants() if box.element_tag == "img"]
    assert picture.width < 660
    assert picture.height < 850


def test_footnotes_stand_at_the_foot_and_are_tagged() -> None:
    source = (
        '<h1>Lamps</h1><p>Words<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> go on.</p>'
        '<div class="footnote"><hr><ol><li id="fn:1"><p>What is meant.<a class="footnote-backref" href="#fnref:1">↩</a>'
        "</p></li></ol></div>"
    )
    file = read(source)
    assert [str(one.ID) for one in file.tagged("/Note")] == ["fn:1-1"]
    assert letters("Words1 go on.") in letters(file.text)
    assert "What is meant." in file.text
    assert not file.unmarked()


def test_words_in_another_language_are_marked() -> None:
    file = read(
        '<h1>Lamps</h1><p>Words <span lang="fr" dir="ltr">et mots</span> <a href="https://a.example/">a</a></p>'
    )
    assert [str(one.Lang) for one in file.tagged("/Span") if "/Lang" in one] == ["fr"]


def test_words_from_right_to_left_begin_at_the_right() -> None:
    one = laid("<h1>مصابيح</h1><p>مصابيح الشارع</p>", code="ar", direction="rtl")
    assert all(box.position_x > sheet.width / 2 for sheet, box in boxes(one) if box.text.strip())


def test_an_address_is_printed_once() -> None:
    words = (
        'See <a href="https://lamps.example/all/">all lamps</a> and <a href="https://lamps.example/">lamps.example</a>.'
    )
    text = letters(read(f"<h1>Lamps</h1><p>{words}</p>").text)
    assert text.count("https://lamps.example/all/") == 1
    assert text.count("lamps.example") == 2


def test_links_out_of_the_file_lead_to_the_site() -> None:
    body = shaped(page('<a href="#lamps--x">x</a><a href="#own">y</a>'), {"lamps--x": "https://lamps.example/#x"})
    assert [(one.get("href"), one.get("class")) for one in body.iter("a")] == [
        ("https://lamps.example/#x", None),
        ("#own", None),
    ]


def test_a_source_takes_one_paragraph_and_keeps_its_links() -> None:
    body = shaped(
        page(
            '<div class="source"><p class="summary">From</p><ul><li><a href="#a">Plan</a>, I</li><li>Plan, II</li></ul>'
            '<p>Others: <a href="#b">Board</a></p></div>'
        ),
        {},
    )
    [source] = body
    assert source.tag == "p"
    assert "".join(str(part) for part in source.itertext()) == "From – Plan, I · Plan, II"
    assert [one.get("href") for one in source.iter("a")] == ["#a"]


def test_headings_go_down_one_level_at_a_time() -> None:
    bodies = [page("<h1>a</h1><h4>b</h4><h2>c</h2>"), page("<h1>d</h1><h2>e</h2><h6>f</h6>")]
    leveled([(bodies[0], 2), (bodies[1], 3)], above=1)
    assert [str(one.tag) for body in bodies for one in body] == ["h2", "h3", "h3", "h3", "h4", "h5"]


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    for address in ("https://other.example/lamp.png", (tmp_path / "lamp.png").as_uri()):
        html = f'<!doctype html><html lang="en"><title>x</title><h1>x</h1><img alt="x" src="{address}">'
        with pytest.raises(Refused, match=r"Failed to load image"):
            lay_out(html, tmp_path, "docs/lamps.md")


def test_words_without_statements_make_a_page() -> None:
    file = read("<h1>Lamps</h1>")
    assert file.headings == [1]
    assert len(file.pdf.pages) == 1
