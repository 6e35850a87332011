"""What a person says of a site beforehand, in a file of YAML (``links.yml``).

address: https://handbook.example.org/
languages: { en: en, fr: fr }          # folder: language; "/" for pages in no such folder
reference: en
trusted: [video.example.org]           # hosts from which a page may load something
vague: { en: [click here] }            # link texts that say nothing
versions:                              # sites of others that exist in several languages
  - { en: https://www.example.int/, fr: https://www.example.int/fr/ }
external:                              # addresses of others that are known not to answer
  - address: https://journal.example.com/*
    reason: Refuses programs, opens in a browser.
    until: 2027-03-31
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator

from handbook.links.config_place import read_nodes, refuse_invalid
from handbook.links.language_tags import is_tag
from handbook.links.options import Options


def _tag(value: str) -> str:
    if not is_tag(value):
        raise ValueError("a language code, such as fr or pt-BR")
    return value


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", value):
        raise ValueError("an address that begins with https:// or http://")
    return value


def _site(value: str) -> str:
    if "?" in _address(value) or "#" in value:
        raise ValueError("the address of the site's first folder, without ? and #")
    return f"{value.rstrip('/')}/"


def _host(value: str) -> str:
    if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)*(?::\d+)?", value):
        raise ValueError("the name of a host alone, such as video.example.org")
    return value.lower()


def _words(value: str) -> str:
    if not value.strip():
        raise ValueError("words")
    return " ".join(value.split())


def _day(value: object) -> object:
    if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
        raise ValueError("a date, such as YYYY-MM-DD")
    return value


Tag = Annotated[str, AfterValidator(_tag)]
Address = Annotated[str, AfterValidator(_address)]
Words = Annotated[str, AfterValidator(_words)]


class Exempt(BaseModel):
    """An address of others that is known not to answer to programs: why, and until when that is believed.

    ``address`` may end in ``*``: then it stands for all that begin so.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    address: Address
    reason: Words
    until: Annotated[date, BeforeValidator(_day)]
    _line: int = PrivateAttr(default=0)

    @property
    def line(self) -> int:
        """Return where it stands in the file, 0 if it was not read from one."""
        return self._line

    def covers(self, address: str) -> bool:
        """Tell whether this is about ``address``, whose fragment does not count."""
        if self.address.endswith("*"):
            return address.startswith(self.address[:-1])
        return address.partition("#")[0] == self.address.partition("#")[0]

    def holds(self, today: date) -> bool:
        """Tell whether it is still believed on the day ``today``; its last day counts."""
        return today <= self.until


class Config(BaseModel):
    """What ``links.yml`` holds; everything may be left out. `Options` tells what each key means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    address: Annotated[str, AfterValidator(_site)] = ""
    languages: Mapping[str, Tag] = {}
    reference: Tag = ""
    trusted: tuple[Annotated[str, AfterValidator(_host)], ...] = ()
    vague: Mapping[Tag, tuple[Words, ...]] = {}
    versions: tuple[Annotated[Mapping[Tag, Address], Field(min_length=2)], ...] = ()
    external: tuple[Exempt, ...] = ()

    @model_validator(mode="after")
    def _known_reference(self) -> Self:
        known = sorted(set(self.languages.values()))
        if self.reference and known and self.reference not in known:
            raise ValueError(f"the reference language is none of the languages: {', '.join(known)}")
        return self

    def options(self, identify: Callable[[str], str] | None = None) -> Options:
        """Return this as the checks take it. Vague texts are folded, as `str.casefold` does."""
        return Options(
            self.address,
            {folder.strip("/"): language for folder, language in self.languages.items()},
            self.reference,
            {tag: frozenset(each.casefold() for each in texts) for tag, texts in self.vague.items()},
            self.versions,
            frozenset(self.trusted),
            identify=identify,
        )


def read_config(path: Path, name: str = "") -> Config:
    """Return what the file ``path`` says; problems call it ``name``, or by its path.

    Raises `handbook.problems.Refused` with everything that is wrong with it, each at its line.
    """
    found = read_nodes(path, name or path.as_posix())
    config = refuse_invalid(Config, found)
    for at, one in enumerate(config.external):
        one._line = found.line(("external", at))
    return config
