"""A meeting document as HTML, from which its PDF is set."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from handbook.copies.programme.document import BREAK, Block, Document, Head, Heading, Item, Run, Runs, Table, plain

#: How a document looks on paper.
STYLE = Path(__file__).with_name("document.css")
_GAP = "\N{NO-BREAK SPACE}" * 2
_LOOKS = (("bold", "strong"), ("italic", "em"), ("code", "code"))


def html_of(document: Document) -> str:
    """Return a whole page of HTML; its notes are elements where they are called, for the style to move to the foot."""
    head, writer = document.head, _Writer(document)
    direction = document.spoken[document.language].direction
    return (
        f'<!doctype html><html lang="{document.language}" dir="{direction}"><head><meta charset="utf-8">'
        f'<title>{escape(head.title)}</title><meta name="author" content="{escape(head.union)}">'
        f'<meta name="dcterms.created" content="{head.day}"><meta name="dcterms.modified" content="{head.day}">'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head><body>"
        f"{writer.head(head)}{writer.contents()}<main>{''.join(writer.blocks())}</main></body></html>"
    )


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def head(self, head: Head) -> str:
        """Return what stands above the text."""
        lines = (("union", head.union), ("symbol", head.symbol), ("date", head.date))
        said = "".join(f'<p class="{name}">{escape(words)}</p>' for name, words in lines if words)
        meeting = f'<p class="meeting">{self.runs(head.meeting)}</p>' if head.meeting else ""
        running = escape(head.symbol or head.title)
        title = f'<h1 data-running="{running}">{self.runs(head.title_runs)}</h1>'
        remarks = "".join(f"<p>{self.runs(remark)}</p>" for remark in head.remarks)
        return f'<header>{said}{meeting}{title}<div class="remarks">{remarks}</div></header>'

    def contents(self) -> str:
        """Return the list of headings; the style adds their pages."""
        lines = "".join(
            f'<li class="level-{heading.level}"><a href="#{heading.key}">{self._numbered(heading)}</a></li>'
            for heading in self.document.contents()
        )
        return f"<nav><h2>{escape(self.document.contents_title)}</h2><ul>{lines}</ul></nav>"

    def blocks(self) -> Iterator[str]:
        """Yield the blocks; numbered paragraphs that follow each other are one list."""
        for listed, group in groupby(self.document.blocks, lambda block: isinstance(block, Item)):
            if listed:
                yield self._list([block for block in group if isinstance(block, Item)])
            else:
                yield from map(self._block, group)

    def _block(self, block: Block) -> str:
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, Heading), "paragraphs stand in lists"
        name = f"h{block.level + 1}"
        label = escape(_label(block))
        return f'<{name} id="{block.key}" data-label="{label}">{self._numbered(block, True)}</{name}>'

    def _numbered(self, heading: Heading, notes: bool = False) -> str:
        runs = heading.runs if notes else tuple(run for run in heading.runs if not run.note)
        number = f"{escape(heading.number)} – " if heading.number else ""
        return f"{number}{self.runs(runs)}"

    def _list(self, items: list[Item]) -> str:
        said = []
        for top, parts in _by_paragraph(items):
            inner = "".join(self._paragraph(part, "") for part in parts)
            said.append(self._paragraph(top, f"<ol>{inner}</ol>" if inner else ""))
        return f"<ol>{''.join(said)}</ol>"

    def _paragraph(self, item: Item, below: str) -> str:
        # The number is the item's marker: as a string, because a marker's own content is not yet set everywhere.
        stop = "" if item.level else "."
        style = f'list-style-type: "{item.number}{stop}{_GAP}"'
        return f"<li id=\"{item.key}\" style='{style}'>{self.runs(item.runs)}{below}</li>"

    def _table(self, table: Table) -> str:
        columns = "".join(f'<col style="width: {width}%">' for width in table.widths)
        head = "".join(f'<th scope="col">{self.runs(cell)}</th>' for cell in table.head)
        rows = "".join(f"<tr>{self._cells(row)}</tr>" for row in table.rows)
        return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _cells(self, row: tuple[Runs, ...]) -> str:
        first, *others = map(self.runs, row)
        return f'<th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}'

    def runs(self, runs: Runs) -> str:
        """Return runs in a line."""
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        if run.note:
            name = f' id="{run.key}"' if run.key else ""
            return f'<span class="note"{name}>{self.runs(run.note)}</span>'
        said = escape(run.words).replace(BREAK, "<br>")
        for look, name in _LOOKS:
            if getattr(run, look):
                said = f"<{name}>{said}</{name}>"
        if run.language:
            direction = self.document.spoken[run.language].direction
            said = f'<span lang="{run.language}" dir="{direction}">{said}</span>'
        direction = ' dir="ltr"' if run.is_address else ""
        return f'<a href="{escape(run.link)}"{direction}>{said}</a>' if run.link else said


def _label(heading: Heading) -> str:
    return f"{heading.number} – {plain(heading.runs)}" if heading.number else plain(heading.runs)


def _by_paragraph(items: list[Item]) -> Iterator[tuple[Item, list[Item]]]:
    """Yield each paragraph with its parts."""
    parts: list[Item] = []
    top: Item | None = None
    for item in items:
        if item.level:
            parts.append(item)
            continue
        if top is not None:
            yield top, parts
        top, parts = item, []
    if top is not None:
        yield top, parts
