"""The handbook as a folder of pages, packed: of one language, or of all with the choice between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree

from handbook.copies.archive import archive
from handbook.copies.edition import FOLDER, Edition, Wanted
from handbook.copies.folder.links import Links, page_file
from handbook.copies.folder.menu import menu_page
from handbook.copies.folder.page import MENU, SCRIPT, STYLE, leaf
from handbook.copies.folder.parts import SEARCH, page_script, search_script
from handbook.copies.folder.root import chooser
from handbook.copies.pictures import picture
from handbook.copies.sheets import style
from handbook.copies.trees import opened
from handbook.read.addresses import html_file, page_url

_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_SHOWING = ("img", "source")
#: The file of dates comes along with the page that links to it; other files are on the site.
_DATES = ".ics"


def folder(edition: Edition) -> Iterator[Wanted]:
    """Yield the zip of one language: pages, styles, pictures and a search, opened from the file ``index.html``."""
    code = edition.language.code
    yield Wanted(
        "zip", "whole", f"handbook-{code}.zip", edition.labels["copy-as-folder"], partial(_packed, [edition], "")
    )


def folders(editions: Sequence[Edition]) -> Iterator[Wanted]:
    """Yield the zip of all languages, in which the switch between them works, with the chooser of the site."""
    yield all_languages(editions)


def all_languages(editions: Sequence[Edition]) -> Wanted:
    """Return the zip of all languages."""
    title = " · ".join(edition.language.site_name for edition in editions)
    return Wanted("zip", "whole", "handbook.zip", title, partial(_packed, editions, "{code}/"))


def _packed(editions: Sequence[Edition], home: str) -> bytes:
    """Return the archive; ``home`` is where the pages of a language stand in it."""
    homes = {edition.language.code: home.format(code=edition.language.code) for edition in editions}
    links = Links({address: file for one in editions for address, file in _places(one, homes[one.language.code])})
    files = {name: content for one in editions for name, content in _files(one, homes[one.language.code], links)}
    if home:
        files |= chooser(editions[0], links)
    return archive(dict(sorted(files.items())), editions[0].staged.settings.date)


def _places(edition: Edition, home: str) -> Iterator[tuple[str, str]]:
    """Yield address and file of every page, and of everything that pages may name."""
    for path in edition.staged.site.pages[edition.language.code]:
        yield unquote(edition.address + page_url(path)), home + page_file(path)
    for file in sorted(edition.folder.rglob("*")):
        path = file.relative_to(edition.folder).as_posix()
        if file.suffix in _PICTURES or (file.suffix == _DATES and not path.startswith(f"{FOLDER}/")):
            yield edition.address + path, home + path


def _files(edition: Edition, home: str, links: Links) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of a language."""
    used = dict[str, str]()
    for path in edition.staged.site.pages[edition.language.code]:
        file, address = page_file(path), edition.address + page_url(path)
        root = opened(edition.folder / html_file(path))
        used |= dict.fromkeys(_named(root, address, edition), path)
        yield home + file, leaf(root, address, home + file, links, home)
    for named, page in used.items():
        yield home + named, picture(edition, page, named)
    start = opened(edition.folder / "index.html")
    yield home + MENU, menu_page(edition, start, home, links)
    yield home + STYLE, style(edition).encode()
    yield home + SCRIPT, page_script(edition)
    yield home + SEARCH, search_script(edition)


def _named(root: etree._Element, address: str, edition: Edition) -> Iterator[str]:
    """Yield the path of each picture that a page shows, and of each list of dates that it links to."""
    for element in root.iterfind(".//body//*"):
        shown, linked = element.get("src") if element.tag in _SHOWING else None, element.get("href") or ""
        named = shown or (linked if linked.endswith(_DATES) else "")
        whole = urldefrag(urljoin(address, named))[0] if named else ""
        if whole.startswith(edition.address):
            yield unquote(whole.removeprefix(edition.address))
