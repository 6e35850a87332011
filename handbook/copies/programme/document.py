"""A meeting document without a format: its head and its blocks, as any writer can set them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: The words of a run that ends a line.
BREAK = "\n"


@dataclass(frozen=True)
class Run:
    """Words with one look; ``language`` is empty where it is the document's.

    ``link`` is an address, or ``#`` and the key of a numbered paragraph or a note, whose number the words then are.
    A run with a ``note`` has no words: it is the place of a note at the foot, whose ``key`` may be empty.
    """

    words: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    language: str = ""
    link: str = ""
    note: tuple[Run, ...] = ()
    key: str = ""

    @property
    def is_address(self) -> bool:
        """Return whether the words are an address, which runs from left to right in every language."""
        return bool(self.words) and self.link.removeprefix("mailto:") == self.words


#: What stands in a paragraph, in order.
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of a ``level`` from 1; ``number`` is empty where it has none.

    ``siblings`` are the numbers of the headings that are counted with it, itself among them, in order.
    """

    level: int
    runs: Runs
    key: str
    number: str = ""
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """A numbered paragraph (``12``), or a part of one (``12.1``); ``level`` is 0 or 1."""

    level: int
    runs: Runs
    key: str
    number: str


@dataclass(frozen=True)
class Table:
    """A table with a head of its own, repeated on each page; ``widths`` are the shares of its columns, in percent."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]


Block = Heading | Item | Table


@dataclass(frozen=True)
class Head:
    """What stands above a meeting document; what the data does not give is empty.

    ``remarks`` say what the document may be called and where it comes from; ``day`` is the edition's (ISO 8601).
    """

    union: str
    title: str
    title_runs: Runs
    symbol: str
    date: str
    meeting: Runs
    remarks: tuple[Runs, ...]
    day: str


@dataclass(frozen=True)
class Spoken:
    """A language: its ``tag`` with a territory (``fr-FR``), as word processors want it, and its direction."""

    tag: str
    direction: str


@dataclass(frozen=True)
class Document:
    """A meeting document in one language.

    ``spoken`` holds every language that a run may have; ``contents_title`` is what the list of headings is called.
    """

    language: str
    spoken: Mapping[str, Spoken]
    contents_title: str
    head: Head
    blocks: tuple[Block, ...]

    def contents(self) -> Iterator[Heading]:
        """Yield the headings that are listed at the beginning: those of the first level, and numbered ones below."""
        for block in self.blocks:
            if isinstance(block, Heading) and (block.level == 1 or (block.level == 2 and block.number)):
                yield block


def plain(runs: Runs) -> str:
    """Return the words of runs alone, without their notes."""
    return "".join(run.words for run in runs)
