"""A page as a browser reads it: what tests ask of the HTML that is published."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib


class HtmlPage:
    """One HTML file; paths of elements are those of ElementTree (`.//a[@hreflang]`)."""

    def __init__(self, file: Path) -> None:
        self.source = file.read_text(encoding="utf-8")
        self.root: Element = html5lib.parse(self.source, namespaceHTMLElements=False)

    def one(self, path: str) -> Element:
        found = self.all(path)
        assert len(found) == 1, f"{path} stands {len(found)} times"
        return found[0]

    def all(self, path: str) -> list[Element]:
        return self.root.findall(path)

    def texts(self, path: str) -> list[str]:
        return [text(element) for element in self.all(path)]

    def attributes(self, path: str, name: str) -> list[str]:
        return [element.get(name, "") for element in self.all(path)]

    def meta(self, name: str) -> str:
        """Return the content of `<meta name=…>` or `<meta property=…>`, which must stand once."""
        found = [e for e in self.all("./head/meta") if name in (e.get("name"), e.get("property"))]
        assert len(found) == 1, f"meta {name} stands {len(found)} times"
        return found[0].get("content", "")

    @property
    def alternates(self) -> dict[str, str]:
        links = self.all("./head/link[@rel='alternate']")
        assert len({link.get("hreflang") for link in links}) == len(links)
        return {link.get("hreflang", ""): link.get("href", "") for link in links}

    @property
    def anchors(self) -> list[str]:
        return [element.get("id", "") for element in self.all(".//article//*[@id]")]


@cache
def html_page(file: Path) -> HtmlPage:
    return HtmlPage(file)


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
