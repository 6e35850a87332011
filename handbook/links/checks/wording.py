"""Do links and pictures say what they lead to and show? https://www.w3.org/TR/WCAG22/#link-purpose-in-context."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from handbook.links.document import Document, Reference
from handbook.links.finding import Finding
from handbook.links.site import Link, Site

#: What a person can use as a link; the others are hidden, or without address.
_USED = frozenset(("a", "area", "a script"))
#: The places that words lead to on a page, each with the first link to it.
_Said = dict[str, dict[tuple[str, ...], Reference]]
#: No words that say nothing are longer.
_LONGEST = 40
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
#: The name of a file of a picture.
_NAME = re.compile(r"[\w-]+\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
#: Arrows and dots, which point and do not say where.
_POINTS = re.compile(r"(?:[\s.…→←↗⇒»«›‹➔➜]|>>)+")
_SIGNS = re.compile(r"[^\w' <]+|_")
_ACCENTS = re.compile(r"[\u0300-\u036f]")


def check_wording(site: Site) -> Iterator[Finding]:
    """Yield a finding for each link whose words say nothing or too little, and each picture without words."""
    vague = {language: _vague(site, language) for language in {page.language.lower() for page in site.pages}}
    for page in site.pages:
        nothing = vague[page.language.lower()]
        said: _Said = {}
        for link in site.links(page):
            one = link.reference
            if one.kind == "link" and one.tag in _USED:
                if not one.words:
                    if not _marks_place(page, one):
                        yield _finding("empty-text", page, one)
                elif one.area == "":
                    yield from _words(page, one, nothing)
                    yield from _same(page, link, said)
            elif one.words is None and one.tag in ("img", "input"):
                yield _finding("missing-alternative", page, one)
            elif one.tag == "img alone" or (one.tag == "img" and _NAME.fullmatch(one.words or "")):
                yield _finding("empty-alternative", page, one)


def _words(page: Document, one: Reference, nothing: frozenset[str]) -> Iterator[Finding]:
    words = one.words or ""
    if words[:4].lower() in ("http", "www.") and _ADDRESS.fullmatch(words):
        if _bare(words) == _bare(one.address):
            yield _finding("address-as-text", page, one)
    elif len(words) < _LONGEST and one.address[:1] != "#" and (plain(words) in nothing or _POINTS.fullmatch(words)):
        yield _finding("vague-text", page, one)


def _same(page: Document, link: Link, said: _Said) -> Iterator[Finding]:
    """Yield a finding where the words of a link have led elsewhere before on the page, once for each target."""
    one = link.reference
    if one.language or one.tag != "a" or one.address[:1] in ("#", "") or not _says(one.words or ""):
        return
    places = said.setdefault((one.words or "").casefold(), {})
    place = _place(link)
    if place not in places:
        first = next(iter(places.values()), None)
        places[place] = one
        if first is not None:
            facts = {"other": first.address, "line": str(first.line)}
            yield Finding("same-text", page.name, one.line, one.address, one.words or "", facts=facts)


def _place(link: Link) -> tuple[str, ...]:
    """Return what tells one page from another, whichever part of it is meant."""
    if link.target.kind == "inside":
        return "inside", link.file or link.target.path
    return link.target.kind, _bare(link.reference.address.partition("#")[0])


@cache
def _says(words: str) -> bool:
    """Tell whether these are words, not the number of a note or a sign."""
    return sum(map(str.isalpha, words)) > 1


def _marks_place(page: Document, one: Reference) -> bool:
    """Tell whether a link without words only marks its own place, as numbers of lines in programs do."""
    return one.tag == "a" and one.address[:1] == "#" and page.ids.get(one.address[1:]) == one.line


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?:)?//(?:www\.)?|^www\.", "", address.strip().casefold()).rstrip("/")


def _finding(code: str, page: Document, one: Reference) -> Finding:
    return Finding(code, page.name, one.line, one.address, one.words or "")


@cache
def plain(words: str) -> str:
    """Return words without capitals, accents and signs, as they are compared; ``<this>`` stays, a word of programs."""
    folded = unicodedata.normalize("NFKD", words.casefold().replace("’", "'"))
    return " ".join(_SIGNS.sub(" ", _ACCENTS.sub("", folded)).split())


def _vague(site: Site, language: str) -> frozenset[str]:
    """Return what says nothing in a language, and in all where the language of a page is not known."""
    options, base = site.options.vague, language.partition("-")[0]
    names = {language, base} if language else {*options, *_table()}
    known = {each.lower(): words for each, words in options.items()}
    given = frozenset(plain(word) for name in names for word in known.get(name.lower(), ()))
    return given.union(*(_table().get(name, frozenset()) for name in names))


@cache
def _table() -> dict[str, frozenset[str]]:
    said = yaml.safe_load(Path(__file__).with_name("vague.yml").read_text(encoding="utf-8"))
    return {language: frozenset(map(plain, words)) for language, words in said.items()}
