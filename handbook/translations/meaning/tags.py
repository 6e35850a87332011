"""Tags of HTML in a translation that its original has not: ``<b>``, ``<br>``, an ``<i>`` that nothing closes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from handbook.translations.finding import Finding, Pair, found

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|\{\{.*?\}\}|<!--.*?-->")
#: Elements without an end.
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "source", "track", "wbr"})


def check_tags(pair: Pair) -> Iterator[Finding]:
    """Yield an error for each tag that is not closed, or closed without being open; a warning for one more or less.

    What the original leaves open as well is no finding. Facts: ``found`` is the tag, ``expected`` the tag of
    the original that the translation lacks.
    """
    if pair.original is None or pair.translation is None:
        return
    one, two = pair.original.text, pair.translation.text
    if "<" not in two and "<" not in one:
        return
    ours, theirs = _tags(one), _tags(two)
    if ours == theirs:
        return
    before, lone = _lone(ours), _lone(theirs)
    for tag in (lone - before).elements():
        yield found("tag-unclosed", "error", pair, found=tag)
    names, own = (Counter(name for end, name in tags if not end) for tags in (ours, theirs))
    unclosed = {tag.strip("</>") for tag in lone}
    for name in (own - names).keys() - unclosed:
        yield found("tag-added", "warning", pair, found=f"<{name}>")
    for name in (names - own).keys() - unclosed:
        yield found("tag-missing", "warning", pair, expected=f"<{name}>")


def _tags(text: str) -> list[tuple[bool, str]]:
    """Return the tags of a text, each with whether it ends an element; code holds none."""
    words = _CODE.sub(" ", text) if "<" in text else ""
    return [(bool(match[1]), match[2].lower()) for match in _TAG.finditer(words)]


def _lone(tags: list[tuple[bool, str]]) -> Counter[str]:
    """Return the tags that have no counterpart, and how often."""
    lone: Counter[str] = Counter()
    waiting: list[str] = []
    for end, name in tags:
        if name in _VOID:
            continue
        if not end:
            waiting.append(name)
        elif name in waiting:
            waiting.reverse()
            waiting.remove(name)
            waiting.reverse()
        else:
            lone[f"</{name}>"] += 1
    lone.update(f"<{name}>" for name in waiting)
    return lone
