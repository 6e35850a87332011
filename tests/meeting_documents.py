"""The programme and the strategy of small handbooks as meeting documents, and what stands in their files."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdf
import pytest
from both_ways import PIECE, rests
from conftest import ROOT, Tree
from lxml import etree
from paragraphs import pressed

from handbook.copies.edition import Edition
from handbook.copies.programme.document import Document, Heading, Item, Table, plain
from handbook.copies.programme.meeting import programme_document, strategy_document
from handbook.stage import stage_handbook

SOFFICE = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def staged_editions(root: Path, folder: Path, allow_missing: bool = False) -> dict[str, Edition]:
    """The editions of a handbook that is not built: the meeting documents are made from its model."""
    staged = stage_handbook(root, folder, allow_missing)
    return {one.code: Edition(staged, one, folder / one.code) for one in staged.settings.languages}


@pytest.fixture(scope="module")
def unions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The editions of the invented union."""
    return staged_editions(ROOT / "tests" / "sample", tmp_path_factory.mktemp("staged"))


@pytest.fixture(scope="module")
def documents(unions: dict[str, Edition]) -> dict[str, Document]:
    """Their programmes by language, and one strategy."""
    made = {code: programme_document(edition) for code, edition in unions.items()}
    return made | {"strategy": strategy_document(unions["pt"])}


def tiny_edition(tree: Tree, code: str = "en", allow_missing: bool = False) -> Edition:
    return staged_editions(tree.root, tree.root / "build" / "stage", allow_missing)[code]


def texts(document: Document) -> Iterator[str]:
    """Everything that a document says below its head, in order: paragraphs, cells, then notes."""
    notes = []
    for block in document.blocks:
        rows = (block.head, *block.rows) if isinstance(block, Table) else ((block.runs,),)
        for runs in (cell for row in rows for cell in row):
            yield plain(runs)
            notes += [plain(run.note) for run in runs if run.note]
    yield from notes


def outline(document: Document) -> list[str]:
    """The headings with their numbers, indented by level, and the numbers of the paragraphs below each."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Heading):
            number = f"{block.number} – " if block.number else ""
            lines.append(f"{'  ' * (block.level - 1)}{number}{plain(block.runs)}")
        elif isinstance(block, Item):
            lines[-1] += f" {block.number}"
    return lines


def parts(made: bytes) -> dict[str, etree._Element]:
    """The parts of a DOCX by name."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def word_texts(made: bytes) -> Iterator[str]:
    """What a DOCX says below its list of contents, in order: paragraphs, then notes."""
    found = parts(made)
    body = [p for p in found["word/document.xml"].iter(f"{W}p") if not style(p).startswith("TOC")]
    for paragraph in (*body, *found["word/footnotes.xml"].iter(f"{W}p")):
        yield "".join(each.text if each.tag == f"{W}t" else "\n" for each in paragraph.iter(f"{W}t", f"{W}br"))


def read_by_libreoffice(made: bytes, folder: Path) -> str:
    """The words, without blanks, of the PDF that LibreOffice makes of a DOCX."""
    (folder / "read.docx").write_bytes(made)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [str(SOFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "read.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    read = pypdf.PdfReader(folder / "read.pdf")
    return pressed("".join(page.extract_text() for page in read.pages))


def unread(lines: Iterable[str], words: str) -> list[str]:
    """The lines that are not among ``words``; other words may stand between the pieces of one, of which the last may
    be as short as the last word on the next sheet, without a first sign that the words between begin with as well.
    """
    whole = [pressed(line) for line in lines]
    return [line for line in whole if line not in words and list(rests(line, words, _ends(line)))]


def _ends(line: str) -> set[str]:
    return {line[-length:] for length in range(1, PIECE)}


def style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")
