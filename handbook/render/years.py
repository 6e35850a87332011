"""Earlier years: what a year's programme became in the next one. A question to two programmes, never a copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.programme import Programme
from handbook.model.record import Record
from handbook.model.statement import Sourced
from handbook.problems import listed, near
from handbook.render.queries import Unknown
from handbook.render.sentences import Sentences

_LINK = re.compile(r"\[([^\[\]]*)\]\([^)\s]*\)")


@dataclass(frozen=True)
class Changed:
    """A statement whose words are others than in the year before."""

    before: Sourced
    now: Sourced


@dataclass(frozen=True)
class YearChanges:
    """What is ``new``, ``changed`` and ``dropped`` from the year ``before`` to the year ``after``.

    ``carried`` holds what nobody has confirmed yet.
    """

    before: int
    after: int
    new: tuple[Sourced, ...]
    changed: tuple[Changed, ...]
    dropped: tuple[Sourced, ...]
    carried: tuple[Sourced, ...]


@dataclass(frozen=True)
class Years:
    """Questions about the earlier years of one handbook."""

    handbook: Handbook
    sentences: Sentences

    def changes_after(self, year: str) -> YearChanges:
        """Return what became of the programme of an earlier year in the next one that the handbook has."""
        years = self.handbook.years
        if year not in years:
            todo = near(year, years) or f"The earlier years: {listed(years) or 'none'}."
            raise Unknown(f"the handbook keeps no programme of the year '{year}'", todo)
        later = years[years.index(year) + 1 :]
        old_root, new_root = _root(year), _root(later[0] if later else "")
        old, new = self._statements(old_root), self._statements(new_root)
        return YearChanges(
            int(year),
            self._programme(new_root).year,
            tuple(each for key, each in new.items() if key not in old),
            tuple(Changed(old[key], each) for key, each in new.items() if key in old and _differ(old[key], each)),
            tuple(each for key, each in old.items() if key not in new),
            tuple(each for each in new.values() if each.carried_over),
        )

    def _programme(self, root: str) -> Programme:
        programme: Programme = self.handbook.files[root.replace(".", "/")]
        return programme

    def _statements(self, root: str) -> Mapping[str, Sourced]:
        """Return the statements of a programme by their key inside it."""
        start = f"{root}."
        return {
            key.removeprefix(start): record
            for key, record in self.handbook.records.items()
            if key.startswith(start) and isinstance(record, Sourced)
        }

    def year_of(self, key: str) -> str:
        """Return the earlier year to which a key belongs, or nothing."""
        return key.split(".")[1] if key.startswith("years.") else ""

    def place_of(self, record: Record) -> Any:
        """Return the words that say where a statement stands: its area's title, or the programme's."""
        root = _root(self.year_of(record.key))
        name = record.key.removeprefix(f"{root}.").partition(".")[0]
        area = self.handbook.areas_in(self.year_of(record.key)).get(name)
        return (area.short or area.title) if area is not None else self._programme(root).title

    def named_as(self, record: Sourced) -> str:
        """Return how a list calls a statement: by its title, else by its words, which may hold no other link."""
        return _LINK.sub(r"\1", self.sentences.printed(record.title or record.text))

    def of_its_year(self, title: str, key: str) -> str:
        """Return the title of a page with the earlier year to which its key belongs, unless it says it already."""
        return with_year(title, key)


def with_year(title: str, key: str) -> str:
    """Return a title with the earlier year to which ``key`` belongs, unless it says it already."""
    year = key.split(".")[1] if key.startswith("years.") else ""
    return f"{title} ({year})" if year and year not in title else title


def _root(year: str) -> str:
    return f"years.{year}.programme" if year else "programme"


def _differ(one: Sourced, other: Sourced) -> bool:
    return (one.title, one.text) != (other.title, other.text)
