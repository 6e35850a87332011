"""The built site is read as a reader's browser will read it: links, anchors, languages, leftovers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from handbook.problems import Problem
from handbook.stage import Staged

_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}


@dataclass
class _Html(HTMLParser):
    """What one file links to and offers."""

    links: list[tuple[int, str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    language: str = ""
    raw: list[tuple[int, str]] = field(default_factory=list)
    skipped: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "link" and values.get("rel") == "alternate" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values.get("href", "")
        elif tag in _ADDRESSES and _ADDRESSES[tag] in values:
            self.links.append((self.getpos()[0], tag, values[_ADDRESSES[tag]]))
        self.skipped += tag in ("script", "style", "code", "pre")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("script", "style", "code", "pre")

    def handle_data(self, data: str) -> None:
        if not self.skipped and any(mark in data for mark in ("{{", "{%", "{:", "[[", "](@")):
            self.raw.append((self.getpos()[0], " ".join(data.split())[:60]))


def check_site(staged: Staged, site: Path) -> list[Problem]:
    """Return everything wrong with the files in ``site``, at the file that a person wrote where it is known."""
    pages = {path.relative_to(site).as_posix(): _parse(path) for path in sorted(site.rglob("*.html"))}
    written = {
        f"{code}/{_html(path)}": page.file for code, ones in staged.site.pages.items() for path, page in ones.items()
    }
    problems: list[Problem] = []
    for name, html in pages.items():
        file = written.get(name, f"site/{name}")
        problems += _check_page(staged, site, pages, name, file, html)
    for code, homes in staged.site.homes.items():
        for record in staged.site.handbooks[code].statements():
            name = f"{code}/{_html(homes.get(record.key, ''))}"
            if name not in pages or record.key not in pages[name].ids:
                problems.append(Problem(written.get(name, name), 0, f"the anchor '{record.key}' is not on the page"))
    return problems


def _parse(path: Path) -> _Html:
    html = _Html()
    html.feed(path.read_text(encoding="utf-8"))
    return html


def _html(path: str) -> str:
    stem = path.removesuffix(".md")
    return f"{stem}.html" if posixpath.basename(stem) == "index" else f"{stem}/index.html"


def _check_page(
    staged: Staged, site: Path, pages: dict[str, _Html], name: str, file: str, html: _Html
) -> Iterator[Problem]:
    where = f"in site/{name}"
    for line, words in html.raw:
        yield Problem(file, 0, f"a template mark was left in the page ({where}, line {line})", found=f"'{words}'")
    for anchor in sorted({one for one in html.ids if html.ids.count(one) > 1}):
        yield Problem(file, 0, f"the id '{anchor}' stands twice in the page ({where})")
    code = name.partition("/")[0]
    if code in staged.site.pages and html.language != code:
        yield Problem(file, 0, f"the page says another language ({where})", code, html.language)
    for line, tag, address in html.links:
        wrong = _check_address(staged, site, pages, name, tag, address)
        if wrong:
            yield Problem(file, 0, f"{wrong} ({where}, line {line})", found=f"'{address}'")
    for other, address in html.alternates.items():
        target = _local(staged, address)
        twin = pages.get(target or "")
        if twin is None:
            yield Problem(file, 0, f"the alternate '{other}' is not in the site ({where})", found=address)
        elif target != name and code in staged.site.pages and other != "x-default":
            own = staged.settings.site_url.rstrip("/") + "/" + name.removesuffix("index.html")
            if twin.alternates.get(code) != own:
                yield Problem(file, 0, f"the alternate '{other}' does not lead back ({where})", own)


def _check_address(staged: Staged, site: Path, pages: dict[str, _Html], name: str, tag: str, address: str) -> str:
    parts = urlsplit(address)
    own = staged.settings.site_url.rstrip("/") + "/"
    if address == "":
        return "a link has no address"
    if parts.scheme in ("http", "https") and not address.startswith(own):
        return "" if tag == "a" else "the page loads something from elsewhere"
    if parts.scheme and not address.startswith(own):
        return "" if parts.scheme in ("mailto", "tel", "data") else "the address has an unknown scheme"
    target = _local(staged, address, name)
    if target is None or not (site / target).is_file():
        return "a link leads to no file"
    anchor = "" if parts.fragment.startswith(":~:") else unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].ids:
        return "a link leads to no anchor"
    return ""


def _local(staged: Staged, address: str, name: str = "") -> str | None:
    """Return the file of the site that an address means, or None if it leads out."""
    own = staged.settings.site_url.rstrip("/") + "/"
    path = unquote(urlsplit(address).path)
    if address.startswith(own) or path.startswith("/"):
        path = path.removeprefix(urlsplit(own).path)
    elif path == "" and name:
        return name
    else:
        path = posixpath.join(posixpath.dirname(name), path)
    folder = path == "" or path.endswith(("/", "/.", "/..")) or path in (".", "..")
    path = posixpath.normpath(path) if path else ""
    if path.startswith(".."):
        return None
    return posixpath.join(path, "index.html").removeprefix("./") if folder or path == "." else path
