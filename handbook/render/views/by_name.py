"""What concerns a role, a kind of contract, a body, a text or a term; and where to turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from handbook.model.entries import Body, Entry, Instrument, TermKind
from handbook.model.guidance import Role
from handbook.model.record import Record
from handbook.model.statement import Contact, Statement
from handbook.model.text import Text
from handbook.render.views.ground import Ground, must_be


@dataclass(frozen=True)
class ByName(Ground):
    """Views by what statements name."""

    def roles(self, only: str = "") -> tuple[Role, ...]:
        """Return the roles that a representative can have, or ``only`` some; raise `Unknown` for another."""
        known = self.handbook.named("roles")
        for name in only.split():
            must_be(name, known, "a role (see roles.yml)")
        return tuple(role for role in self._all(Role) if not only or role.key.rpartition(".")[2] in only.split())

    def for_role(self, role: str, objective: str = "") -> tuple[Statement, ...]:
        """Return what somebody in a role can do (``""``: in any); raise `Unknown` for a role that does not exist."""
        must_be(role, ["", *self.handbook.named("roles")], "a role (see roles.yml)")
        found = self._all(Statement, objective)
        return tuple(each for each in found if (role in each.roles if role else each.roles))

    def contacts(self) -> tuple[Contact, ...]:
        """Return every place to turn to."""
        return tuple(self._all(Contact))

    def terms_named(self, group: str) -> list[tuple[Entry, list[Record]]]:
        """Return the terms of a group (``contract``), each with the statements that name it."""
        must_be(group, get_args(TermKind), "a group of terms")
        terms = [term for term in self.handbook.named("terms").values() if term.group == group]
        return [(term, self.statements_naming(term)) for term in terms]

    def statements_naming(self, entry: Entry) -> list[Record]:
        """Return the statements that name an entry."""
        return self._naming.get(entry.key, [])

    def shared_entries(self, record: Record) -> tuple[Entry, ...]:
        """Return the bodies and texts that a statement names and other statements name as well."""
        named = self.sentences.entries(*_texts(record))
        return tuple(
            entry
            for entry in named
            if isinstance(entry, Body | Instrument)
            and not entry.everyday
            and any(other is not record for other in self.statements_naming(entry))
        )

    @cached_property
    def _naming(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self._all(Statement):
            for entry in self.sentences.entries(*_texts(record)):
                found.setdefault(entry.key, []).append(record)
        return found


def _texts(record: Record) -> list[Text | None]:
    """Return the sentences of a statement and of its parts."""
    all_of_it = [record, *getattr(record, "parts", {}).values()]
    return [getattr(each, name, None) for each in all_of_it for name in ("title", "text", "caution")]
