"""What one HTML file says: its links, ids, language, head, and marks of templates that were left in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_ADDRESSES = ("href", "src", "poster", "data", "action")
_QUIET = ("script", "style", "code", "pre")
#: What templates, Markdown and its attribute lists leave behind where they were not understood.
_MARKS = ("{{", "}}", "{%", "%}", "{#", "{ #", "{:", "[[", "]]", "](", "][", "[^")


@dataclass(frozen=True)
class Link:
    """An address in a file: its line, the tag that holds it, and whether it names another language."""

    line: int
    tag: str
    address: str
    named_language: bool


@dataclass
class HtmlFile(HTMLParser):
    """What one file links to and offers."""

    links: list[Link] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    language: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)
    quiet: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an opening tag says."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "link" and values.get("rel") == "alternate" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values.get("href", "")
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href", "")
        for name in _ADDRESSES:
            if name in values:
                self.links.append(Link(self.getpos()[0], tag, values[name], "hreflang" in values))
        for name, value in values.items():
            if name != "style" and not name.startswith("on"):
                self._look_for_marks(value)
        self.quiet += tag in _QUIET

    def handle_endtag(self, tag: str) -> None:
        """Note the end of what readers do not read as text."""
        self.quiet -= tag in _QUIET

    def handle_data(self, data: str) -> None:
        """Look at the words between tags."""
        if not self.quiet:
            self._look_for_marks(data)

    def _look_for_marks(self, words: str) -> None:
        if any(mark in words for mark in _MARKS):
            self.marks.append((self.getpos()[0], " ".join(words.split())[:60]))


def read_html(path: Path) -> HtmlFile:
    """Return what the file at ``path`` says."""
    html = HtmlFile()
    html.feed(path.read_text(encoding="utf-8"))
    html.close()
    return html
