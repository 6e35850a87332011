"""The whole handbook in one language: every file's content, and every record by its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from handbook.model.campaign import Campaign
from handbook.model.documents import Document
from handbook.model.entries import Body, Entry, Instrument, Term
from handbook.model.facts import Event, Figure, Unit
from handbook.model.guidance import Difference, Form, OpenQuestion, Question, Role
from handbook.model.programme import Area, Programme
from handbook.model.record import Named, Record
from handbook.model.report import Report
from handbook.model.shape import children
from handbook.model.statement import Sourced
from handbook.model.strategy import StrategicObjective, Strategy
from handbook.model.text import Text

#: What each file in ``data/`` holds. A star stands for a name: one file an area, a report, a year.
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
        "units": Named[Unit],
        "figures": Named[Figure],
        "reports/*": Report,
        "campaigns/*": Campaign,
        "roles": Named[Role],
        "questions": Named[Question],
        "open-questions": Named[OpenQuestion],
        "differences": Named[Difference],
        "forms": Named[Form],
        "years/*/programme": Programme,
        "years/*/programme/*": Area,
    }
)
#: Files without which there is no handbook.
REQUIRED = ("documents", "labels")


def content(name: str) -> Any:
    """Return the annotation of the file ``name`` (``bodies``, ``programme/field``), or None."""
    return FILES.get(pattern(name))


def pattern(name: str) -> str:
    """Return the name under which `FILES` knows a file: ``programme/field`` -> ``programme/*``."""
    parts = name.split("/")
    if parts[0] == "years":
        return "/".join(["years", "*", *parts[2:3], *("*" for _ in parts[3:])])
    return "/".join([parts[0], *("*" for _ in parts[1:])])


@dataclass(frozen=True)
class Handbook:
    """Everything a page can show, in one language.

    ``missing`` holds the key paths whose sentence is shown in the reference language, because the
    translation lacks it and the build was told to go on.
    """

    language: str
    files: Mapping[str, Any]
    missing: frozenset[str] = frozenset()
    placed: Mapping[str, Mapping[str, Record]] = field(default_factory=dict, repr=False)
    records: Mapping[str, Record] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the records; those of a file that are not ``placed`` already are given their keys and kinds."""
        records: dict[str, Record] = {}
        for name, tree in self._in_order():
            records.update(self.placed[name] if name in self.placed else placed(name, tree))
        object.__setattr__(self, "records", MappingProxyType(records))

    def _in_order(self) -> Iterator[tuple[str, Any]]:
        """Yield the files as a reader meets them: in the order of `FILES`, areas in the programme's."""
        listed = {
            "programme/*": [f"programme/{name}" for name in self.areas],
            "years/*/programme/*": [f"years/{y}/programme/{name}" for y in self.years for name in self.areas_in(y)],
        }
        for name in FILES:
            several = listed.get(name) or [each for each in self.files if pattern(each) == name]
            for each in several:
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
        return self.areas_in("")

    def areas_in(self, year: str) -> Mapping[str, Area]:
        """Return the areas of an earlier year (``""``: of the current programme) by key, in the programme's order."""
        folder = f"years/{year}/programme" if year else "programme"
        programme: Programme | None = self.files.get(folder)
        names = (*programme.areas, *programme.field_areas) if programme is not None else ()
        return {name: self.files[f"{folder}/{name}"] for name in names if f"{folder}/{name}" in self.files}

    @property
    def years(self) -> tuple[str, ...]:
        """Return the earlier years whose programmes are kept, in order."""
        return tuple(sorted(name.split("/")[1] for name in self.files if pattern(name) == "years/*/programme"))

    def several(self, folder: str) -> Mapping[str, Any]:
        """Return what the files of a folder hold (``reports``, ``campaigns``), by the names of the files."""
        start = f"{folder}/"
        return {name.removeprefix(start): each for name, each in self.files.items() if name.startswith(start)}

    def entry(self, key: str) -> Entry | None:
        """Return the body, instrument or term that sentences call ``[[key]]``."""
        for name in ("bodies", "instruments", "terms"):
            if key in self.named(name):
                entry: Entry = self.named(name)[key]
                return entry
        return None

    def current(self) -> Mapping[str, Record]:
        """Return every record by key without those of earlier years."""
        return {key: record for key, record in self.records.items() if not key.startswith("years.")}

    def statements(self) -> Iterator[Sourced | StrategicObjective]:
        """Yield everything that has a source row and a sentence, in the order of the files."""
        for record in self.records.values():
            if isinstance(record, Sourced) or (isinstance(record, StrategicObjective) and record.text):
                yield record


def placed(name: str, tree: Any) -> dict[str, Record]:
    """Return the records of the file ``name`` by their keys, after telling each its key and its kind."""
    records = {}
    for key, record, kind in _records(name.replace("/", "."), tree, content(name), ""):
        record.placed(key, kind)
        records[key] = record
    return records


def _records(path: str, value: Any, annotation: Any, kind: str) -> Iterator[tuple[str, Record, str]]:
    if isinstance(value, Record):
        kind = type(value).kind or kind
        yield path, value, kind
    for key, child, inner in children(value, annotation):
        yield from _records(f"{path}.{key}", child, inner, kind)
