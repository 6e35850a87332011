"""Copies held against the site in both directions: what a copy lost, and what it says beyond the site.

The words of the site are the paragraphs of its pages; lists that a copy runs into one line are taken apart again.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from paragraphs import of_element, pressed

from handbook.copies.book import book
from handbook.copies.edition import Edition
from handbook.copies.imprint import edition_words, publisher, sources
from handbook.copies.programme.numbers import letter, roman
from handbook.copies.trees import drop, every, opened
from handbook.read.addresses import html_file, page_url
from handbook.render.dates import written
from handbook.render.sentences import plain_words

#: What only a screen needs: ways through the site, and what works by a script.
_SCREEN = (
    "//nav | //button | //dialog | //script | //template | //*[@class='offer'] | //*[@class='top']"
    " | //p[@class='shared'] | //p[@class='headerlink']"
)
#: Where a statement comes from, and the index of a name that many statements mention: paper leaves it out, as the
#: site's own style for paper does.
_SOURCE = "//*[contains(concat(' ', @class, ' '), ' source ')]"
_INDEX = f"{_SOURCE}/p[not(@class='summary')]"
#: A printed address, and the signs between the parts of a line.
_ADDRESS, _BETWEEN = re.compile(r"\(https?://[^)]*\)"), re.compile("[–·]")
#: So many signs make a piece that cannot be there by chance.
PIECE = 12
#: Fixed words that stand in front of a copy.
_LABELS = ("copy-contents", "copy-cover", "copy-sources", "state-documents", "copy-newest")


def differences(edition: Edition, copy: Iterable[str], paper: bool = False, pages: Iterable[str] = ()) -> list[str]:
    """How the paragraphs of a copy differ from the site, or from some of its ``pages``; ``paper`` has its own form.

    Nothing of the pages may be lost, not even said less often; every statement must be whole; whatever the copy says
    must stand on a page, in the frame around pages, or be known front matter.
    """
    copy, site = list(copy), _said(edition, paper, pages)
    lost = (site - Counter(_parts(copy))).elements()
    known = {*_said(edition), *_front(edition), *_parts(_frame(edition))}
    added = {words for words in _parts(_without_sheets(edition, copy)) if words not in known}
    without = [] if pages else unsaid(edition, copy)
    return [f"{name}: {one}" for name, all_ in (("lost", lost), ("added", added), ("unsaid", without)) for one in all_]


def unsaid(edition: Edition, copy: Iterable[str], kinds: tuple[str, ...] = ("",)) -> list[str]:
    """The statements of the open data, of some ``kinds`` of keys, whose words or title a copy lacks."""
    whole = "\n".join(_ADDRESS.sub("", words) for words in copy)
    told = [one for one in _statements(edition) if one["key"].startswith(kinds)]
    assert told
    return [one["key"] for one in told if not all(pressed(one[name] or "") in whole for name in ("plain", "title"))]


def beyond(edition: Edition, copy: Iterable[str]) -> list[str]:
    """What a copy says that is not set from pieces of the site: words of which no page and no fixed word has enough.

    A piece has `PIECE` signs at least, unless it is a whole part of a page; numbers and stops count for nothing.
    """
    known = {*_said(edition), *_front(edition), *_frame(edition), *map(pressed, _fixed(edition))}
    text = "\n".join(known)
    return sorted({rest for words in copy for rest in rests(words, text, known)})


def shuffled(paragraphs: Iterable[str]) -> set[str]:
    """Paragraphs whose letters stand in the order of the alphabet: a PDF draws some writings from the end."""
    return {"".join(sorted(filter(str.isalpha, _ADDRESS.sub("", words)))) for words in paragraphs} - {""}


def plain_paragraphs(edition: Edition) -> Iterator[str]:
    """Yield the paragraphs of the pages, but for those that paper runs into one line."""
    for page in edition.staged.site.pages[edition.language.code]:
        yield from _article(edition, page, f"{_SCREEN} | {_SOURCE}")


def _said(edition: Edition, paper: bool = False, pages: Iterable[str] = ()) -> Counter[str]:
    """What pages of an edition say, each part as often as it is there."""
    needless = f"{_SCREEN} | {_INDEX}" if paper else _SCREEN
    paths = pages or edition.staged.site.pages[edition.language.code]
    return Counter(part for page in paths for part in _parts(_article(edition, page, needless)))


def _article(edition: Edition, page: str, needless: str) -> Iterator[str]:
    root = opened(edition.folder / html_file(page))
    for one in every(root, needless):
        drop(one)
    yield from (words for article in every(root, "//article") for words in of_element(article))


def _parts(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the parts of lines, without printed addresses."""
    for words in paragraphs:
        yield from filter(None, _BETWEEN.split(_ADDRESS.sub("", words)))


