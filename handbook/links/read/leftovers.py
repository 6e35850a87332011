"""What templates, Markdown and its attribute lists leave in a page where they were not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from handbook.links.document import Fault
from handbook.links.read.xml import line_of

#: Where such marks are meant: programs and formulas.
_QUIET = frozenset(
    ("script", "style", "code", "pre", "kbd", "samp", "var", "tt", "textarea", "math", "svg", "noscript", "template")
)
_FORMULAS = frozenset(("arithmatex", "math", "MathJax", "katex", "highlight", "notranslate"))
_LIST = r"(?:[#.][A-Za-z][\w:-]*|[A-Za-z][\w-]*=(?:\"[^\"]*\"|'[^']*'|[^\s{}]+))"
#: The code of a defect by what is left.
_MARKS = {
    # A pair, or one sign that can be nothing else: words in a call may stand in elements of their own.
    "unrendered-template": re.compile(
        r"\{\{.*?\}\}|\{\{-? [A-Za-z_]\w*\.(?=\w|$)|\{%.*?%\}|<%.*?%>|\{#\s.*?\s#\}|(?<!\$)\$\{[A-Za-z_][\w.]*\}"
        r"|\{\{-?\s*[\w.]+\s*[(|\[]|\{%-?\s*(?:if|for|set|include|import|block|macro|extends|call|end\w+)\b",
        re.DOTALL,
    ),
    "unrendered-attributes": re.compile(
        rf"\{{:\s*{_LIST}(?:\s+{_LIST})*\s*\}}|(?<![\w/}}])\{{\s*[#.][A-Za-z][\w:-]*(?:\s+{_LIST})*\s*\}}"
    ),
    "unrendered-name": re.compile(r"\[\[[A-Za-z][\w.:/ -]*\]\]|\[\[ [A-Za-z_][\w.]* \]\]"),
    "undefined-footnote": re.compile(r"(?<![\\(|\[])\[\^[\w-]+\](?![*+?{|)])"),
    "undefined-reference": re.compile(
        r"(?<![\w)\]\\&*])\[[A-Za-z][^\[\]]{2,}\]\[\]|(?<![\w)\]\\&*])\[[^\[\]]+\](?:\[[^\[\]]*[A-Za-z][^\[\]]*\]|\((?=[^()\s]*[./#:@])[^()\s]+\))"
    ),
}
_UNREAD = re.compile(
    rf"<({'|'.join(sorted(_QUIET))})\b[^<]*(?:<(?!/\1\b)[^<]*)*</\1\b|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_FORMULA = re.compile(r"\\[A-Za-z(\[]")
_SPOKEN = ("alt", "title", "content", "href", "src", "aria-label", "placeholder", "value", "id")


def find_leftovers(text: str, root: etree._Element) -> Iterator[Fault]:
    """Yield a fault for each place where readers would see a mark of a template or of Markdown."""
    if not _may_hold(text) or not _may_hold(_UNREAD.sub("", text)):
        return
    seen: set[tuple[str, int, str]] = set()
    for line, words in _read(root):
        if _may_hold(words) and not _FORMULA.search(words):
            for code, mark in _MARKS.items():
                if found := mark.search(words):
                    shown = " ".join(words[max(0, found.start() - 20) : found.end() + 40].split())
                    place = line + words.count("\n", 0, found.start())
                    if (code, line, shown) not in seen:
                        seen.add((code, line, shown))
                        yield Fault(code, place, {"found": shown})
                    break


def _may_hold(words: str) -> bool:
    """Tell whether there may be a mark: asked first, and fast, since most pages hold none."""
    return "{" in words or "[" in words or ("%" in words and ("<%" in words or "&lt;%" in words))


def _read(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield the words that readers meet, each with its line."""
    quiet: set[etree._Element] = set()
    for one in root.iter("*"):
        if one in quiet:
            continue
        if one.tag in _QUIET or not _FORMULAS.isdisjoint((one.get("class") or "").split()):
            quiet.update(one.iter("*"))
            continue
        line = line_of(one)
        if one.text:
            yield line, one.text
        yield from ((line_of(child), child.tail) for child in one if child.tail)
        yield from ((line, str(value)) for name, value in one.items() if name in _SPOKEN and value)
