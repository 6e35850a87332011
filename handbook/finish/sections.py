"""The sections of a built page: what stands under each anchor, apart from what stands under the next one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from lxml import etree

from handbook.finish.search_terms import terms

_LEVELS = {f"h{level}": level for level in range(1, 7)}
#: What is no part of the words of a section; other languages are left out as well, but for what falls back.
_SKIPPED = ("script", "style", "template", "svg", "nav", "button", "input", "select", "form", "dialog")
_ASIDE = frozenset(("in-words",))
_LEFT_OUT = frozenset(("source", "translated", "headerlink", "notice"))
#: What stands in for words that are not translated: a page or a sentence in its original language.
_FALLBACK = frozenset(("div", "foreign"))
#: What ends a sentence even if it has no full stop, such as the title of a box.
_BLOCKS = frozenset(("caption", "dd", "dt", "li", "p", "summary", "tr"))
_CLOSING = ' \t\r\n\u00a0\u202f)]}»”’"'
#: Between these and the words beside them there is no blank.
_INLINE = frozenset(("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong"))


@dataclass(frozen=True)
class Section:
    """What stands under an anchor: ``path`` are the titles around it, ``also`` words that explain its own.

    ``language`` is that of the title, where it is not the language of the page.
    """

    anchor: str
    level: int
    path: tuple[str, ...]
    title: str = ""
    language: str = ""
    text: str = ""
    also: tuple[str, ...] = ()

    @cached_property
    def said(self) -> Counter[str]:
        """Return how often each word stands in the text, as the search compares words; counted once."""
        return Counter(terms(self.text))

    @cached_property
    def called(self) -> Counter[str]:
        """Return how often each word stands in the title."""
        return Counter(terms(self.title))


@dataclass(frozen=True)
class PageSections:
    """A page's language, its chapter (the section of the navigation) and its sections in order."""

    language: str
    chapter: str
    sections: tuple[Section, ...]


def page_sections(html: bytes) -> PageSections:
    """Return the sections of a built page; none where it has no article, or is written in another language."""
    root = etree.HTML(html, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    article = root.find(".//article")
    language = root.get("lang") or ""
    chapter = next((one.get("data-chapter") or "" for one in root.iterfind(".//*[@data-chapter]")), "")
    if article is None:
        return PageSections(language, chapter, ())
    reader = _Reader(language)
    reader.read(article)
    return PageSections(language, chapter, tuple(one.heard() for one in reader.sections))


@dataclass
class _Open:
    """A section while its words come in."""

    section: Section
    words: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    def heard(self) -> Section:
        """Return the section with its words."""
        return replace(self.section, text=_tidy("".join(self.words)).strip(), also=tuple(self.also))


class _Reader:
    """Walks through an article once and hands its words to the section in which they stand."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.sections: list[_Open] = []
        self.inside: list[_Open] = []

    def read(self, element: etree._Element) -> None:
        """Read what stands in ``element``, and what follows each part of it."""
        self._say(element.text)
        for child in element:
            if not self._left_out(child):
                self._child(child)
            self._say(child.tail)

    def _child(self, child: etree._Element) -> None:
        level, anchor = _LEVELS.get(child.tag), child.get("id")
        if level:
            self._heading(child, level)
        elif not _ASIDE.isdisjoint((child.get("class") or "").split()):
            if self.inside:
                self.inside[-1].also.append(_words(child))
        elif anchor and child.tag in ("li", "p", "tr", "dt"):
            self._item(child, anchor)
        else:
            blank = "" if child.tag in _INLINE else " "
            self._say(blank)
            self.read(child)
            if child.tag in _BLOCKS:
                self._end()
            self._say(blank)

    def _end(self) -> None:
        """End what was said so far with a full stop, unless it has a sign of its own."""
        words = self.inside[-1].words if self.inside else []
        while words and not words[-1].strip():
            words.pop()
        said = "".join(words[-3:]).rstrip(_CLOSING)
        if said and unicodedata.category(said[-1]) != "Po":
            words[-1] = f"{words[-1].rstrip()}."

    def _heading(self, child: etree._Element, level: int) -> None:
        while self.inside and self.inside[-1].section.level >= level:
            self.inside.pop()
        title = _tidy("".join(self._titles(child))).strip()
        self._open(Section(child.get("id") or "", level, self._path(), title, self._foreign(child, title)))

    def _item(self, child: etree._Element, anchor: str) -> None:
        """Read something with an anchor of its own that is no heading: its title is that of what it stands in."""
        path, language = self._path(), self.inside[-1].section.language if self.inside else ""
        self._open(Section(anchor, 7, path[:-1], path[-1] if path else "", language))
        self.read(child)
        self.inside.pop()

    def _path(self) -> tuple[str, ...]:
        return tuple(one.section.title for one in self.inside)

    def _open(self, section: Section) -> None:
        opened = _Open(section)
        self.sections.append(opened)
        self.inside.append(opened)

    def _titles(self, element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if not self._left_out(child):
                yield from self._titles(child)
            yield child.tail or ""

    def _say(self, words: str | None) -> None:
        if words and self.inside:
            self.inside[-1].words.append(words)

    def _foreign(self, heading: etree._Element, title: str) -> str:
        """Return the language of a title that is not translated."""
        inside = [one for one in heading.iter("span") if one.get("lang") and _words(one) == title]
        around = [one for one in heading.iterancestors() if one.get("lang")]
        code = (inside + around)[0].get("lang") if inside or around else self.language
        return code if code and code != self.language else ""

    def _left_out(self, element: etree._Element) -> bool:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or element.get("aria-hidden") == "true":
            return True
        styles = (element.get("class") or "").split()
        other = (element.get("lang") or self.language) != self.language
        if other and _FALLBACK.isdisjoint((element.tag, *styles)):
            return True
        return not _LEFT_OUT.isdisjoint(styles)


def _words(element: etree._Element) -> str:
    return _tidy("".join(map(str, element.itertext()))).strip()


_tidy = partial(re.compile(r"[ \t\r\n]+").sub, " ")
