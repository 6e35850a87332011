"""Where a defect of a published file was written: a line of a page, of a data file, of ``mkdocs.yml``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from handbook.check.elements import Elements
from handbook.links import Finding
from handbook.links.place import Place
from handbook.read.addresses import html_file
from handbook.read.pages import Page
from handbook.read.records import Records
from handbook.read.settings import Settings
from handbook.read.words import Words


class Origins:
    """Tells for a finding in a built site the file and line of a handbook in which it was written."""

    def __init__(self, settings: Settings, words: Sequence[Words], site: Path) -> None:
        self._root, self._config, self._site = settings.root, settings.config, site
        reference = next(one for one in words if one.language.reference)
        self._words = {one.language.code: (one, reference) for one in words}
        self._records = {code: Records(*both) for code, both in self._words.items()}
        self._elements = cache(lambda file: Elements((site / file).read_bytes()))

    def __call__(self, finding: Finding) -> Place | None:
        """Return the place that a person has to change, as near as it can be told; None for what no person wrote."""
        code, _, inside = finding.file.partition("/")
        if code not in self._words:
            return self._own_file(f"overrides/root/{finding.file}")
        page = self._page(code, inside)
        if page is None:
            return self._asset(code, inside)
        place = self._place(code, page, finding)
        return place._replace(instead=self._in_words(code, page, finding)) if place.file.endswith(".md") else place

    def _place(self, code: str, page: Page, finding: Finding) -> Place:
        element = self._elements(finding.file).at(finding.line, finding.address) if finding.line else None
        if element is None:
            return Place(page.file, 1)
        if self._elements(finding.file).in_menu(element):
            return self._menu(finding)
        if self._elements(finding.file).in_head(element):
            return Place(page.file, page.front_lines.get("description", 1))
        return self._written(code, page, finding, list(self._elements(finding.file).anchors(element)))

    def _in_words(self, code: str, page: Page, finding: Finding) -> str:
        """Return the address that was probably meant as Markdown writes it: the path of a page from another."""
        address, mark, anchor = finding.instead.partition("#")
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(finding.file), unquote(address)))
        meant = self._page(code, f"{whole}/index.html".partition("/")[2]) if address else None
        if meant is None or not whole.startswith(code):
            return ""
        return f"{posixpath.relpath(meant.path, posixpath.dirname(page.path) or '.')}{mark}{anchor}"

    def _page(self, code: str, inside: str) -> Page | None:
        """Return the page behind a file: the language's own, else the one that it falls back to."""
        found = (page for one in self._words[code] for path, page in one.pages.items() if html_file(path) == inside)
        return next((page for page in found if page is not None), None)

    def _asset(self, code: str, inside: str) -> Place | None:
        """Return the file that was copied into the site."""
        if inside.endswith(".ics"):
            return self._records[code].place("events")
        for one in self._words[code]:
            if inside in one.assets:
                return Place(f"{one.language.folder}/{inside}", 0)
        return self._own_file(f"overrides/{inside}")

    def _own_file(self, path: str) -> Place | None:
        return Place(path, 0) if (self._root / path).is_file() else None

    def _menu(self, finding: Finding) -> Place:
        """Return the line of ``mkdocs.yml`` that lists the page of a menu, or where the menu begins."""
        lines = (self._root / self._config).read_text(encoding="utf-8").split("\n")
        address = unquote(finding.address.partition("#")[0])
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(finding.file), address))
        path = whole.partition("/")[2].removesuffix("index.html").strip("/")
        start = next((number for number, line in enumerate(lines) if line.startswith("nav:")), 0)
        listed = re.compile(rf"\b{re.escape(path)}(?:/index|/README)?\.md\b" if path else r"\bindex\.md\b")
        at = next((number for number in range(start, len(lines)) if listed.search(lines[number])), start)
        return Place(self._config, at + 1)

    def _written(self, code: str, page: Page, finding: Finding, anchors: Sequence[str]) -> Place:
        """Return where the words of a page were written: in its Markdown, or in a record that a macro shows."""
        records, section = self._records[code], _Section(page, anchors)
        near = [anchor for anchor in anchors if records.place(anchor) is not None][:3]

        def found(spelled: Sequence[re.Pattern[str]]) -> Place | None:
            """Return the first place that holds one of the spellings, from the nearest words to the whole page."""
            places = (records.written(key, spelled) for key in near)
            return next(filter(None, places), None) or section.written(spelled) or _Section(page).written(spelled)

        address, words = list(_addresses(finding)), list(_words(finding))
        path, _, fragment = finding.address.partition("#")
        return (
            found(address)
            or ((section.heading(fragment) or None) if not path else None)
            or records.place(unquote(fragment))
            or found(words)
            or records.anywhere(address)
            or section.call()
            or section.place
        )


