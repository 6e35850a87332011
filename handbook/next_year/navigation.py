"""The pages of an earlier year come into the navigation of ``mkdocs.yml``, with their titles in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handbook.next_year.edits import appended, inner, put_first, root_node
from handbook.read.languages import language_entries
from handbook.read.yaml import parse
from handbook.write.edits import Edit, edited

FOLDER = "years/"


def with_year(config: str, text: str, titles: Mapping[str, str], year: int, pages: Sequence[str]) -> str:
    """Return ``mkdocs.yml`` with the pages of a year in the section of earlier years, which is added if need be.

    ``titles`` holds the title of that section by language code. The newest year stands first.
    """
    top = root_node(text)
    nav = inner(top, "nav")
    assert isinstance(nav, SequenceNode), "a navigation was read"
    section = _section(nav)
    item = {str(year): list(pages)}
    if section is None:
        reference = next(entry for entry in _entries(config, text) if entry.values.get("default") is True)
        title = titles[reference.values["locale"]]
        return edited(text, [appended(text, nav, {title: [item]}), *_words(config, text, top, titles, title, year)])
    return edited(text, [put_first(section, item), *_words(config, text, top, titles, "", year)])


def _section(nav: SequenceNode) -> SequenceNode | None:
    """Return the list of the section that holds earlier years, whatever it is called."""
    for item in nav.value:
        for _, value in item.value if isinstance(item, MappingNode) else ():
            if isinstance(value, SequenceNode) and any(page.startswith(FOLDER) for page in _pages(value)):
                return value
    return None


def _pages(node: Node) -> Iterator[str]:
    if isinstance(node, ScalarNode):
        yield node.value
    elif isinstance(node, SequenceNode):
        for each in node.value:
            yield from _pages(each)
    elif isinstance(node, MappingNode):
        for _, each in node.value:
            yield from _pages(each)


def _words(config: str, text: str, top: Node, titles: Mapping[str, str], title: str, year: int) -> Iterator[Edit]:
    """Yield the edits that add the section's title (if it is new) and the year to the words of each translation."""
    for entry in _entries(config, text):
        if entry.values.get("default") is True:
            continue
        node: Node | None = top
        for part in entry.path:
            node = inner(node, part)
        assert isinstance(node, MappingNode), "a language was read"
        words: dict[str, str] = {title: titles[entry.values["locale"]]} if title else {}
        words |= {str(year): str(year)}
        known = inner(node, "nav_translations")
        if isinstance(known, MappingNode):
            have = [key.value for key, _ in known.value]
            missing = {key: said for key, said in words.items() if key not in have}
            yield from [appended(text, known, missing)] if missing else []
        else:
            yield appended(text, node, {"nav_translations": words})


def _entries(config: str, text: str) -> list[Any]:
    file = parse(config, text, [], engine_tags=True)
    assert file is not None, "the settings were read"
    return language_entries(file, [])
