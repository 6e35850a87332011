"""The copies come into the finished site, and search engines are told what they are.

They come last: what is done to the pages of a site (policy, search, the list of what is kept on a device) is nothing
for them. A chapter or a leaflet says in another form what a page says, so its page stands for it in search engines
(``rel="canonical"``, RFC 6596, which a host sends that reads ``_headers``); what no single page says, the whole
handbook and the programme as PDF, is listed in the sitemap, in all its languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from handbook.copies.edition import FOLDER
from handbook.copies.make import Copy, Made
from handbook.finish.sitemap import add_to_sitemap
from handbook.problems import Problem, refuse
from handbook.read.addresses import page_url
from handbook.stage import Staged


def lay_copies(staged: Staged, made: Made, site: Path) -> None:
    """Move the copies to their places in ``site``, and add them to ``sitemap.xml`` and ``_headers``.

    Raises `Refused` if the handbook has something else at that place.
    """
    codes = ("", *(language.code for language in staged.settings.languages))
    refuse([_taken(staged, code) for code in codes if (site / code / FOLDER).exists()])
    for copy in made.copies:
        place = site / copy.code / FOLDER / copy.wanted.name
        place.parent.mkdir(parents=True, exist_ok=True)
        copy.file.rename(place)
    add_to_sitemap(list(_listed(staged, made)), site)
    with (site / "_headers").open("a", encoding="utf-8", newline="\n") as headers:
        headers.writelines(f"{line}\n" for line in _headers(staged, made))


def _taken(staged: Staged, code: str) -> Problem:
    folder = staged.settings.language(code).folder if code else staged.settings.reference.folder
    wrong = f"the handbook has a page or a folder '{FOLDER}', where the copies to take away are published"
    return Problem(folder, 0, wrong, todo=f"Give {FOLDER}.md or the folder {FOLDER}/ another name.")


def _address(staged: Staged, copy: Copy) -> str:
    return f"{staged.settings.address(copy.code)}{FOLDER}/{quote(copy.wanted.name)}"


def _listed(staged: Staged, made: Made) -> Iterator[dict[str, str]]:
    """Yield the addresses by language of each document that a search engine is told of."""
    found = dict[str, dict[str, str]]()
    for copy in made.copies:
        if copy.code and copy.wanted.kind == "pdf" and copy.wanted.group in ("whole", "programme"):
            name = copy.wanted.name.replace(f"-{copy.code}.", ".")  # the same document has the same name, or its code
            found.setdefault(name, {})[copy.code] = _address(staged, copy)
    yield from found.values()


def _headers(staged: Staged, made: Made) -> Iterator[str]:
    """Yield what a host sends with the copies of single pages."""
    for copy in made.copies:
        if copy.wanted.group in ("chapters", "leaflets") and copy.wanted.pages:
            page = f"{staged.settings.address(copy.code)}{page_url(copy.wanted.pages[0])}"
            yield f"/{copy.code}/{FOLDER}/{quote(copy.wanted.name)}"
            yield f'  Link: <{page}>; rel="canonical"'
