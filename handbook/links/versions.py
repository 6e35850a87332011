"""Which pages of a site are the same page in several languages, and which only stand in for a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.links.document import Document
from handbook.links.language_tags import agree, main, script
from handbook.links.site import Link, Site

_WORD = re.compile(r"\b[^\W\d_A-Z]{3,}\b")
_FEWEST, _SHARED = 30, 0.8
#: Pages that a server shows at any address: they have none of their own, and no versions.
ANYWHERE = frozenset(("404.html", "404.htm", "500.html", "50x.html"))


@dataclass(frozen=True)
class Versions:
    """The pages of a site by language.

    ``folders`` gives the language of each folder of the first level (``""``: of the pages in no such folder),
    ``tongue`` that of each file, in small letters, ``groups`` the versions of a page by language, itself
    included. ``alternates``, ``canonicals`` and ``switches`` are the links of that kind by page; ``crossing``
    are links that lead into another language, or say in which language their target is; ``anchors`` are those of
    each file that links lead to.
    """

    site: Site
    folders: Mapping[str, str]
    tongue: Mapping[str, str]
    groups: dict[str, dict[str, str]] = field(default_factory=dict)
    alternates: dict[str, list[Link]] = field(default_factory=dict)
    canonicals: dict[str, list[Link]] = field(default_factory=dict)
    switches: dict[str, list[Link]] = field(default_factory=dict)
    crossing: list[tuple[Document, Link]] = field(default_factory=list)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)

    @cached_property
    def known(self) -> tuple[str, ...]:
        """Return the languages of the site, in small letters."""
        return tuple(sorted({one for one in self.tongue.values() if one}))

    @cached_property
    def _regional(self) -> frozenset[str]:
        """Return the languages that the site has in several varieties, such as ``pt``."""
        mains = [main(one) for one in self.known]
        return frozenset(one for one in mains if mains.count(one) > 1)

    def fits(self, tag: str, language: str) -> bool:
        """Tell whether ``tag`` can be said of a page in ``language``: ``fr-CH`` of French, unless one of several."""
        if main(tag) != main(language):
            return False
        if main(tag) in self._regional:
            return agree(tag, language)
        return not (script(tag) and script(language)) or script(tag) == script(language)

    def key(self, tag: str) -> str:
        """Return the language of the site that ``tag`` names, or ``tag`` itself where the site has none such."""
        if (found := self._keys.get(tag)) is None:
            found = self._keys[tag] = next((one for one in self.known if self.fits(tag, one)), tag.lower())
        return found

    def said(self, page: Document) -> str:
        """Return the language in which the words of a page are, as far as the page tells."""
        return page.content_language or page.language or self.tongue.get(page.name, "")

    def home(self, language: str) -> str:
        """Return the first page of a language, or ``""``."""
        folder = next((one for one, each in self.folders.items() if each.lower() == language), None)
        return "" if folder is None else self.site.folder.find(f"{folder}/" if folder else "") or ""

    @cached_property
    def fallbacks(self) -> Mapping[str, str]:
        """Return the pages that show the words of another language, each with the page that they are from."""
        found = {}
        for page in self.site.pages:
            own = self.tongue.get(page.name, "")
            for other in self._originals(page) if own else ():
                if self._shows(page, self.site.documents[other], self.tongue[other]):
                    found[page.name] = other
                    break
        return found

    def _originals(self, page: Document) -> Iterator[str]:
        """Yield the pages in other languages whose words ``page`` may show."""
        own = self.tongue[page.name]
        for link in self.canonicals.get(page.name, ()):
            file = link.file or ""
            if file in self.site.documents and self.tongue.get(file, own) not in ("", own):
                yield file
        group = self.groups.get(page.name, {})
        marked = page.content_language and not self.fits(page.content_language, own)
        if marked and (other := group.get(self.key(page.content_language))):
            yield other

    def _shows(self, page: Document, original: Document, language: str) -> bool:
        """Tell whether the words of ``page`` are those of ``original``, by what either says, or word by word."""
        if self.fits(page.content_language or page.language, language) or same_text(page, original):
            return True
        identify = self.site.options.identify
        return identify is not None and bool(page.text) and main(identify(page.text)) == main(language)

    @cached_property
    def real(self) -> frozenset[str]:
        """Return the pages that are offered to readers in their own language: no fallbacks, none hidden or moved."""
        return frozenset(
            page.name
            for page in self.site.pages
            if self.tongue.get(page.name)
            and not page.hidden
            and page.name not in self.fallbacks
            and page.name not in self.site.moves.pages
            and page.name.rpartition("/")[2] not in ANYWHERE
        )

    @property
    def multilingual(self) -> bool:
        """Tell whether the site has pages in more than one language."""
        return len(self.known) > 1


def same_text(one: Document, other: Document) -> bool:
    """Tell whether two pages begin with nearly the same words, names and figures left out."""
    first, second = set(_WORD.findall(one.text)), set(_WORD.findall(other.text))
    fewest = min(len(first), len(second))
    return fewest >= _FEWEST and len(first & second) >= _SHARED * fewest
