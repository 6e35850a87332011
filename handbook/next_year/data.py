"""The data of a new year: the old files are copied, the current ones are marked as carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaml.nodes import ScalarNode

from handbook.next_year.edits import fields, inner, root_node
from handbook.read.words import Words
from handbook.read.yaml import YamlFile
from handbook.write.edits import Edit, edited

_KEY = re.compile(r"programme(?=\.|$)")
_LINK = re.compile(r"\]\(@programme(?=[.)])")
#: What a statement has that nobody has confirmed for the new year.
MARK = "carried-over"


def past_key(key: str, year: int) -> str:
    """Return the key that a part of the current programme has as an earlier year's; others stay."""
    return _KEY.sub(f"years.{year}.programme", key, count=1) if _KEY.match(key) else key


def past_data(text: str, year: int) -> str:
    """Return a file of the programme as it is kept: links to the programme lead to what it was in that year."""
    return _LINK.sub(f"](@years.{year}.programme", text)


def marked(text: str, year: int) -> tuple[str, int]:
    """Return a file of the programme with every statement marked as carried over, and how many there are."""
    edits = []
    for key, on_one_line in fields(root_node(text), "source"):
        place = key.start_mark
        between = ", " if on_one_line else f"\n{' ' * place.column}"
        edits.append(Edit(place.index, place.index, f"{MARK}: {year}{between}"))
    return edited(text, edits), len(edits)


def of_year(text: str, year: int) -> str:
    """Return the programme's own file with another year."""
    node = inner(root_node(text), "year")
    assert isinstance(node, ScalarNode), "a programme has a year"
    return edited(text, [Edit(node.start_mark.index, node.end_mark.index, str(year))])


def programme_files(one: Words) -> Iterator[tuple[str, YamlFile]]:
    """Yield name and content of each file of the current programme."""
    for name, file in one.data.items():
        if name.partition("/")[0] == "programme" and file is not None:
            yield name, file


def plan_data(words: Sequence[Words], old: int, new: int, files: dict[str, str]) -> int:
    """Plan the copies of the programme's files and the marks in the current ones; return how many marks."""
    count = 0
    for one in words:
        folder = f"{one.language.folder}/data"
        for name, file in programme_files(one):
            text = "\n".join(file.source)
            files[f"{folder}/years/{old}/{name}.yml"] = past_data(text, old)
            if one.language.reference:
                text, found = marked(text, old)
                count += found
                files[f"{folder}/{name}.yml"] = of_year(text, new) if name == "programme" else text
    return count