class _Section:
    """The part of a page's Markdown between two of its headings: below the one that is nearest; else the whole."""

    def __init__(self, page: Page, anchors: Sequence[str] = ()) -> None:
        own = {heading.anchor: number for number, heading in enumerate(page.headings)}
        number = next((own[anchor] for anchor in anchors if anchor in own), -1)
        lines = page.body.split("\n")
        last = page.body_line + len(lines)
        self.page = page
        self.first = page.headings[number].line if number >= 0 else page.body_line
        self.end = page.headings[number + 1].line if 0 <= number < len(page.headings) - 1 else last
        self.text = "\n".join(lines[self.first - page.body_line : self.end - page.body_line])

    @property
    def place(self) -> Place:
        """Return where the section begins."""
        return Place(self.page.file, self.first)

    def written(self, spelled: Sequence[re.Pattern[str]]) -> Place | None:
        """Return the line of the section on which one of the spellings stands."""
        for pattern in spelled:
            if found := pattern.search(self.text):
                return Place(self.page.file, self.first + self.text.count("\n", 0, found.start()))
        return None

    def heading(self, anchor: str) -> Place | None:
        """Return the last heading of the page with this anchor."""
        lines = [one.line for one in self.page.headings if one.anchor == anchor]
        return Place(self.page.file, lines[-1]) if lines else None

    def call(self) -> Place | None:
        """Return the first macro call of the section, which shows what is not written in it."""
        lines = [call.line for call in self.page.calls if self.first <= call.line < self.end]
        return Place(self.page.file, lines[0]) if lines else None


def _addresses(finding: Finding) -> Iterator[re.Pattern[str]]:
    """Yield the ways in which an address may have been written, the most certain first."""
    path, _, fragment = finding.address.partition("#")
    page = unquote(path).removesuffix("index.html").rstrip("/").rpartition("/")[2]
    after = rf"(?:#{re.escape(unquote(fragment))})" if fragment else ""
    if finding.address:
        yield re.compile(rf"(?<![\w/]){re.escape(finding.address)}(?=[)\s\"'>]|$)", re.M)
        yield re.compile(rf"(?<![\w/]){re.escape(unquote(finding.address))}(?=[)\s\"'>]|$)", re.M)
    if page and not finding.address.startswith(("http", "//", "mailto", "tel")):
        yield re.compile(rf"\b{re.escape(page)}(?:/index|/README)?(?:\.md)?{after}(?=[)\s\"'>])")
    if fragment:
        yield re.compile(rf"@{re.escape(unquote(fragment))}\b")
        yield re.compile(rf"\[\[{re.escape(unquote(fragment).rpartition('.')[2])}(?::\w+)?\]\]")


def _words(finding: Finding) -> Iterator[re.Pattern[str]]:
    """Yield what readers see: what was left in the page, the text of a link, however it was wrapped."""
    for words in ("" if finding.address else finding.facts.get("found", ""), finding.words):
        if len(words) > 2:
            yield re.compile(r"\s+".join(re.escape(word) for word in words.split()))
