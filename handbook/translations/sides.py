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
        name = file.removeprefix(f"{self.translation.language.folder}/data/").removesuffix(".yml")
        if file not in self._lines:
            start = name.replace("/", ".")
            self._lines[file] = {".".join(map(str, (start, *path))): line for path, line in content.lines.items()}
        key = unit.key
        while key and key not in self._lines[file]:
            key = key.rpartition(".")[0]
        return self._after(unit.key, name, content) or self._lines[file].get(key, 1)

    def _after(self, key: str, name: str, content: YamlFile) -> int:
        """Return the last line of the entry below which a missing one belongs; 0 if it exists or is the first."""
        entry = key.removeprefix(name.replace("/", ".") + ".").partition(".")[0]
        original = self.original.data.get(name)
        entries = list(original.tree) if original is not None else []
        if entry in content.tree or entry not in entries:
            return 0
        near = next((one for one in reversed(entries[: entries.index(entry)]) if one in content.tree), None)
        return max((line for path, line in content.lines.items() if path[:1] == (near,)), default=0)
