"""Blocks of a page are replaced or added where they stand; all else stays as a person wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from handbook.read.pages import Page
from handbook.read.yaml import Path
from handbook.translations.unit import Unit
from handbook.translations.writing.page_places import Place, places
from handbook.translations.writing.wrapping import WIDTH, begins, wrapped
from handbook.translations.writing.yaml_changes import added, replaced
from handbook.write.edits import Edit, edited

_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$", re.S | re.M)
_ONE_LINE = ("heading", "admonition", "alternative", "cell")
#: Blocks that can be added to a page; any other is a part of something larger.
ADDED = ("paragraph", "item", "heading")


def replaced_blocks(text: str, units: Sequence[Unit], changes: Mapping[str, str]) -> list[Edit]:
    """Return the edits that give blocks of a page, by key, other words; those not found are left out.

    ``units`` are all units of the page whose text is ``text``. A picture's text that stands inside a block
    which changes too is changed there.
    """
    found = places(text, units)
    edits: list[Edit] = []
    for unit in units:
        if unit.key in changes and unit.key in found:
            start, end = found[unit.key]
            edits.append(Edit(start, end, _laid_out(text, unit, (start, end), changes[unit.key])))
    inside = [one for one in edits if any(two.start < one.start and one.end < two.end for two in edits)]
    return [_with(one, text, inside) for one in edits if one not in inside]


def _with(edit: Edit, text: str, pictures: Sequence[Edit]) -> Edit:
    words = edit.words
    for one in pictures:
        if edit.start < one.start and one.end < edit.end:
            words = words.replace(f"![{text[one.start : one.end]}]", f"![{one.words}]")
    return Edit(edit.start, edit.end, words)


def _laid_out(text: str, unit: Unit, place: Place, words: str) -> str:
    """Return the new words of a block with the line breaks and margins of the old."""
    if unit.kind == "cell":
        return re.sub(r"(?<!\\)\|", r"\|", words)
    start = text.rfind("\n", 0, place[0]) + 1
    before, old = text[start : place[0]], text[slice(*place)]
    if unit.kind in _ONE_LINE or ("\n" not in old and len(before) + len(old) > WIDTH):
        return words
    own = margin = re.sub(r"[^>\s]", " ", before)
    if later := re.search(r"\n([ \t>]*)", old):
        margin = later[1]
    first, *others = wrapped(words, WIDTH - len(margin), WIDTH - len(before))
    return "".join([first, *(f"\n{own if begins(line) else margin}{line}" for line in others)])


def replaced_front(text: str, page: Page, order: Mapping[str, object], changes: Mapping[Path, str]) -> list[Edit]:
    """Return the edits that give the page's title and description other words, or add them as ``order`` has them."""
    front = _FRONT.match(text)
    assert front is not None, "a page that was read has front matter"
    there = {path: words for path, words in changes.items() if path[0] in page.front}
    new = {path: words for path, words in changes.items() if path not in there}
    changed = added(edited(front[1], replaced(front[1], there)), order, new)
    return [Edit(front.start(1), front.end(1), changed)] if changed != front[1] else []


def added_blocks(text: str, units: Sequence[Unit], wanted: Sequence[tuple[Unit | None, str, bool]]) -> Iterator[Edit]:
    """Yield the edits that add blocks to a page, each after the unit of that page that comes before it.

    ``wanted`` holds that unit, the block's Markdown, and whether it follows without an empty line.
    """
    found = places(text, units)
    together: dict[int, str] = {}
    for before, block, close in wanted:
        if before is None or before.key not in found:
            continue
        end = text.find("\n", found[before.key][1])
        end = end if end >= 0 else len(text)
        if before.kind == "cell":
            end = text.find("\n\n", end) if "\n\n" in text[end:] else len(text.rstrip("\n"))
        together[end] = together.get(end, "") + ("\n" if close else "\n\n") + block
    for at, words in together.items():
        rest = text[at:].lstrip(" ")
        yield Edit(at, at, words + ("" if not rest.strip("\n") or rest.startswith("\n\n") else "\n" * (close_to(rest))))


def close_to(rest: str) -> int:
    """Return how many line ends keep added blocks apart from what follows: none before a list goes on."""
    return 0 if re.match(r"\n[ \t]*(?:[-*+]|\d+[.)])[ \t]", rest) else 1


def markdown(text: str, unit: Unit, place: Place, words: str) -> str:
    """Return the Markdown of a block of the original, from its first line to its last, with other ``words``."""
    start = text.rfind("\n", 0, place[0]) + 1
    end = text.find("\n", place[1])
    rest = text[place[1] : end if end >= 0 else len(text)]
    return text[start : place[0]] + _laid_out(text, unit, place, words) + rest
