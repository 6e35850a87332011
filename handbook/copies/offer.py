"""What pages say of the copies: the list where a page has the place for it, and a link to its own on each page.

Types and sizes stand in the words of each link, so that nobody loads what they did not want.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from handbook.build.complaints import stopped
from handbook.copies.edition import FOLDER, Edition
from handbook.copies.make import Copy, Made
from handbook.finish.offline import in_words
from handbook.problems import Problem, Refused
from handbook.read.addresses import html_file, page_url
from handbook.render.dates import written_day
from handbook.stage import Staged

#: The generator's own templates.
OVERRIDES = Path(__file__).parents[2] / "overrides"
_TEMPLATE = "copies.html"
#: The groups of the list, in the order in which readers see them.
GROUPS = ("whole", "programme", "chapters", "leaflets")
#: What a browser is told of a file before it loads it.
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "html": "text/html",
    "zip": "application/zip",
}
_PLACE = re.compile(r'<(?P<tag>p|div) class="copies".*?</(?P=tag)>', re.DOTALL)
_END = "</article>"


@dataclass(frozen=True)
class Offered:
    """A copy as a page links to it."""

    group: str
    kind: str
    title: str
    address: str
    media: str
    size: str
    download: bool


class Offer:
    """Writes into the built pages of one language what is offered there; ``templates`` says how that looks."""

    def __init__(self, edition: Edition, templates: Path) -> None:
        self.staged, self.language, self.folder = edition.staged, edition.language, edition.folder
        self.labels, self.address = edition.labels, edition.address
        self.pages = self.staged.site.pages[self.language.code]
        self.template = _template(edition.staged, templates)

    def say_where(self) -> dict[str, str]:
        """Say where the list is: pages that are copied cannot hold a list of the copies. Return them as they were."""
        before = {path: self._html(path) for path in self.places()}
        for path in before:
            address = f"{self.address}{page_url(path)}"
            self._fill(path, self._shown("elsewhere", address, self.labels))
        return before

    def put_back(self, pages: Mapping[str, str]) -> None:
        """Put pages back as they were."""
        for path, html in pages.items():
            self._write(path, html)

    def places(self) -> list[str]:
        """Return the pages that have the place for the list."""
        return [path for path in self.pages if (html := self._html(path)) and _PLACE.search(html)]

    def unlisted(self) -> Problem:
        """Return what is said of a handbook that has no place for the list."""
        todo = "Write {{ copies() }} on a page of its own."
        return Problem(self.language.folder, 0, "no page lists the copies to take away", todo=todo)

    def fill(self, made: Made) -> None:
        """Write the list into its place, and into each page links to its own copies."""
        copies, places = made.of(self.language.code), self.places()
        for path in places:
            listed = [(group, list(self._of(group, copies, path))) for group in GROUPS]
            groups = [(group, offered) for group, offered in listed if offered]
            self._fill(path, self._shown("listed", groups, self.labels, self._edition()))
        for path in self.pages:
            own = [self._offered(copy, path) for copy in copies if path in copy.wanted.pages]
            way = self._way_to_all(path, places)
            if own or way:
                self._add(path, self._shown("offered", own, self.labels, way))

    def _of(self, group: str, copies: tuple[Copy, ...], path: str) -> Iterator[Offered]:
        return (self._offered(copy, path) for copy in copies if copy.wanted.group == group)

    def _offered(self, copy: Copy, path: str) -> Offered:
        wanted = copy.wanted
        kind, size = self.labels[f"copy-type-{wanted.kind}"], in_words(copy.size, self.language.locale)
        said = str(self.labels["copy-size"]).replace("TYPE", str(kind)).replace("SIZE", size.replace(" ", "\xa0"))
        title = wanted.title if copy.code else str(self.labels["copy-all-languages"])
        address = f"{'' if copy.code else '../'}{FOLDER}/{quote(wanted.name)}"
        alone = wanted.kind == "html"  # the policy of the site forbids what is inside: it is opened from the device
        return Offered(wanted.group, wanted.kind, title, self._from(path, address), MEDIA[wanted.kind], said, alone)

    def _way_to_all(self, path: str, places: list[str]) -> str:
        """Return the address of the page with the list, for any other page."""
        return self._from(path, page_url(places[0])) if places and path not in places else ""

    def _from(self, path: str, address: str) -> str:
        """Return an address below the folder of the language as it is written in a page."""
        slash = "/" if address.endswith("/") else ""
        return posixpath.relpath(address, page_url(path) or ".") + slash

    def _edition(self) -> str:
        day = written_day(self.staged.settings.date, self.language.locale, self.labels)
        return str(self.labels["edition"]).replace("DATE", day)

    def _html(self, path: str) -> str:
        file = self.folder / html_file(path)
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def _write(self, path: str, html: str) -> None:
        (self.folder / html_file(path)).write_text(html, encoding="utf-8", newline="\n")

    def _fill(self, path: str, words: str) -> None:
        self._write(path, _PLACE.sub(lambda _place: words, self._html(path), count=1))

    def _add(self, path: str, words: str) -> None:
        before, end, after = self._html(path).rpartition(_END)
        if end:
            self._write(path, f"{before}{end}\n{words}{after}")

    def _shown(self, macro: str, *told: Any) -> str:
        """Return what a macro of the template makes of what it is told."""
        try:
            return str(getattr(self.template, macro)(*told)).strip()
        except TemplateError as error:
            raise _refused(self.staged, error) from None


def _template(staged: Staged, templates: Path) -> Any:
    """Return the macros of the template: the handbook's own, else the generator's."""
    folders = [folder / "root" for folder in (templates, OVERRIDES)]
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return environment.get_template(_TEMPLATE).module
    except TemplateError as error:
        raise _refused(staged, error) from None


def _refused(staged: Staged, error: TemplateError) -> Refused:
    return Refused([stopped(staged.settings.root, staged.settings.config, error)])
