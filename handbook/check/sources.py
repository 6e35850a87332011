"""The links of the words, before anything is built: what can be known without rendering, for editors in a hurry.

The folders of words are looked at as if they were a site whose pages are written in Markdown, by the checks
of the built site. What a macro will show is not known here: an anchor that one may bring is taken to be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from handbook.check.options import link_options
from handbook.join.references import strings
from handbook.links import Finding
from handbook.links.checks.addresses import check_addresses
from handbook.links.checks.anchors import check_anchors
from handbook.links.checks.languages import check_leaks
from handbook.links.checks.targets import check_targets
from handbook.links.checks.wording import check_wording
from handbook.links.document import Document, Reference
from handbook.links.folder import Folder
from handbook.links.resolve import Addresses
from handbook.links.site import Site
from handbook.read.pages import Page
from handbook.read.settings import Settings
from handbook.read.words import Words
from handbook.read.yaml import YamlFile
from handbook.render.calendar_file import CALENDAR

_CHECKS = (check_targets, check_anchors, check_addresses, check_wording, check_leaks)
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(footnote_plugin)
    parser.normalizeLink = parser.normalizeLinkText = str  # type: ignore[method-assign,assignment]  # addresses as written
    parser.validateLink = bool  # type: ignore[method-assign,assignment]  # what is forbidden is reported, not passed over
    return parser


@dataclass(frozen=True)
class Found:
    """What was found in so many ``links`` of the words; places are those of the words."""

    links: int
    findings: tuple[Finding, ...]


def check_sources(settings: Settings, words: Sequence[Words]) -> Found:
    """Return what is wrong with the links of pages."""
    reference = next(one for one in words if one.language.reference)
    files = {
        f"{one.language.folder}/{path}"
        for one in words
        for each in (reference, one)  # what a translation lacks is shown from the reference
        for path in (*each.pages, *each.assets, CALENDAR)
    }
    documents = {page.file: _document(page) for one in words for page in one.pages.values() if page is not None}
    documents |= {file.file: _sentences(file) for one in words for file in one.data.values() if file is not None}
    options = link_options(settings, {one.language.folder: one.language.code for one in words})
    options = replace(options, sources=())
    site = Site(Folder(settings.root, frozenset(files)), documents, options, Addresses(settings.site_url))
    found = {finding for check in _CHECKS for finding in check(site)}
    unknown = {page.file for one in words for page in one.pages.values() if page is not None and page.calls}
    known = (one for one in found if not (one.code == "missing-anchor" and _target(site, one) in unknown))
    links = sum(len(document.references) for document in documents.values())
    return Found(links, tuple(sorted(known, key=lambda one: (one.file, one.line, one.code))))


def _target(site: Site, finding: Finding) -> str:
    return site.addresses.target(finding.file, finding.address).path


def _document(page: Page) -> Document:
    document = Document(page.file, "html")
    document.ids = {heading.anchor: heading.line for heading in page.headings}
    document.references = list(_references(page))
    return document


def _sentences(file: YamlFile) -> Document:
    """Return a data file with the addresses in full of its sentences; paths depend on the page that shows them."""
    document = Document(file.file, "html")
    for path, text in strings(file.tree):
        if "](" in text or "<" in text:
            for token in _parser().parseInline(text):
                for one in _inline(token.children or [], 0):
                    if ":" in one.address or not one.address:
                        line = file.line_in(path, text, max(text.find(one.address), 0))
                        document.references.append(one._replace(line=line))
    return document


def _references(page: Page) -> Iterator[Reference]:
    """Yield the links and pictures of a page but those by key, which name records."""
    body = _CALL.sub(lambda call: re.sub(r"[^\n]", "x", call[0]), page.body)
    for token in _parser().parse(body):
        if token.type == "inline":
            line = page.body_line + (token.map[0] if token.map else 0)
            yield from _inline(token.children or [], line)


def _inline(children: Sequence[Token], line: int) -> Iterator[Reference]:
    for number, token in enumerate(children):
        if token.type == "link_open" and not (address := str(token.attrs["href"])).startswith("@"):
            yield Reference("link", address, line, "a", _words(children[number + 1 :]))
        elif token.type == "image":
            # Markdown cannot say that a picture is only decoration, so each needs words.
            yield Reference("image", str(token.attrs["src"]), line, "img", token.content.strip() or None)
        line += token.type in ("softbreak", "hardbreak")


def _words(children: Sequence[Token]) -> str:
    """Return the words of a link that ends among ``children``."""
    kept = []
    for token in children:
        if token.type == "link_close":
            break
        kept.append(token.content)
    return "".join(kept)
