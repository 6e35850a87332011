"""A data file, or another YAML file, as it will be with new sentences."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.join.references import dotted
from handbook.problems import Problem, shown
from handbook.read.words import Words
from handbook.read.yaml import Path, YamlFile, parse
from handbook.translations.data_units import data_units
from handbook.translations.gather import Gathered
from handbook.translations.unit import Unit, folded
from handbook.translations.writing.yaml_changes import added, replaced
from handbook.translations.writing.yaml_values import Folded
from handbook.write.edits import Source, difference


def new_data(
    gathered: Gathered, words: Words, file: str, changes: Mapping[Unit, str], problems: list[Problem]
) -> bytes | None:
    """Return the data file ``file`` of one language with ``changes``; None after adding a problem."""
    name = file.removeprefix(f"{words.language.folder}/data/").removesuffix(".yml")
    reference = next(one for one in gathered.words if one.language.reference)
    original, own = reference.data.get(name), words.data.get(name)
    order = original or own or YamlFile(file, {})
    old = {unit.key: unit.text for unit in data_units(_alone(words, name, own))}
    values: dict[Path, str] = {}
    start = f"{name.replace('/', '.')}."
    for unit, text in changes.items():
        path = _path(unit.key.removeprefix(start), own, order)
        values[path] = Folded(text) if order.starts.get(path, (0, 1))[1] == 0 else text
    place = gathered.settings.root / file
    content = with_values(place.read_bytes() if place.is_file() else b"", own, order, values)
    new = parse(file, Source(content).text, problems)
    if new is None:
        return None
    now = {unit.key: unit.text for unit in data_units(_alone(words, name, new))}
    expected = old | {unit.key: folded(text) for unit, text in changes.items()}
    return content if says(file, expected, now, problems) else None


def _alone(words: Words, name: str, file: YamlFile | None) -> Words:
    return Words(words.language, {name: file} if file is not None else {}, {}, [])


def _path(inner: str, *files: YamlFile | None) -> Path:
    return next(path for file in files if file is not None for path in file.lines if dotted(path) == inner)


def with_values(content: bytes, own: YamlFile | None, order: YamlFile, values: Mapping[Path, str]) -> bytes:
    """Return the bytes of a YAML file with other values, those that it lacks where ``order`` has them."""
    there = {path: words for path, words in values.items() if own is not None and path in own.lines}
    source = Source(content)
    if there:
        content = source.edited(replaced(source.text, there))
        source = Source(content)
    new = {path: words for path, words in values.items() if path not in there}
    places = {path: number for number, path in enumerate(order.lines)}
    new = dict(sorted(new.items(), key=lambda each: places.get(each[0], len(places))))
    return source.edited(difference(source.text, added(source.text, order.tree, new))) if new else content


def says(file: str, expected: Mapping[str, str], now: Mapping[str, str], problems: list[Problem]) -> bool:
    """Return whether a file says what it should, by key; add a problem for each unit that it says otherwise."""
    wrong = [key for key in {**expected, **now} if expected.get(key) != now.get(key)]
    for key in wrong:
        gist, meant, found = f"the words of '{key}' would be read otherwise", expected.get(key), now.get(key)
        todo = "Take out marks that mean something else here (brackets, braces, lists, empty lines)."
        problems.append(Problem(file, 0, gist, shown(meant), shown(found), todo))
    return not wrong
