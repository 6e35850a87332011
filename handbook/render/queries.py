"""What macros may ask of a handbook. Every view is such a question, never a copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.join.references import REGISTERS
from handbook.model.entries import Body, Entry, Instrument
from handbook.model.facts import Figure
from handbook.model.handbook import Handbook
from handbook.model.programme import Area
from handbook.model.record import Record
from handbook.model.shape import children
from handbook.model.text import Text
from handbook.problems import listed, near
from handbook.render.rows import Row, row_of
from handbook.render.sentences import Sentences


class Unknown(LookupError):
    """A page or a macro asks for something that does not exist; ``todo`` says what does."""

    def __init__(self, wrong: str, todo: str, own: bool = False) -> None:
        super().__init__(wrong)
        self.wrong, self.todo, self.own = wrong, todo, own


@dataclass(frozen=True)
class Queries:
    """Questions to one handbook; raise `Unknown` where the answer does not exist."""

    handbook: Handbook
    sentences: Sentences

    def find(self, key: str) -> Any:
        """Return the record or file called ``key``."""
        if key in self.handbook.records:
            return self.handbook.records[key]
        if key in self.handbook.files:
            return self.handbook.files[key]
        names = [*self.handbook.records, *self.handbook.files]
        raise Unknown(f"'{key}' does not exist in data/", near(key, names) or "See the keys in data/.")

    def programme_part(self, key: str) -> Any:
        """Return an area of the programme (``field``) or one of its sections (``job-security.contracts``).

        A year before a slash asks for an earlier programme's (``1901/field``).
        """
        year, _, part = str(key).rpartition("/")
        name, _, section = part.partition(".")
        if year and year not in self.handbook.years:
            known = self.handbook.years
            raise Unknown(f"'{year}' is not an earlier year", near(year, known) or listed(known) or "There is none.")
        areas = self.handbook.areas_in(year)
        if name not in areas:
            raise Unknown(f"'{name}' is not an area of the programme", near(name, areas) or listed(areas))
        sections = areas[name].sections
        if section and section not in sections:
            todo = near(section, sections) or f"Its sections: {listed(sections) or 'none'}."
            raise Unknown(f"'{section}' is not a section of the area '{name}'", todo)
        return sections[section] if section else areas[name]

    def entry_called(self, key: str) -> Entry:
        """Return the body, instrument or term called ``key``."""
        entry = self.handbook.entry(key)
        if entry is None:
            names = [name for register in ("bodies", "instruments", "terms") for name in self.handbook.named(register)]
            raise Unknown(f"the entry '{key}' does not exist", near(key, names) or "See bodies, instruments, terms.")
        return entry

    def label(self, name: str) -> Text:
        """Return a fixed word from ``labels.yml``."""
        labels = self.handbook.named("labels")
        if name not in labels:
            raise Unknown(f"the label '{name}' is not in data/labels.yml", near(name, labels), own=True)
        text: Text = labels[name]
        return text

    def rows(self, record: Any) -> tuple[Row, ...]:
        """Return the source rows of a record."""
        return tuple(row_of(self.handbook, ref) for ref in record.source)

    def part_of(self, row: Row) -> str:
        """Return the part of a row in words: the document's name for it, else its code (``II.A``)."""
        code, _, number = row.part.partition(".")
        name = row.document.parts.get(code)
        return " ".join(filter(None, [self.sentences.printed(name), number])) if name else row.part

    def entries(self, record: Any) -> tuple[Entry, ...]:
        """Return the entries that a record and everything inside it name, each once, in order."""
        return self.sentences.entries(*_texts(record))

    def bodies(self, record: Any) -> tuple[Entry, ...]:
        """Return the bodies that a record names."""
        return tuple(entry for entry in self.entries(record) if isinstance(entry, Body))

    def instruments(self, record: Any) -> tuple[Entry, ...]:
        """Return the texts that a record names."""
        return tuple(entry for entry in self.entries(record) if isinstance(entry, Instrument))

    def bodies_of(self, records: Any) -> tuple[Entry, ...]:
        """Return the bodies that several records name, each once."""
        return tuple(entry for entry in self.sentences.entries(*_texts(records)) if isinstance(entry, Body))

    def instruments_of(self, records: Any) -> tuple[Entry, ...]:
        """Return the texts that several records name, each once."""
        return tuple(entry for entry in self.sentences.entries(*_texts(records)) if isinstance(entry, Instrument))

    def texts_behind(self, question: Any) -> tuple[Entry, ...]:
        """Return the texts that a question and the statements behind it name."""
        return self.instruments_of([question.text, *(_own_texts(self.find(key)) for key in question.of)])

    def bodies_behind(self, question: Any) -> tuple[Entry, ...]:
        """Return the bodies that a question names and that are not those to ask."""
        return tuple(entry for entry in self.bodies(question) if entry not in self.asked(question))

    def asked(self, question: Any) -> tuple[Entry, ...]:
        """Return whom to ask, as a question says."""
        return tuple(self.entry_called(key) for key in question.ask)

    def figure_words(self, key: str) -> str:
        """Return a figure's value with its unit, as the language writes it."""
        name, _, which = str(key).partition(".")
        figures = self.handbook.named("figures")
        if name not in figures:
            raise Unknown(f"the figure '{name}' does not exist", near(name, figures) or "See data/figures.yml.")
        values = figures[name].values
        if which not in values and (which or values):
            todo = near(which, values) or f"Its values: {listed(values) or 'one, without a name'}."
            raise Unknown(f"the figure '{name}' has no single value '{which}'", todo)
        return str(self.sentences.value(key))

    def amounts(self, figure: Figure) -> list[str]:
        """Return the values of a figure with their units, each with its label where there are several."""
        name = figure.key.removeprefix("figures.")
        if not figure.values:
            return [self.sentences.amount(name)]
        labels = {key: self.sentences.printed(value.label) for key, value in figure.values.items()}
        return [f"{self.sentences.amount(f'{name}.{key}')} ({label})" for key, label in labels.items()]

    def shortened(self, record: Any) -> tuple[Entry, ...]:
        """Return the entries whose short form a record prints without their name beside it."""
        texts = [text for text in _own_texts(record) if text]
        named = {entry.key for text in texts for entry in self.sentences.entries(text) if self._spelt(entry, text)}
        return tuple(
            entry
            for entry in self.sentences.entries(*texts)
            if entry.short and entry.short != entry.name and not entry.everyday and entry.key not in named
        )

    def _spelt(self, entry: Entry, text: Text) -> bool:
        return f"[[{entry.key.rpartition('.')[2]}:name]]" in text or entry.name.casefold() in text.casefold()

    def figures(self, area: str) -> tuple[Figure, ...]:
        """Return the figures that are shown with an area of the programme."""
        return tuple(figure for figure in self.handbook.named("figures").values() if figure.area == area)

    def serving(self, objective: str) -> tuple[Area, ...]:
        """Return the areas of the programme that serve an objective of the strategy."""
        return tuple(area for area in self.handbook.areas.values() if objective in area.serves)

    def groups(self, name: str, kinds: str = "") -> dict[str, list[Entry]]:
        """Return the entries of a register by their kind, in the register's order; of some kinds, or of all."""
        if name not in REGISTERS:
            raise Unknown(f"there is no register '{name}'", near(name, REGISTERS) or f"There are {listed(REGISTERS)}.")
        groups: dict[str, list[Entry]] = {}
        for entry in self.handbook.named(name).values():
            groups.setdefault(entry.group, []).append(entry)
        for kind in kinds.split():
            if kind not in groups:
                raise Unknown(f"'{name}' has no kind '{kind}'", near(kind, groups) or f"There are {listed(groups)}.")
        return {kind: entries for kind, entries in groups.items() if not kinds or kind in kinds.split()}


def _own_texts(record: Any) -> tuple[Text | None, ...]:
    parts = getattr(record, "parts", {}).values()
    texts = [getattr(record, "title", None), getattr(record, "text", None), getattr(record, "caution", None)]
    return (*texts, *(text for part in parts for text in (part.title, part.text, part.caution)))


def _texts(value: Any) -> Iterator[Text]:
    """Yield every sentence inside a record, a group of records or a list of them."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Record):
        for _, child, _ in children(value, type(value)):
            yield from _texts(child)
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _texts(child)
