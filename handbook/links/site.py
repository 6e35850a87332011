"""A whole site, read: its files, its documents, its address and its languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from handbook.links.document import Document, Reference
from handbook.links.folder import Folder
from handbook.links.moves import Moves
from handbook.links.near import Paths
from handbook.links.options import Options
from handbook.links.resolve import Addresses, Target

#: A relative address without anything that needs care, by its steps up, its path and its fragment.
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?)(?:#([^%]*))?", re.ASCII)


class Link(NamedTuple):
    """A reference, what it leads to, and the file of the site that a reader then sees, or None."""

    reference: Reference
    target: Target
    file: str | None


@dataclass(frozen=True)
class Site:
    """Everything that the checks look at."""

    folder: Folder
    documents: Mapping[str, Document]
    options: Options
    addresses: Addresses
    _targets: dict[tuple[str, str, str], tuple[Target, str | None]] = field(default_factory=dict, repr=False)
    _placed: dict[tuple[str, str], tuple[Target, str | None]] = field(default_factory=dict, repr=False)
    _links: dict[str, list[Link]] = field(default_factory=dict, repr=False)

    def links(self, document: Document) -> list[Link]:
        """Return each reference of a document that has an address, with what it leads to; worked out only once."""
        links = self._links.get(document.name)
        if links is None:
            above = _above(document.name) if not document.base else ()
            links = self._links[document.name] = [
                Link(one, *self._leads(document, one.address, above))
                for one in document.references
                if one.address and not one.address.isspace()
            ]
        return links

    def target(self, document: Document, reference: Reference) -> Target:
        """Return what a reference of a document leads to."""
        return self._leads(document, reference.address, ())[0]

    def file(self, target: Target) -> str | None:
        """Return the file that a target inside the site shows, or None."""
        if target.kind != "inside":
            return None
        found = self.folder.find(target.path)
        if found is None and (shown := self.moves.shown(self.addresses.path + target.path)):
            inner = self.addresses.target("", shown)
            return self.folder.find(inner.path) if inner.kind == "inside" else None
        return found

    def _leads(self, document: Document, address: str, above: tuple[str, ...]) -> tuple[Target, str | None]:
        """Return target and file of an address; ``above`` are the folders of a document without a base."""
        if above and (plain := _PLAIN.fullmatch(address)):
            ups, path, fragment = plain.groups()
            if address[0] == "#":
                return Target("inside", document.name, fragment), document.name
            if (steps := len(ups) // 3) < len(above):
                place = (above[steps] + path, fragment or "")
                if (found := self._placed.get(place)) is None:
                    target = Target("inside", *place)
                    found = self._placed[place] = target, self.file(target)
                return found
        key = (_scope(document.name, address), document.base, address)
        if (found := self._targets.get(key)) is None:
            target = self.addresses.target(document.name, address, document.base)
            found = self._targets[key] = target, self.file(target)
        return found

    @cached_property
    def moves(self) -> Moves:
        """Return where the site sends its readers on."""
        return Moves(self.documents.values(), urlsplit(self.addresses.root).hostname or "")

    @cached_property
    def near(self) -> Paths:
        """Return the files, of which the one that was probably meant can be asked for."""
        return Paths(self.folder.files)

    @cached_property
    def pages(self) -> tuple[Document, ...]:
        """Return the HTML documents, in the order of their names."""
        return tuple(document for _, document in sorted(self.documents.items()) if document.kind == "html")

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """Return the language of the pages below each folder of the first level: ``{"fr": "fr"}``.

        Without an option, a folder counts that is named like a language and most of whose pages say so.
        """
        if self.options.languages:
            return self.options.languages
        said: dict[str, Counter[str]] = {}
        for page in self.pages:
            top, slash, _ = page.name.partition("/")
            if slash and page.language:
                said.setdefault(top, Counter())[page.language.lower()] += 1
        common = {top: counted.most_common(1)[0][0] for top, counted in said.items()}
        found = {top: most for top, most in common.items() if _same(most, top.lower().replace("_", "-"))}
        rest = Counter(page.language.lower() for page in self.pages if page.name.partition("/")[0] not in found)
        if found and rest and rest.most_common(1)[0][0]:
            found[""] = rest.most_common(1)[0][0]
        return found

    def language(self, name: str) -> str:
        """Return the language in which the page ``name`` should be, or ``""``."""
        top = name.partition("/")[0] if "/" in name else ""
        return self.languages.get(top, self.languages.get("", ""))

    def twins(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield language and file of the same page in every language, itself included."""
        top, slash, rest = name.partition("/")
        inner = rest if slash and top in self.languages else name
        for folder, language in self.languages.items():
            other = f"{folder}/{inner}" if folder else inner
            if other in self.documents:
                yield language, other


def _same(one: str, other: str) -> bool:
    return one == other or one.partition("-")[0] == other


def _scope(name: str, address: str) -> str:
    """Return where an address in the file ``name`` means the same: everywhere, in a folder, or in the file alone."""
    if address.startswith(("https://", "http://")):
        return ""
    return name.rpartition("/")[0] if address[:1] not in ("", "#", "?") else name


def _above(name: str) -> tuple[str, ...]:
    """Return the folder of a file and each folder above it, the nearest first, each with its slash."""
    steps = name.split("/")[:-1]
    return tuple("".join(f"{step}/" for step in steps[:count]) for count in range(len(steps), -1, -1))
