"""The words of the original and of one translation, side by side: which file and line answers which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.read.pages import Page
from handbook.read.words import Words
from handbook.read.yaml import YamlFile
from handbook.translations.unit import Unit


@dataclass
class Sides:
    """The words of the original and of one translation, and the last line seen of each translated file."""

    original: Words
    translation: Words
    last: dict[str, int] = field(default_factory=dict)
    _lines: dict[str, Mapping[str, int]] = field(default_factory=dict)

    def twin(self, unit: Unit, of: Words, to: Words) -> tuple[str, YamlFile | Page | None, bool]:
        """Return the file that holds the other side of a unit: its path, its content, whether it exists."""
        inside = unit.file.removeprefix(f"{of.language.folder}/")
        if inside == unit.file:
            return unit.file, None, True
        file = f"{to.language.folder}/{inside}"
        if inside.startswith("data/"):
            name = inside.removeprefix("data/").removesuffix(".yml")
            return file, to.data.get(name), name in to.data
        return file, to.pages.get(inside), inside in to.pages

    def line(self, unit: Unit, file: str, content: YamlFile | Page | None) -> int:
        """Return the line of the translated file at which the translation of ``unit`` belongs."""
        if isinstance(content, Page):
            return self.last.get(file, content.body_line)
        if content is None:
            return self.last.get(file, 1)
        if file not in self._lines:
            name = file.removeprefix(f"{self.translation.language.folder}/data/").removesuffix(".yml")
            start = name.replace("/", ".")
            self._lines[file] = {".".join(map(str, (start, *path))): line for path, line in content.lines.items()}
        key = unit.key
        while key and key not in self._lines[file]:
            key = key.rpartition(".")[0]
        return self._lines[file].get(key, 1)
