"""The whole handbook in one language: every file's content, and every record by its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from handbook.model.documents import Document
from handbook.model.entries import Body, Entry, Instrument, Term
from handbook.model.facts import Event, Figure
from handbook.model.programme import Area, Programme
from handbook.model.record import Named, Record
from handbook.model.shape import children
from handbook.model.statement import Sourced
from handbook.model.strategy import StrategicObjective, Strategy
from handbook.model.text import Text

#: What each file in ``data/`` holds. ``programme/*`` stands for one file an area.
FILES: Mapping[str, Any] = MappingProxyType(
    {
        "documents": Named[Document],
        "labels": Named[Text],
        "bodies": Named[Body],
        "instruments": Named[Instrument],
        "terms": Named[Term],
        "strategy": Strategy,
        "programme": Programme,
        "programme/*": Area,
        "events": Named[Event],
        "figures": Named[Figure],
    }
)
#: Files without which there is no handbook.
REQUIRED = ("documents", "labels")


def content(name: str) -> Any:
    """Return the annotation of the file ``name`` (``bodies``, ``programme/field``), or None."""
    folder = name.rpartition("/")[0]
    return FILES.get(f"{folder}/*" if folder else name)


@dataclass(frozen=True)
class Handbook:
    """Everything a page can show, in one language.

    ``missing`` holds the key paths whose sentence is shown in the reference language, because the
    translation lacks it and the build was told to go on.
    """

    language: str
    files: Mapping[str, Any]
    missing: frozenset[str] = frozenset()
    records: Mapping[str, Record] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Give every record its key and its kind, and index them."""
        records: dict[str, Record] = {}
        for name, tree in self._in_order():
            for key, record, kind in _records(name.replace("/", "."), tree, content(name), ""):
                record.placed(key, kind)
                records[key] = record
        object.__setattr__(self, "records", MappingProxyType(records))

    def _in_order(self) -> Iterator[tuple[str, Any]]:
        """Yield the files as a reader meets them: in the order of `FILES`, areas in the programme's."""
        areas = [f"programme/{name}" for name in self.areas]
        for name in FILES:
            for each in areas if name == "programme/*" else [name]:
                if each in self.files:
                    yield each, self.files[each]

    def named(self, name: str) -> Mapping[str, Any]:
        """Return the records of a file by key; empty if the handbook has no such file."""
        records: Mapping[str, Any] = self.files.get(name, {})
        return records

    @property
    def strategy(self) -> Strategy | None:
        """Return the strategy, if there is one."""
        return self.files.get("strategy")

    @property
    def programme(self) -> Programme | None:
        """Return the programme, if there is one."""
        return self.files.get("programme")

    @property
    def areas(self) -> Mapping[str, Area]:
        """Return the areas of the programme by key, in the programme's order."""
        if self.programme is None:
            return {}
        names = (*self.programme.areas, *self.programme.field_areas)
        return {name: self.files[f"programme/{name}"] for name in names if f"programme/{name}" in self.files}

    def entry(self, key: str) -> Entry | None:
        """Return the body, instrument or term that sentences call ``[[key]]``."""
        for name in ("bodies", "instruments", "terms"):
            if key in self.named(name):
                entry: Entry = self.named(name)[key]
                return entry
        return None

    def statements(self) -> Iterator[Sourced | StrategicObjective]:
        """Yield everything that has a source row and a sentence, in the order of the files."""
        for record in self.records.values():
            if isinstance(record, Sourced) or (isinstance(record, StrategicObjective) and record.text):
                yield record


def _records(path: str, value: Any, annotation: Any, kind: str) -> Iterator[tuple[str, Record, str]]:
    if isinstance(value, Record):
        kind = type(value).kind or kind
        yield path, value, kind
    for key, child, inner in children(value, annotation):
        yield from _records(f"{path}.{key}", child, inner, kind)
