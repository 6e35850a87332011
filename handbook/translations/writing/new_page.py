"""A page as it will be with new words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from handbook.problems import Problem, shown
from handbook.read.pages import Page, parse_page
from handbook.read.words import Words
from handbook.read.yaml import Path
from handbook.translations.gather import Gathered
from handbook.translations.page_units import page_units
from handbook.translations.unit import Unit, folded
from handbook.translations.writing.page_changes import (
    ADDED,
    added_blocks,
    markdown,
    replaced_blocks,
    replaced_front,
)
from handbook.translations.writing.page_places import places
from handbook.write.edits import Source

_PICTURE = re.compile(r"!\[[^\]]*\]")


def new_page(
    gathered: Gathered, words: Words, file: str, changes: Mapping[Unit, str], problems: list[Problem]
) -> bytes | None:
    """Return the page ``file`` of one language with ``changes``; None after adding a problem."""
    path = file.removeprefix(f"{words.language.folder}/")
    reference = next(one for one in gathered.words if one.language.reference)
    page, twin = words.pages.get(path), reference.pages.get(path)
    base = page or twin
    assert base is not None, "a unit belongs to a page that was read"
    units = list(page_units(_alone(words, base)))
    by_key = {unit.key: text for unit, text in changes.items() if unit.line or page is None or "#" not in unit.key}
    lacks = [unit for unit in units if page is None and unit.key not in by_key]
    if lacks:
        todo = "A new page is written when all of it is translated."
        problems.append(Problem(file, 0, f"'{lacks[0].key}' is not translated", shown(lacks[0].text), todo=todo))
        return None
    source = Source((gathered.settings.root / base.file).read_bytes())
    front: dict[Path, str] = {(key.rpartition("/")[2],): text for key, text in by_key.items() if "#" not in key}
    order = twin.front if twin is not None else base.front
    edits = [*replaced_front(source.text, base, order, front), *replaced_blocks(source.text, units, by_key)]
    new = [(unit, text) for unit, text in changes.items() if unit.key not in by_key]
    if new and twin is not None:
        edits += added_blocks(source.text, units, _wanted(gathered, words, twin, new))
    content = source.edited(edits)
    expected: list[tuple[str, str]] = [(unit.kind, by_key.get(unit.key, unit.text)) for unit in units]
    expected += [(unit.kind, text) for unit, text in new]
    expected += [(_kind(path), text) for path, text in front.items() if path[0] not in base.front]
    if not _says(words, path, file, content, expected, problems):
        return None
    placed = None if new else {unit.key: folded(by_key.get(unit.key, unit.text)) for unit in units}
    return content if placed is None or _in_place(words, path, file, content, placed, problems) else None


def _kind(path: Path) -> str:
    return "description" if path[0] == "description" else "heading"


def _alone(words: Words, page: Page) -> Words:
    return Words(words.language, {}, {page.path: page}, [])


def _wanted(
    gathered: Gathered, words: Words, twin: Page, new: Sequence[tuple[Unit, str]]
) -> list[tuple[Unit | None, str, bool]]:
    """Return for each new block the unit it follows, its Markdown, and whether it goes on a list."""
    reference = next(one for one in gathered.words if one.language.reference)
    originals = [one for one in page_units(_alone(reference, twin)) if "#" in one.key and one.kind != "alternative"]
    rendered = {
        pair.original.key: pair.translation
        for pair in gathered.pairs[words.language.code]
        if pair.original is not None and pair.translation is not None
    }
    text = Source((gathered.settings.root / twin.file).read_bytes()).text
    found, texts = places(text, list(page_units(_alone(reference, twin)))), {unit.key: said for unit, said in new}
    wanted: list[tuple[Unit | None, str, bool]] = []
    last: Unit | None = None
    for number, one in enumerate(originals):
        if one.key in texts and one.kind in ADDED:
            close = one.kind == "item" and number > 0 and originals[number - 1].kind == "item"
            wanted.append((last, markdown(text, one, found[one.key], texts[one.key]), close))
        last = rendered.get(one.key, last)
    return wanted


def _says(
    words: Words, path: str, file: str, content: bytes, expected: Iterable[tuple[str, str]], problems: list[Problem]
) -> bool:
    """Return whether the page holds exactly the units ``expected``; add a problem for each that it does not."""
    before = len(problems)
    page = parse_page(path, file, Source(content).text, problems)
    if page is None or len(problems) > before:
        return False
    meant = Counter(_compared(kind, text) for kind, text in expected if kind != "alternative")
    now = Counter(_compared(one.kind, one.text) for one in page_units(_alone(words, page)) if one.kind != "alternative")
    for (_, text), _ in (meant - now).items():
        todo = "If it is a new block, add it by hand; else take out marks that mean something else here."
        problems.append(Problem(file, 0, f"{shown(text)} cannot be written here", todo=todo))
    for (_, text), _ in (now - meant if meant <= now else Counter[tuple[str, str]]()).items():
        problems.append(Problem(file, 0, f"{shown(text)} would be a block of its own"))
    return len(problems) == before


def _in_place(
    words: Words, path: str, file: str, content: bytes, placed: Mapping[str, str], problems: list[Problem]
) -> bool:
    """Return whether every unit of the page stands where it should; add a problem for each that does not."""
    page = parse_page(path, file, Source(content).text, [])
    assert page is not None, "a page that says what it should can be read"
    now = {unit.key: unit for unit in page_units(_alone(words, page)) if unit.kind != "alternative"}
    wrong = [
        key
        for key, unit in now.items()
        if key in placed and _compared(unit.kind, unit.text)[1] != _compared("", placed[key])[1]
    ]
    for key in wrong:
        problems.append(
            Problem(
                file,
                now[key].line,
                f"the words of '{key}' would be read otherwise",
                shown(placed[key]),
                shown(now[key].text),
            )
        )
    return not wrong


def _compared(kind: str, text: str) -> tuple[str, str]:
    return kind, _PICTURE.sub("![]", folded(text))
