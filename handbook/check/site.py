"""The built site is read as a reader's browser will read it: links, anchors, languages, leftovers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from handbook.check.html import HtmlFile, Link, read_html
from handbook.problems import Problem, shown
from handbook.read.addresses import html_file
from handbook.read.places import written_at
from handbook.render.rendered import RenderedPage
from handbook.stage import Staged


@dataclass(frozen=True)
class _Site:
    """The built files by their path in the site, and the page of the handbook behind each."""

    staged: Staged
    folder: Path
    files: dict[str, HtmlFile]
    pages: dict[str, RenderedPage]

    @property
    def root(self) -> str:
        """Return the address of the whole site, ending in a slash."""
        return f"{self.staged.settings.site_url.rstrip('/')}/"

    def address(self, name: str) -> str:
        """Return the absolute address of a file."""
        return self.root + quote(name.removesuffix("index.html"))

    def target(self, name: str, address: str) -> str | None:
        """Return the file that ``address`` means in the file ``name``; None if it leads out of the site."""
        root, url = urlsplit(self.root), urlsplit(urljoin(self.address(name), address))
        if (url.scheme, url.netloc) != (root.scheme, root.netloc) or not url.path.startswith(root.path):
            return None
        path = unquote(url.path.removeprefix(root.path))
        return f"{path}index.html" if path == "" or path.endswith("/") else path


def check_site(staged: Staged, folder: Path) -> list[Problem]:
    """Return everything wrong with the files in ``folder``, at the file that a person wrote where it is known."""
    files = {path.relative_to(folder).as_posix(): read_html(path) for path in sorted(folder.rglob("*.html"))}
    built = {
        f"{code}/{html_file(path)}": page for code, pages in staged.site.pages.items() for path, page in pages.items()
    }
    site = _Site(staged, folder, files, built)
    problems = [problem for name in files for problem in _check_file(site, name)]
    for code, homes in staged.site.homes.items():
        for record in staged.site.handbooks[code].statements():
            name = f"{code}/{html_file(homes[record.key])}" if record.key in homes else ""
            if name not in files or record.key not in files[name].ids:
                file = built[name].file if name in built else f"site/{name}"
                problems.append(Problem(file, 0, f"the anchor '{record.key}' is not on the page"))
    return problems


def _check_file(site: _Site, name: str) -> Iterator[Problem]:
    html, page, code = site.files[name], site.pages.get(name), name.partition("/")[0]
    file = page.file if page else f"site/{name}"
    where = f"in site/{name}"
    for line, words in html.marks:
        yield Problem(
            file,
            0,
            f"a mark of a template or of Markdown was left in the page ({where}, line {line})",
            found=shown(words),
        )
    for anchor, count in Counter(html.ids).items():
        if count > 1:
            yield Problem(file, 0, f"the id '{anchor}' stands twice in the page ({where})")
    language = code if code in site.staged.site.pages else site.staged.settings.reference.code
    if html.language != language:
        yield Problem(file, 0, f"the page says another language ({where})", language, shown(html.language))
    for link in html.links:
        if wrong := _wrong_with(site, name, link):
            place = written_at(site.staged.settings.root, file, link.address) if page else (file, 0)
            yield Problem(*place, f"{wrong} ({where}, line {link.line})", found=shown(link.address))
    if page is not None:
        yield from _check_head(site, name, code, page)


def _wrong_with(site: _Site, name: str, link: Link) -> str:
    """Return what is wrong with a link, or nothing."""
    if link.address == "":
        return "a link has no address"
    scheme = urlsplit(link.address).scheme
    if scheme not in ("", "http", "https"):
        return "" if scheme in ("mailto", "tel", "data") else "the address has an unknown scheme"
    if urlsplit(link.address).netloc and not urljoin(site.root, link.address).startswith(site.root):
        return "" if link.tag == "a" else "the page loads something from elsewhere"
    if name.endswith("404.html") and not link.address.startswith(("/", "#", "http")):
        return "a relative link on a page that is shown at any address"
    target = site.target(name, link.address)
    if target is None or not (site.folder / target).is_file():
        return "a link leads to no file"
    fragment = urlsplit(link.address).fragment
    anchor = "" if fragment.startswith(":~:") else unquote(fragment)
    if anchor and target in site.files and anchor not in site.files[target].ids:
        return "a link leads to no anchor"
    codes = {name.partition("/")[0], target.partition("/")[0]}
    if link.tag == "a" and not link.named_language and len(codes & set(site.staged.site.pages)) == 2:
        return "a link leads to another language"
    return ""


def _check_head(site: _Site, name: str, code: str, page: RenderedPage) -> Iterator[Problem]:
    """Hold a page to this: translated, it is canonical and names its twins, which name it; else neither."""
    html, where = site.files[name], f"in site/{name}"
    canonical = site.address(f"{page.language}/{html_file(page.path)}")
    if html.canonical != canonical:
        yield Problem(page.file, 0, f"the canonical address is another ({where})", canonical, shown(html.canonical))
    written = site.staged.site.translated(page.path) if page.language == code else ()
    wanted = {*written, "x-default"} if written else set()
    for other in sorted(wanted ^ html.alternates.keys()):
        wrong = "is missing" if other in wanted else "is too much"
        yield Problem(page.file, 0, f"the alternate '{other}' {wrong} ({where})")
    for other in sorted((wanted & html.alternates.keys()) - {"x-default"}):
        twin = site.files.get(site.target(name, html.alternates[other]) or "", HtmlFile())
        if twin.language != other or twin.alternates.get(code) != site.address(name):
            yield Problem(page.file, 0, f"the alternate '{other}' does not lead back ({where})", site.address(name))
