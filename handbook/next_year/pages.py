"""The pages of the programme, copied for an earlier year: the same words, keys and links of that year."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from handbook.next_year.data import past_key
from handbook.read.marks import Call, calls

_CALL = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}", re.S)
_ADDRESS = re.compile(r"(\]\(\s*|^\[[^\]\n]+\]:\s*)([^)\s]+)", re.M)
_HEADING = re.compile(r"^(#{1,6}\s.*\{:?\s*#)([a-z][a-z0-9.-]*)", re.M)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|\?", re.I)
_OPENING = re.compile(r"#\s|\{\{.*\}\}\s*$")


@dataclass(frozen=True)
class Macro:
    """What a page may give to a macro: names of arguments in order; whether its key is a part of the programme."""

    arguments: Sequence[str]
    of_programme: bool


@dataclass(frozen=True)
class PastPages:
    """Copies pages for the programme of ``year``.

    ``places`` maps each page to the path of its copy, ``keys`` are all records of the handbook, ``areas``
    those of the programme. Calls in ``elsewhere`` show what stays on a page of today, and are left out.
    """

    year: int
    places: Mapping[str, str]
    keys: Collection[str]
    areas: Collection[str]
    macros: Mapping[str, Macro]
    elsewhere: Collection[str] = ()

    def copied(self, page: str, head: str, body: str) -> str:
        """Return the copy of a page: its front matter as it is, its body with the keys and links of its year."""
        body = _CALL.sub(lambda found: self._call(found[0]), body)
        body = _ADDRESS.sub(lambda found: found[1] + self._address(page, found[2]), body)
        body = _HEADING.sub(lambda found: found[1] + self._anchor(found[2]), body)
        return head + _after_title(body, f'{{{{ past_year("{self.year}") }}}}')

    def call(self, call: Call) -> Call:
        """Return a call that asks for the year's programme; the same one where it asks for something else."""
        macro = self.macros[call.name]
        arguments = tuple(
            self._value(macro, name, value) for name, value in zip(macro.arguments, call.arguments, strict=False)
        )
        named = {name: self._value(macro, name, value) for name, value in call.named.items()}
        given = {*macro.arguments[: len(arguments)], *named}
        if "year" in macro.arguments and "key" not in macro.arguments and "year" not in given:
            named["year"] = str(self.year)
        return Call(call.name, call.line, call.written, arguments, named)

    def _call(self, written: str) -> str:
        found = next(calls("", written, 1, []), None)
        assert found is not None, "the page was read without problems"
        if signed(found) in self.elsewhere:
            return ""
        changed = self.call(found)
        return written if signed(changed) == signed(found) else f"{{{{ {signed(changed)} }}}}"

    def _value(self, macro: Macro, name: str, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if name == "key" and macro.of_programme and value.partition(".")[0] in self.areas:
            return f"{self.year}/{value}"
        return past_key(value, self.year)

    def _address(self, page: str, address: str) -> str:
        if address.startswith("@"):
            return f"@{past_key(address[1:], self.year)}"
        if _ELSEWHERE.match(address):
            return address
        path, sharp, anchor = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
        if target in self.places:
            anchor = self._anchor(anchor)
        if path:
            here = posixpath.dirname(self.places[page])
            path = quote(posixpath.relpath(self.places.get(target, target), here))
        return f"{path}{sharp}{anchor}"

    def _anchor(self, anchor: str) -> str:
        past = past_key(anchor, self.year)
        return f"{anchor}-{self.year}" if past == anchor and anchor in self.keys else past


def signed(call: Call) -> str:
    """Return a call as it is written on a page, without its braces."""
    given = [_written(value) for value in call.arguments]
    given += [f"{name}={_written(value)}" for name, value in call.named.items()]
    return f"{call.name}({', '.join(given)})"


def _written(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) or value is None else str(value)


def _after_title(body: str, call: str) -> str:
    """Put a call below the title of a page: its first line, or else its first paragraph."""
    lines = body.split("\n")
    at = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _OPENING.match(lines[at]):
        at = next((number for number in range(at, len(lines) - 1) if not lines[number + 1].strip()), len(lines) - 1)
    rest = lines[at + 1 :]
    while rest and not rest[0].strip():
        rest = rest[1:]
    return "\n".join([*lines[: at + 1], "", call, "", *rest])


def places(pages: Sequence[str], year: int) -> dict[str, str]:
    """Return where the copies of ``pages`` stand; what was in ``programme/`` stands in the year's own folder."""
    found: dict[str, str] = {}
    for page in pages:
        short = f"years/{year}/{page.removeprefix('programme/')}"
        taken = short in found.values() or short == changes_page(year)
        found[page] = f"years/{year}/pages/{page}" if taken else short
    return found


def changes_page(year: int) -> str:
    """Return the path of the page that says what became of a year's programme."""
    return f"years/{year}/changes.md"