def _titles(edition: Edition) -> set[str]:
    whole = book(edition)
    of_pages = {words for page in whole.pages for words in (page.title, *page.groups)}
    return {pressed(words) for words in (whole.title, *(one.title for one in whole.chapters), *of_pages)}


def _front(edition: Edition) -> set[str]:
    """What stands before the pages of a copy, all of it from titles, labels, settings and the register of sources."""
    labels, handbook = edition.labels, edition.handbook
    lines = [
        *(labels[name] for name in _LABELS),
        f"{labels['copy-newest']} {edition.address}",
        edition.address,
        edition_words(edition),
        publisher(opened(edition.folder / "index.html")),
        labels["copy-version"].replace("VALUE", edition.staged.settings.date.strftime("%Y.%m.%d")),
        *(f"{title} ({standing})" for title, standing in sources(edition)),
        f"{labels['state-strategy']} {handbook.strategy.period if handbook.strategy else ''}",
        f"{labels['state-programme']} {handbook.programme.year if handbook.programme else ''}",
    ]
    return {*_parts(map(pressed, lines)), *_parts(_titles(edition)), *_titles(edition)}


def _without_sheets(edition: Edition, copy: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs of a copy; lines of its contents without the number of the sheet."""
    titles = _titles(edition)
    for words in copy:
        bare = len(words.rstrip("0123456789"))
        yield next((words[:at] for at in range(bare, len(words)) if words[:at] in titles), words)


def _frame(edition: Edition) -> Iterator[str]:
    """Yield what stands around the words of any page: head, search, menu, foot."""
    for page in ("index.html", *map(html_file, edition.staged.site.pages[edition.language.code])):
        root = opened(edition.folder / page)
        yield from of_element(root)
    dialogue = opened(edition.folder / "search-dialog.xml")
    yield from (pressed("".join(map(str, one.itertext()))) for one in [*dialogue.iter(), *root.iter("button", "a")])


def rests(words: str, text: str, known: set[str]) -> Iterator[str]:
    """Yield the place in a paragraph where no piece of ``text`` goes on; shorter ones are those ``known``."""
    at = 0
    while at < len(words):
        length = bisect_right(range(1, len(words) - at + 1), 0, key=lambda n: words[at : at + n] not in text)
        if length < PIECE:
            length = next((n for n in range(length, 0, -1) if words[at : at + n] in known), 0)
        if length:
            at += length
        elif words[at].isalpha():
            yield words[max(0, at - 40) : at + 40]
            return
        else:
            at += 1


def _fixed(edition: Edition) -> Iterator[str]:
    """Yield fixed words, what the registers say of documents and names, numbers of parts, dates and addresses."""
    handbook, labels = edition.handbook, edition.labels
    days = [one.date for one in handbook.named("documents").values()]
    days += [day for event in handbook.named("events").values() for day in (event.when, event.until)]
    entries = [one for name in ("bodies", "instruments", "terms") for one in handbook.named(name).values()]
    yield from labels.values()
    yield from (str(told) for one in handbook.named("documents").values() for _name, told in one if told)
    yield from (words for entry in entries for words in (entry.label, entry.name))
    yield from (plain_words(one.title) for one in handbook.current().values() if getattr(one, "title", None))
    yield from (written(day, edition.language.locale, labels.__getitem__) for day in days if day)
    yield from (area.number for area in handbook.areas.values())
    yield from (write(number) for write in (roman, letter) for number in range(1, 9))
    yield from (edition.address + page_url(path) for path in edition.staged.site.pages[edition.language.code])
    yield from (one["address"] for one in _statements(edition))


def _statements(edition: Edition) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((edition.folder / "statements.json").read_text("utf-8"))["statements"]
    return found
