"""In which language the words of a page are, where its frame is in another: a translation that is still missing."""

from __future__ import annotations

from lxml import etree


def content_language(root: etree._Element) -> str:
    """Return the language that the part of a page around its first heading is marked with, or ``""``.

    https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes: what surrounds an element
    tells its language. The heading's own mark is not asked: it may be a foreign title.
    """
    for name in ("main", "article", "body"):
        if (part := root.find(f".//{name}")) is not None:
            heading = next(part.iter("h1", "h2"), None)
            around = heading.getparent() if heading is not None else None
            while around is not None and around is not root:
                if tag := (around.get("lang") or "").strip():
                    return tag if tag.lower() != (root.get("lang") or "").strip().lower() else ""
                around = around.getparent()
            if heading is not None:
                return ""
    return ""
